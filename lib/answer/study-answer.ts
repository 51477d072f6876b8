import type { Profile } from "@/lib/case/schema";
import type { RankedStudy } from "@/lib/match/rank";
import type { IntervalMethod } from "@/lib/stats/interval";
import { calculateDose } from "./dose";
import { getResult, listOtherFigures } from "./figure";
import { lackText } from "./gap";
import type { StudyView } from "./wire";

/**
 * One ranked study as every output shows it: why it is where it is, and what happened to its patients.
 * @param parts what `partsOf` says of the profile, found once for all studies
 */
export function createStudyView(
  profile: Profile,
  parts: ReadonlySet<string>,
  ranked: RankedStudy,
  method: IntervalMethod,
): StudyView {
  const { study, group, reasons, lacks, level } = ranked;
  const response = getResult(parts, study, "response", method);
  const relapse = getResult(parts, study, "relapse", method);
  const survival = getResult(parts, study, "survival", method);
  return {
    id: study.id,
    group,
    reasons,
    lacks,
    lacking: lacks.map((aspect) => lackText(profile, aspect, [ranked])),
    level,
    design: study.design.type,
    treated: study.participants.treated,
    cohort: study.cohort,
    response: response.figure,
    relapse: relapse.figure,
    survival: survival.figure,
    inWords: { response: response.inWords, relapse: relapse.inWords, survival: survival.inWords },
    others: listOtherFigures(study, [response.figure, relapse.figure, survival.figure], method),
    dose: calculateDose(study, profile.weightKg),
  };
}
