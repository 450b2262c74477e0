// Byte offsets of UTF-8, which the data count in, as positions in a string, which the page needs.

/** The position in `text` of each byte offset. A byte within a character stands for its beginning. */
export function positionsOf(text: string, offsets: Iterable<number>): Map<number, number> {
  const wanted = [...new Set(offsets)].sort((a, b) => a - b);
  const positions = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const offset of wanted) {
    while (at < text.length && bytes < offset) {
      const point = text.codePointAt(at)!;
      const size = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
      if (bytes + size > offset) break;
      bytes += size;
      at += point < 0x10000 ? 1 : 2;
    }
    positions.set(offset, at);
  }
  return positions;
}
