// Bundles the page: one script, one style sheet, the shapes of the world packed, and all of it as a
// C++ source whose parts src/serve/ puts together. build.mjs [OUT], by default ./out.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync } from "node:zlib";
import * as esbuild from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2] ?? join(here, "out");
const target = ["chrome103", "firefox113", "safari16.4"];

async function bundle(entry) {
  const built = await esbuild.build({
    absWorkingDir: here, entryPoints: [entry], bundle: true, minify: true, write: false, target,
    format: "iife", legalComments: "none", logLevel: "warning", metafile: true,
  });
  return { text: built.outputFiles[0].text.trim(), inputs: Object.keys(built.metafile.inputs) };
}

function packed(text) {
  return deflateSync(text, { level: 9 }).toString("base64");
}

/** The licences of all packages that the page holds parts of; each page carries them along. */
function licences(inputs) {
  const names = new Set(["world-atlas"]);
  for (const input of inputs) {
    const found = /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) names.add(found[1]);
  }
  return [...names].sort().map((name) => {
    const folder = join(here, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})\n\n${readFileSync(join(folder, "LICENSE"), "utf8").trim()}\n`;
  }).join("\n\n");
}

/** What would end the element that the text is written into. */
function embeddable(text, element) {
  if (new RegExp(`</${element}|<!--`, "i").test(text)) throw new Error(`the ${element} would end itself`);
  return text;
}

function hashOf(text) {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

/** The page is cut where the program puts something in: {{name}}. */
function piecesOf(page) {
  return page.split(/\{\{([a-z-]+)\}\}/).map((text, i) => (i % 2 === 0 ? { text } : { slot: text }));
}

/** Raw strings of a length that every compiler takes. */
function literal(text) {
  const pieces = [];
  for (let at = 0; at < text.length; at += 8000) pieces.push(`R"~page~(${text.slice(at, at + 8000)})~page~"`);
  return pieces.length === 0 ? '""' : pieces.join("\n");
}

function source(pieces) {
  const texts = pieces.map(({ text }, i) => (text === undefined ? "" : `constexpr char text_${i}[] = ${literal(text)};\n`));
  const rows = pieces.map(({ slot }, i) => (slot ? `    {"${slot}", ""},` : `    {"", {text_${i}, sizeof text_${i} - 1}},`));
  return `// Made by web/build.mjs from web/; not to be edited.
#include "serve/page.h"

namespace entente {
namespace {

${texts.join("")}
constexpr PagePiece pieces[] = {
${rows.join("\n")}
};

}  // namespace

std::span<const PagePiece> page_pieces() { return pieces; }

}  // namespace entente
`;
}

const { text: code, inputs } = await bundle("src/main.ts");
const script = embeddable(code, "script");
const style = embeddable((await bundle("styles/page.css")).text, "style");
const atlas = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
const world = packed(readFileSync(atlas));
const known = { script, style, world, licences: packed(licences(inputs)), "script-hash": hashOf(script), "style-hash": hashOf(style) };
const page = readFileSync(join(here, "page.html"), "utf8");
const pieces = piecesOf(page).map((piece) => (piece.slot in known ? { text: known[piece.slot] } : piece));

mkdirSync(out, { recursive: true });
writeFileSync(join(out, "page.json"), JSON.stringify(pieces));
writeFileSync(join(out, "page.cc"), source(pieces));
