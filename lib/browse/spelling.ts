/**
 * What is written in several ways, as one of them: British and American spelling, and an antibody with or without a
 * blank. It is applied to what is typed and to what is searched alike, so it need not give words that exist.
 */
const foldings: readonly [RegExp, string][] = [
  // TIF1γ, TIF1-gamma
  [/α/g, "alpha"],
  [/β/g, "beta"],
  [/γ/g, "gamma"],
  [/δ/g, "delta"],
  // oedema, haemolysis, paediatric, oesophageal, tumour
  [/[ao]e/g, "e"],
  [/our/g, "or"],
  // randomised, analyse, necrotising
  [/z/g, "s"],
  // centre, fibre, titre, manoeuvre
  [/(?<=[btv])re(?=[ds]?(?![\p{L}\p{N}]))/gu, "er"],
  // labelled, enrolment, sulphate, leucocyte, catalogue, programme, ageing, judgement, defence, practice
  [/ll/g, "l"],
  [/ph/g, "f"],
  [/leuc/g, "leuk"],
  [/logue/g, "log"],
  [/mme/g, "m"],
  [/ge(?=ing|ment)/g, "g"],
  [/enc(?=e)/g, "ens"],
  [/ic(?=e[ds]?(?![\p{L}\p{N}]))/gu, "is"],
  // anti MDA5, MDA 5, Jo 1
  [/(?<![\p{L}\p{N}])anti /gu, "anti"],
  [/(?<=[a-z]{2}) (?=\d{1,3}(?!\d))/g, ""],
];

/** A text in one spelling, for comparison only. It takes and gives lower case without accents. */
export function foldSpelling(text: string): string {
  return foldings.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), text);
}
