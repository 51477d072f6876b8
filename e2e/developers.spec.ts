import { expect, expectStarted, test } from "./test";

test("the page for developers sends the body in its field to this server, and shows the reply", async ({
  page,
  allowFault,
}) => {
  await page.goto("/developers");
  await expectStarted(page);
  await page.getByRole("button", { name: "Send to this server" }).click();
  const reply = page.getByRole("region", { name: "Reply" });
  await expect(page.getByRole("status").filter({ hasText: "Replied with status 200" })).toBeVisible();
  await expect(reply).toContainText('"id": "bounfour-2014"');

  allowFault(/400.*\/api\/evidence/);
  await page.getByLabel("Body to send").fill('{"features":{"fever":"yes"}}');
  await page.getByRole("button", { name: "Send to this server" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Replied with status 400" })).toBeVisible();
  await expect(reply).toContainText("features.fever");
});
