// The sentences behind a number: acts, each with its reports, each a click from its document.
import type { Report } from "./data";
import type { Dialog, Sheet } from "./dialog";
import { positionsOf } from "./bytes";
import { documentSheet } from "./document_view";
import { shortDayText } from "./dates";
import { evidenceButton, growing, h } from "./dom";
import { blockOfPage, type Texts, unpacked } from "./texts";
import { capital, count, kindText, list, partiesText, placesText, sourceText, standingText, statusText, whenText } from "./words";

const actsAtOnce = 25;

export class Evidence {
  constructor(readonly report: Report, private readonly dialog: Dialog, readonly texts: Texts) {}

  /** Opens the list of acts with their sentences. */
  openActs(title: string, acts: number[]): void {
    const { first } = this.report.data.acts;
    const byDay = [...acts].sort((a, b) => (first[a] ?? Infinity) - (first[b] ?? Infinity) || a - b);
    this.dialog.show(this.actsSheet(title, byDay));
  }

  openReports(title: string, reports: number[]): void {
    this.dialog.show({
      title,
      fill: (body) => {
        body.append(h("p", { class: "sheet-note" }, count(reports.length, "sentence")));
        const into = h("div", { class: "quotes" });
        body.append(into, growing(into, reports.length, 2 * actsAtOnce, (i) => this.quote(reports[i]!), "sentences"));
      },
    });
  }

  openDocuments(title: string, docs: number[]): void {
    this.dialog.show({
      title,
      fill: (body) => {
        const into = h("ol", { class: "documents" });
        body.append(into, growing(into, docs.length, 100, (i) => this.documentLine(docs[i]!), "documents"));
      },
    });
  }

  openLicences(): void {
    this.dialog.show({
      title: "Software that is part of this page",
      fill: (body) => {
        const text = h("pre", { class: "licences" });
        body.append(text);
        void blockOfPage("licences").then(unpacked).then((words) => {
          text.textContent = words;
        });
      },
    });
  }

  openDocument(doc: number, report: number | null): void {
    this.dialog.show(documentSheet(this, doc, report));
  }

  /** One report: its sentence, who says so, where it stands. */
  quote(report: number): HTMLElement {
    const { reports, docs } = this.report.data;
    const doc = reports.doc[report]!;
    const names = (actors: number[]) => actors.map((actor) => this.report.actorName(actor));
    const said = names(reports.saidBy[report]!);
    const denied = names(reports.deniedBy[report]!);
    const words = h("span", { class: "quote-words" });
    const button = h("button", {
      type: "button", class: "quote", "aria-haspopup": "dialog", click: () => this.openDocument(doc, report),
    }, words, h("span", { class: "visually-hidden" }, " – show in its document"));
    void this.sentence(report).then((sentence) => {
      words.textContent = sentence;
    });
    const day = docs.day[doc];
    return h("div", { class: "report" }, button,
      h("p", { class: "credit" },
        said.length > 0 && [h("span", { class: "said" }, `${said.join(", according to ")}`), " · "],
        denied.length > 0 && [h("span", { class: "said" }, `denied by ${list(denied)}`), " · "],
        this.publisherOf(doc), day !== null && day !== undefined && ` · ${shortDayText(day)}`,
        reports.copy[report] === 1 && " · a copy"));
  }

  /** What names a document's source: its publisher, else its own name. */
  publisherOf(doc: number): string {
    const { docs, publishers } = this.report.data;
    return publishers[docs.publisher[doc]!] || docs.id[doc]!;
  }

  async sentence(report: number): Promise<string> {
    const known = this.report.data.quotes[String(report)];
    if (known !== undefined) return known;
    const { reports } = this.report.data;
    const found = await this.texts.of(reports.doc[report]!);
    const item = found?.items[reports.item[report]!];
    if (!found || !item) return "No text: this was coded elsewhere.";
    const at = positionsOf(found.text, [item[0], item[1]]);
    return found.text.slice(at.get(item[0])!, at.get(item[1])!).replace(/\s+/g, " ");
  }

  private actsSheet(title: string, acts: number[]): Sheet {
    return {
      title,
      fill: (body) => {
        body.append(h("p", { class: "sheet-note" }, acts.length === 0 ? "Nothing." : `${count(acts.length, "act")}, by day`));
        const into = h("div", { class: "acts" });
        body.append(into, growing(into, acts.length, actsAtOnce, (i) => this.actEntry(acts[i]!), "acts"));
      },
    };
  }

  private actEntry(act: number): HTMLElement {
    const reports = this.report.reportsOf(act);
    const places = placesText(this.report, act);
    const sources = this.report.data.acts.source[act]!.map((source) => sourceText(this.report, source));
    const denied = this.report.data.acts.deniedBy[act]!.map((actor) => this.report.actorName(actor));
    const status = this.report.status(act);
    const into = h("div", { class: "quotes" });
    return h("article", { class: "act-entry" },
      h("h3", null, kindText(this.report, act), ": ", partiesText(this.report, act)),
      h("p", { class: "credit" },
        [whenText(this.report, act), places, standingText(this.report.standing(act)),
          status === "actual" ? "" : capital(statusText(status))].filter((part) => part !== "").join(" · ")),
      into, growing(into, reports.length, 5, (i) => this.quote(reports[i]!), "sentences"),
      sources.length > 0 && h("p", { class: "credit" }, `Goes back to ${list(sources.slice(0, 8))}`,
        sources.length > 8 && ` and ${sources.length - 8} others`),
      denied.length > 0 && h("p", { class: "credit" }, `Denied by ${list(denied)}`));
  }

  private documentLine(doc: number): HTMLElement {
    const { docs } = this.report.data;
    const day = docs.day[doc];
    return h("li", null,
      evidenceButton(docs.title[doc] || docs.id[doc]!, null, () => this.openDocument(doc, null)),
      h("span", { class: "credit" }, ` ${[this.publisherOf(doc), typeof day === "number" ? shortDayText(day) : ""]
        .filter((part) => part !== "").join(" · ")}`));
  }
}
