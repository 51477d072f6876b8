"use client";

import { FaultNotice } from "@/components/site/fault-notice";
import "./globals.css";

/** In place of everything, where the frame around the pages fails. */
export default function GlobalErrorPage() {
  return (
    <html lang="en">
      <head>
        <title>Myomatch</title>
      </head>
      <body>
        <main className="p-4">
          <FaultNotice />
        </main>
      </body>
    </html>
  );
}
