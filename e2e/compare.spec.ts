import { expect, getRegion, openAddress, test } from "./test";

test("studies side by side: found first on one scale; one is added by typing, and the reader stays in the field", async ({
  page,
}) => {
  await test.step("what was found comes first, on one scale, and what none of the studies says takes one line", async () => {
    await page.goto("/compare#pins=bounfour-2014,galimberti-2018");
    const parts = page.locator("th[scope=rowgroup]");
    await expect(parts.first()).toHaveText("Outcomes");
    await expect(parts).toHaveText(["Outcomes", "Design", "Patients", "Features of the patients", "Treatment"]);
    const response = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: "Response" }) });
    await expect(response).toContainText("19 of 27 70%");
    await expect(response).toContainText("35 of 42 83%");
    // drawn in columns of one width: the same place is the same proportion in each
    const widths = await response
      .locator("svg")
      .evaluateAll((all) => all.map((plot) => plot.getBoundingClientRect().width));
    expect(widths.length).toBeGreaterThan(3);
    expect(new Set(widths.map(Math.round)).size).toBe(1);
    await expect(page.getByText(/^In none of what was read: .*Period/)).toBeVisible();
  });

  await test.step("a study is added by typing a part of its name; with the last that fits, the reader stays in the field", async () => {
    const pinned = ["galimberti-2018", "park-2003", "aggarwal-2022", "werth-2023", "tsai-1997"];
    await openAddress(page, `/compare#pins=${pinned.join()}`);
    await expect(getRegion(page, "Pinned studies").getByRole("heading")).toHaveText("Pinned (5 of at most 6)");

    const field = page.getByRole("textbox", { name: "Add a study" });
    await field.fill("bounfour 1887");
    await expect(
      page.getByText("No study that is not pinned yet has all these words in its name or title."),
    ).toBeVisible();
    await field.fill("galimberti");
    await expect(page.getByRole("list", { name: "Matches" })).toHaveCount(0);
    await field.fill("bounfour");
    await page
      .getByRole("list", { name: "Matches" })
      .getByRole("button", { name: /^Bounfour 2014/ })
      .click();

    await expect(page.getByText("Bounfour 2014 is added.")).toBeVisible();
    await expect(page).toHaveURL(/pins=.*,bounfour-2014$/);
    await expect(field).toBeFocused();
    await expect(field).toHaveAccessibleDescription(/Limit reached: 6 pinned studies\./);
    await field.fill("dalakas");
    await expect(page.getByRole("list", { name: "Matches" })).toHaveCount(0);
  });
});
