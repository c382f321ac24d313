// What a reader does with the report of the hospital.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { inventory, open, press, report, shipped, start, stop } from "./harness.mjs";

let hospital;
before(async () => { await start(); hospital = report("inventories/hospital"); });
after(stop);

const heading = (page) => page.locator(".details h3").textContent();
const services = (page, kind) => page.locator(`.outcome .${kind} li`).evaluateAll((items) =>
  items.map((item) => [item.dataset.service, item.querySelector(".time").textContent.replaceAll("\u00a0", " ")]));

for (const name of shipped) {
  test(`${name} opens from disk, in both languages and both lights, and stays silent`, async () => {
    const { page, check } = await open(report(`inventories/${name}`));
    assert.ok(await page.locator("h1:visible").textContent());
    await page.locator("[data-switch=lang]:visible").click();
    assert.equal(await page.evaluate(() => document.documentElement.lang), "fr");
    await page.locator("[data-switch=theme]:visible").click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
    await check();
  });
}

test("it is smaller than three megabytes", () => {
  assert.ok(readFileSync(new URL(hospital)).length < 3_000_000);
});

test("without script it can be read, proofs and picture included", async () => {
  const { page, check } = await open(hospital, { javaScriptEnabled: false });
  assert.match(await page.locator("h1:visible").textContent(), /Valmont/);
  const service = page.locator("#en-services details.service", { hasText: "Messagerie et travail" }).first();
  await service.locator("> summary").click();
  await service.locator("details.finding > summary").first().click();
  assert.match(await service.locator("ol.proof").first().textContent(), /services\.yaml:\d+:\d+/);
  assert.ok(await page.locator("figure.still svg:visible").isVisible());
  assert.equal(await page.locator(".only-script:visible").count(), 0);
  await check();
});

test("the policy of the page stops what is not part of it", async () => {
  const { page, faults } = await open(hospital);
  await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.stranger = true";
    document.body.append(script);
    const image = document.createElement("img");
    image.src = "https://example.invalid/pixel.png";
    document.body.append(image);
  });
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.stranger), undefined);
  assert.ok(faults.some((fault) => fault.includes("Content Security Policy")));
  assert.ok(faults.some((fault) => fault.startsWith("stopped")));
  assert.ok(!faults.some((fault) => fault.startsWith("request")));
});

test("searching narrows the list, choosing shows the component", async () => {
  const { page, check } = await open(hospital);
  await page.getByRole("searchbox").fill("messagérie EXCHANGE");
  assert.equal(await page.locator(".components button").count(), 1);
  await page.locator(".components button").click();
  assert.equal(await heading(page), "Messagerie Exchange Online");
  const details = await page.locator(".details").textContent();
  assert.match(details, /Microsoft Ireland Operations Limited/);
  assert.match(details, /controlled by Microsoft Corporation/);
  assert.match(details, /applications\.yaml:\d+:\d+/);
  await page.locator(".details button", { hasText: "Messagerie et travail" }).first().click();
  assert.equal(await heading(page), "Messagerie et travail collaboratif");
  await check();
});

test("pressing a box on the map chooses it, pressing the ground lets go", async () => {
  const { page, check } = await open(hospital);
  await press(page, "emergency-care");
  assert.equal(await heading(page), "Urgences");
  await page.locator("canvas").press("Escape");
  assert.equal(await heading(page), "Details");
  await check();
});

test("filters combine and clear", async () => {
  const { page, check } = await open(hospital);
  const count = async () => Number((await page.locator(".count").textContent()).split(" ")[0]);
  const all = await count();
  await page.locator(".filters summary").click();
  await page.getByLabel("Layer", { exact: true }).selectOption({ label: "Services" });
  const layer = await count();
  assert.ok(layer > 0 && layer < all);
  await page.getByLabel("Criticality").selectOption({ label: "vital" });
  const both = await count();
  assert.ok(both > 0 && both < layer);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByLabel("Jurisdiction", { exact: true }).selectOption("US");
  assert.ok(await count() > 0 && await count() < all);
  await page.getByRole("button", { name: "Clear" }).click();
  assert.equal(await count(), all);
  await check();
});

test("a withdrawal tells what stops and when; the horizon leaves out what stops later", async () => {
  const { page, check } = await open(hospital);
  await page.locator(".ready button", { hasText: "US" }).click();
  const stopped = await services(page, "stopped");
  assert.equal(stopped.length, 12);
  assert.deepEqual(stopped[0], ["messaging", "4 h, for good"]);
  const slider = page.locator("input[type=range]");
  await slider.fill("0");
  assert.equal((await services(page, "stopped")).length, 0);
  await slider.fill("10");
  assert.equal(await page.locator(".horizon output").textContent(), "by 30 d");
  assert.deepEqual((await services(page, "stopped")).map(([id]) => id), ["messaging", "appointments", "patient-portal-service"]);
  await page.locator(".withdrawn button").click();
  assert.equal(await page.locator(".outcome li").count(), 0);
  await check();
});

test("companies and components are withdrawn by name, unknown names are said to be unknown", async () => {
  const { page, check } = await open(hospital);
  const who = page.locator("#explorer input[type=text]");
  await who.fill("Microsoft Corporation");
  await who.press("Enter");
  assert.deepEqual((await services(page, "stopped")).map(([id]) => id), ["messaging", "patient-portal-service"]);
  await who.fill("nobody of this name");
  await who.press("Enter");
  assert.match(await page.locator(".withdrawals .hint").textContent(), /No country, company or component/);
  await check();
});

test("a view can be sent: the address holds all of it", async () => {
  const { page, check } = await open(hospital);
  await page.locator(".ready button", { hasText: "JP" }).click();
  await page.locator("input[type=range]").fill("12");
  await page.getByRole("searchbox").fill("pharmacie");
  await page.locator(".components button").first().click();
  const [address, chosen, seen] = [page.url(), await heading(page), await page.evaluate(() => window.trefonds.explorer.probe.svg())];
  await check();
  const other = await open(address);
  assert.equal(await heading(other.page), chosen);
  assert.equal(await other.page.getByRole("searchbox").inputValue(), "pharmacie");
  assert.equal(await other.page.locator(".horizon output").textContent(), "by 90 d");
  assert.equal(await other.page.locator(".withdrawn li").count(), 1);
  assert.equal(await other.page.evaluate(() => window.trefonds.explorer.probe.svg()), seen);
  await other.check();
});

test("an address that says nonsense shows the map as usual", async () => {
  const { page, check } = await open(`${hospital}#map&c=nothing&w=jurisdiction:XX&by=7&group=moon&at=a,b&layer=9`);
  assert.equal(await heading(page), "Details");
  assert.equal(await page.locator(".withdrawn li").count(), 0);
  await check();
});

test("groups open and close", async () => {
  const { page, check } = await open(hospital);
  await page.locator(".grouping select").selectOption("operator");
  const boxes = () => page.evaluate(() => (window.trefonds.explorer.probe.svg().match(/<g /g) ?? []).length);
  const together = await boxes();
  await page.getByRole("searchbox").fill("Messagerie Exchange");
  await page.locator(".components button").first().click();
  const opened = await boxes();
  assert.ok(opened > together);
  await page.getByRole("button", { name: "Close its group" }).click();
  assert.equal(await boxes(), together);
  await check();
});

test("the keyboard moves, zooms and fits", async () => {
  const { page, check } = await open(hospital);
  const where = () => page.evaluate(() => window.trefonds.explorer.probe.middle("emergency-care"));
  const canvas = page.locator("canvas");
  await canvas.focus();
  const begin = await where();
  await canvas.press("ArrowLeft");
  assert.ok((await where())[0] > begin[0]);
  await canvas.press("+");
  await canvas.press("0");
  const fitted = await where();
  await canvas.press("-");
  assert.notDeepEqual(await where(), fitted);
  await check();
});

test("the picture is saved as SVG and as PNG", async () => {
  const { page, check } = await open(hospital);
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return readFileSync(await download.path());
  };
  const svg = (await save("Save as SVG")).toString();
  assert.match(svg, /^<svg xmlns/);
  assert.match(svg, />Urgences</);
  const wellFormed = await page.evaluate((text) => !new DOMParser().parseFromString(text, "image/svg+xml").querySelector("parsererror"), svg);
  assert.ok(wellFormed);
  assert.deepEqual([...(await save("Save as PNG")).subarray(1, 4)], [...Buffer.from("PNG")]);
  await check();
});

test("a service leads to the map and back to its proofs", async () => {
  const { page, check } = await open(hospital);
  const fold = page.locator("#en-services details.service[data-service=messaging]");
  await fold.locator("> summary").click();
  await fold.getByRole("button", { name: "Show on the map" }).click();
  assert.equal(await heading(page), "Messagerie et travail collaboratif");
  await page.getByRole("button", { name: "Its findings and proofs" }).click();
  assert.ok(await fold.evaluate((one) => one.open && one.contains(document.activeElement)));
  await check();
});

test("on a telephone nothing is wider than the screen", async () => {
  const { page, check } = await open(hospital, { width: 390, height: 844 });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 390);
  await check();
});

test("on paper the still picture stands where the map was", async () => {
  const { page, check } = await open(hospital);
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.locator("figure.still svg:visible").isVisible());
  assert.equal(await page.locator("#explorer:visible").count(), 0);
  await check();
});

test("the report of a change shows both sides, and what went cannot be withdrawn", async () => {
  const { page, check } = await open(report("inventories/health-data-after", "--diff", "inventories/health-data-before"));
  assert.ok(await page.locator("#en-changes").isVisible());
  await page.locator("#en-changes details.list > summary").first().click();
  assert.match(await page.locator("#en-changes").textContent(), /Anaconda, Inc\. stops/);
  const svg = await page.evaluate(() => window.trefonds.explorer.probe.svg());
  for (const sign of ["+", "\u2212", "\u2260"]) assert.ok(svg.includes(`>${sign}</text>`), sign);
  await check();
});

test("an inventory with nothing in it, or a single service, is shown without a fault", async () => {
  const one = "components:\n  s: { name: Accueil, layer: service, depends_on: none }\n";
  for (const components of ["", one]) {
    const { page, check } = await open(report(inventory({ "trefonds.yaml": `trefonds: 1\nhome: [FR]\n${components}` })));
    await page.locator(".grouping select").selectOption("layer");
    await page.getByRole("button", { name: "Fit" }).click();
    assert.match(await page.locator(".count").textContent(), components ? /^1 of 1/ : /^0 of 0/);
    await check();
  }
});
