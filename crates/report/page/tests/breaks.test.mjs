// Whose fault breaks what, in the page: every single one is what `trefonds spof --fault` prints.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, report, shipped, start, stop, trefonds } from "./harness.mjs";

before(start);
after(stop);

/** Of every fault of a level in the page: "event service careful settled outages" for each break. */
const breaks = (page, level) => page.evaluate((level) => {
  const inventory = window.trefonds.inventory.ofFaults();
  const minutes = (time) => (time === Infinity ? null : time);
  const keys = [...inventory.events].filter(([, event]) => event.l.includes(level)).map(([key]) => key);
  return keys.flatMap((key) => {
    const times = inventory.equations.solve(inventory.withdrawal([key]));
    return inventory.services.filter((at) => times.careful[at] < Infinity).map((at) => {
      const outages = (times.outages?.(at) ?? []).map(({ from, until, certain }) => `${from}-${minutes(until)}${certain ? "" : "?"}`);
      return [key.slice(key.indexOf(":") + 1), inventory.components[at].i, minutes(times.careful[at]), minutes(times.settled[at]), ...outages].join(" ");
    });
  }).sort();
}, level);

const outages = (of) => (of.outages ?? []).map((it) =>
  `${it.from_minutes}-${it.until_minutes ?? null}${it.certainty === "certain" ? "" : "?"}`);

for (const path of [...shipped.map((name) => `inventories/${name}`), "tests/inventories/down-and-back", "tests/inventories/three-words"]) {
  test(`every single fault of ${path}`, async () => {
    const { page, check } = await open(report(path));
    for (const level of ["entity", "controller"]) {
      const list = JSON.parse(trefonds("spof", path, "--fault", "--level", level, "--format", "json"));
      const expected = list.findings.filter((of) => of.event_kind !== "ended").map((of) =>
        [of.event, of.service, of.survival_minutes.careful, of.survival_minutes.settled, ...outages(of)].join(" ")).sort();
      assert.ok(expected.length > 0);
      assert.deepEqual(await breaks(page, level), expected, level);
    }
    await check();
  });
}

test("the reader chooses which question is asked, and the address holds it", async () => {
  const { page, check } = await open(report("tests/inventories/three-words"));
  await page.locator(".asks button", { hasText: "Who breaks?" }).click();
  assert.match(await page.locator(".withdrawals").textContent(), /Coverage of this question alone: 100/);
  await page.locator(".ready button", { hasText: "Agent Corp" }).click();
  const fallen = () => page.locator(".outcome .stopped li").evaluateAll((items) => items.map((item) => item.dataset.service));
  assert.deepEqual(await fallen(), ["changed"]);
  assert.match(page.url(), /breaks=1/);
  // The other question lets go of who was chosen: what breaks does not withdraw.
  await page.locator(".asks button", { hasText: "Who withdraws?" }).click();
  assert.deepEqual(await fallen(), []);
  assert.ok(!page.url().includes("breaks"));
  await check();
});
