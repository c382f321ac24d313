// Names that hold markup and scripts are text, wherever they stand; signs that turn the direction of writing are seen.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { inventory, open, report, start, stop } from "./harness.mjs";

before(start);
after(stop);

const NAMES = [
  "</script><script>window.stranger = 1</script>",
  "<img src=x onerror=\"window.stranger = 2\">",
  "\" onmouseover=\"window.stranger = 3",
  "<!-- <script>",
  "{{constructor.constructor('window.stranger = 4')()}}",
  "</style><svg onload=window.stranger=5>",
  "&lt;b&gt; & ' \u202Eevil",
  "]]><x/>",
];

test("nothing in a name runs, and all of it is shown", async () => {
  const components = NAMES.map((name, at) => `
  service-${at}:
    name: ${JSON.stringify(name)}
    layer: service
    owner: ${JSON.stringify(name)}
    tags: [${JSON.stringify(name)}]
    depends_on: [thing-${at}]
  thing-${at}:
    name: ${JSON.stringify(name)}
    layer: infrastructure
    operator: company-${at}
    suppliers: []
    site: US
    data: [{ class: ${JSON.stringify(name)}, form: clear }]`);
  const entities = NAMES.map((name, at) => `
  company-${at}:
    name: ${JSON.stringify(name)}
    country: US
    source: ${JSON.stringify(name)}`);
  const path = inventory({
    "trefonds.yaml": `trefonds: 1\ntitle: ${JSON.stringify(NAMES[0])}\nhome: [FR]\nentities:${entities.join("")}\ncomponents:${components.join("")}\n`,
  });
  const { page, check } = await open(report(path));
  assert.equal(await page.locator("h1:visible").textContent(), NAMES[0]);
  for (const fold of await page.locator("#en-services details").all()) await fold.evaluate((one) => { one.open = true; });
  await page.locator(".filters summary").click();
  for (let at = 0; at < NAMES.length; at++) {
    await page.getByRole("searchbox").fill(`service-${at}`);
    await page.locator(".components button").first().click();
  }
  await page.locator(".grouping select").selectOption("operator");
  assert.equal(await page.evaluate(() => window.stranger), undefined);
  assert.equal(await page.locator("img, iframe, object, embed, link, [onerror], [onload], [onmouseover]").count(), 0);
  assert.equal(await page.locator("script").count(), 2);
  // A sign that turns the direction of writing stands there as a picture of itself.
  const text = await page.locator("#en-services").textContent();
  for (const name of NAMES) assert.ok(text.includes(name.replace("\u202E", "\uFFFD")), name);
  assert.ok(!(await page.content()).includes("\u202E"));
  const svg = await page.evaluate(() => {
    const parsed = new DOMParser().parseFromString(window.trefonds.explorer.probe.svg(), "image/svg+xml");
    return [...parsed.querySelectorAll("*")].map((one) => one.tagName);
  });
  assert.ok(!svg.includes("parsererror") && !svg.includes("script") && !svg.includes("img"));
  await check();
});
