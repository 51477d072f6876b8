import { readFileSync } from "node:fs";
import { chromium } from "@playwright/test";
import { browserFlags, ensureBrowser } from "./browser.mjs";
import { runMain } from "./cli.mjs";

/** The icons that devices want as pictures, drawn from public/icon.svg. Those to be cut to a shape by the device have the
 * mark in the middle and colour to the edges. */
const icons = [
  { path: "public/icons/192.png", size: 192, share: 1 },
  { path: "public/icons/512.png", size: 512, share: 1 },
  { path: "public/icons/maskable-512.png", size: 512, share: 0.75, ground: true },
  { path: "public/apple-icon.png", size: 180, share: 0.9, ground: true },
];

runMain(async () => {
  const svg = readFileSync("public/icon.svg", "utf8");
  const colour = svg.match(/<rect[^>]* fill="(#[0-9a-f]{6})"/)?.[1];
  const browser = await chromium.launch({ executablePath: ensureBrowser(), args: browserFlags });
  for (const { path, size, share, ground = false } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    const side = Math.round(size * share);
    await page.setContent(`<style>
      body { margin: 0; height: 100vh; display: grid; place-items: center; background: ${ground ? colour : "none"} }
      svg { width: ${side}px; height: ${side}px }
    </style>${svg}`);
    await page.screenshot({ path, omitBackground: true });
    await page.close();
  }
  await browser.close();
});
