import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { CaseProblem } from "@/components/site/case-problem";
import { PinFoot } from "@/components/site/pin-foot";
import { ReadyMark } from "@/components/site/ready-mark";
import { Shortcuts } from "@/components/site/shortcuts";
import { SiteFooter } from "@/components/site/site-footer";
import { SiteHeader } from "@/components/site/site-header";
import { SkipLink } from "@/components/site/skip-link";
import { NoScript, NotStarted, StartWatch } from "@/components/site/start-watch";
import { ThemeMark } from "@/components/site/theme-mark";
import { UpdateOffer } from "@/components/site/update-offer";
import { FragmentMark } from "@/components/state/case-in-address";
import { CaseProvider, DeferCaseLinks } from "@/components/state/case-provider";
import { loadSummaryFile } from "@/lib/answer/load-summaries";
import { interfaceText } from "@/lib/format/interface-text";
import { loadLibrary } from "@/lib/study/load";
import { colours } from "./colours";

import "./globals.css";

export const metadata: Metadata = {
  title: { default: `${interfaceText.title}, matched to one patient`, template: "%s · Myomatch" },
  description:
    "What happened to patients like this when they were given immunoglobulin: published studies of dermatomyositis and polymyositis, matched to one case, with response and relapse figures.",
  // by the names under which pages and installed apps have them too: a browser fetches each once
  icons: {
    icon: [
      { url: "/favicon.ico", sizes: "32x32", type: "image/x-icon" },
      { url: "/icon.svg", sizes: "any", type: "image/svg+xml" },
    ],
    apple: { url: "/apple-icon.png", sizes: "180x180", type: "image/png" },
  },
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
    // the marks of a fragment and of the theme are in the browser only
    <html
      lang="en"
      data-build={process.env.BUILD_NAME}
      data-library={version}
      data-summaries={loadSummaryFile().path}
      suppressHydrationWarning
    >
      <head>
        <StartWatch />
        <ThemeMark />
        <FragmentMark />
      </head>
      <body className="flex min-h-dvh flex-col">
        <CaseProvider>
          <SkipLink />
          <DeferCaseLinks>
            <SiteHeader />
          </DeferCaseLinks>
          <NotStarted />
          <NoScript />
          {/* As tall as the screen at least: what is drawn later moves the footer only where nobody sees it. */}
          <main
            id="main"
            tabIndex={-1}
            className="mx-auto min-h-lvh w-full max-w-page grow p-2 outline-none sm:p-4 print:min-h-0 print:max-w-none print:p-0"
          >
            <CaseProblem />
            {children}
          </main>
          <DeferCaseLinks>
            <SiteFooter version={version} searched={searched} />
          </DeferCaseLinks>
          {/* At the lower edge, so that nothing moves under the reader's thumb when a bar appears. */}
          <div className="sticky bottom-0 z-10 print:hidden">
            <PinFoot />
            <UpdateOffer />
          </div>
          <Shortcuts />
          <ReadyMark />
        </CaseProvider>
      </body>
    </html>
  );
}
