import { MAX_DOTS } from "@/components/figure/patient-dots";
import { Section } from "@/components/ui/section";
import { certaintyRules, LARGE_TRIAL } from "@/lib/answer/certainty";
import { MAX_PREDICTION_WIDTH, MIN_PATIENTS, MIN_STUDIES } from "@/lib/answer/comparable-results";
import { intervalMethodNames, MIN_FOR_PERCENT } from "@/lib/format/numbers";
import { joinWithAnd, spellNumber } from "@/lib/format/text";
import { MIN_NODES } from "@/lib/stats/fit";
import { degreeNames, domainNames, figureDomains, timingNames } from "@/lib/vocabulary/outcomes";
import { getPart } from "./about-parts";
import { Bullets, Heading, Prose, Table } from "./prose";

/** What a figure shows, and how two arms of one study are compared. */
export function Figures() {
  return (
    <Section {...getPart("figures")}>
      <Prose>
        <p>
          Every figure is a count: patients with the event, of all patients counted. It is shown with its denominator
          (whom the total counts), the definition of the event where the source gives one, a 95% confidence interval
          (CI) with its method, how sure it can be in words, the place in the source where it was read, and a link to
          that source. A count that was derived from what the source prints says how.
        </p>
        <p>
          The total is not always all patients. Relapses are often counted among responders only: 10 of the 19 who
          responded is not 10 of the 27 who were treated.
        </p>
      </Prose>

      <Heading>Intervals</Heading>
      <Prose>
        <p>
          The default is {intervalMethodNames.wilson}’s score interval, without continuity correction: it holds every
          true proportion that the score test does not reject at the 5% level. On the case page the{" "}
          {intervalMethodNames.exact} interval (Clopper-Pearson) is one tap away: its coverage never falls below 95%, so
          it is wider. Both are for one proportion and say nothing of bias.
        </p>
        <p>
          With fewer than {MIN_FOR_PERCENT} patients there is no percentage, only the count, and the limits are written
          as proportions from 0 to 1. One patient who responded is “1 of 1 patient”. A percentage would suggest that
          more is known.
        </p>
      </Prose>

      <Heading>Which figure of a study</Heading>
      <Prose>
        <p>
          Each sheet names the outcome that is shown first in each of{" "}
          {joinWithAnd(figureDomains.map((domain) => domainNames[domain].toLowerCase()))}; its other counts are listed
          after it. Where a study counts apart those of its patients who have a feature or diagnosis of this patient,
          that count is shown in its place: for a patient with cancer, what happened to the patients with cancer. They
          share that one feature and may differ in others. Deaths are called deaths and never stand as survivors. A
          result that the source gives in words, or as a change of a measurement, is shown in words.
        </p>
      </Prose>

      <Heading>Two arms of one study</Heading>
      <Prose>
        <p>
          Where a study counts the same event in a comparison group, both counts are shown, each with its interval. The
          difference is treated minus comparison in percentage points, with Newcombe’s interval (his method 10: hybrid
          score, no continuity correction). The p-value is the one that the source reports; none is worked out here.
        </p>
        <p>
          The number needed to treat is one divided by the difference, rounded up to a whole patient. It is given for
          wanted events only, and only where the interval of the difference excludes zero. If the event was rarer with
          immunoglobulin, it is called number needed to harm.
        </p>
        <p>No difference is calculated, and the reason is given,</p>
        <Bullets>
          <li>if the groups were not formed at random;</li>
          <li>
            if the two groups together count more patients than the study enrolled, or enrolment is not reported: some
            patients are then counted in both groups, as in a crossover trial, and the interval would not hold.
          </li>
        </Bullets>
      </Prose>
    </Section>
  );
}

/** Which figures may share one heading, and what pooling them means. */
export function Together() {
  return (
    <Section {...getPart("together")}>
      <Prose>
        <p>
          Responses stand under one heading only if organ and degree agree ({Object.values(degreeNames).join("; ")}): a
          major skin response is not any skin response. Relapses stand together only if they were counted at the same
          time ({Object.values(timingNames).join("; ")}), by the same criterion and of the same kind of total:
          responders, all treated, or other. In both, the patients are of one age group, and all or none of them were on
          immunoglobulin before: a response kept is not a response made. Immunoglobulin arms of randomised trials are
          kept apart from all other studies. Background studies, reviews and guidelines never take part.
        </p>
        <p>
          The table of results shows them under these headings, one row a result, on one scale from none to all of the
          patients: the area of a square goes with the number of patients, the line is the interval, a diamond is a
          pool, and a dashed line its prediction interval. A single patient is one mark with a word. What leads in the
          findings is drawn as its patients, one mark each, if they are {MAX_DOTS} or fewer; more are one bar. What is
          hoped for is drawn as filled circles among empty ones; harm, such as death, as crossed circles among small
          dots; what is neither, as squares.
        </p>
        <p>
          A set is pooled if at least {spellNumber(MIN_STUDIES)} of its studies count at least{" "}
          {spellNumber(MIN_PATIENTS)} patients each, after reports on the same patients have been reduced to one. It is
          not pooled if every study used a definition of its own, or if it is not reported when relapses were counted. A
          study is in no pool if patients with inclusion body myositis may be among those counted, or if it counts
          responses or relapses of patients not given immunoglobulin too. A pool is withheld where its prediction
          interval spans more than {100 * MAX_PREDICTION_WIDTH} points: the studies are then too unlike each other. The
          reason is always given. Only studies that describe this patient are pooled; with nothing stated, the general
          evidence. The single studies always stay visible.
        </p>
      </Prose>

      <Heading>The model</Heading>
      <Prose>
        <p>
          Random-intercept logistic regression: events are binomial within a study, and the logit of a study’s
          proportion is drawn from a normal distribution. Mean and between-study standard deviation are found by maximum
          likelihood; the unseen draw is integrated out by adaptive Gauss-Hermite quadrature with {MIN_NODES} nodes or
          more. A fit is accepted only if quadrature with twice the nodes settles on the same estimates; otherwise, and
          where in every study either nobody or everybody had the event and the studies disagree, the answer says that
          the pooling did not converge. It needs no correction for studies in which nobody, or everybody, had the event.
        </p>
        <Bullets>
          <li>
            <strong>Pooled proportion</strong>: that of the average study, the mean on the logit scale brought back. Its
            95% CI is the mean ± 1.96 standard errors.
          </li>
          <li>
            <strong>Prediction interval</strong>: where the proportion of a further study would lie, mean ± 1.96 √(se² +
            tau²). It says more about the next study than the pooled interval does.
          </li>
          <li>
            <strong>tau²</strong>: the variance between studies on the logit scale.
          </li>
          <li>
            <strong>Summed</strong>: if nobody or everybody had the event in every study, there is no variance between
            studies to estimate. The counts are summed, with the exact interval.
          </li>
        </Bullets>
        <p>
          Two cautions. The standard error comes from the joint observed information in mean and deviation; where tau²
          is 0, it is that of plain logistic regression, which is smaller. So the width of the interval jumps as tau²
          reaches 0: two sets that hardly differ can have intervals of different width. And all intervals use the normal
          quantile 1.96, not a t quantile, so with few studies they are too narrow.
        </p>
        <p>
          The program’s tests hold these figures against values from R (metafor, <code>rma.glmm</code>).
        </p>
      </Prose>
    </Section>
  );
}

/** The rules behind the words for how sure a figure, and a whole answer, can be. */
export function Certainty() {
  return (
    <Section {...getPart("certainty")}>
      <Prose>
        <p>
          They follow from the design and from the number of patients, never from the result. A small trial is one that
          randomised fewer than {LARGE_TRIAL} patients, the number below which GRADE warns of imprecision.
        </p>
      </Prose>
      <div className="my-3">
        <Table
          caption="For one figure; the first rule that fits decides"
          columns={["Words", "Rule"]}
          rows={certaintyRules.map(({ words, rule }) => ({ name: words, cells: [rule] }))}
        />
      </div>
      <Prose>
        <p>For the whole answer, one of these, from the studies that describe the patient:</p>
        <Bullets>
          <li>no study in this library describes such a patient;</li>
          <li>
            how many randomised trials describe such patients, trials on the same patients counted once, and that the
            other studies cannot tell the effect of immunoglobulin from that of time or other treatment;
          </li>
          <li>only single cases, if every one of the studies treated one patient;</li>
          <li>no randomised trial, in all other cases;</li>
        </Bullets>
        <p>and, if responses are counted in more than one way, in how many, for those are not pooled.</p>
      </Prose>
    </Section>
  );
}
