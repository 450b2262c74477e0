// Elements made from code. Text only ever becomes text nodes: nothing of the news is read as markup.

type Child = Node | string | number | null | undefined | false | Child[];
type Value = string | number | boolean | null | undefined | ((event: never) => void);
export type Attributes = Record<string, Value>;

function fill(element: Element, attributes: Attributes | null, children: Child[]): void {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") element.addEventListener(name, value as EventListener);
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  append(element, children);
}

export function append(element: Node, children: Child[]): void {
  for (const child of children) {
    if (child === null || child === undefined || child === false) continue;
    if (Array.isArray(child)) append(element, child);
    else element.appendChild(child instanceof Node ? child : document.createTextNode(String(child)));
  }
}

/** An HTML element; attributes that are functions listen to the event of that name. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes?: Attributes | null, ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  fill(element, attributes ?? null, children);
  return element;
}

/** An SVG element. */
export function s<K extends keyof SVGElementTagNameMap>(
  tag: K, attributes?: Attributes | null, ...children: Child[]
): SVGElementTagNameMap[K] {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  fill(element, attributes ?? null, children);
  return element;
}

export function replace(element: Element, ...children: Child[]): void {
  element.replaceChildren();
  append(element, children);
}

/** A number or phrase with sentences behind it, one click away. */
export function evidenceButton(text: Child, label: string | null, open: () => void): HTMLButtonElement {
  return h("button", { type: "button", class: "evidence", "aria-haspopup": "dialog", "aria-label": label, click: open }, text);
}

/** Calls `draw` with the element's width, now and whenever it has changed. */
export function drawnToWidth(element: HTMLElement, draw: (width: number) => void): void {
  let drawn = 0;
  const again = () => {
    const width = Math.floor(element.clientWidth);
    if (width === 0 || width === drawn) return;
    drawn = width;
    draw(width);
  };
  new ResizeObserver(again).observe(element);
  again();
}

/** A list that grows by `step` entries at a time; the first new one takes the focus. `noun` is a plural in -s. */
export function growing(
  into: HTMLElement, total: number, step: number, make: (index: number) => HTMLElement, noun: string,
): HTMLElement {
  const more = h("button", { type: "button", class: "more" });
  let shown = 0;
  const show = () => {
    const until = Math.min(total, shown + step);
    const added: HTMLElement[] = [];
    for (; shown < until; ++shown) added.push(make(shown));
    into.append(...added);
    const left = total - shown;
    more.hidden = left === 0;
    more.textContent = `Show ${Math.min(step, left)} more · ${left.toLocaleString("en")} ${left === 1 ? noun.slice(0, -1) : noun} left`;
    return added[0];
  };
  show();
  more.addEventListener("click", () => {
    const first = show();
    first?.setAttribute("tabindex", "-1");
    first?.focus({ preventScroll: true });
  });
  return more;
}
