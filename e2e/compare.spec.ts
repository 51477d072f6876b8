import { expect, getRegion, test } from "./test";

test("a study is added by typing a part of its name; with the last that fits, the reader stays in the field", async ({
  page,
}) => {
  const pinned = ["galimberti-2018", "park-2003", "aggarwal-2022", "werth-2023", "tsai-1997"];
  await page.goto(`/compare#pins=${pinned.join()}`);
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
