// Pictures of a page at several widths, in light, dark and on paper: shots.mjs PAGE FOLDER
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { openBrowser, openPage } from "./browser.mjs";

const [, , file, folder] = process.argv;
mkdirSync(folder, { recursive: true });
const browser = await openBrowser();
try {
  for (const [name, width, height, scheme] of [
    ["360", 360, 740, "light"], ["768", 768, 1024, "light"], ["1280", 1280, 900, "light"], ["1280-dark", 1280, 900, "dark"], ["360-dark", 360, 740, "dark"],
  ]) {
    const { page, context } = await openPage(browser, resolve(file), { viewport: { width, height }, colorScheme: scheme });
    await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await page.locator(".dispute .quote, .row .evidence").first().click();
    await page.waitForTimeout(300);
    await page.screenshot({ path: join(folder, `${name}-sheet.png`) });
    await context.close();
  }
  const { page } = await openPage(browser, resolve(file), { viewport: { width: 1280, height: 900 } });
  await page.pdf({ path: join(folder, "print.pdf"), format: "A4", preferCSSPageSize: true });
} finally {
  await browser.close();
}
