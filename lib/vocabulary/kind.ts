/**
 * The kinds of sheet, which never mix in a count or a pool. "treatment": a primary study of patients given
 * immunoglobulin. "background": a primary study without it. "review" and "guideline" add no patients of their own.
 */
export const kinds = ["treatment", "background", "review", "guideline"] as const;
export type Kind = (typeof kinds)[number];
