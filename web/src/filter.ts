// Which acts the timeline shows.
import { type Report, Tone } from "./data";

export interface Filter {
  /** A code; one without a sector stands for all sectors of it. */
  party: string;
  /** A type's name, or "cooperation" or "conflict". */
  type: string;
  standing: string;
  status: string;
  from: number | null;
  until: number | null;
}

export const everything: Filter = {
  party: "", type: "", standing: "", status: "", from: null, until: null,
};

/** Whether `code` is `wanted` or a sector of it. */
export function isPartOf(code: string, wanted: string): boolean {
  return code === wanted || code.startsWith(`${wanted}:`);
}

/** The acts that pass, in their order. */
export function filtered(report: Report, filter: Filter): number[] {
  const { acts, actors } = report.data;
  const parties = new Set(
    filter.party === "" ? [] : actors.flatMap(([code], i) => (isPartOf(code, filter.party) ? [i] : [])));
  const takesPart = (act: number) =>
    acts.actor[act]!.some((actor) => parties.has(actor)) ||
    acts.recipient[act]!.some((actor) => parties.has(actor));
  const found: number[] = [];
  for (let act = 0; act < report.actCount; ++act) {
    if (filter.party !== "" && !takesPart(act)) continue;
    if (filter.type !== "" && !isOfType(report, act, filter.type)) continue;
    if (filter.standing !== "" && report.standing(act) !== filter.standing) continue;
    if (filter.status !== "" && report.status(act) !== filter.status) continue;
    if (!overlaps(acts.first[act]!, acts.last[act]!, filter)) continue;
    found.push(act);
  }
  return found;
}

function isOfType(report: Report, act: number, wanted: string): boolean {
  if (wanted === "cooperation") return report.tone(act) === Tone.cooperation;
  if (wanted === "conflict") return report.tone(act) === Tone.conflict;
  return report.typeName(act) === wanted;
}

function overlaps(first: number | null, last: number | null, filter: Filter): boolean {
  if (filter.from === null && filter.until === null) return true;
  if (first === null || last === null) return false;
  return (filter.from === null || last >= filter.from) && (filter.until === null || first <= filter.until);
}
