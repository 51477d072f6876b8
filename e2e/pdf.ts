import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, Page } from "@playwright/test";

const require = createRequire(import.meta.url);

/**
 * One page as it comes out of a printer: its words, in one line, and the addresses of its QR codes. `blank` is the
 * tallest strip of the page, within its margins, on which nothing is printed, as a share of its height; `coloured` counts
 * the dots that are neither black, white nor grey.
 */
export type PaperPage = {
  text: string;
  codes: string[];
  width: number;
  height: number;
  blank: number;
  coloured: number;
};

type Libraries = typeof globalThis & {
  pdfjsLib: typeof import("pdfjs-dist");
  jsQR: typeof import("jsqr").default;
};

export type Format = "A4" | "Letter";

const readers = new WeakMap<Browser, Promise<Page>>();

/**
 * A page of the same browser that reads PDFs, so that nothing has to be installed that draws them: one for all papers of
 * all tests, since its program is large. It is in a window of its own, which no test looks at.
 */
async function openReader(browser: Browser): Promise<Page> {
  const reader = await (await browser.newContext()).newPage();
  await reader.setContent("<!doctype html><title>reader</title>");
  // The program and its worker leave themselves in the page, so that nothing is fetched.
  for (const file of ["pdfjs-dist/legacy/build/pdf.worker.min.mjs", "pdfjs-dist/legacy/build/pdf.min.mjs"])
    await reader.addScriptTag({ type: "module", content: readFileSync(require.resolve(file), "utf8") });
  await reader.addScriptTag({ path: require.resolve("jsqr") });
  await reader.waitForFunction(() => "pdfjsLib" in globalThis && "pdfjsWorker" in globalThis);
  return reader;
}

/**
 * Prints the page on each paper and reads the PDFs.
 * @returns the pages, paper by paper
 */
export function printOn(page: Page, formats: readonly Format[]): Promise<PaperPage[][]> {
  return readOnEach(page, formats, readPdf);
}

/** Prints the page on each paper and counts the pages: to draw them, as to read them, takes far longer. */
export function countPages(page: Page, formats: readonly Format[]): Promise<number[]> {
  return readOnEach(page, formats, countPdfPages);
}

async function readOnEach<Read>(
  page: Page,
  formats: readonly Format[],
  read: (base64: string) => Promise<Read>,
): Promise<Read[]> {
  const browser = page.context().browser();
  if (!browser) throw new Error("readOnEach: the page is in no browser");
  const opening = readers.get(browser) ?? openReader(browser);
  readers.set(browser, opening);
  const reader = await opening;
  const papers: Read[] = [];
  for (const format of formats) {
    const pdf = await page.pdf({ format, preferCSSPageSize: false });
    papers.push((await reader.evaluate(read, pdf.toString("base64"))) as Read);
  }
  return papers;
}

async function countPdfPages(base64: string): Promise<number> {
  const { pdfjsLib } = globalThis as Libraries;
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return (await pdfjsLib.getDocument({ data, verbosity: 0 }).promise).numPages;
}

async function readPdf(base64: string): Promise<PaperPage[]> {
  const { pdfjsLib, jsQR } = globalThis as Libraries;
  const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  const file = await pdfjsLib.getDocument({ data, verbosity: 0 }).promise;
  const pages: PaperPage[] = [];
  // 288 dots an inch: a little less than an office printer gives
  const scale = 4;
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { items } = await page.getTextContent();
    const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? " " : "") : "")).join("");
    const viewport = page.getViewport({ scale });
    // A camera points at the code, in the corner at the top right, and not over the whole page.
    const left = Math.round(viewport.width * 0.65);
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(viewport.width) - left;
    canvas.height = Math.round(viewport.height * 0.25);
    const canvasContext = canvas.getContext("2d");
    if (!canvasContext) throw new Error("readPdf: the browser gives no canvas");
    await page.render({ canvasContext, viewport, transform: [1, 0, 0, 1, -left, 0] }).promise;
    const { data: pixels, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
    const code = jsQR(pixels, width, height);
    // The whole page, at 72 dots an inch.
    const small = page.getViewport({ scale: 1 });
    const whole = document.createElement("canvas");
    whole.width = Math.round(small.width);
    whole.height = Math.round(small.height);
    const wholeContext = whole.getContext("2d");
    if (!wholeContext) throw new Error("readPdf: the browser gives no canvas");
    await page.render({ canvasContext: wholeContext, viewport: small }).promise;
    const dots = wholeContext.getImageData(0, 0, whole.width, whole.height).data;
    // 12 mm
    const margin = Math.ceil((12 / 25.4) * 72);
    let coloured = 0;
    let blankRows = 0;
    let tallest = 0;
    for (let y = margin; y < whole.height - margin; y += 1) {
      let isBlank = true;
      for (let x = 0; x < whole.width; x += 1) {
        const [red = 255, green = 255, blue = 255] = dots.subarray((y * whole.width + x) * 4);
        if (Math.max(red, green, blue) - Math.min(red, green, blue) > 24) coloured += 1;
        if (red < 224) isBlank = false;
      }
      blankRows = isBlank ? blankRows + 1 : 0;
      tallest = Math.max(tallest, blankRows);
    }
    pages.push({
      blank: tallest / whole.height,
      coloured,
      text: text.replace(/\s+/g, " "),
      codes: code ? [code.data] : [],
      width: viewport.width / scale,
      height: viewport.height / scale,
    });
  }
  return pages;
}
