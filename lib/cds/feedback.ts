import { z } from "zod";
import { bodyFaults } from "@/lib/format/request-text";
import { readJsonBody } from "./json-body";
import type { Refusal } from "./outcome";

const reason = z.looseObject({
  reason: z.optional(z.looseObject({})),
  userComment: z.optional(z.string()),
});

const item = z
  .looseObject({
    card: z.string().min(1, "Name the card."),
    outcome: z.enum(["accepted", "overridden"], 'Use "accepted" or "overridden".'),
    outcomeTimestamp: z.string().min(1, "Give the time."),
    acceptedSuggestions: z.optional(z.array(z.looseObject({ id: z.string() })).min(1, "Leave an empty list out.")),
    overrideReason: z.optional(
      reason.refine(
        (given) => given.reason !== undefined || given.userComment !== undefined,
        "Give a reason, a comment or both.",
      ),
    ),
  })
  .refine(
    ({ outcome, acceptedSuggestions }) => outcome !== "accepted" || acceptedSuggestions !== undefined,
    "An accepted card needs acceptedSuggestions.",
  );

const feedback = z.looseObject({ feedback: z.array(item).min(1, "Give at least one.") }, bodyFaults.notObject);

/** How many cards were accepted and overridden, since the server started. */
export type FeedbackCounts = { accepted: number; overridden: number };

/** Reads feedback on cards. Nothing of it is kept but how many cards had which outcome. */
export function readFeedback(body: string): { ok: true; counts: FeedbackCounts } | Refusal {
  const read = readJsonBody(body, feedback);
  if (!read.ok) return read;
  const count = (wanted: string) => read.value.feedback.filter(({ outcome }) => outcome === wanted).length;
  return { ok: true, counts: { accepted: count("accepted"), overridden: count("overridden") } };
}
