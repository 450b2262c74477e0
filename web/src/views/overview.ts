// The head of the page: title, what it rests on, and the figures, each with what it counts behind it.
import { range, type Report, Tone } from "../data";
import { periodText } from "../dates";
import { append, evidenceButton, h } from "../dom";
import type { Evidence } from "../evidence";
import { count } from "../words";

interface Figure {
  number: number;
  label: string;
  open: () => void;
}

export function overview(into: HTMLElement, evidence: Evidence): void {
  const { report } = evidence;
  append(into, [standfirst(report), figures(evidence)]);
}

function standfirst(report: Report): HTMLElement {
  const { data } = report;
  const days = data.docs.day.filter((day): day is number => day !== null);
  const span = days.length === 0 ? "" : `, published ${periodText(least(days), most(days))}`;
  const limits = [
    data.asOf === null ? "" : `as known on ${periodText(data.asOf, data.asOf)}`,
    data.from === null && data.until === null ? "" : limitText(data.from, data.until),
  ].filter((part) => part !== "");
  return h("p", { class: "standfirst" },
    `Who did what to whom, who says so and who denies it: what ${count(report.docCount, "document")} tell${report.docCount === 1 ? "s" : ""}${span}`,
    limits.length > 0 && `; ${limits.join(", ")}`, ". Every number opens the sentences that it rests on.");
}

function limitText(from: number | null, until: number | null): string {
  if (from !== null && until !== null) return `acts of ${periodText(from, until)}`;
  if (from !== null) return `acts since ${periodText(from, from)}`;
  return `acts until ${periodText(until!, until!)}`;
}

function least(days: number[]): number {
  return days.reduce((a, b) => Math.min(a, b));
}
function most(days: number[]): number {
  return days.reduce((a, b) => Math.max(a, b));
}

function figures(evidence: Evidence): HTMLElement {
  const { report } = evidence;
  const all = range(0, report.actCount);
  const standing = (name: string) => all.filter((act) => report.standing(act) === name);
  const acts = (label: string, chosen: number[], title: string): Figure =>
    ({ number: chosen.length, label, open: () => evidence.openActs(title, chosen) });
  const sentences = range(0, report.data.reports.act.length);
  const entries: Figure[] = [
    { number: report.docCount, label: "documents", open: () => evidence.openDocuments("Documents", byDay(report)) },
    { number: sentences.length, label: "reports in them", open: () => evidence.openReports("Reports", sentences) },
    acts("acts and relations that these tell of", all, "All acts"),
    acts("established", standing("established"), "Established acts"),
    acts("claimed by one side or speaker only", standing("claimed"), "Acts that are only claimed"),
    acts("disputed whether they happened", standing("disputed"), "Disputed acts"),
    acts("only denied", standing("denied"), "Acts that are only denied"),
    acts("cooperative", all.filter((act) => report.tone(act) === Tone.cooperation), "Cooperation"),
    acts("conflictual", all.filter((act) => report.tone(act) === Tone.conflict), "Conflict"),
  ];
  return h("dl", { class: "figures" }, entries.filter((entry) => entry.number > 0).map((entry, i) =>
    h("div", { class: i < 3 ? "figure figure-large" : "figure" },
      h("dt", null, entry.label),
      h("dd", null, evidenceButton(entry.number.toLocaleString("en"), `${entry.number} ${entry.label}`, entry.open)))));
}

function byDay(report: Report): number[] {
  const { day } = report.data.docs;
  return range(0, report.docCount).sort((a, b) => (day[a] ?? Infinity) - (day[b] ?? Infinity) || a - b);
}
