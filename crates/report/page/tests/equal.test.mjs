// What the page works out is what `trefonds spof` prints: every withdrawal, every service, both readings.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, report, shipped, start, stop, trefonds } from "./harness.mjs";

before(start);
after(stop);

/** Of every withdrawal of a level in the page: "event service careful settled" for each stop. */
const stops = (page, level) => page.evaluate((level) => {
  const { inventory } = window.trefonds;
  const keys = level === "component"
    ? inventory.components.map((of) => `component:${of.i}`).filter((key) => inventory.knows(key))
    : [...inventory.events].filter(([, event]) => event.l.includes(level)).map(([key]) => key);
  const minutes = (time) => (time === Infinity ? null : time);
  const found = [];
  for (const key of keys) {
    const times = inventory.equations.solve(inventory.withdrawal([key]));
    for (const at of inventory.services) {
      // A service is no single point of itself.
      if (key === `component:${inventory.components[at].i}`) continue;
      if (times.careful[at] < Infinity) {
        const id = key.slice(key.indexOf(":") + 1);
        found.push([id, inventory.components[at].i, minutes(times.careful[at]), minutes(times.settled[at])].join(" "));
      }
    }
  }
  return found.sort();
}, level);

/** The shipped inventories, and one of what these do not hold: what has ended, several places, candidates. */
const all = [...shipped.map((name) => `inventories/${name}`), "tests/inventories/ended-and-one-hand"];

for (const path of all) {
  test(`every single withdrawal of ${path}`, async () => {
    const { page, check } = await open(report(path));
    for (const level of ["component", "entity", "controller", "jurisdiction"]) {
      const list = JSON.parse(trefonds("spof", path, "--level", level, "--all", "--format", "json"));
      const withdrawals = list.findings.filter((of) => of.event_kind !== "ended");
      const expected = withdrawals.map((of) =>
        [of.event, of.service, of.survival_minutes.careful, of.survival_minutes.settled].join(" ")).sort();
      assert.ok(expected.length > 0);
      assert.deepEqual(await stops(page, level), expected, level);
    }
    await check();
  });
}

test("what has ended, several places and candidates are in what was compared", async () => {
  const { page, check } = await open(report(all.at(-1)));
  const held = await page.evaluate(() => {
    const { components } = window.trefonds.inventory;
    const needs = components.flatMap((of) => of.r);
    return [components.some((of) => of.ds < 0), components.some((of) => of.ea > 0), components.some((of) => of.pl), needs.some((need) => need.q)];
  });
  assert.deepEqual(held, [true, true, true, true]);
  await check();
});
