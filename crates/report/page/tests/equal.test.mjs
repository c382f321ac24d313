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
    ? inventory.components.map((of) => `component:${of.i}`)
    : [...inventory.events].filter(([, event]) => event.l.includes(level)).map(([key]) => key);
  const hours = (time) => (time === Infinity ? null : time);
  const found = [];
  for (const key of keys) {
    const times = inventory.equations.solve(inventory.withdrawal([key]));
    for (const at of inventory.services) {
      if (times.careful[at] < Infinity) {
        const id = key.slice(key.indexOf(":") + 1);
        found.push([id, inventory.components[at].i, hours(times.careful[at]), hours(times.settled[at])].join(" "));
      }
    }
  }
  return found.sort();
}, level);

for (const name of shipped) {
  test(`every single withdrawal of ${name}`, async () => {
    const path = `inventories/${name}`;
    const { page, check } = await open(report(path));
    for (const level of ["component", "entity", "controller", "jurisdiction"]) {
      const list = JSON.parse(trefonds("spof", path, "--level", level, "--all", "--format", "json"));
      const expected = list.findings.map((of) =>
        [of.event, of.service, of.survival_hours.careful, of.survival_hours.settled].join(" ")).sort();
      assert.ok(expected.length > 0);
      assert.deepEqual(await stops(page, level), expected, level);
    }
    await check();
  });
}
