// Who stands with whom: the network of the most active parties, their blocs, and what strains them.
import type { BlocEdge, BlocNode, Blocs } from "../data";
import { append, drawnToWidth, evidenceButton, growing, h, s } from "../dom";
import type { Evidence } from "../evidence";
import { placeLabels } from "../labels";
import { tiesDrawn } from "../ties";
import { count, list } from "../words";

const blocColours = 6;

export function blocs(into: HTMLElement, evidence: Evidence): void {
  const network = evidence.report.data.blocs;
  if (!network || network.nodes.length === 0) {
    append(into, [h("p", { class: "empty" }, "Too few parties have acted towards each other for a network.")]);
    return;
  }
  const holder = h("div", { class: "network" });
  drawnToWidth(holder, (width) => holder.replaceChildren(chart(evidence, network, width)));
  append(into, [
    h("div", { class: "beside" },
      h("figure", null, holder, h("figcaption", { class: "key" },
        h("span", { class: "key-cooperation" }, "mostly cooperation"), " ", h("span", { class: "key-conflict" }, "mostly conflict"),
        tiesDrawn(network.edges).length < network.edges.length && " Of each party only the strongest ties are drawn.")),
      h("div", null, blocList(evidence, network), balance(evidence, network))),
    edgeTable(evidence, network),
  ]);
}

function nameOf(evidence: Evidence, network: Blocs, node: number): string {
  return evidence.report.actorName(network.nodes[node]!.actor);
}

function chart(evidence: Evidence, network: Blocs, width: number): SVGElement {
  const height = Math.max(280, Math.min(460, Math.round(width * 0.72)));
  const pad = { x: Math.min(70, width * 0.14), y: 30 };
  const place = scaled(network, pad, width, height);
  const most = network.edges.reduce((top, edge) => Math.max(top, edge.positive + edge.negative), 1);
  const largest = network.nodes.reduce((top, node) => Math.max(top, node.acts), 1);
  const lines = tiesDrawn(network.edges).map((edge) => {
    const [a, b] = [place[edge.a]!, place[edge.b]!];
    return s("line", {
      class: edge.negative > edge.positive ? "edge-conflict" : "edge-cooperation",
      x1: a.x, y1: a.y, x2: b.x, y2: b.y,
      "stroke-width": 0.75 + 4.5 * Math.sqrt((edge.positive + edge.negative) / most),
    });
  });
  const radius = (node: BlocNode) => 4 + 9 * Math.sqrt(node.acts / largest);
  const byActs = [...network.nodes.keys()].sort((a, b) => network.nodes[b]!.acts - network.nodes[a]!.acts);
  const labels = placeLabels(byActs.map((i) => ({ ...place[i]!, text: nameOf(evidence, network, i), radius: radius(network.nodes[i]!) })),
    width, height);
  const nodes = byActs.map((i, order) => {
    const node = network.nodes[i]!;
    const label = labels[order];
    const name = nameOf(evidence, network, i);
    return s("g", { class: `node ${colourOf(network, node.bloc)}` }, s("title", null, name),
      s("circle", { cx: place[i]!.x, cy: place[i]!.y, r: radius(node) }),
      label && s("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, name));
  });
  return s("svg", {
    viewBox: `0 0 ${width} ${height}`, role: "img", class: "network-chart",
    "aria-label": `Network of ${count(network.nodes.length, "party", "parties")}; the table below has the same`,
  }, lines, nodes);
}

/** Blocs beyond the colours share the last one, and so do parties that are in none. */
function colourOf(network: Blocs, bloc: number): string {
  const members = network.nodes.filter((node) => node.bloc === bloc).length;
  return `bloc-${members > 1 ? Math.min(bloc, blocColours - 1) : blocColours - 1}`;
}

interface Point {
  x: number;
  y: number;
}

function scaled(network: Blocs, pad: Point, width: number, height: number): Point[] {
  const range1 = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)];
  const [left, right] = range1(network.nodes.map((node) => node.x));
  const [top, bottom] = range1(network.nodes.map((node) => node.y));
  const share = (value: number, from: number, to: number) => (to > from ? (value - from) / (to - from) : 0.5);
  return network.nodes.map((node) => ({
    x: pad.x + share(node.x, left, right) * (width - 2 * pad.x),
    y: pad.y + share(node.y, top, bottom) * (height - 2 * pad.y),
  }));
}

function blocList(evidence: Evidence, network: Blocs): HTMLElement {
  const blocsWithMembers = new Map<number, number[]>();
  network.nodes.forEach((node, i) => blocsWithMembers.set(node.bloc, [...(blocsWithMembers.get(node.bloc) ?? []), i]));
  const sorted = [...blocsWithMembers].sort(([, a], [, b]) => b.length - a.length);
  const together = sorted.filter(([, members]) => members.length > 1);
  const alone = sorted.filter(([, members]) => members.length === 1).flatMap(([, members]) => members);
  return h("div", null,
    h("ul", { class: "bloc-list" }, together.map(([bloc, members]) => h("li", { class: colourOf(network, bloc) },
      h("span", { class: "dot", "aria-hidden": "true" }),
      list(members.map((node) => nameOf(evidence, network, node))), " · ", withinButton(evidence, network, members)))),
    alone.length > 0 && h("p", { class: "credit" }, `In no bloc: ${list(alone.map((node) => nameOf(evidence, network, node)))}`));
}

function withinButton(evidence: Evidence, network: Blocs, members: number[]): HTMLElement {
  const inside = network.edges.filter((edge) => members.includes(edge.a) && members.includes(edge.b));
  const acts = inOrder(inside.flatMap((edge) => edge.acts));
  const names = list(members.map((node) => nameOf(evidence, network, node)));
  return evidenceButton(`${count(acts.length, "act")} among them`, `${count(acts.length, "act")} among ${names}`,
    () => evidence.openActs(`Among ${names}`, acts));
}

function balance(evidence: Evidence, network: Blocs): HTMLElement {
  const strains = network.strains.slice(0, 5);
  return h("div", { class: "balance" },
    network.triads > 0 && h("p", null,
      `${network.balanced.toLocaleString("en")} of ${count(network.triads, "threesome")} in which all have dealings with each other are balanced: a friend’s friend is a friend, an enemy’s enemy too.`),
    strains.length > 0 && [h("p", null, "Most at odds with that:"),
      h("ul", null, strains.map(([edge, unbalanced, all]) => h("li", null, pairText(evidence, network, network.edges[edge]!),
        `, in ${unbalanced} of ${all}`, " · ", edgeButton(evidence, network, network.edges[edge]!))))],
    network.brokers.length > 0 && h("p", null, `Between the blocs: ${list(network.brokers.map((node) => nameOf(evidence, network, node)))}.`));
}

function pairText(evidence: Evidence, network: Blocs, edge: BlocEdge): string {
  return `${nameOf(evidence, network, edge.a)} – ${nameOf(evidence, network, edge.b)}`;
}

function edgeButton(evidence: Evidence, network: Blocs, edge: BlocEdge, bare = false): HTMLElement {
  const pair = pairText(evidence, network, edge);
  return evidenceButton(bare ? String(edge.acts.length) : count(edge.acts.length, "act"), `${count(edge.acts.length, "act")}: ${pair}`,
    () => evidence.openActs(pair, edge.acts));
}

function inOrder(acts: number[]): number[] {
  return [...new Set(acts)].sort((a, b) => a - b);
}

function edgeTable(evidence: Evidence, network: Blocs): HTMLElement {
  const sorted = [...network.edges].sort((a, b) => b.acts.length - a.acts.length);
  const body = h("tbody");
  const more = growing(body, sorted.length, 10, (i) => edgeRow(evidence, network, sorted[i]!), "pairs");
  return h("div", null,
    h("table", { class: "edges" }, h("caption", null, "The same in numbers, most active pairs first"),
      h("thead", null, h("tr", null, h("th", { scope: "col" }, "Pair"), h("th", { scope: "col" }, "Cooperation"),
        h("th", { scope: "col" }, "Conflict"), h("th", { scope: "col" }, "Acts"))), body), more);
}

function edgeRow(evidence: Evidence, network: Blocs, edge: BlocEdge): HTMLElement {
  const number = (value: number) => value.toLocaleString("en", { maximumFractionDigits: 1 });
  return h("tr", null, h("th", { scope: "row" }, pairText(evidence, network, edge)),
    h("td", null, number(edge.positive)), h("td", null, number(edge.negative)), h("td", null, edgeButton(evidence, network, edge, true)));
}

