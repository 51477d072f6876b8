import type { Feature, PatientDiagnosis } from "@/lib/vocabulary/feature";
import type { Concept } from "./codes";
import type { ProposedValue } from "./proposals";

/** What a disease on record says of the patient. */
type Statement = {
  proposed: ProposedValue;
  /** why it is only mentioned, although the code is verified; absent where the code says it */
  doubt?: string;
};

/** What a disease on record means here. */
export type Disease = {
  /** a myositis that the library is about, or inclusion body myositis */
  isMyositis: boolean;
  says: readonly Statement[];
};

const diagnose = (value: PatientDiagnosis, doubt?: string): Statement => ({
  proposed: { aspect: "diagnosis", value },
  ...(doubt !== undefined && { doubt }),
});
const state = (aspect: Feature, doubt?: string): Statement => ({
  proposed: { aspect, value: "yes" },
  ...(doubt !== undefined && { doubt }),
});

/** Codes say "respiratory involvement", which can be weak muscles of breathing. */
const lungs = state("ild", "The code says that breathing is involved, and not that it is interstitial lung disease.");
const whichOne = "The code does not tell dermatomyositis from polymyositis: to be confirmed.";
const dermatopolymyositis = diagnose("DM", whichOne);

const myositis = (...says: Statement[]): Disease => ({ isMyositis: true, says });
const other = (...says: Statement[]): Disease => ({ isMyositis: false, says });

/** What each disease of the table of codes says, by its concept. */
export const diseases: Partial<Record<Concept, Disease>> = {
  dermatomyositis: myositis(diagnose("DM")),
  "dermatomyositis-adult": myositis(diagnose("DM")),
  "dermatomyositis-respiratory": myositis(diagnose("DM"), lungs),
  "dermatomyositis-myopathy": myositis(diagnose("DM"), state("muscle")),
  "dermatomyositis-amyopathic": myositis(diagnose("CADM")),
  "dermatomyositis-other-organ": myositis(diagnose("DM")),
  "dermatomyositis-malignancy": myositis(diagnose("DM"), state("malignancy")),
  dermatopolymyositis: myositis(dermatopolymyositis),
  "dermatopolymyositis-respiratory": myositis(dermatopolymyositis, lungs),
  "dermatopolymyositis-myopathy": myositis(dermatopolymyositis, state("muscle")),
  "dermatopolymyositis-amyopathic": myositis(dermatopolymyositis, state("amyopathic")),
  "dermatopolymyositis-other-organ": myositis(dermatopolymyositis),
  "juvenile-dermatomyositis": myositis(diagnose("JDM")),
  "juvenile-dermatomyositis-respiratory": myositis(diagnose("JDM"), lungs),
  "juvenile-dermatomyositis-myopathy": myositis(diagnose("JDM"), state("muscle")),
  "juvenile-dermatomyositis-amyopathic": myositis(diagnose("JDM"), state("amyopathic")),
  // The vocabulary counts hypomyopathic disease as amyopathic.
  "juvenile-dermatomyositis-hypomyopathic": myositis(diagnose("JDM"), state("amyopathic")),
  "juvenile-dermatomyositis-overlap": myositis(diagnose("JDM"), state("overlapCtd")),
  "juvenile-dermatomyositis-other-organ": myositis(diagnose("JDM")),
  "neonatal-dermatomyositis": myositis(
    diagnose("JDM", "The code names dermatomyositis of the newborn: to be confirmed."),
  ),
  polymyositis: myositis(diagnose("PM")),
  "polymyositis-respiratory": myositis(diagnose("PM"), lungs),
  "polymyositis-myopathy": myositis(diagnose("PM"), state("muscle")),
  "polymyositis-other-organ": myositis(diagnose("PM")),
  "antisynthetase-syndrome": myositis(diagnose("ASyS")),
  "immune-mediated-necrotizing-myopathy": myositis(diagnose("IMNM")),
  "inclusion-body-myositis": myositis(diagnose("IBM")),
  "interstitial-lung-disease": other(state("ild")),
  dysphagia: other(state("dysphagia")),
  malignancy: other(state("malignancy")),
  calcinosis: other(state("calcinosis")),
  "systemic-sclerosis": other(state("overlapCtd")),
  "mixed-connective-tissue-disease": other(state("overlapCtd")),
  "systemic-lupus-erythematosus": other(state("overlapCtd")),
};

/** What words name; a disease that is part of a longer name is not named by it. */
const names: readonly { pattern: RegExp; disease: Disease }[] = [
  { pattern: /\binclusion[- ]body myositis\b|\bs?IBM\b/, disease: myositis(diagnose("IBM")) },
  {
    pattern: /\b(juvenile|childhood)( type)? dermatomyositis\b|\bJDM\b/i,
    disease: myositis(diagnose("JDM")),
  },
  {
    pattern:
      /\b((clinically )?(a|hypo)myopathic dermatomyositis|dermatomyositis (sine|without) (myositis|myopathy))\b|\bCADM\b/i,
    disease: myositis(diagnose("CADM")),
  },
  { pattern: /\bdermatopolymyositis\b/i, disease: myositis(dermatopolymyositis) },
  { pattern: /\bdermatomyositis\b/i, disease: myositis(diagnose("DM")) },
  { pattern: /\bpolymyositis\b/i, disease: myositis(diagnose("PM")) },
  { pattern: /\banti-?synthetase (antibody )?syndrome\b/i, disease: myositis(diagnose("ASyS")) },
  {
    pattern: /\bnecroti[sz]ing (autoimmune )?(myopathy|myositis)\b|\bIMNM\b/i,
    disease: myositis(diagnose("IMNM")),
  },
  { pattern: /\boverlap myositis\b/i, disease: myositis(diagnose("overlap")) },
  {
    pattern: /\brapidly progressive (interstitial lung disease|ILD)\b|\bRP-?ILD\b/i,
    disease: other(state("rapidlyProgressiveIld")),
  },
  { pattern: /\binterstitial (lung disease|pneumoni(a|tis))\b|\bILD\b/i, disease: other(state("ild")) },
  { pattern: /\bdysphagia\b/i, disease: other(state("dysphagia")) },
  { pattern: /\bcalcinosis\b/i, disease: other(state("calcinosis")) },
];

/** Words beside a name that take it back: it is ruled out, suspected, past, or somebody else's. */
const takenBackPatterns: readonly RegExp[] = [
  /\b(no|not|nor|never|none|neither|without|den(y|ies|ied)|negative for|absen(t|ce)|free of|resolved)\b/i,
  /\b(rul(e|ed|es|ing)[- ]?out|r\/o|exclu\w+|unlikely|doubt\w*|refuted)\b/i,
  /\b(suspect\w*|suspicion|possibl[ey]|probabl[ey]|presum\w+|query|queried|screen\w*|differential|ddx?|versus|vs|may be|maybe)\b|\?/i,
  /\b(concern(s|ed)? for|evaluat\w+ for|(to|for) evaluat\w+|work-?up|consider\w*|risk (of|for)|unconfirmed)\b/i,
  /\b(histor(y|ies)|hx|h\/o|pmhx?|past|previous|prior|former(ly)?)\b/i,
  /\b(famil(y|ial)|f\/h|fhx?|famhx|relatives?|parents?|mother|father|mum|mom|dad|siblings?|sister|brother|sons?|daughters?|twin)\b/i,
  /\b(uncle|aunt|nephew|niece|cousin|grand(mother|father|parents?|son|daughter)|husband|wife|spouse|partner)\b/i,
];

/** Words of classifications that take nothing back. */
const harmless =
  /\b(without (myopathy|(organ|muscle) involvement)|not (otherwise|elsewhere) (specified|classified)|not specified)\b/gi;

/** Whether words take back what they name, or leave it open. */
export function isTakenBack(words: string): boolean {
  const telling = words.replace(harmless, " ");
  return takenBackPatterns.some((pattern) => pattern.test(telling));
}

/**
 * The diseases that words name, each once; a longer name stands for the shorter within it.
 * @returns also whether the other words take back what is named, here or by a code beside them ("no interstitial lung
 *   disease", "R/O DM")
 */
export function readDiseaseNames(words: string): { diseases: Disease[]; isTakenBack: boolean } {
  let rest = words;
  const found = names.flatMap(({ pattern, disease }) => {
    if (!pattern.test(rest)) return [];
    rest = rest.replace(new RegExp(pattern, `g${pattern.flags}`), " ");
    return [disease];
  });
  return { diseases: found, isTakenBack: isTakenBack(rest) };
}
