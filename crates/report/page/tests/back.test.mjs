// What comes down and back, in the page: the words are those of the lists, in both languages.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, report, start, stop, trefonds } from "./harness.mjs";

const path = "tests/inventories/down-and-back";
before(start);
after(stop);

const listed = (page, kind) => page.locator(`.outcome .${kind} li`).evaluateAll((items) =>
  Object.fromEntries(items.map((item) => [item.dataset.service, item.querySelector(".time").textContent.replaceAll("\u00a0", " ")])));

/** The column "stops" of the list of countries, by service: the first table of the United States. */
const told = (lang) => {
  const rows = trefonds("spof", path, "--level", "jurisdiction", "--lang", lang, "--format", "markdown").split("\n");
  const first = rows.findIndex((row) => /^#+ .*\(US\)/.test(row));
  const table = rows.slice(first + 1).filter((row, at, all) => all.slice(0, at + 1).every((one) => !one.startsWith("#")));
  const cells = table.filter((row) => row.startsWith("|")).slice(2).map((row) => row.split("|").map((cell) => cell.trim()));
  return Object.fromEntries(cells.map((row) => [row[1], row[3].replaceAll("\u00a0", " ").replaceAll("**", "")]));
};

for (const lang of ["en", "fr"]) {
  test(`outages are told as the lists tell them (${lang})`, async () => {
    const { page, check } = await open(report(path, "--lang", lang));
    await page.locator(".ready button", { hasText: "US" }).click();
    const names = await page.evaluate(() => Object.fromEntries(window.trefonds.inventory.components.map((of) => [of.i, of.n])));
    const stopped = Object.entries(await listed(page, "stopped")).map(([id, text]) => [names[id], text]);
    assert.ok(stopped.length > 5);
    assert.deepEqual(Object.fromEntries(stopped.sort()), Object.fromEntries(Object.entries(told(lang)).sort()));
    await check();
  });
}

test("what is up again by the horizon is marked with both times; later outages wait", async () => {
  const { page, check } = await open(report(path));
  await page.locator(".ready button", { hasText: "US" }).click();
  const stopped = await listed(page, "stopped");
  assert.equal(stopped["sign-in"], "interrupted until 2 h 30 min");
  assert.equal(stopped.payments, "interrupted until 4 h; 10 d, for good");
  assert.equal(stopped.calls, "interrupted until 24 h; possibly 3 d, for good");
  const picture = () => page.evaluate(() => window.trefonds.explorer.probe.svg());
  assert.ok((await picture()).includes(">0 – 2 h 30 min<"));
  assert.ok(!(await picture()).includes(">1 h – 6 h<"));
  // By seven days.
  await page.locator("input[type=range]").fill("8");
  assert.equal((await listed(page, "stopped")).payments, "interrupted until 4 h");
  assert.ok((await picture()).includes(">1 h – 6 h<"));
  await check();
});

test("the panel says what takes over, restarts, repairs, and how many places are needed", async () => {
  const { page, check } = await open(`${report(path)}#map&w=jurisdiction%3AUS&c=office`);
  const details = async (id) => {
    await page.evaluate((id) => window.trefonds.explorer.reveal(id), id);
    return (await page.locator(".details").textContent()).replaceAll("\u00a0", " ");
  };
  const office = await details("office");
  assert.match(office, /Down: interrupted until 6 h; 10 d, for good/);
  assert.match(office, /at least 1 of 2/);
  assert.match(office, /takes over in 4 h/);
  assert.match(office, /Up again 2 h after the cause is over/);
  assert.match(await details("store"), /never takes over: it needs what it is to replace/);
  assert.match(await details("archive"), /Its repair needs.*office.*lamp.*not confirmed/);
  assert.match(await details("cluster"), /Needs 2 of its 3 places/);
  await check();
});
