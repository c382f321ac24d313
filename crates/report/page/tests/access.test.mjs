// WCAG 2.2 at level AA, as axe-core can tell, in both languages, in both lights, wide and narrow.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { open, report, start, stop } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

let hospital;
before(async () => { await start(); hospital = report("inventories/hospital"); });
after(stop);

for (const [width, lang, light] of [[1280, "en", "light"], [1280, "fr", "dark"], [390, "en", "dark"], [390, "fr", "light"]]) {
  test(`${width} pixels, ${lang}, ${light}`, async () => {
    const { page } = await open(hospital, { width, colorScheme: light });
    if (lang === "fr") await page.locator("[data-switch=lang]:visible").click();
    const fold = page.locator(`#${lang}-services details.service[data-service=messaging]`);
    await fold.locator("> summary").click();
    await fold.locator("details.finding > summary").first().click();
    await page.locator(".ready button").first().click();
    await page.getByRole("searchbox").fill("messagerie");
    await page.locator(".components button").first().click();
    await page.evaluate(axe);
    const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
    const told = found.violations.flatMap((of) => of.nodes.map((node) => `${of.id}: ${node.target.join(" ")}: ${node.failureSummary}`));
    assert.deepEqual(told, []);
  });
}
