// Takes the picture of the report that the README shows: what a withdrawal of US stops within 30 days.
import { open, report, start, stop } from "./tests/harness.mjs";

await start();
const { page } = await open(`${report("inventories/hospital")}#map&w=jurisdiction:US&by=720`, { width: 1400, height: 790 });
await page.waitForTimeout(1000);
await page.screenshot({ path: process.argv[2] });
await stop();
