// What the page works out is what `trefonds spof` prints: every withdrawal, every service, both readings.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, report, shipped, start, stop, trefonds } from "./harness.mjs";

before(start);
after(stop);

/** Of every withdrawal of a level in the page: "event service careful settled outages" for each stop. */
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
        const outages = (times.outages?.(at) ?? []).map(({ from, until, certain }) => `${from}-${minutes(until)}${certain ? "" : "?"}`);
        found.push([id, inventory.components[at].i, minutes(times.careful[at]), minutes(times.settled[at]), ...outages].join(" "));
      }
    }
  }
  return found.sort();
}, level);

const ended = "tests/inventories/ended-and-one-hand";
const back = "tests/inventories/down-and-back";
/** The shipped inventories, and what these do not hold: what has ended, several places, candidates; what comes
 * down and back. */
const all = [...shipped.map((name) => `inventories/${name}`), ended, back];

/** The outages of a finding or a service, as above. */
const outages = (of) => (of.outages ?? []).map((it) =>
  `${it.from_minutes}-${it.until_minutes ?? null}${it.certainty === "certain" ? "" : "?"}`);

for (const path of all) {
  test(`every single withdrawal of ${path}`, async () => {
    const { page, check } = await open(report(path));
    for (const level of ["component", "entity", "controller", "jurisdiction"]) {
      const list = JSON.parse(trefonds("spof", path, "--level", level, "--all", "--format", "json"));
      const withdrawals = list.findings.filter((of) => of.event_kind !== "ended");
      const expected = withdrawals.map((of) =>
        [of.event, of.service, of.survival_minutes.careful, of.survival_minutes.settled, ...outages(of)].join(" ")).sort();
      assert.ok(expected.length > 0);
      assert.deepEqual(await stops(page, level), expected, level);
    }
    await check();
  });
}

test("what has ended, several places and candidates are in what was compared", async () => {
  const { page, check } = await open(report(ended));
  const held = await page.evaluate(() => {
    const { components } = window.trefonds.inventory;
    const needs = components.flatMap((of) => of.r);
    return [components.some((of) => of.ds < 0), components.some((of) => of.ea > 0), components.some((of) => of.pl), needs.some((need) => need.q)];
  });
  assert.deepEqual(held, [true, true, true, true]);
  await check();
});

test("what comes down and back is in what was compared", async () => {
  const { page, check } = await open(report(back));
  const held = await page.evaluate(() => {
    const { components, equations } = window.trefonds.inventory;
    const groups = components.flatMap((of) => of.r.flatMap((need) => [need, ...(need.g ?? [])])).filter((need) => need.n);
    const members = groups.flatMap((group) => group.g);
    return {
      static: members.some((it) => it.s && !it.s.x), late: members.some((it) => it.s?.x && !it.s.f), circle: members.some((it) => it.s?.f),
      many: groups.some((group) => group.n > 1), restarts: components.some((of) => of.rs),
      repairs: components.some((of) => of.rw?.some((it) => it.q)) && components.some((of) => of.rw?.some((it) => !it.q)),
      places: components.filter((of) => of.pl).map((of) => of.pn ?? 0).sort(), ended: components.some((of) => of.ds < 0),
      outages: equations.solve({ events: [], components: [] }).outages !== undefined,
    };
  });
  assert.deepEqual(held, {
    static: true, late: true, circle: true, many: true, restarts: true, repairs: true, places: [0, 1, 2, 2], ended: true, outages: true,
  });
  await check();
});

/** Of several withdrawals at once, as `trefonds whatif` tells them. */
const together = [["jurisdiction:IE", "component:bank"], ["entity:us-telecom", "entity:fr-host"], ["controller:us-corp", "component:spare-clock"],
  ["component:clock", "component:office"], ["component:trunk-a", "component:trunk-b", "component:lamp"]];

test("several withdrawals of what comes down and back", async () => {
  const { page, check } = await open(report(back));
  for (const keys of together) {
    const list = JSON.parse(trefonds("whatif", back, ...keys.flatMap((key) => ["--withdraw", key]), "--format", "json"));
    const expected = list.stopped.map((of) => [of.service.id, of.survival_minutes.careful, of.survival_minutes.settled, ...outages(of)].join(" ")).sort();
    assert.ok(expected.length > 0, keys.join(" "));
    const found = await page.evaluate((keys) => {
      const { inventory } = window.trefonds;
      const times = inventory.equations.solve(inventory.withdrawal(keys));
      const minutes = (time) => (time === Infinity ? null : time);
      return inventory.services.filter((at) => times.careful[at] < Infinity).map((at) => [
        inventory.components[at].i, minutes(times.careful[at]), minutes(times.settled[at]),
        ...times.outages(at).map(({ from, until, certain }) => `${from}-${minutes(until)}${certain ? "" : "?"}`),
      ].join(" ")).sort();
    }, keys);
    assert.deepEqual(found, expected, keys.join(" "));
  }
  await check();
});
