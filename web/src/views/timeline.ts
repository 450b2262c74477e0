// The timeline: bars of how much happened when, and the acts themselves, both for what the filter lets through.
import { type Bin, binned, binText } from "../bins";
import type { Report } from "../data";
import { dayOf, isoOf, shortDayText } from "../dates";
import { append, drawnToWidth, evidenceButton, growing, h, replace, s } from "../dom";
import type { Evidence } from "../evidence";
import { everything, type Filter, filtered } from "../filter";
import { roving } from "../roving";
import { actText, capital, count, kindText, parties, placesText, standingText, statusText, typeText, whenText } from "../words";

const rowsAtOnce = 40;
const barHeight = 120;

export function timeline(into: HTMLElement, evidence: Evidence): void {
  const { report } = evidence;
  const form = new FilterForm(report, () => show());
  const bars = h("div", { class: "bars" });
  const note = h("p", { class: "filter-note", role: "status" });
  const rows = h("ol", { class: "rows" });
  const more = h("div");
  let acts: number[] = [];
  let width = 0;

  const drawBars = () => {
    if (width > 0) replace(bars, barChart(report, acts, width, (bin) => form.narrow(bin.first, bin.last)));
  };
  const show = () => {
    acts = inOrder(report, filtered(report, form.filter()));
    replace(note, evidenceButton(`${count(acts.length, "act")}`, `All sentences of ${count(acts.length, "act")}`,
      () => evidence.openActs("Acts of the timeline", acts)),
    acts.length === report.actCount ? " in all, by day" : ` of ${report.actCount.toLocaleString("en")}, by day`);
    drawBars();
    rows.replaceChildren();
    replace(more, growing(rows, acts.length, rowsAtOnce, (i) => row(evidence, acts[i]!), "acts"));
  };
  append(into, [form.element, bars, toneKey(), note, rows, more]);
  show();
  drawnToWidth(bars, (now) => {
    width = now;
    drawBars();
  });
}

/** By first day; those without one at the end. */
function inOrder(report: Report, acts: number[]): number[] {
  const { first } = report.data.acts;
  return acts.sort((a, b) => (first[a] ?? Infinity) - (first[b] ?? Infinity) || a - b);
}

export function toneKey(): HTMLElement {
  return h("p", { class: "key" },
    h("span", { class: "key-cooperation" }, "cooperation"), " ", h("span", { class: "key-conflict" }, "conflict"));
}

function row(evidence: Evidence, act: number): HTMLElement {
  const { report } = evidence;
  const { left, sign, right } = parties(report, act);
  const status = report.status(act);
  const standing = report.standing(act);
  const places = placesText(report, act);
  return h("li", { class: `row tone-${["cooperation", "conflict", "neither"][report.tone(act)]!}` },
    h("span", { class: "row-when" }, report.data.acts.dated[act] === 0 && report.data.acts.first[act] !== null && "reported ", whenText(report, act)),
    h("span", { class: "row-what" },
      h("strong", null, left, sign !== "" && [" ", h("span", { "aria-label": "towards" }, sign), " ", right]), " ",
      h("span", { class: "row-kind" }, kindText(report, act)),
      places !== "" && h("span", { class: "row-where" }, ` · ${places}`),
      status !== "actual" && h("span", { class: "row-status" }, ` · ${capital(statusText(status))}`)),
    h("span", { class: `standing standing-${standing}` }, standingText(standing)),
    h("span", { class: "row-reports" }, evidenceButton(count(report.reportCount(act), "report"),
      `${count(report.reportCount(act), "report")}: ${actText(report, act)}`,
      () => evidence.openActs(actText(report, act), [act]))));
}

function barChart(report: Report, acts: number[], width: number, choose: (bin: Bin) => void): SVGElement {
  const bins = binned(report, acts, Math.max(12, Math.min(72, Math.floor(width / 11))));
  const most = bins.reduce((top, bin) => Math.max(top, bin.cooperation, bin.conflict + bin.neither), 1);
  const middle = barHeight / 2;
  const step = width / Math.max(1, bins.length);
  const tall = (n: number) => (n / most) * (middle - 4);
  const marks = bins.map((bin, i) => {
    const total = bin.cooperation + bin.conflict + bin.neither;
    const bar = (n: number, y: number, name: string) =>
      s("rect", { class: name, x: i * step + 1, width: Math.max(1, step - 2), y, height: tall(n) });
    return s("g", {
      class: "bar", click: () => choose(bin),
      "aria-label": `${binText(bin)}: ${count(total, "act")}, ${bin.cooperation} cooperative, ${bin.conflict} conflictual. Show them`,
    }, s("title", null, `${binText(bin)}: ${bin.cooperation} cooperative, ${bin.conflict} conflictual`),
    s("rect", { class: "bar-room", x: i * step, width: step, y: 0, height: barHeight }),
    bar(bin.cooperation, middle - tall(bin.cooperation), "fill-cooperation"),
    bar(bin.conflict, middle, "fill-conflict"),
    bar(bin.neither, middle + tall(bin.conflict), "fill-neither"));
  });
  const chart = s("svg", {
    viewBox: `0 0 ${width} ${barHeight + 18}`, role: "group", class: "bar-chart",
    "aria-label": "Acts over time; the arrow keys go from bar to bar, Enter shows its acts",
  }, marks, s("line", { class: "axis", x1: 0, x2: width, y1: middle, y2: middle }));
  if (bins.length > 0) {
    chart.append(s("text", { class: "tick", x: 0, y: barHeight + 14 }, startText(bins)),
      s("text", { class: "tick", x: width, y: barHeight + 14, "text-anchor": "end" }, endText(bins)));
  }
  roving(chart, marks);
  return chart;
}

function startText(bins: Bin[]): string {
  const earlier = bins[0]!.side === "earlier";
  return `${earlier ? "earlier, then from " : ""}${shortDayText(bins[earlier ? 1 : 0]!.first)}`;
}

function endText(bins: Bin[]): string {
  const later = bins.at(-1)!.side === "later";
  return `${shortDayText(bins.at(later ? -2 : -1)!.last)}${later ? ", then later" : ""}`;
}

/** The controls above the timeline. */
class FilterForm {
  readonly element: HTMLFormElement;
  private readonly party: HTMLSelectElement;
  private readonly type: HTMLSelectElement;
  private readonly standing: HTMLSelectElement;
  private readonly status: HTMLSelectElement;
  private readonly from = h("input", { type: "date", name: "from" });
  private readonly until = h("input", { type: "date", name: "until" });

  constructor(report: Report, changed: () => void) {
    this.party = select("party", [["", "anyone"], ...partyOptions(report)]);
    this.type = select("type", [["", "anything"], ["cooperation", "all cooperation"], ["conflict", "all conflict"],
      ...report.data.types.map((name): [string, string] => [name, typeText(name)])]);
    this.standing = select("standing", [["", "any"], ...report.data.standings.map(
      (name): [string, string] => [name, standingText(name).toLowerCase()])]);
    this.status = select("status", [["", "all"], ...report.data.statuses.map(
      (name): [string, string] => [name, statusText(name)])]);
    this.element = h("form", { class: "filter", "aria-label": "Which acts are shown", change: changed,
      submit: (event: Event) => event.preventDefault(), reset: () => setTimeout(changed) },
    field("Who", this.party), field("What", this.type), field("Known how", this.standing), field("Which", this.status),
    field("From", this.from), field("Until", this.until),
    h("button", { type: "reset", class: "quiet" }, "Show all"));
    this.changed = changed;
  }

  private readonly changed: () => void;

  filter(): Filter {
    return {
      ...everything, party: this.party.value, type: this.type.value, standing: this.standing.value,
      status: this.status.value, from: dayOf(this.from.value), until: dayOf(this.until.value),
    };
  }

  narrow(first: number, last: number): void {
    this.from.value = isoOf(first);
    this.until.value = isoOf(last);
    this.changed();
    this.from.focus();
  }
}

function field(label: string, control: HTMLElement): HTMLElement {
  return h("label", null, h("span", null, label), control);
}

function select(name: string, options: [string, string][]): HTMLSelectElement {
  return h("select", { name }, options.map(([value, text]) => h("option", { value }, text)));
}

/** All who act or are acted upon, by name, with how often. */
function partyOptions(report: Report): [string, string][] {
  const { acts, actors } = report.data;
  const seen = new Map<number, number>();
  for (let act = 0; act < report.actCount; ++act) {
    for (const actor of new Set([...acts.actor[act]!, ...acts.recipient[act]!])) {
      seen.set(actor, (seen.get(actor) ?? 0) + 1);
    }
  }
  return [...seen].map(([actor, times]): [string, string] => [actors[actor]![0], `${actors[actor]![1]} (${times})`])
    .sort(([, a], [, b]) => a.localeCompare(b, "en"));
}

