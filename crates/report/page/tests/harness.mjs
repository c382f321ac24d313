// Reports made by the real program, opened from disk in a real browser.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, mkdirSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

export const root = fileURLToPath(new URL("../../../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "trefonds-page-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

const browserPath = process.env.CHROMIUM ?? ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(existsSync);

/** The shipped inventories. */
export const shipped = readdirSync(join(root, "inventories")).filter((name) => name !== "policies").sort();

/** The program. */
export const program = process.env.TREFONDS ?? join(root, "target/debug/trefonds");

/** Runs the program from the root of the repository. */
export function trefonds(...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: root, encoding: "utf8", maxBuffer: 1 << 30 });
  assert.equal(status, 0, `trefonds ${args.join(" ")}\n${stderr}`);
  return stdout;
}

let made = 0;
/** The address of the report of an inventory. */
export function report(inventory, ...args) {
  const file = join(folder, `report-${made++}.html`);
  trefonds("report", inventory, "-o", file, ...args);
  return pathToFileURL(file).href;
}

/** An inventory written for one test: files by name. */
export function inventory(files) {
  const path = join(folder, `inventory-${made++}`);
  mkdirSync(path);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
  return path;
}

/** An inventory of so many components, always the same one. */
export function generated(count) {
  const path = join(folder, `generated-${count}`);
  const generate = process.env.GENERATE ?? join(root, "target/debug/examples/generate");
  if (!existsSync(path)) execFileSync(generate, [String(count), path]);
  return path;
}

let browser;
export async function start() {
  browser = await chromium.launch({
    executablePath: browserPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}
export async function stop() { await browser?.close(); }

/** Opens a page that must neither complain nor ask for anything; `check` says so at the end. */
export async function open(address, options = {}) {
  const { width = 1280, height = 900, ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, acceptDownloads: true, ...rest });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`); });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { faults.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const file = address.split("#")[0];
  page.on("request", (request) => {
    const url = request.url();
    if (url.split("#")[0] !== file && !url.startsWith(`blob:null`) && !url.startsWith("blob:file")) faults.push(`request: ${url.slice(0, 120)}`);
  });
  page.on("requestfailed", (request) => {
    const at = faults.indexOf(`request: ${request.url().slice(0, 120)}`);
    if (at >= 0 && request.failure()?.errorText === "csp") faults[at] = `stopped: ${request.url()}`;
  });
  await page.goto(address);
  return {
    page,
    async check() {
      assert.deepEqual(faults, []);
      await context.close();
    },
    faults,
  };
}

/** Presses a component on the map itself. */
export async function press(page, id) {
  const [x, y] = await page.evaluate((id) => window.trefonds.explorer.probe.middle(id), id);
  await page.locator("canvas").click({ position: { x, y } });
}
