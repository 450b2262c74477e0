// Which disputes come first.
import type { Dispute, Report } from "./data";

/** The first report of each sentence: one sentence may tell of several items, and be copied. */
export function distinct(report: Report, reports: number[]): number[] {
  const seen = new Set<string>();
  return reports.filter((at) => {
    const words = report.data.quotes[String(at)] ?? `${report.data.reports.doc[at]}:${at}`;
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

/**
 * A dispute weighs more the more both sides are heard: the second strongest side counts, by its
 * speakers and its sentences. The strongest breaks ties; an act of force comes before others; and two accounts
 * of who, whom or how many come before a bare yes and no, which every denial makes.
 */
export function weightOf(report: Report, dispute: Dispute): number {
  const strengths = dispute.sides
    .map((side) => side.speakers.length + 0.5 * distinct(report, side.reports).length)
    .sort((a, b) => b - a);
  const quad = report.data.acts.quad[dispute.acts[0]!];
  const matter = dispute.about === "happened" || dispute.about === "relation" ? 0 : 2;
  return (strengths[1] ?? 0) + 0.25 * (strengths[0] ?? 0) + (quad === 4 ? 1 : 0) + matter;
}
