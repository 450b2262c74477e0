// Acts by place: what the map draws.
import { range, type Report, Tone } from "./data";

export interface PlaceActs {
  place: number;
  cooperation: number[];
  conflict: number[];
  neither: number[];
  all: number[];
}

/** Places with their acts, those with most acts first. Acts that nobody says happened are left out. */
export function actsByPlace(report: Report): PlaceActs[] {
  const found = new Map<number, PlaceActs>();
  for (const act of range(0, report.actCount)) {
    for (const place of new Set(report.data.acts.place[act]!)) {
      const entry = found.get(place) ?? { place, cooperation: [], conflict: [], neither: [], all: [] };
      found.set(place, entry);
      entry.all.push(act);
      const tone = report.tone(act);
      (tone === Tone.cooperation ? entry.cooperation : tone === Tone.conflict ? entry.conflict : entry.neither).push(act);
    }
  }
  return [...found.values()].sort((a, b) => b.all.length - a.all.length || a.place - b.place);
}

/** South, west, north, east of what most acts lie in, widened so that there is something around it. */
export function extentOf(report: Report, places: PlaceActs[]): [number, number, number, number] | null {
  if (places.length === 0) return null;
  const total = places.reduce((sum, entry) => sum + entry.all.length, 0);
  const bounds = (axis: 1 | 2): [number, number] => {
    const sorted = places.map((entry) => ({ at: report.data.places[entry.place]![axis], acts: entry.all.length }))
      .sort((a, b) => a.at - b.at);
    return [quantile(sorted, 0.04 * total), quantile(sorted, 0.96 * total)];
  };
  const [south, north] = widened(...bounds(1), 8);
  const [west, east] = widened(...bounds(2), 12);
  return [Math.max(-84, south), Math.max(-180, west), Math.min(84, north), Math.min(180, east)];
}

function quantile(sorted: { at: number; acts: number }[], wanted: number): number {
  let sum = 0;
  for (const entry of sorted) {
    sum += entry.acts;
    if (sum >= wanted) return entry.at;
  }
  return sorted.at(-1)!.at;
}

function widened(from: number, to: number, least: number): [number, number] {
  const room = Math.max((to - from) * 0.12, (least - (to - from)) / 2, 1);
  return [from - room, to + room];
}
