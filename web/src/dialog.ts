// The one dialog of the page: a pile of sheets, the lists of sentences and above them a document.
// It keeps the focus within, goes back a sheet at a time, and gives the focus back where it was.
import { h } from "./dom";

export interface Sheet {
  title: string;
  /** Fills the sheet; called once, when it is first shown. */
  fill(body: HTMLElement): void;
}

interface Shown {
  sheet: Sheet;
  body: HTMLElement;
  /** What had the focus when another sheet was laid above. */
  focus: Element | null;
  scroll: number;
}

export class Dialog {
  private readonly element: HTMLDialogElement;
  private readonly heading = h("h2", { id: "sheet-title", tabindex: -1 });
  private readonly backButton = h("button", { type: "button", class: "sheet-back", click: () => this.back() }, "‹ Back");
  private readonly closeButton =
    h("button", { type: "button", class: "sheet-close", "aria-label": "Close", click: () => this.element.close() }, "×");
  private readonly holder = h("div", { class: "sheet-holder" });
  private pile: Shown[] = [];
  private opener: Element | null = null;

  constructor() {
    this.element = h("dialog", { class: "sheet", "aria-labelledby": "sheet-title" },
      h("header", { class: "sheet-head" }, this.backButton, this.heading, this.closeButton), this.holder);
    this.element.addEventListener("close", () => this.closed());
    this.element.addEventListener("keydown", (event) => this.keepFocus(event));
    this.element.addEventListener("click", (event) => {
      if (event.target === this.element) this.element.close();
    });
    document.body.append(this.element);
  }

  /** Lays a sheet on the pile, opening the dialog where it is not open. */
  show(sheet: Sheet): void {
    const below = this.pile.at(-1);
    if (below) {
      below.focus = document.activeElement;
      below.scroll = this.holder.scrollTop;
    } else {
      this.opener = document.activeElement;
    }
    const body = h("div", { class: "sheet-body" });
    this.pile.push({ sheet, body, focus: null, scroll: 0 });
    if (!this.element.open) this.element.showModal();
    this.display(body, sheet.title);
    sheet.fill(body);
    this.holder.scrollTop = 0;
    this.heading.focus({ preventScroll: true });
  }

  private back(): void {
    this.pile.pop();
    const below = this.pile.at(-1);
    if (!below) return this.element.close();
    this.display(below.body, below.sheet.title);
    this.holder.scrollTop = below.scroll;
    (below.focus instanceof HTMLElement ? below.focus : this.heading).focus({ preventScroll: true });
  }

  private display(body: HTMLElement, title: string): void {
    this.holder.replaceChildren(body);
    this.heading.textContent = title;
    this.backButton.hidden = this.pile.length < 2;
  }

  private closed(): void {
    this.pile = [];
    this.holder.replaceChildren();
    if (this.opener instanceof HTMLElement || this.opener instanceof SVGElement) this.opener.focus();
    this.opener = null;
  }

  /** The browser makes all else inert; Tab must not leave for the browser's own controls either. */
  private keepFocus(event: KeyboardEvent): void {
    if (event.key !== "Tab") return;
    const stops = [...this.element.querySelectorAll<HTMLElement>("button, a[href], input, select, summary, [tabindex='0']")]
      .filter((stop) => stop.offsetParent !== null);
    const first = stops[0];
    const last = stops.at(-1);
    const at = document.activeElement;
    if (event.shiftKey && (at === first || at === this.heading)) {
      event.preventDefault();
      last?.focus();
    } else if (!event.shiftKey && at === last) {
      event.preventDefault();
      first?.focus();
    }
  }
}
