// What has ended, in the page: down whatever is withdrawn, marked on the map, and nothing to withdraw.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { open, press, report, start, stop } from "./harness.mjs";

let address;
before(async () => { await start(); address = report("tests/inventories/ended-and-one-hand"); });
after(stop);

const listed = (page, kind) => page.locator(`.outcome .${kind} li`).evaluateAll((items) =>
  items.map((item) => [item.dataset.service, item.querySelector(".time").textContent]));

test("who is down stands there before anything is withdrawn, and goes by the horizon", async () => {
  const { page, check } = await open(address);
  const down = [
    ["archive", "down: what it needs is not there yet (vault (not there yet))"],
    ["portal", "down since 2026-10-24 (certificate (ended on 2026-10-20))"],
  ];
  assert.deepEqual(await listed(page, "down"), [...down, ["desk", "down from 2026-11-20 on (certificate (ended on 2026-10-20))"]]);
  await page.locator("input[type=range]").fill("0");
  assert.deepEqual(await listed(page, "down"), down);
  await check();
});

test("a withdrawal is told as if what has ended were back, unless it comes first", async () => {
  const { page, check } = await open(address);
  await page.locator(".ready button", { hasText: "US" }).click();
  assert.deepEqual(Object.fromEntries(await listed(page, "stopped")), {
    portal: "at once, if what has ended were back", desk: "at once", archive: "at once, if what has ended were back",
  });
  assert.deepEqual((await listed(page, "maybe")).map(([id]) => id), ["pay"]);
  assert.deepEqual((await listed(page, "holds")).map(([id]) => id), ["mail", "lobby"]);
  assert.equal((await listed(page, "down")).length, 3);
  await check();
});

test("two unknown hands and a country can be withdrawn together; the page says what it does not look for", async () => {
  const { page, check } = await open(address);
  await page.locator(".ready button", { hasText: "US" }).click();
  const who = page.locator("#explorer input[type=text]");
  await who.fill("who is above Quiet");
  await who.press("Enter");
  assert.ok((await listed(page, "maybe")).some(([id]) => id === "mail"));
  assert.match(await page.locator(".withdrawals").textContent(), /smallest sets that stop a service are not looked for here/);
  await check();
});

for (const [lang, ended, down] of [["en", "ended on 2026-10-20", "down since 2026-10-24"], ["fr", "a pris fin le 2026-10-20", "à l'arrêt depuis le 2026-10-24"]]) {
  test(`what has ended is marked on the map, alone and drawn together (${lang})`, async () => {
    const { page, check } = await open(report("tests/inventories/ended-and-one-hand", "--lang", lang));
    const picture = () => page.evaluate(() => window.trefonds.explorer.probe.svg().replaceAll("&#39;", "'"));
    const whole = await picture();
    assert.ok(whole.includes(ended) && whole.includes(down));
    await press(page, "certificate");
    assert.equal(await page.locator(".details .ended").first().textContent(), ended);
    // Nobody can withdraw it once more.
    assert.equal(await page.locator(".details .acts button").count(), 0);
    await page.locator(".grouping select").selectOption("layer");
    assert.ok((await picture()).includes(lang === "en" ? ">ended, and still needed: 1<" : ">pris fin, toujours<"));
    await check();
  });
}
