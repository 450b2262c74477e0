// The report in a browser: what a reader sees, presses and prints. Needs ENTENTE (the program) and SOURCE (the
// repository); tests/web/run.sh sets them.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { openBrowser, openPage } from "./browser.mjs";

const { ENTENTE: program, SOURCE: source } = process.env;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const work = mkdtempSync(join(tmpdir(), "entente-page-"));
const examples = join(work, "examples.html");
const hostile = join(work, "hostile.html");
const desk = { viewport: { width: 1280, height: 900 } };
let browser;

function reported(page, inputs, ...options) {
  const store = `${page}.store`;
  execFileSync(program, ["add", store, ...inputs], { stdio: "pipe" });
  execFileSync(program, ["report", store, "-o", page, ...options], { stdio: "pipe" });
}

/** News whose every part tries to become markup. */
function hostileNews() {
  const markup = '</script><script>window.hacked=1</script><!-- <img src=x onerror="window.hacked=1">';
  const lines = [1, 2, 3].map((i) => JSON.stringify({
    id: `evil${i}${markup}`, title: `Title ${markup}`, publisher: `Paper ${markup}`, url: "javascript:window.hacked=1",
    published: `2013-03-0${i}`, text: `Yemen attacked Eritrea on Monday. ${markup}\n\nEritrea denied that Yemen had attacked Eritrea “${markup}”.`,
  }));
  const file = join(work, "hostile.jsonl");
  writeFileSync(file, lines.join("\n"));
  return file;
}

before(async () => {
  reported(examples, [join(source, "examples/hanish-2013")]);
  reported(hostile, [hostileNews()], "--title", "</title><script>window.hacked=1</script>");
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  rmSync(work, { recursive: true });
});

async function withPage(file, options, use) {
  const opened = await openPage(browser, file, options);
  try {
    await use(opened.page, opened);
  } finally {
    await opened.context.close();
  }
}

const tidy = (text) => text.replace(/\s+/g, " ").trim();

test("it loads nothing and complains of nothing", () => withPage(examples, desk, async (page, { complaints, requests }) => {
  await page.locator(".dispute .quote").first().click();
  await page.locator(".is-sentence").first().waitFor();
  assert.deepEqual(complaints, []);
  assert.equal(requests.filter((url) => !url.startsWith("data:")).length, 1, requests.join("\n"));
}));

test("every section has something in it, disputes come first", () => withPage(examples, desk, async (page) => {
  for (const content of [".figure", ".dispute", ".row", ".panel-chart path", ".node", ".map-land", ".place"]) {
    assert.ok(await page.locator(content).count() > 0, content);
  }
  assert.equal(await page.locator("[aria-busy]").count(), 0);
  assert.equal(await page.locator("main section[id]").nth(1).getAttribute("id"), "disputes");
}));

for (const width of [320, 360, 768, 1280]) {
  test(`nothing needs scrolling sideways at ${width} pixels`, () =>
    withPage(examples, { viewport: { width, height: 740 } }, async (page) => {
      const overflow = () => page.evaluate(() => {
        const sheet = document.querySelector(".sheet-holder");
        return [document.scrollingElement.scrollWidth - innerWidth, sheet ? sheet.scrollWidth - sheet.clientWidth : 0];
      });
      assert.deepEqual(await overflow(), [0, 0]);
      await page.locator(".figure .evidence").nth(2).click();
      await page.locator(".sheet .quote").first().click();
      await page.locator(".is-sentence").first().waitFor();
      assert.deepEqual(await overflow(), [0, 0]);
    }));
}

test("a number opens its sentences, a sentence its document, where it is marked", () => withPage(examples, desk, async (page) => {
  await page.locator(".figure .evidence").nth(1).click();
  const quotes = page.locator(".sheet .quote");
  for (let i = 0; i < 25; ++i) {
    const words = tidy(await quotes.nth(i).locator(".quote-words").textContent());
    assert.ok(words.length > 0);
    await quotes.nth(i).click();
    await page.locator(".is-sentence").first().waitFor();
    const marked = await page.evaluate(() => {
      const copy = document.querySelector(".document-text").cloneNode(true);
      copy.querySelectorAll(".field-label").forEach((label) => label.remove());
      const text = (name) => [...copy.querySelectorAll(name)].map((mark) => mark.textContent).join("");
      return { sentence: text(".is-sentence"), trigger: text(".field-trigger") };
    });
    assert.equal(tidy(marked.sentence).replaceAll(" ", ""), words.replaceAll(" ", ""));
    assert.ok(marked.trigger.length > 0);
    await page.locator(".sheet-back").click();
  }
}));

test("the keyboard alone is enough", () => withPage(examples, desk, async (page) => {
  const focused = () => page.evaluate(() => {
    const at = document.activeElement;
    const style = getComputedStyle(at);
    const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    return { text: at.textContent.slice(0, 40), ring: ring || at.matches(".place"), inSheet: at.closest("dialog") !== null, skip: at.matches(".skip"), top: at.getBoundingClientRect().top };
  });
  await page.keyboard.press("Tab");
  const skip = await focused();
  assert.ok(skip.skip && skip.top >= 0, "the skip link comes first and is seen");
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.activeElement.id), "main");
  await page.keyboard.press("Tab");
  const opener = await focused();
  assert.ok(opener.ring, "the focus is seen");
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press(i % 7 === 6 ? "Shift+Tab" : "Tab");
    const at = await focused();
    assert.ok(at.inSheet, "the focus stays in the dialog");
    assert.ok(at.ring, `the focus is seen on ${at.text}`);
  }
  await page.keyboard.press("Escape");
  assert.equal(await page.locator("dialog[open]").count(), 0);
  assert.equal((await focused()).text, opener.text, "the focus is back where it was");
  for (let i = 0; i < 60; ++i) {
    await page.keyboard.press("Tab");
    assert.ok((await focused()).ring, `the focus is seen on ${(await focused()).text}`);
  }
}));

test("bars and places are reached with the arrow keys", () => withPage(examples, desk, async (page) => {
  const all = await page.locator(".filter-note").textContent();
  await page.locator(".bar").first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  assert.notEqual(await page.locator(".filter-note").textContent(), all);
  await page.locator(".filter [type=reset]").click();
  await page.waitForFunction((text) => document.querySelector(".filter-note").textContent === text, all);
  await page.locator(".place").first().focus();
  await page.keyboard.press("ArrowRight");
  const label = await page.evaluate(() => document.activeElement.getAttribute("aria-label"));
  await page.keyboard.press("Enter");
  assert.ok(label.startsWith(await page.locator("#sheet-title").textContent()));
}));

test("filters show what they say", () => withPage(examples, desk, async (page) => {
  await page.selectOption("select[name=type]", "conflict");
  assert.equal(await page.locator(".row:not(.tone-conflict)").count(), 0);
  await page.selectOption("select[name=standing]", "claimed");
  assert.ok(await page.locator(".row").count() > 0);
  assert.equal(await page.locator(".row .standing:not(.standing-claimed)").count(), 0);
}));

for (const colorScheme of ["light", "dark"]) {
  test(`nothing that axe finds fault with, ${colorScheme}`, () => withPage(examples, { ...desk, colorScheme, bypassCSP: true }, async (page) => {
    const faults = async () => {
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() => globalThis.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"] }));
      return violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => node.html).join(" ")}`);
    };
    assert.deepEqual(await faults(), []);
    await page.locator(".dispute .quote").first().click();
    await page.locator(".is-sentence").first().waitFor();
    assert.deepEqual(await faults(), []);
  }));
}

test("dark is dark and light is light", async () => {
  const paper = (colorScheme) => openPage(browser, examples, { ...desk, colorScheme }).then(async ({ page, context }) => {
    const colour = await page.evaluate(() => getComputedStyle(document.body).backgroundColor.match(/\d+/g).map(Number));
    await context.close();
    return colour[0];
  });
  assert.ok(await paper("light") > 240);
  assert.ok(await paper("dark") < 40);
});

test("it prints, without what can only be pressed", () => withPage(examples, desk, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.equal(await page.locator("nav").isVisible(), false);
  assert.equal(await page.locator(".filter").isVisible(), false);
  assert.equal(await page.locator(".map-land").isVisible(), true);
  assert.ok((await page.pdf({ format: "A4" })).length > 20000);
}));

test("news that tries to become markup stays text", () => withPage(hostile, desk, async (page, { complaints }) => {
  assert.equal(await page.locator("h1").textContent(), "</title><script>window.hacked=1</script>");
  await page.locator(".figure .evidence").first().click();
  await page.locator(".documents .evidence").first().click();
  await page.locator(".document-text p").first().waitFor();
  assert.match(await page.locator(".document-text").textContent(), /<\/script><script>window\.hacked=1/);
  assert.equal(await page.locator("a[href^='javascript']").count(), 0);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.deepEqual(complaints, []);
}));

test("a script that is not the page's own does not run", () => withPage(examples, desk, async (page) => {
  const ran = await page.evaluate(() => {
    try {
      const script = document.createElement("script");
      script.textContent = "window.injected = 1";
      document.body.append(script);
    } catch {
      return false;  // trusted types refuse the text
    }
    return window.injected === 1;
  });
  assert.equal(ran, false);
}));
