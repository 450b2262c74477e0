// Begins the page: reads the data, fills what is seen first, then the rest while nothing else is to be done.
import { Report, type ReportData } from "./data";
import { Dialog } from "./dialog";
import { evidenceButton, h } from "./dom";
import { Evidence } from "./evidence";
import { packedInPage, Texts } from "./texts";
import { blocs } from "./views/blocs";
import { disputes } from "./views/disputes";
import { dyads } from "./views/dyads";
import { map } from "./views/map";
import { overview } from "./views/overview";
import { timeline } from "./views/timeline";

type View = (into: HTMLElement, evidence: Evidence) => void | Promise<void>;

/** The sections of the page, in its order: id, then the view that fills it. */
const views: [string, View][] = [
  ["overview", overview], ["disputes", disputes], ["timeline", timeline],
  ["pairs", dyads], ["blocs", blocs], ["map", map],
];
const seenFirst = 2;

async function fill(id: string, view: View, evidence: Evidence): Promise<void> {
  const section = document.querySelector<HTMLElement>(`#${id} .content`);
  if (!section) return;
  try {
    await view(section, evidence);
  } catch (error) {
    section.append(h("p", { class: "empty" }, `This part could not be drawn: ${String(error)}`));
    console.error(error);
  }
  section.removeAttribute("aria-busy");
}

function whenIdle(): Promise<void> {
  return new Promise((done) => {
    if ("requestIdleCallback" in window) window.requestIdleCallback(() => done(), { timeout: 200 });
    else setTimeout(done, 0);
  });
}

async function main(): Promise<void> {
  const data = JSON.parse(document.getElementById("data")?.textContent ?? "") as ReportData;
  const report = new Report(data);
  const evidence = new Evidence(report, new Dialog(), new Texts(report, packedInPage));
  for (const [id, view] of views.slice(0, seenFirst)) await fill(id, view, evidence);
  performance.mark("report-first");
  for (const [id, view] of views.slice(seenFirst)) {
    await whenIdle();
    await fill(id, view, evidence);
  }
  document.getElementById("licence-link")?.append(evidenceButton("Software that is part of this page", null, () => evidence.openLicences()));
  performance.mark("report-whole");
  document.documentElement.dataset["ready"] = "";
}

void main();
