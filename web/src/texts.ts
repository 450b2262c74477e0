// The documents' texts: packed chunks at the page's end, each unpacked when first asked for.
import type { Report } from "./data";

/** Of an item: the bytes of its sentence, then field, begin, end of each span. */
export type TextItem = [begin: number, end: number, ...spans: number[]];

export const fieldNames = ["trigger", "actor", "recipient", "when", "where", "said_by", "denied_by"] as const;

export interface DocumentText {
  doc: number;
  text: string;
  /** Begin, end, kind of each segment that is not body. */
  segments: [number, number, string][];
  items: TextItem[];
}

export class Texts {
  private readonly chunks = new Map<number, Promise<DocumentText[]>>();

  constructor(private readonly report: Report, private readonly packed: (chunk: number) => Promise<string>) {}

  /** Null where the document has no text. */
  async of(doc: number): Promise<DocumentText | null> {
    const chunk = this.report.data.docs.chunk[doc]!;
    if (chunk < 0) return null;
    const documents = await this.chunk(chunk);
    return documents.find((one) => one.doc === doc) ?? null;
  }

  private chunk(chunk: number): Promise<DocumentText[]> {
    let found = this.chunks.get(chunk);
    if (!found) {
      found = this.packed(chunk).then(unpacked).then((json) => JSON.parse(json) as DocumentText[]);
      this.chunks.set(chunk, found);
      const oldest = this.chunks.keys().next().value;
      if (this.chunks.size > 64 && oldest !== undefined) this.chunks.delete(oldest);
    }
    return found;
  }
}

/** What base64 of a zlib stream holds. */
export async function unpacked(base64: string): Promise<string> {
  const bytes = Uint8Array.from(atob(base64.trim()), (c) => c.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
  return new Response(stream).text();
}

/** Chunk n of this page; waits for the page's end where it has not arrived yet. */
export async function packedInPage(chunk: number): Promise<string> {
  return blockOfPage(`text-${chunk}`);
}

export async function blockOfPage(id: string): Promise<string> {
  if (!document.getElementById(id) && document.readyState === "loading") {
    await new Promise((done) => document.addEventListener("DOMContentLoaded", done, { once: true }));
  }
  const block = document.getElementById(id);
  if (!block) throw new Error(`the page lacks its part ${id}`);
  return block.textContent ?? "";
}
