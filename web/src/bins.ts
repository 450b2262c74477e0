// Acts counted by stretches of time, for the bars above the timeline.
import { type Report, Tone } from "./data";
import { dateOf, dayText, periodText } from "./dates";

export interface Bin {
  first: number;
  last: number;
  /** Everything before or after the bins between; so that a few old acts do not squeeze all others. */
  side?: "earlier" | "later";
  cooperation: number;
  conflict: number;
  neither: number;
}

/** At most `most` bins of whole days, weeks, months or years, and one on each side, for all acts that have a day. */
export function binned(report: Report, acts: number[], most: number): Bin[] {
  const days = acts.map((act) => report.data.acts.first[act]!);
  const sorted = days.filter((day): day is number => typeof day === "number").sort((a, b) => a - b);
  if (sorted.length === 0) return [];
  const [first, last] = reportedSpan(report, sorted) ?? busySpan(sorted);
  const bins = withSides(frame(first, last, most), sorted[0]!, sorted.at(-1)!);
  acts.forEach((act, i) => {
    const day = days[i];
    if (day === null || day === undefined) return;
    const bin = bins[indexOf(bins, day)];
    if (bin) count(bin, report.tone(act));
  });
  return bins;
}

export function binText(bin: Bin): string {
  const text = bin.first === bin.last ? dayText(bin.first) : periodText(bin.first, bin.last);
  return bin.side === undefined ? text : `${bin.side}, ${text}`;
}

function count(bin: Bin, tone: Tone): void {
  if (tone === Tone.cooperation) ++bin.cooperation;
  else if (tone === Tone.conflict) ++bin.conflict;
  else ++bin.neither;
}

/** The days on which documents were published, and a week before, where most acts lie within them. */
function reportedSpan(report: Report, sorted: number[]): [number, number] | null {
  let [first, last] = [Infinity, -Infinity];
  for (const day of report.data.docs.day) {
    if (day === null) continue;
    first = Math.min(first, day - 7);
    last = Math.max(last, day);
  }
  [first, last] = [Math.max(first, sorted[0]!), Math.min(last, sorted.at(-1)!)];
  const within = sorted.filter((day) => day >= first && day <= last).length;
  return within >= 0.8 * sorted.length ? [first, last] : null;
}

/** All days, or those of nine tenths of the acts where these take less than a third of the time. */
function busySpan(sorted: number[]): [number, number] {
  const all: [number, number] = [sorted[0]!, sorted.at(-1)!];
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))]!;
  const busy: [number, number] = [at(0.05), at(0.95)];
  const margin = Math.ceil((busy[1] - busy[0]) / 10);
  if (3 * (busy[1] - busy[0] + 2 * margin) >= all[1] - all[0]) return all;
  return [Math.max(all[0], busy[0] - margin), Math.min(all[1], busy[1] + margin)];
}

function withSides(bins: Bin[], first: number, last: number): Bin[] {
  const none = { cooperation: 0, conflict: 0, neither: 0 };
  const [begin, end] = [bins[0]!.first, bins.at(-1)!.last];
  return [
    ...(first < begin ? [{ first, last: begin - 1, side: "earlier" as const, ...none }] : []),
    ...bins,
    ...(last > end ? [{ first: end + 1, last, side: "later" as const, ...none }] : []),
  ];
}

type Step = (day: number) => number;

function monthStart(day: number, months: number): number {
  const date = dateOf(day);
  const month = Math.floor(date.getUTCMonth() / months) * months;
  return Date.UTC(date.getUTCFullYear(), month, 1) / 86_400_000;
}
function monthAfter(day: number, months: number): number {
  const date = dateOf(monthStart(day, months));
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1) / 86_400_000;
}
/** 1970-01-01 was a Thursday. */
function weekStart(day: number): number {
  return day - (((day + 3) % 7) + 7) % 7;
}
function yearStart(day: number, years: number): number {
  const year = Math.floor(dateOf(day).getUTCFullYear() / years) * years;
  return Date.UTC(year, 0, 1) / 86_400_000;
}
function yearAfter(day: number, years: number): number {
  const year = Math.floor(dateOf(day).getUTCFullYear() / years) * years;
  return Date.UTC(year + years, 0, 1) / 86_400_000;
}

const steps: { start: Step; next: Step }[] = [
  { start: (day) => day, next: (day) => day + 1 },
  { start: weekStart, next: (day) => weekStart(day) + 7 },
  { start: (day) => monthStart(day, 1), next: (day) => monthAfter(day, 1) },
  { start: (day) => monthStart(day, 3), next: (day) => monthAfter(day, 3) },
  ...[1, 5, 10, 100].map((years) => ({
    start: (day: number) => yearStart(day, years),
    next: (day: number) => yearAfter(day, years),
  })),
];

function frame(first: number, last: number, most: number): Bin[] {
  for (const { start, next } of steps) {
    const bins: Bin[] = [];
    for (let day = start(first); day <= last && bins.length <= most; day = next(day)) {
      bins.push({ first: day, last: next(day) - 1, cooperation: 0, conflict: 0, neither: 0 });
    }
    if (bins.length <= most) return bins;
  }
  return [];
}

/** The last bin that begins on or before the day. */
function indexOf(bins: Bin[], day: number): number {
  let [low, high] = [0, bins.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bins[middle]!.first <= day) low = middle;
    else high = middle - 1;
  }
  return low;
}
