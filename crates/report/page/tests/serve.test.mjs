// A page that is served follows the files, keeps what the reader chose, and shows errors rather than an older page.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { inventory, open, program, root, start, stop } from "./harness.mjs";

before(start);
after(stop);

const text = (name) => `trefonds: 1
home: [FR]
components:
  s: { name: ${name}, layer: service, depends_on: [t] }
  t: { name: Serveur, layer: infrastructure, operator: undisclosed, suppliers: none, site: FR, data: none }
`;

test("the page of a running program", async () => {
  const folder = inventory({ "trefonds.yaml": text("Accueil") });
  const serving = spawn(program, ["serve", folder, "--listen", "127.0.0.1:0"], { cwd: root });
  try {
    let address;
    for await (const line of createInterface({ input: serving.stdout })) {
      address = /http:\S+/.exec(line)?.[0];
      if (address) break;
    }
    const { page, faults } = await open(address);
    await page.getByRole("searchbox").fill("accueil");
    await page.locator(".components button").first().click();
    writeFileSync(join(folder, "trefonds.yaml"), text("["));
    await page.locator("pre.problems").waitFor();
    assert.match(await page.locator("pre.problems").textContent(), /trefonds\.yaml:4:/);
    writeFileSync(join(folder, "trefonds.yaml"), text("Standard"));
    await page.locator("#explorer canvas").waitFor();
    // What was chosen is chosen again, under its new name.
    assert.equal(await page.locator(".details h3").textContent(), "Standard");
    assert.deepEqual(faults.filter((fault) => !fault.startsWith(`request: ${address}state`) && !fault.startsWith(`request: ${address}`)), []);
  } finally {
    serving.kill();
  }
});
