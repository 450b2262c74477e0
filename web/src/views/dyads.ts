// How pairs of parties have acted towards each other: cooperation above the line, conflict below,
// each way apart, with the points at which the level changed.
import { scaleLinear, scaleUtc } from "d3-scale";
import { area, curveMonotoneX } from "d3-shape";
import { type Direction, type Dyad, type Report, Tone, toneOf, type Turn } from "../data";
import { dateOf, dayText, shortDayText, tickText } from "../dates";
import { append, drawnToWidth, evidenceButton, growing, h, s } from "../dom";
import type { Evidence } from "../evidence";
import { count, quadText } from "../words";
import { toneKey } from "./timeline";

const atOnce = 6;
const panelHeight = 130;
const margin = { left: 34, right: 10, top: 18, bottom: 20 };

export function dyads(into: HTMLElement, evidence: Evidence): void {
  const all = evidence.report.data.dyads;
  if (all.length === 0) {
    append(into, [h("p", { class: "empty" }, "No two parties have acted towards each other often enough for a curve.")]);
    return;
  }
  const holder = h("div", { class: "dyads" });
  const halves = [...new Set(all.map((dyad) => dyad.halfLife))];
  const fading = h("p", { class: "credit" },
    `In points of Goldstein’s scale; of an act, half is left after ${halves.join(" or ")} days. Acts that happened, by any report.`);
  append(into, [toneKey(), fading, holder, growing(holder, all.length, atOnce, (i) => pair(evidence, all[i]!), "pairs")]);
}

function pair(evidence: Evidence, dyad: Dyad): HTMLElement {
  const { report } = evidence;
  const names = partiesOf(report, dyad);
  const top = dyad.directions.reduce((most, way) => Math.max(most, ...way.cooperation, ...way.conflict), 0) || 1;
  return h("section", { class: "dyad", "aria-label": names.join(" and ") },
    h("h3", null, names.join(" and ")),
    dyad.directions.map((way) => direction(evidence, dyad, way, top)));
}

function partiesOf(report: Report, dyad: Dyad): string[] {
  return [...new Set(dyad.directions.flatMap((way) => [way.actor, way.recipient]))].map((actor) => report.actorName(actor));
}

function direction(evidence: Evidence, dyad: Dyad, way: Direction, top: number): HTMLElement {
  const { report } = evidence;
  const title = `${report.actorName(way.actor)} → ${report.actorName(way.recipient)}`;
  const ofTone = (tone: Tone) => way.acts.filter((act) => report.tone(act) === tone);
  const [cooperation, conflict] = [ofTone(Tone.cooperation), ofTone(Tone.conflict)];
  const holder = h("div", { class: "panel" });
  drawnToWidth(holder, (width) => holder.replaceChildren(panel(dyad, way, title, top, width)));
  return h("figure", { class: "direction" },
    h("figcaption", null, h("strong", null, title), ": ",
      evidenceButton(`${cooperation.length} cooperative`, `${title}: ${count(cooperation.length, "cooperative act")}`,
        () => evidence.openActs(`${title}: cooperation`, cooperation)), ", ",
      evidenceButton(`${conflict.length} conflictual`, `${title}: ${count(conflict.length, "conflictual act")}`,
        () => evidence.openActs(`${title}: conflict`, conflict)), " acts"),
    holder,
    way.turns.length > 0 && h("ol", { class: "turns" }, way.turns.map((turn, i) => turnLine(evidence, dyad, turn, i, title))));
}

function turnLine(evidence: Evidence, dyad: Dyad, turn: Turn, index: number, title: string): HTMLElement {
  const { day } = turn;
  const verb = turn.after > turn.before ? "rises" : "falls";
  return h("li", null, h("span", { class: "turn-number", "aria-hidden": "true" }, index + 1), " ",
    `${dyad.step === "week" ? "Week of " : "From "}${shortDayText(day)}: ${quadText(turn.quad)} ${verb} from ${level(turn.before)} to ${level(turn.after)} acts a ${dyad.step}`, " · ",
    evidenceButton(count(turn.acts.length, "act"), `${count(turn.acts.length, "act")} behind the turning point of ${dayText(day)}`,
      () => evidence.openActs(`${title}, turning point of ${dayText(day)}`, turn.acts)));
}

function level(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 2 });
}

function panel(dyad: Dyad, way: Direction, title: string, top: number, width: number): SVGElement {
  const [first, last] = [dyad.days[0]!, dyad.days.at(-1)!];
  const x = scaleUtc([dateOf(first), dateOf(Math.max(last, first + 1))], [margin.left, width - margin.right]);
  const y = scaleLinear([-top, top], [panelHeight - margin.bottom, margin.top]);
  const at = (index: number) => x(dateOf(dyad.days[index]!));
  const shape = (values: number[], sign: 1 | -1) => area<number>()
    .x((_, i) => at(i)).y0(y(0)).y1((value) => y(sign * value)).curve(curveMonotoneX)(values) ?? "";
  const ticks = x.ticks(Math.max(2, Math.floor(width / 110)));
  const format = (tick: Date) => tickText(Math.round(tick.getTime() / 86_400_000), last - first);
  return s("svg", {
    viewBox: `0 0 ${width} ${panelHeight}`, role: "img", class: "panel-chart",
    "aria-label": `${title} from ${dayText(first)} to ${dayText(last)}: cooperation at most ${level(Math.max(...way.cooperation))}, conflict at most ${level(Math.max(...way.conflict))}`,
  },
  y.ticks(3).map((tick) => s("g", { class: tick === 0 ? "zero" : "grid" },
    s("line", { x1: margin.left, x2: width - margin.right, y1: y(tick), y2: y(tick) }),
    s("text", { class: "tick", x: margin.left - 5, y: y(tick) + 3, "text-anchor": "end" }, level(Math.abs(tick))))),
  s("path", { class: "fill-cooperation", d: shape(way.cooperation, 1) }),
  s("path", { class: "fill-conflict", d: shape(way.conflict, -1) }),
  ticks.map((tick) => s("text", { class: "tick", x: x(tick), y: panelHeight - 4, "text-anchor": x(tick) > width - 30 ? "end" : "middle" }, format(tick))),
  turnMarks(way, (day) => x(dateOf(Math.max(first, Math.min(last, day))))));
}

/** Numbered, as the list below is; those of one place beside each other. */
function turnMarks(way: Direction, at: (day: number) => number): SVGElement[] {
  let edge = -Infinity;
  return way.turns.map((turn, i) => {
    const px = at(turn.day);
    const label = Math.max(px, edge + 16);
    edge = label;
    return s("g", { class: toneOf(turn.quad) === Tone.conflict ? "turn turn-conflict" : "turn turn-cooperation" },
      s("line", { x1: px, x2: px, y1: margin.top - 2, y2: panelHeight - margin.bottom }),
      s("circle", { cx: label, cy: 9, r: 7.5 }),
      s("text", { x: label, y: 12.5, "text-anchor": "middle" }, i + 1));
  });
}
