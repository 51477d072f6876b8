import type { Page } from "@playwright/test";
import { build } from "esbuild";
import { expect, expectAccessible, test } from "./test";

/** The gallery as a program of its own: the product that is tested here does not have the page. */
async function bundleGallery(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `
        import { createElement } from "react";
        import { createRoot } from "react-dom/client";
        import { Gallery } from "@/components/ui/gallery";
        createRoot(document.getElementById("main")).render(createElement(Gallery));`,
      resolveDir: ".",
    },
    bundle: true,
    write: false,
    format: "iife",
    // so that React warns, and a warning fails the test
    define: { "process.env.NODE_ENV": '"development"' },
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}

let bundled: Promise<string> | undefined;

/** Opens the gallery, with the styles that the product has. */
async function openGallery(page: Page) {
  bundled ??= bundleGallery();
  const script = await bundled;
  const product = await (await page.request.get("/about")).text();
  const styles = product.match(/<link rel="stylesheet"[^>]*>/g) ?? [];
  expect(styles.length, "stylesheets of the product").toBeGreaterThan(0);
  await page.route("**/components", (route) =>
    route.fulfill({
      contentType: "text/html; charset=utf-8",
      body: `<!doctype html><html lang="en"><title>Components</title><meta name="viewport" content="width=device-width">
        ${styles.join("")}<body><main id="main"></main><script src="/components.js"></script>`,
    }),
  );
  await page.route("**/components.js", (route) =>
    route.fulfill({ contentType: "text/javascript; charset=utf-8", body: script }),
  );
  await page.goto("/components");
  await expect(page.getByRole("heading", { name: "Components" })).toBeVisible();
}

test("the gallery is no page of the product", async ({ request }) => {
  expect((await request.get("/gallery")).status()).toBe(404);
});

test("every component is accessible, in light, dark and forced colours, and at 320 px", async ({ page }) => {
  await openGallery(page);
  await page.getByText("More fruit").click();
  await page.getByLabel("Weight").fill("6o");
  await page.getByLabel("Add a fruit").fill("fruit");
  await expect(page.getByRole("list", { name: "Matches" }).getByRole("button")).toHaveCount(8);
  await expect(page.getByText("Enter the weight as a number.")).toBeVisible();

  await test.step("light", () => expectAccessible(page));
  await page.emulateMedia({ colorScheme: "dark" });
  await test.step("dark", () => expectAccessible(page, { rules: ["color-contrast"] }));
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await test.step("forced colours", () => expectAccessible(page, { rules: ["color-contrast"] }));
  await page.emulateMedia({ forcedColors: "none" });

  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, "no sideways scrolling").toBeLessThanOrEqual(320);
});

test("one of many is found by typing, a number counts once it can be used, a button hands the focus on, a text is copied", async ({
  page,
  context,
}) => {
  await openGallery(page);
  await test.step("one of many is found by typing, with the keyboard alone", async () => {
    const field = page.getByRole("textbox", { name: "Add a fruit" });
    const matches = page.getByRole("list", { name: "Matches" }).getByRole("button");
    await expect(field).toHaveAccessibleDescription("A part of its name or colour.");
    await field.fill("fruit");
    await expect(page.getByText("10 matches. The first 8 stand below: type more to see the others.")).toBeVisible();
    await field.fill("GRÉEN 3");
    await expect(page.getByText("1 match.", { exact: true })).toBeVisible();
    await field.press("Enter");
    await expect(matches).toBeFocused();
    await expect(matches).toHaveAccessibleName("Fruit 3 green");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Fruit 3 is added.")).toBeVisible();
    await expect(field).toBeFocused();
    await expect(field).toHaveValue("");
    await field.fill("fruit of the loom");
    await expect(page.getByText("No fruit has all these words.")).toBeVisible();
    await expect(matches).toHaveCount(0);
  });

  await test.step("a number counts once it can be used, and a short one is not called wrong while it is typed", async () => {
    const field = page.getByRole("textbox", { name: "At least" });
    await field.fill("0");
    await expect(field).toHaveAttribute("aria-invalid", "false");
    await field.fill("00");
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/It is not used until then\.$/);
  });

  await test.step("a button that goes with its job hands the focus on", async () => {
    await page.getByRole("button", { name: "Put this button away" }).press("Enter");
    await expect(page.getByText("What is read next")).toBeFocused();
  });

  await test.step("a text is copied, or shown to be copied by hand where the browser refuses", async () => {
    const copy = page.getByRole("button", { name: "Copy the list" });
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await copy.click();
    await expect(page.getByRole("textbox", { name: "The list" })).toHaveValue("Apple\nPear");
    await page.reload();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await copy.click();
    await expect(page.getByText("List copied.")).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("Apple\nPear");
  });
});
