// Which ties of a network are drawn: all of a small one, of a dense one the strongest of each party.
import type { BlocEdge } from "./data";

const manyTies = 60;
const tiesOfEach = 4;

export function tiesDrawn(edges: BlocEdge[]): BlocEdge[] {
  if (edges.length <= manyTies) return edges;
  const strength = (edge: BlocEdge) => edge.positive + edge.negative;
  const kept = new Set<BlocEdge>();
  const ofNode = new Map<number, BlocEdge[]>();
  for (const edge of edges) {
    if (edge.positive > edge.negative) kept.add(edge);
    for (const node of [edge.a, edge.b]) ofNode.set(node, [...(ofNode.get(node) ?? []), edge]);
  }
  for (const own of ofNode.values()) {
    own.sort((a, b) => strength(b) - strength(a)).slice(0, tiesOfEach).forEach((edge) => kept.add(edge));
  }
  return edges.filter((edge) => kept.has(edge));
}
