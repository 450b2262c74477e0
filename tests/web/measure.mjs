// How long a page takes to be of use: measure.mjs PAGE. Prints medians of five openings, each in a new browser.
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { browserPath, openBrowser } from "./browser.mjs";

if (!browserPath()) {
  console.log("no chromium here: times in the browser were not measured");
  process.exit(0);
}

/** Milliseconds since the navigation began, and the memory of the page's script. */
async function opened(file) {
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 900 } })).newPage();
    const began = performance.now();
    await page.goto(pathToFileURL(file).href, { waitUntil: "commit" });
    await page.waitForSelector("html[data-ready]", { timeout: 120000 });
    const whole = performance.now() - began;
    const marks = await page.evaluate(() => ({
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      first: performance.getEntriesByName("report-first")[0].startTime,
      all: performance.getEntriesByName("report-whole")[0].startTime,
      loaded: performance.getEntriesByType("navigation")[0].domContentLoadedEventEnd,
    }));
    const click = performance.now();
    await page.locator(".figure .evidence").nth(2).click();
    await page.waitForFunction(() => document.querySelector(".sheet .quote-words")?.textContent);
    const answer = performance.now() - click;
    const session = await page.context().newCDPSession(page);
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = await session.send("Runtime.getHeapUsage");
    return { ...marks, whole, answer, heap: usedSize / 1e6 };
  } finally {
    await browser.close();
  }
}

const file = resolve(process.argv[2]);
const runs = [];
for (let i = 0; i < 5; ++i) runs.push(await opened(file));
const median = (name) => runs.map((one) => one[name]).sort((a, b) => a - b)[2];
console.log(`first paint ${median("paint").toFixed(0)} ms; figures and disputes, ready for use ${median("first").toFixed(0)} ms; ` +
  `all sections ${median("all").toFixed(0)} ms; page read to its end ${median("loaded").toFixed(0)} ms; ` +
  `first sentences after a click ${median("answer").toFixed(0)} ms; script memory ${median("heap").toFixed(0)} MB`);
