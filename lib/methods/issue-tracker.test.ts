import { expect, test } from "vitest";
import { getReportRecipient, ISSUE_TRACKER_URL } from "./issue-tracker";

test("without an address, nobody is sent to an issue tracker that is not there", () => {
  expect(getReportRecipient("")).toEqual({ label: "the people who run this site", url: null });
});

test("with an address, the issue tracker is named and linked", () => {
  const url = "https://tracker.example/myomatch/issues";
  expect(getReportRecipient(url)).toEqual({ label: "the project’s issue tracker", url });
});

test("the address in use is a secure one, or none", () => {
  expect(ISSUE_TRACKER_URL).toMatch(/^(https:\/\/\S+)?$/);
  expect(getReportRecipient()).toEqual(getReportRecipient(ISSUE_TRACKER_URL));
});
