// Which disputes come first.
import type { Dispute, Report } from "./data";

/**
 * A dispute weighs more the more both sides are heard: the second strongest side counts, by its
 * speakers and by its sentences that are no copies; the strongest breaks ties, and so does an act
 * of force, which readers look for first.
 */
export function weightOf(report: Report, dispute: Dispute): number {
  const strengths = dispute.sides
    .map((side) => side.speakers.length + 0.5 * side.reports.filter((at) => report.data.reports.copy[at] === 0).length)
    .sort((a, b) => b - a);
  const quad = report.data.acts.quad[dispute.acts[0]!];
  return (strengths[1] ?? 0) + 0.25 * (strengths[0] ?? 0) + (quad === 4 ? 1 : 0);
}
