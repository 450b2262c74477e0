// Writes a page of invented data, to look at while working on the page: npm run preview FILE.
import { readFileSync, writeFileSync } from "node:fs";
import { fixture, packed } from "./test/fixture";

const [, , page, out] = process.argv;
const { data, chunks } = fixture(400);
const embedded = (json: string) => json.replaceAll("<", "\\u003c");
const slots: Record<string, string> = {
  title: "The war that nobody fought", program: "entente", data: embedded(JSON.stringify(data)),
  texts: chunks.map((chunk, i) => `<script type="text/plain" id="text-${i}">${packed(chunk)}</script>\n`).join(""),
};
const pieces = JSON.parse(readFileSync(page!, "utf8")) as { text?: string; slot?: string }[];
writeFileSync(out!, pieces.map((piece) => piece.text ?? slots[piece.slot!] ?? "").join(""));
