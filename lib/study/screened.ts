import { z } from "zod";
import { paperShape, reasonText } from "./wanted";

/** A record that somebody looked at and left out, why, and when. */
export const screenedRecord = z.strictObject({ ...paperShape, reason: reasonText, date: z.iso.date() });

export type ScreenedRecord = z.infer<typeof screenedRecord>;
