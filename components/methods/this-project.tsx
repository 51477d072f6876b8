import { CaseLink } from "@/components/state/case-link";
import { Section } from "@/components/ui/section";
import { Source } from "@/components/ui/source";
import { standaloneLink } from "@/components/ui/standalone-link";
import type { Library } from "@/lib/answer/library";
import { getReportRecipient } from "@/lib/methods/issue-tracker";
import { getSourceAttributes } from "@/lib/methods/source-attributes";
import { MAX_RECENT_CASES } from "@/lib/recent-cases/recent-cases";
import { getPart } from "./about-parts";
import { ErrorReport } from "./error-report";
import { Bullets, Heading, Prose, Table } from "./prose";

/** What Myomatch is, who it is for, and what it is not. */
export function Purpose() {
  return (
    <Section {...getPart("purpose")}>
      <Prose>
        <p>
          Myomatch is for clinicians who treat dermatomyositis or polymyositis. You describe a patient; it lists the
          published studies of immunoglobulin in such patients, what happened in them, and what nobody has studied.
        </p>
        <Bullets>
          <li>It lists evidence and makes no recommendation. What to do is for you and the patient to decide.</li>
          <li>
            <strong>It is not for emergencies.</strong>
          </li>
          <li>It does not know the patient, only the answers given.</li>
          <li>
            It does not replace the sources. Every figure says where it was read and links there, so that you can check
            it.
          </li>
          <li>It is no product information: doses and warnings of the product at hand come from its label.</li>
        </Bullets>
      </Prose>
    </Section>
  );
}

/** Where the case is kept, and what leaves the device. */
export function Privacy() {
  return (
    <Section {...getPart("privacy")}>
      <Prose>
        <p>
          The case is in the part of the page’s address behind the “#”, which browsers never send to a server. Matching
          runs in the browser. No page contacts a third party, but for the page on which a record system opens Myomatch.
          There are no cookies, there is no analytics.
        </p>
        <Bullets>
          <li>
            Fact sheets are fetched from the server of this site when you open them or a row of a table, and never
            ahead. The server can see which sheets were fetched, but no answer.
          </li>
          <li>
            After the first visit the browser keeps a copy of all pages and fact sheets on the device, so that Myomatch
            works without a network; from then on they are opened from there. The copy holds the library and no case.
            Clearing the data of this site in the browser removes it.
          </li>
          <li>
            A link to a source leads to another site, which is contacted only if you follow it and does not learn where
            you came from.
          </li>
          <li>
            The address stays in the history of the browser. A copied link, and the QR code on the printed page, hold
            the answers; they hold no name.
          </li>
          <li>
            Label and note on the page to print are typed for the paper, the report of an error is typed to be copied;
            none of them is stored or sent.
          </li>
          <li>
            Recent cases are kept in this browser only if you turn that on: at most {MAX_RECENT_CASES}, their answers
            and numbers alone, and one tap erases them. So are your choice of light or dark colours, and of keyboard
            shortcuts turned off. Nothing else is stored, but for what a launch from a record needs to go on: addresses
            and random values, until its window is closed.
          </li>
          <li>
            Where a record system opens Myomatch for a patient, this browser reads the record from there. The record is
            kept in memory alone and never sent to the server of this site. The case holds only the answers that you
            accept.
          </li>
          <li>
            Other programs can send a case to the{" "}
            <CaseLink href="/developers" isAlone={false}>
              programming interface
            </CaseLink>{" "}
            of this site. A record system can send a patient’s record (CDS Hooks), to show a card. An assistant can send
            a case where the operator has turned that on. Each is answered, not kept, and not logged.
          </li>
        </Bullets>
      </Prose>
    </Section>
  );
}

/** The attributes that rules in the United States ask of a decision support intervention based on evidence. */
export function SourceAttributes({ library }: { library: Library }) {
  return (
    <Section {...getPart("attributes")}>
      <Table
        caption="The 13 attributes asked of an evidence-based decision support intervention (United States, ONC HTI-1)"
        columns={["Attribute", "Here"]}
        rows={getSourceAttributes(library).map(({ name, value }) => ({ name, cells: [value] }))}
      />
      <p>
        <a href="/about/source-attributes.json" className={standaloneLink}>
          The same as JSON
        </a>
      </p>
    </Section>
  );
}

/** Licence, and what to do about an error. */
export function LicenceAndErrors({ library }: { library: Library }) {
  return (
    <Section {...getPart("errors")}>
      <Prose>
        <p>
          The program is licensed under Apache-2.0, the fact sheets and the safety list under CC BY 4.0 (
          <a href="https://creativecommons.org/licenses/by/4.0/" rel="noreferrer" target="_blank">
            its terms<span className="sr-only"> (opens in a new tab)</span>
          </a>
          ). It comes without warranty.
        </p>
      </Prose>
      <Heading>If you find an error</Heading>
      <Prose>
        <p>
          Report it to <Source {...getReportRecipient()} />. Say which study it is, the library version (
          {library.version}
          ), where the figure was read, and what the source has instead. “Prepare a report” on a fact sheet opens this
          page with that begun. Leave out anything that identifies a patient.
        </p>
      </Prose>
      <ErrorReport version={library.version} />
    </Section>
  );
}
