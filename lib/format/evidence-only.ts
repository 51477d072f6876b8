/** Said with everything that other programs take from here. */
export const listsEvidenceOnly = "Myomatch lists published evidence and makes no recommendation.";
