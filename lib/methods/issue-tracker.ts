import type { SourceLink } from "@/lib/study/citation";

/** The address of the project's issue tracker. Empty, because the project has no public address yet. */
export const ISSUE_TRACKER_URL: string = "";

/**
 * Who takes a report of an error, to stand within a sentence.
 * @param url the address of the issue tracker, or "" where there is none
 * @returns the issue tracker with its link, or without one the people a reader can reach in any case
 */
export function getReportRecipient(url = ISSUE_TRACKER_URL): SourceLink {
  return url === ""
    ? { label: "the people who run this site", url: null }
    : { label: "the project’s issue tracker", url };
}
