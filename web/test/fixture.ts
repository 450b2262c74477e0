// An invented report: states of nowhere, so that no reader takes it for news. For tests and previews.
import { deflateSync } from "node:zlib";
import type { ReportData } from "../src/data";

const actors: [string, string][] = [
  ["GON", "Gondor"], ["ARN", "Arnor"], ["ROH", "Rohan"], ["MOR", "Mordor"], ["GON:MIL", "Gondor’s armed forces"],
  ["rangers", "Rangers of the North"], ["HAR", "Harad"], ["DAL", "Dale"],
];
const types = ["CONSULT", "AGREE", "AID", "ACCUSE", "THREATEN", "ASSAULT", "ally"];
const quads = [1, 1, 2, 3, 3, 4, 0];
const places: ReportData["places"] = [
  ["Minas Tirith", 14.2, 42.9, "GON"], ["Osgiliath", 14.4, 43.6, "GON"], ["Edoras", 15.4, 41.2, "ROH"], ["Dale", 16.9, 44.4, "DAL"],
];

export interface Fixture {
  data: ReportData;
  /** Chunks as JSON. */
  chunks: string[];
}

/** Small whole numbers, the same each time. */
function draws(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

export function fixture(documents = 40): Fixture {
  const draw = draws(7);
  const firstDay = 15700;
  const acts = documents;
  const column = <T>(make: (i: number) => T): T[] => Array.from({ length: acts }, (_, i) => make(i));
  const day = (i: number) => firstDay + Math.floor((i * 90) / acts);
  const actor = column(() => [draw(actors.length)]);
  const recipient = column((i) => [(actor[i]![0]! + 1 + draw(actors.length - 1)) % actors.length]);
  const type = column(() => draw(types.length));
  const texts = column((i) => textOf(i));
  const data: ReportData = {
    format: 1, title: "The war that nobody fought", program: "entente", asOf: null, from: null, until: null,
    actors, types, modes: [""], statuses: ["actual", "future"], standings: ["established", "claimed", "disputed", "denied"],
    sources: [...actors, ["The Bree Courier", "The Bree Courier"]], publishers: ["The Bree Courier", ""], places,
    docs: {
      id: column((i) => `courier-${i}`), title: column((i) => `Dispatch ${i}</script><!-- <script>alert(1)</script>`), day: column(day),
      publisher: column((i) => i % 2), url: column((i) => (i % 3 ? "https://courier.example/x" : "javascript:alert(1)")),
      copyOf: column((i) => (i % 9 === 8 ? i - 1 : -1)), chunk: column((i) => Math.floor(i / 10)),
    },
    acts: {
      type, quad: type.map((one) => quads[one]!), mode: column(() => 0), status: column((i) => (i % 11 === 0 ? 1 : 0)), standing: column((i) => [0, 0, 1, 2, 3][i % 5]!),
      first: column(day), last: column((i) => day(i) + (i % 7 === 0 ? 3 : 0)), dated: column((i) => (i % 4 === 0 ? 0 : 1)),
      actor, recipient, place: column((i) => (i % 3 === 0 ? [] : [draw(places.length)])), source: column((i) => [i % 9]),
      deniedBy: column((i) => (i % 5 === 3 ? [3] : [])), documents: column(() => 1), confidence: column(() => 70),
    },
    reports: { act: column((i) => i), doc: column((i) => i), item: column(() => 0), saidBy: column((i) => (i % 3 ? [draw(actors.length)] : [])), deniedBy: column((i) => (i % 5 === 3 ? [3] : [])), copy: column(() => 0) },
    quotes: {}, disputes: [], dyads: [], blocs: null,
  };
  data.disputes = [{ about: "actor", acts: [3], sides: [
    { claim: "MOR", speakers: [0, 1], reports: [3, 4, 6], first: day(3), last: day(6) },
    { claim: "HAR, rangers", speakers: [3], reports: [5], first: day(5), last: day(5) }] }];
  data.dyads = [{ step: "week", halfLife: 30, days: Array.from({ length: 14 }, (_, i) => firstDay + 7 * i), directions: [[0, 3], [3, 0]].map(([a, b]) => ({
    actor: a!, recipient: b!, cooperation: Array.from({ length: 14 }, (_, i) => 1 + Math.sin(i / 1.3)),
    conflict: Array.from({ length: 14 }, (_, i) => (i > 6 ? 2.4 : 0.6)),
    turns: [{ day: firstDay + 49, quad: 4, before: 0.6, after: 2.4, acts: [1, 2] }], acts: [1, 2, 3, 4] })) }];
  data.blocs = {
    nodes: actors.map((_, i) => ({ actor: i, bloc: i % 3, x: Math.cos(i), y: Math.sin(i), acts: 3 + i })),
    edges: actors.slice(1).map((_, i) => ({ a: i, b: i + 1, positive: i, negative: 3 - (i % 4), acts: [i] })),
    triads: 10, balanced: 7, strains: [[1, 2, 3]], brokers: [2],
  };
  return { data, chunks: chunksOf(texts) };
}

const sentence = "Éowyn’s envoy said that Gondor </script> had attacked Mordor.";

function textOf(i: number): object {
  const text = `Dispatch ${i}\n\nThe courier rode for three days. ${sentence} Nobody replied.\n\nSubscribe now.`;
  const bytes = (part: string) => Buffer.byteLength(part);
  const begin = bytes(text.slice(0, text.indexOf(sentence)));
  const span = (field: number, words: string) => {
    const at = begin + bytes(sentence.slice(0, sentence.indexOf(words)));
    return [field, at, at + bytes(words)];
  };
  return {
    doc: i, text, segments: [[0, bytes(`Dispatch ${i}`), "title"], [bytes(text) - 14, bytes(text), "furniture"]],
    items: [[begin, begin + bytes(sentence), ...span(0, "attacked"), ...span(1, "Gondor"), ...span(2, "Mordor"), ...span(5, "Éowyn’s envoy")]],
  };
}

function chunksOf(texts: object[]): string[] {
  const chunks: string[] = [];
  for (let i = 0; i < texts.length; i += 10) chunks.push(JSON.stringify(texts.slice(i, i + 10)));
  return chunks;
}

/** As the program packs it. */
export function packed(json: string): string {
  return deflateSync(Buffer.from(json)).toString("base64");
}
