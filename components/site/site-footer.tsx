import { CaseLink } from "@/components/state/case-link";
import { interfaceText } from "@/lib/format/interface-text";
import { formatDate } from "@/lib/format/numbers";
import { writePlace } from "@/lib/url-state/place";
import { OfflineStatus } from "./offline-status";
import { footerPages } from "./pages";
import { ThemeChoice } from "./theme-choice";

type Props = {
  /** of the library */
  version: string;
  /** the date of the last search of the literature, as 2026-11-22 */
  searched: string;
};

/** What is true of every page, and where to write if something is not. */
export function SiteFooter({ version, searched }: Props) {
  return (
    <footer className="border-t border-line text-sm text-quiet print:hidden">
      <div className="mx-auto max-w-7xl space-y-1 p-4">
        <p>
          Myomatch lists published evidence for clinicians and makes no recommendation. Not for emergencies. The case
          stays in this browser.
        </p>
        <p>
          Library of {formatDate(searched)} ({version}). <OfflineStatus version={version} searched={searched} />
        </p>
        <div className="flex flex-wrap items-center gap-x-6">
          <ThemeChoice />
          <CaseLink href="/about" parts={{ place: writePlace("errors") }}>
            {interfaceText.reportError}
          </CaseLink>
          {footerPages.map(({ path, label }) => (
            <CaseLink key={path} href={path}>
              {label}
            </CaseLink>
          ))}
        </div>
      </div>
    </footer>
  );
}
