// Marks that may overlap, cut into runs that do not: what the text of a document is made of.

export interface Mark {
  begin: number;
  end: number;
  /** What is marked: "sentence", "trigger", "actor"… */
  name: string;
}

export interface Run {
  begin: number;
  end: number;
  /** Names of all marks that cover the run, in the order in which they were given. */
  names: string[];
  /** Names of those that begin here. */
  begins: string[];
}

/** Runs that cover [begin, end) without gaps. Marks outside of it are cut off, empty ones dropped. */
export function runsOf(begin: number, end: number, marks: readonly Mark[]): Run[] {
  const inside = marks
    .map((mark) => ({ ...mark, begin: Math.max(mark.begin, begin), end: Math.min(mark.end, end) }))
    .filter((mark) => mark.begin < mark.end);
  const edges = new Set([begin, end]);
  for (const mark of inside) edges.add(mark.begin).add(mark.end);
  const sorted = [...edges].sort((a, b) => a - b);
  const runs: Run[] = [];
  for (let i = 0; i + 1 < sorted.length; ++i) {
    const [from, to] = [sorted[i]!, sorted[i + 1]!];
    const covering = inside.filter((mark) => mark.begin <= from && mark.end >= to);
    runs.push({
      begin: from,
      end: to,
      names: unique(covering.map((mark) => mark.name)),
      begins: unique(covering.filter((mark) => mark.begin === from).map((mark) => mark.name)),
    });
  }
  return runs;
}

function unique(names: string[]): string[] {
  return [...new Set(names)];
}
