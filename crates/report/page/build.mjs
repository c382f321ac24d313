// Builds dist/page.js and dist/page.css from src/. The same sources and lock file give the same bytes.
import { build } from "esbuild";
import { readFileSync, writeFileSync, mkdirSync } from "node:fs";

const here = new URL(".", import.meta.url).pathname;
const out = process.argv[2] ?? `${here}dist`;

/** The licences of what is bundled, which have to go with it. */
function licences(inputs) {
  const packages = new Set();
  for (const file of Object.keys(inputs)) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file);
    if (found) packages.add(found[1]);
  }
  const texts = [...packages].sort().map((name) => {
    const folder = `${here}node_modules/${name}/`;
    const { version } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
    const text = readFileSync(`${folder}LICENSE`, "utf8").trim().replace(/\s+/g, " ");
    return `${name} ${version}: ${text.replaceAll("*/", "* /")}`;
  });
  return `/*! ${texts.join("\n")} */\n`;
}

const common = { absWorkingDir: here, bundle: true, minify: true, write: false, charset: "utf8", target: "es2022" };
const script = await build({ ...common, entryPoints: ["src/main.ts"], format: "iife", metafile: true, legalComments: "none" });
const live = await build({ ...common, entryPoints: ["src/live.ts"], format: "iife", legalComments: "none" });
const style = await build({ ...common, entryPoints: ["src/page.css"] });
const text = licences(script.metafile.inputs) + script.outputFiles[0].text;
// The script stands inside the page: nothing in it may look like the end of an element.
if (/<\/script|<!--/i.test(text)) throw new Error("the script would end its own element");
mkdirSync(out, { recursive: true });
writeFileSync(`${out}/page.js`, text);
writeFileSync(`${out}/live.js`, live.outputFiles[0].text);
writeFileSync(`${out}/page.css`, style.outputFiles[0].text);
