// Names beside marks so that none lies on another: each tries a few places and is left out where all are taken.

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Wanted {
  text: string;
  x: number;
  y: number;
  /** Of the mark that the name belongs to. */
  radius: number;
}

export interface Placed {
  x: number;
  y: number;
  anchor: "start" | "middle" | "end";
}

/** Where each name goes, null where there is no room; those that come first choose first. */
export function placeLabels(wanted: Wanted[], width: number, height: number, letter = 6.4): (Placed | null)[] {
  const taken: Box[] = wanted.map((one) => around(one.x, one.y, one.radius));
  return wanted.map((one, own) => {
    for (const choice of choices(one)) {
      const box = boxOf(choice, one.text.length * letter);
      if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height) continue;
      if (taken.some((other, i) => i !== own && overlap(box, other))) continue;
      taken.push(box);
      return choice;
    }
    return null;
  });
}

function around(x: number, y: number, radius: number): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

function choices({ x, y, radius }: Wanted): Placed[] {
  return [
    { x: x + radius + 4, y: y + 4, anchor: "start" },
    { x, y: y - radius - 5, anchor: "middle" },
    { x, y: y + radius + 13, anchor: "middle" },
    { x: x - radius - 4, y: y + 4, anchor: "end" },
  ];
}

const lineHeight = 13;

function boxOf(place: Placed, width: number): Box {
  const left = { start: place.x, middle: place.x - width / 2, end: place.x - width }[place.anchor];
  return { x: left, y: place.y - lineHeight + 2, width, height: lineHeight };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
