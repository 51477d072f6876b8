import { Section } from "@/components/ui/section";
import { getPart } from "./about-parts";
import { Bullets, Heading, Prose } from "./prose";

/** How far Myomatch can be used by everybody: what is claimed, what was tested and how, and what was not. */
export function Accessibility() {
  return (
    <Section {...getPart("accessibility")}>
      <Prose>
        <p>
          Myomatch is built to meet the Web Content Accessibility Guidelines (WCAG) 2.2 at level AA, and no failure of
          them is known. That is our own assessment, by tests that run with every change; nobody independent has audited
          it.
        </p>
      </Prose>
      <Heading>What is tested, and how</Heading>
      <Prose>
        <Bullets>
          <li>
            Every page, and the main states of the case (empty, described, a gap, a contradiction, a damaged link, a
            fault of the network), by the rules of axe for WCAG 2.0 to 2.2, levels A and AA, and its good practices: in
            Chromium, at the size of a phone and of a desktop, and the contrast of most of them in dark colours too. The
            case, the page to print and this page also in forced colours.
          </li>
          <li>
            One way through by keyboard alone: answer, open further questions, choose a diagnosis, sort the table, open
            a row, print. What has the focus is in view at each of these steps.
          </li>
          <li>
            The answer is a live region: a screen reader announces each change. So are a copy that was made or refused,
            and storage that keeps nothing.
          </li>
          <li>
            No page scrolls sideways at 320 px, which is a zoom of 400%, nor with text at twice its size, nor with both.
            The tables on this page and the evidence map may scroll by themselves.
          </li>
          <li>On a phone, whatever is tapped is at least 44 px wide and high, but for links within a line of text.</li>
          <li>In forced colours a chosen answer differs from the others by more than a colour of ours.</li>
        </Bullets>
      </Prose>
      <Heading>Known limits</Heading>
      <Prose>
        <Bullets>
          <li>
            It was not tested with screen readers or other aids at work, nor with people who use them, nor by these
            tests in browsers other than Chromium.
          </li>
          <li>
            Plots are hidden from screen readers, because the words of their row say the same; rows of dots have a text.
          </li>
          <li>The printed PDF is made by the browser, and whether it is tagged depends on the browser.</li>
          <li>Links within a line of text are as high as the line.</li>
        </Bullets>
      </Prose>
    </Section>
  );
}
