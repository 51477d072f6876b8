import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { OfflineStatus } from "@/components/site/offline-status";
import { PinFoot } from "@/components/site/pin-foot";
import { ReadyMark } from "@/components/site/ready-mark";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/site/skip-link";
import { UpdateOffer } from "@/components/site/update-offer";
import { FragmentMark } from "@/components/state/case-in-address";
import { CaseProvider } from "@/components/state/case-provider";
import { interfaceText } from "@/lib/format/interface-text";
import { formatDate } from "@/lib/format/numbers";
import { loadLibrary } from "@/lib/study/load";
import { colours } from "./colours";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: `${interfaceText.title}, matched to one patient`, template: "%s · Myomatch" },
  description:
    "What happened to patients like this when they were given immunoglobulin: published studies of dermatomyositis and polymyositis, matched to one case, with response and relapse figures.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  // the background of the header, which the bars of a browser or an installed app continue
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: colours.light.surface },
    { media: "(prefers-color-scheme: dark)", color: colours.dark.surface },
  ],
};

export default function Layout({ children }: { children: ReactNode }) {
  const { version, searched } = loadLibrary();
  return (
    // the mark of a fragment is in the browser only
    <html lang="en" data-build={process.env.BUILD_NAME} data-library={version} suppressHydrationWarning>
      <head>
        <FragmentMark />
      </head>
      <body className="flex min-h-dvh flex-col">
        <CaseProvider>
          <SkipLink />
          <SiteHeader />
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto w-full max-w-7xl grow p-3 outline-none sm:p-4 print:max-w-none print:p-0"
          >
            {children}
          </main>
          <footer className="border-t border-line print:hidden">
            <p className="mx-auto max-w-7xl p-4 text-sm text-quiet">
              Myomatch lists published evidence for clinicians and makes no recommendation. Not for emergencies. The
              case stays in this browser. Library {version}, literature searched {formatDate(searched)}.{" "}
              <OfflineStatus version={version} searched={searched} />
            </p>
          </footer>
          {/* At the lower edge, so that nothing moves under the reader's thumb when a bar appears. */}
          <div className="sticky bottom-0 z-10 print:hidden">
            <PinFoot />
            <UpdateOffer />
          </div>
          <ReadyMark />
        </CaseProvider>
      </body>
    </html>
  );
}
