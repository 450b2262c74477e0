// Disputes: what is contradicted, the sides beside each other, and when each was heard.
import { type Dispute, type Report, type Side, Tone } from "../data";
import { shortDayText } from "../dates";
import { append, evidenceButton, growing, h } from "../dom";
import type { Evidence } from "../evidence";
import { distinct, weightOf } from "../rank";
import { claimText, count, kindText, list, parties, placesText, questionText, saidText, sourceText, whenText } from "../words";

const atOnce = 6;
const quotesAtOnce = 2;
/** A course of so few days is shown without asking. */
const shortCourse = 5;

export function disputes(into: HTMLElement, evidence: Evidence): void {
  const { report } = evidence;
  const sorted = report.data.disputes
    .map((dispute) => ({ dispute, weight: weightOf(report, dispute) }))
    .sort((a, b) => b.weight - a.weight)
    .map((entry) => entry.dispute);
  if (sorted.length === 0) {
    append(into, [h("p", { class: "empty" }, "No reports of one act contradict each other.")]);
    return;
  }
  const holder = h("div", { class: "disputes" });
  const acts = [...new Set(sorted.flatMap((dispute) => dispute.acts))];
  append(into, [h("p", { class: "credit" }, `${count(sorted.length, "dispute")} about `,
    evidenceButton(count(acts.length, "act"), null, () => evidence.openActs("Acts that are disputed in any way", acts))), holder, growing(holder, sorted.length, atOnce, (i) => card(evidence, sorted[i]!), "disputes")]);
}

function card(evidence: Evidence, dispute: Dispute): HTMLElement {
  const { report } = evidence;
  const act = dispute.acts[0]!;
  const question = questionText(dispute.about);
  const title = `${question} ${subject(report, dispute)}`;
  return h("article", { class: "dispute" },
    h("h3", null, h("span", { class: "question" }, question), " ", subject(report, dispute)),
    h("p", { class: "credit" },
      [whenText(report, act), placesText(report, act)].filter((part) => part !== "").join(" · "), " · ",
      evidenceButton(count(dispute.acts.length, "act"), `${count(dispute.acts.length, "act")} that this is about`,
        () => evidence.openActs(title, dispute.acts))),
    h("div", { class: "sides" }, dispute.sides.map((one) => side(evidence, dispute, one, title))),
    course(evidence, dispute));
}

/** What the question is about, without what is contradicted. */
function subject(report: Report, dispute: Dispute): string {
  const act = dispute.acts[0]!;
  const kind = kindText(report, act);
  const names = (actors: number[]) => list(actors.map((actor) => report.actorName(actor)));
  if (dispute.about === "actor") {
    const recipient = names(report.data.acts.recipient[act]!);
    return recipient === "" ? kind : `${kind} ${toward(report, act)} ${recipient}`;
  }
  if (dispute.about === "recipient") {
    const actor = names(report.data.acts.actor[act]!);
    return actor === "" ? kind : `${kind} by ${actor}`;
  }
  const { left, sign, right } = parties(report, act);
  if (report.data.acts.actor[act]!.length === 0) return right === "" ? kind : `${kind} ${toward(report, act)} ${right}`;
  return sign === "" ? `${kind} by ${left}` : `${kind}, ${left} ${sign} ${right}`;
}

function toward(report: Report, act: number): string {
  return report.tone(act) === Tone.conflict ? "against" : "towards";
}

function side(evidence: Evidence, dispute: Dispute, one: Side, title: string): HTMLElement {
  const { report } = evidence;
  const claim = claimText(report, dispute, one.claim);
  const reports = distinct(report, one.reports);
  const quotes = h("div", { class: "quotes" });
  return h("div", { class: "side", role: "group", "aria-label": `One side: ${claim}` },
    h("h4", null, claim),
    one.speakers.length > 0 && h("p", { class: "speakers" }, one.speakers.length === 1 ? "says " : "say ", speakers(report, one)),
    h("p", { class: "credit" },
      evidenceButton(count(reports.length, "sentence"), `${count(reports.length, "sentence")} for: ${claim}`,
        () => evidence.openReports(`${title} – ${claim}`, reports)),
      one.first !== null && `, ${saidText(one.first, one.last)}`),
    quotes,
    growing(quotes, reports.length, quotesAtOnce, (i) => evidence.quote(reports[i]!), "sentences"));
}

function speakers(report: Report, one: Side): string {
  const names = one.speakers.map((source) => sourceText(report, source));
  return names.length > 8 ? `${names.slice(0, 8).join(", ")} and ${names.length - 8} others` : list(names);
}

/** How it changed: each day on which somebody said something, and which side they took. */
function course(evidence: Evidence, dispute: Dispute): HTMLElement | null {
  const steps = courseOf(evidence.report, dispute);
  if (steps.length < 2) return null;
  return h("details", { class: "course", open: steps.length <= shortCourse },
    h("summary", null, `How it changed, ${shortDayText(steps[0]!.day)} to ${shortDayText(steps.at(-1)!.day)}`),
    h("ol", null, steps.map((step) => h("li", null,
      h("span", { class: "course-day" }, shortDayText(step.day)), " ",
      step.sides.map(({ side: which, reports }, i) => [i > 0 && "; ",
        h("span", { class: "course-claim" }, claimText(evidence.report, dispute, dispute.sides[which]!.claim)), ": ",
        evidenceButton(whoSays(evidence, reports), null,
          () => evidence.openReports(claimText(evidence.report, dispute, dispute.sides[which]!.claim), reports))])))));
}

function whoSays(evidence: Evidence, reports: number[]): string {
  const { data } = evidence.report;
  const names = reports.map((one) => {
    const nearest = data.reports.saidBy[one]![0];
    return nearest === undefined ? evidence.publisherOf(data.reports.doc[one]!) : evidence.report.actorName(nearest);
  });
  return list([...new Set(names)]);
}

interface Step {
  day: number;
  sides: { side: number; reports: number[] }[];
}

function courseOf(report: Report, dispute: Dispute): Step[] {
  const byDay = new Map<number, Map<number, number[]>>();
  dispute.sides.forEach((one, which) => {
    for (const at of one.reports) {
      const day = report.data.docs.day[report.data.reports.doc[at]!];
      if (day === null || day === undefined) continue;
      const sides = byDay.get(day) ?? new Map<number, number[]>();
      byDay.set(day, sides.set(which, [...(sides.get(which) ?? []), at]));
    }
  });
  return [...byDay].sort(([a], [b]) => a - b)
    .map(([day, sides]) => ({ day, sides: [...sides].map(([which, reports]) => ({ side: which, reports })) }));
}
