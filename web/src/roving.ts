// Many marks, one stop of the Tab key: the arrow keys go from mark to mark.

/** Makes `marks` a group of buttons. Each must listen to clicks. */
export function roving(group: Element, marks: (HTMLElement | SVGElement)[]): void {
  marks.forEach((mark, i) => {
    mark.setAttribute("role", "button");
    mark.setAttribute("tabindex", i === 0 ? "0" : "-1");
  });
  const at = () => marks.indexOf(document.activeElement as HTMLElement);
  const go = (to: number) => {
    const next = marks[Math.max(0, Math.min(marks.length - 1, to))];
    if (!next) return;
    for (const mark of marks) mark.setAttribute("tabindex", mark === next ? "0" : "-1");
    next.focus();
  };
  const steps: Record<string, () => void> = {
    ArrowRight: () => go(at() + 1),
    ArrowDown: () => go(at() + 1),
    ArrowLeft: () => go(at() - 1),
    ArrowUp: () => go(at() - 1),
    Home: () => go(0),
    End: () => go(marks.length - 1),
    Enter: () => marks[at()]?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
    " ": () => marks[at()]?.dispatchEvent(new MouseEvent("click", { bubbles: true })),
  };
  group.addEventListener("keydown", (event) => {
    const step = steps[(event as KeyboardEvent).key];
    if (!step || at() < 0) return;
    event.preventDefault();
    step();
  });
}
