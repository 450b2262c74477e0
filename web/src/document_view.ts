// A document with what was found in it: the sentence asked for and the phrases that filled the
// fields of its item are marked; every other sentence with an item can be chosen.
import { positionsOf } from "./bytes";
import type { Sheet } from "./dialog";
import { dayText } from "./dates";
import { append, evidenceButton, h } from "./dom";
import type { Evidence } from "./evidence";
import { type Mark, runsOf } from "./marks";
import { type DocumentText, fieldNames } from "./texts";
import { actText, count, fieldWords, kindText, partiesText, standingText } from "./words";

export function documentSheet(evidence: Evidence, doc: number, report: number | null): Sheet {
  const { docs } = evidence.report.data;
  return {
    title: docs.title[doc] || docs.id[doc]!,
    fill: (body) => {
      body.append(source(evidence, doc));
      void fillText(evidence, body, doc, report);
    },
  };
}

/** Where it comes from. Only addresses of the web become links. */
function source(evidence: Evidence, doc: number): HTMLElement {
  const { docs } = evidence.report.data;
  const day = docs.day[doc];
  const url = docs.url[doc]!;
  const copyOf = docs.copyOf[doc]!;
  return h("p", { class: "sheet-note" },
    evidence.publisherOf(doc), typeof day === "number" && `, ${dayText(day)}`,
    /^https?:\/\//i.test(url) && [" · ", h("a", { href: url, rel: "noopener noreferrer" }, "where it was read")],
    copyOf >= 0 && [" · told before by ",
      evidenceButton(docs.title[copyOf] || docs.id[copyOf]!, null, () => evidence.openDocument(copyOf, null))]);
}

async function fillText(evidence: Evidence, body: HTMLElement, doc: number, report: number | null): Promise<void> {
  const found = await evidence.texts.of(doc);
  if (!found) {
    body.append(h("p", null, "The store has no text of this document: what is known of it was coded elsewhere."));
    if (report !== null) body.append(evidence.quote(report));
    return;
  }
  const reports = reportsOf(evidence, doc);
  if (report !== null) body.append(legend(evidence, report, found));
  else body.append(h("p", { class: "credit" }, count(found.items.length, "item was", "items were"), " found in it."));
  const text = h("div", { class: "document-text", lang: "" });
  append(text, paragraphs(found, marksFor(evidence, found, report), (item) => {
    const other = reports.get(item);
    if (other !== undefined) evidence.openDocument(doc, other);
  }));
  body.append(text);
  text.querySelector(".is-sentence")?.scrollIntoView({ block: "center" });
}

/** The report of each of the document's items. */
function reportsOf(evidence: Evidence, doc: number): Map<number, number> {
  const { reports } = evidence.report.data;
  const found = new Map<number, number>();
  reports.doc.forEach((other, report) => {
    if (other === doc) found.set(reports.item[report]!, report);
  });
  return found;
}

/** What is marked and how, in words. */
function legend(evidence: Evidence, report: number, found: DocumentText): HTMLElement {
  const { reports } = evidence.report.data;
  const act = reports.act[report]!;
  const item = found.items[reports.item[report]!];
  const fields = new Set<string>();
  for (let i = 2; item && i < item.length; i += 3) fields.add(fieldNames[item[i]!] ?? "");
  return h("div", { class: "legend" },
    h("p", null, h("strong", null, kindText(evidence.report, act)), ": ", partiesText(evidence.report, act), " · ",
      standingText(evidence.report.standing(act)), " · ",
      evidenceButton(count(evidence.report.reportCount(act), "report"), `All reports: ${actText(evidence.report, act)}`,
        () => evidence.openActs(actText(evidence.report, act), [act]))),
    h("ul", { class: "fields" }, fieldNames.filter((name) => fields.has(name)).map((name) =>
      h("li", null, h("mark", { class: `field field-${name}` }, fieldWords[name]!)))));
}

interface MarkedText {
  marks: Mark[];
  /** The item whose sentence a mark names. */
  items: Map<string, number>;
}

function marksFor(evidence: Evidence, found: DocumentText, report: number | null): MarkedText {
  const chosen = report === null ? -1 : evidence.report.data.reports.item[report]!;
  const offsets: number[] = [];
  for (const [begin, end] of found.items) offsets.push(begin, end);
  for (const [begin, end] of found.segments) offsets.push(begin, end);
  const spans = found.items[chosen]?.slice(2) ?? [];
  for (let i = 0; i < spans.length; i += 3) offsets.push(spans[i + 1]!, spans[i + 2]!);
  const at = positionsOf(found.text, offsets);
  const mark = (begin: number, end: number, name: string): Mark => ({ begin: at.get(begin)!, end: at.get(end)!, name });

  const marks: Mark[] = [];
  const items = new Map<string, number>();
  for (const [begin, end, kind] of found.segments) marks.push(mark(begin, end, `segment-${kind}`));
  const seen = new Set<number>();
  found.items.forEach(([begin, end], item) => {
    if (item === chosen) marks.push(mark(begin, end, "sentence"));
    else if (begin !== found.items[chosen]?.[0] && !seen.has(begin)) {
      seen.add(begin);
      marks.push(mark(begin, end, `item-${item}`));
      items.set(`item-${item}`, item);
    }
  });
  for (let i = 0; i < spans.length; i += 3) marks.push(mark(spans[i + 1]!, spans[i + 2]!, fieldNames[spans[i]!]!));
  return { marks, items };
}

/** The text in paragraphs, as it breaks into lines. */
function paragraphs(found: DocumentText, marked: MarkedText, choose: (item: number) => void): HTMLElement[] {
  const out: HTMLElement[] = [];
  for (const line of found.text.matchAll(/[^\n]+/g)) {
    const begin = line.index;
    const runs = runsOf(begin, begin + line[0].length, marked.marks.filter(
      (mark) => mark.begin < begin + line[0].length && mark.end > begin));
    const kinds = new Set(runs.flatMap((run) => run.names).filter((name) => name.startsWith("segment-")));
    const paragraph = h("p", { class: [...kinds].join(" ") || null });
    for (const run of runs) paragraph.append(runElement(found.text.slice(run.begin, run.end), run.names, run.begins, marked, choose));
    out.push(paragraph);
  }
  return out;
}

function runElement(
  text: string, names: string[], begins: string[], marked: MarkedText, choose: (item: number) => void,
): Node {
  const fields = names.filter((name) => (fieldNames as readonly string[]).includes(name));
  const other = names.find((name) => marked.items.has(name));
  if (names.includes("sentence") || fields.length > 0) {
    const begun = fields.filter((name) => begins.includes(name));
    const classes = [names.includes("sentence") && "is-sentence", fields.length > 0 && "field",
      ...fields.map((name) => `field-${name}`)].filter(Boolean).join(" ");
    return h("mark", { class: classes, title: fields.map((name) => fieldWords[name]!).join(", ") || null },
      begun.length > 0 && h("span", { class: "field-label" }, begun.map((name) => fieldWords[name]!).join(", ")), text);
  }
  if (other !== undefined) {
    return inlineButton(text, () => choose(marked.items.get(other)!));
  }
  return document.createTextNode(text);
}

/** A button that breaks across lines as the text around it does, which a real one would not. */
function inlineButton(text: string, press: () => void): HTMLElement {
  return h("span", {
    role: "button", tabindex: 0, class: "other-sentence", title: "Show what was read from this sentence",
    click: press,
    keydown: (event: KeyboardEvent) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      press();
    },
  }, text);
}
