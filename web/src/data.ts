// What the report is made of, as docs/formats.md (Report data) lays it out: columns of numbers that
// point into tables, so that a page over thousands of documents stays small.

/** The columns of a table have one length; row n of the table is the n-th value of each. */
export interface Documents {
  id: string[];
  title: string[];
  day: (number | null)[];
  publisher: number[];
  url: string[];
  /** The document that told it first, or -1. */
  copyOf: number[];
  /** The chunk that holds its text, or -1 where there is no text. */
  chunk: number[];
}

export interface Acts {
  type: number[];
  /** 1, 2: cooperation in words, in deeds; 3, 4: conflict; 0: neither, as relations are. */
  quad: number[];
  mode: number[];
  status: number[];
  standing: number[];
  first: (number | null)[];
  last: (number | null)[];
  dated: (0 | 1)[];
  actor: number[][];
  recipient: number[][];
  place: number[][];
  source: number[][];
  deniedBy: number[][];
  documents: number[];
  /** Hundredths. */
  confidence: number[];
}

/** Sorted by act, then by the day of the document. */
export interface Reports {
  act: number[];
  doc: number[];
  /** Which of the document's items in its chunk; -1 where there is no text. */
  item: number[];
  saidBy: number[][];
  deniedBy: number[][];
  copy: (0 | 1)[];
}

export interface Side {
  claim: string;
  speakers: number[];
  reports: number[];
  first: number | null;
  last: number | null;
}

export interface Dispute {
  about: "happened" | "relation" | "actor" | "recipient" | "bound" | "number";
  acts: number[];
  sides: Side[];
}

/** Where a curve turned. */
export interface Turn {
  /** The first that is different. */
  day: number;
  /** The quad class that changed most, and its acts a step before and after. */
  quad: number;
  before: number;
  after: number;
  acts: number[];
}

/** How one party has acted towards another. */
export interface Direction {
  actor: number;
  recipient: number;
  cooperation: number[];
  conflict: number[];
  turns: Turn[];
  acts: number[];
}

/** Two parties, each way. */
export interface Dyad {
  /** What turning points count acts by. */
  step: "week" | "month";
  /** Days after which half of an act is still felt. */
  halfLife: number;
  /** One for each value of the curves. */
  days: number[];
  directions: Direction[];
}

export interface BlocNode {
  actor: number;
  bloc: number;
  x: number;
  y: number;
  acts: number;
}

export interface BlocEdge {
  a: number;
  b: number;
  positive: number;
  negative: number;
  acts: number[];
}

export interface Blocs {
  nodes: BlocNode[];
  edges: BlocEdge[];
  /** Threesomes of parties that all have acted towards each other, and how many of them are balanced. */
  triads: number;
  balanced: number;
  /** Edges that stand in more unbalanced threesomes than balanced ones: edge, unbalanced, all. */
  strains: [number, number, number][];
  /** Nodes that most friendly paths between others lead through. */
  brokers: number[];
}

export interface ReportData {
  format: 1;
  title: string;
  program: string;
  asOf: number | null;
  from: number | null;
  until: number | null;
  /** Code and name. */
  actors: [string, string][];
  types: string[];
  modes: string[];
  statuses: string[];
  standings: string[];
  /** Code of an actor, or name of a publisher or document; then its name. */
  sources: [string, string][];
  publishers: string[];
  /** Name, degrees north, degrees east, country. */
  places: [string, number, number, string][];
  docs: Documents;
  acts: Acts;
  reports: Reports;
  /** Sentences that the page shows at once, or that stand in no document's text, by report. */
  quotes: Record<string, string>;
  disputes: Dispute[];
  dyads: Dyad[];
  blocs: Blocs | null;
}

export const enum Tone {
  cooperation,
  conflict,
  neither,
}

export function toneOf(quad: number): Tone {
  if (quad === 1 || quad === 2) return Tone.cooperation;
  if (quad === 3 || quad === 4) return Tone.conflict;
  return Tone.neither;
}

/** The data with what is asked of them again and again. */
export class Report {
  /** The reports of act n are those from reportsFrom[n] to reportsFrom[n + 1]. */
  private readonly reportsFrom: Uint32Array;

  constructor(readonly data: ReportData) {
    this.reportsFrom = firstOfEach(data.reports.act, data.acts.type.length);
  }

  get actCount(): number {
    return this.data.acts.type.length;
  }
  get docCount(): number {
    return this.data.docs.id.length;
  }

  reportsOf(act: number): number[] {
    return range(this.reportsFrom[act] ?? 0, this.reportsFrom[act + 1] ?? 0);
  }
  reportCount(act: number): number {
    return (this.reportsFrom[act + 1] ?? 0) - (this.reportsFrom[act] ?? 0);
  }

  tone(act: number): Tone {
    return toneOf(this.data.acts.quad[act]!);
  }
  typeName(act: number): string {
    return this.data.types[this.data.acts.type[act]!]!;
  }
  status(act: number): string {
    return this.data.statuses[this.data.acts.status[act]!]!;
  }
  standing(act: number): string {
    return this.data.standings[this.data.acts.standing[act]!]!;
  }
  actorCode(actor: number): string {
    return this.data.actors[actor]![0];
  }
  actorName(actor: number): string {
    return nameText(this.data.actors[actor]!);
  }
  sourceName(source: number): string {
    return nameText(this.data.sources[source]!);
  }

  actsOfDocument(doc: number): number[] {
    const acts = new Set<number>();
    this.data.reports.doc.forEach((other, report) => {
      if (other === doc) acts.add(this.data.reports.act[report]!);
    });
    return [...acts];
  }
}

/** "Yemen: armed forces" reads better in a sentence as "Yemen (armed forces)". */
export function nameText([code, name]: [string, string]): string {
  return code.includes(":") ? name.replace(/^([^:]+): (.+)$/, "$1 ($2)") : name;
}

export function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
}

/** For sorted keys, where each key's run begins; one more entry ends the last. */
export function firstOfEach(keys: number[], count: number): Uint32Array {
  const from = new Uint32Array(count + 1);
  for (const key of keys) from[key + 1]! += 1;
  for (let i = 0; i < count; ++i) from[i + 1]! += from[i]!;
  return from;
}
