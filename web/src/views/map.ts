// A map of acts: at each place half a disc for cooperation, half a disc for conflict.
import { geoEqualEarth, geoGraticule10, geoMercator, geoPath, type GeoProjection } from "d3-geo";
import type { Feature, FeatureCollection, MultiLineString, MultiPoint } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import type { Report } from "../data";
import { append, drawnToWidth, evidenceButton, growing, h, replace, s } from "../dom";
import type { Evidence } from "../evidence";
import { placeLabels } from "../labels";
import { actsByPlace, extentOf, type PlaceActs } from "../places";
import { roving } from "../roving";
import { blockOfPage, unpacked } from "../texts";
import { count } from "../words";
import { toneKey } from "./timeline";

type World = Topology<{ countries: GeometryCollection; land: GeometryCollection }>;

const mostMarks = 400;
const mostLabels = 60;
const zoomStep = 1.6;

export async function map(into: HTMLElement, evidence: Evidence): Promise<void> {
  const places = actsByPlace(evidence.report);
  if (places.length === 0) {
    append(into, [h("p", { class: "empty" }, "No act has a place that was found on the map.")]);
    return;
  }
  const list = h("ol", { class: "place-list" });
  const more = growing(list, places.length, 12, (i) => placeLine(evidence, places[i]!), "places");
  const figure = h("figure", { class: "map-figure" });
  append(into, [toneKey(), h("div", { class: "beside" }, figure, h("div", null, h("h3", null, "Places"), list, more))]);
  const world = JSON.parse(await unpacked(await blockOfPage("world"))) as World;
  new ActMap(evidence, places.slice(0, mostMarks), world, figure);
}

function placeName(report: Report, entry: PlaceActs): string {
  return report.data.places[entry.place]![0];
}

function placeText(report: Report, entry: PlaceActs): string {
  return `${placeName(report, entry)}: ${count(entry.all.length, "act")}, ${entry.cooperation.length} cooperative, ${entry.conflict.length} conflictual`;
}

function placeLine(evidence: Evidence, entry: PlaceActs): HTMLElement {
  return h("li", null, placeName(evidence.report, entry), " ",
    evidenceButton(String(entry.all.length), placeText(evidence.report, entry),
      () => evidence.openActs(placeName(evidence.report, entry), entry.all)));
}

/** Draws itself anew for every width and every zoom, so that lines and letters keep their size. */
class ActMap {
  private readonly holder = h("div", { class: "map" });
  private width = 0;
  private zoom = 1;
  private middle: [number, number] | null = null;
  private whole = false;
  private readonly land: FeatureCollection;
  private readonly borders: MultiLineString;

  constructor(private readonly evidence: Evidence, private readonly places: PlaceActs[],
              world: World, figure: HTMLElement) {
    this.land = feature(world, world.objects.countries);
    this.borders = mesh(world, world.objects.countries, (a, b) => a !== b);
    figure.append(h("div", { class: "map-tools", role: "group", "aria-label": "The map" },
      this.tool("Nearer", () => this.zoomBy(zoomStep)), this.tool("Farther", () => this.zoomBy(1 / zoomStep)),
      this.tool("Where it happened", () => this.reset(false)), this.tool("The world", () => this.reset(true))), this.holder);
    drawnToWidth(this.holder, (width) => {
      this.width = width;
      this.draw();
    });
  }

  private tool(text: string, press: () => void): HTMLElement {
    return h("button", { type: "button", class: "quiet", click: press }, text);
  }
  private zoomBy(factor: number): void {
    this.zoom = Math.max(0.5, Math.min(40, this.zoom * factor));
    this.draw();
  }
  private reset(whole: boolean): void {
    this.whole = whole;
    this.zoom = 1;
    this.middle = null;
    this.draw();
  }

  private draw(): void {
    const height = Math.round(Math.max(260, Math.min(480, this.width * 0.68)));
    const projection = this.projection(height);
    const path = geoPath(projection);
    const shapes = [
      s("path", { class: "map-grid", d: path(geoGraticule10()) ?? "" }),
      s("path", { class: "map-land", d: path(this.land) ?? "" }),
      s("path", { class: "map-borders", d: path(this.borders) ?? "" }),
    ];
    const marks = this.marks(projection, height);
    const chart = s("svg", {
      viewBox: `0 0 ${this.width} ${height}`, role: "group", class: "map-chart",
      "aria-label": "Map of acts; the arrow keys go from place to place, Enter shows its sentences",
    }, shapes, marks);
    roving(chart, marks);
    replace(this.holder, chart);
    this.draggable(chart, projection, height);
  }

  /** The drawing follows the pointer and is made anew where it was let go. */
  private draggable(chart: SVGElement, projection: GeoProjection, height: number): void {
    let from: { x: number; y: number } | null = null;
    const moved = (event: PointerEvent) => (from ? [event.clientX - from.x, event.clientY - from.y] : [0, 0]);
    chart.addEventListener("pointerdown", (event) => {
      if (event.pointerType === "mouse" && event.button === 0) from = { x: event.clientX, y: event.clientY };
    });
    chart.addEventListener("pointermove", (event) => {
      if (from) chart.style.transform = `translate(${moved(event)[0]}px, ${moved(event)[1]}px)`;
    });
    const drop = (event: PointerEvent) => {
      const [dx, dy] = moved(event) as [number, number];
      from = null;
      chart.style.transform = "";
      if (Math.hypot(dx, dy) < 5) return;
      this.middle = projection.invert?.([this.width / 2 - dx, height / 2 - dy]) ?? this.middle;
      this.draw();
    };
    chart.addEventListener("pointerup", drop);
    chart.addEventListener("pointerleave", drop);
  }

  private projection(height: number): GeoProjection {
    const size: [number, number] = [this.width, height];
    const extent = this.whole ? null : extentOf(this.evidence.report, this.places);
    const projection = extent && extent[3] - extent[1] < 200
      ? geoMercator().fitSize(size, cornersOf(extent)) : geoEqualEarth().fitSize(size, { type: "Sphere" });
    projection.precision(0.5).clipExtent([[0, 0], size]);
    if (this.zoom !== 1 || this.middle) {
      const centre: [number, number] = [this.width / 2, height / 2];
      this.middle ??= projection.invert?.(centre) ?? null;
      projection.scale(projection.scale() * this.zoom);
      const moved = this.middle && projection(this.middle);
      const [tx, ty] = projection.translate();
      if (moved) projection.translate([tx + centre[0] - moved[0], ty + centre[1] - moved[1]]);
    }
    return projection;
  }

  private marks(projection: GeoProjection, height: number): SVGElement[] {
    const { report } = this.evidence;
    const most = Math.max(...this.places.map((entry) => entry.all.length));
    const radius = (acts: number) => 18 * Math.sqrt(acts / most);
    const shown = this.places.flatMap((entry) => {
      const [, north, east] = report.data.places[entry.place]!;
      const at = projection([east, north]);
      if (!at || at[0] < 0 || at[0] > this.width || at[1] < 0 || at[1] > height) return [];
      return [{ entry, x: at[0], y: at[1], text: placeName(report, entry), radius: radius(entry.all.length) }];
    });
    const labels = placeLabels(shown.slice(0, mostLabels), this.width, height, 5.8);
    return shown.map(({ entry, x, y, text: name }, i) => {
      const label = labels[i];
      return s("g", {
        class: "place", "aria-label": `${placeText(report, entry)}. Show them`,
        click: () => this.evidence.openActs(name, entry.all),
      }, s("title", null, placeText(report, entry)), s("circle", { class: "place-room", cx: x, cy: y, r: Math.max(8, radius(entry.all.length)) }),
      halfDisc(x, y, radius(2 * entry.cooperation.length), "left"), halfDisc(x, y, radius(2 * entry.conflict.length), "right"),
      s("circle", { class: "place-point", cx: x, cy: y, r: 1.5 }),
      label && s("text", { x: label.x, y: label.y, "text-anchor": label.anchor }, name));
    });
  }
}

function cornersOf([south, west, north, east]: [number, number, number, number]): Feature<MultiPoint> {
  const coordinates = [[west, south], [east, south], [east, north], [west, north]];
  return { type: "Feature", properties: {}, geometry: { type: "MultiPoint", coordinates } };
}

function halfDisc(x: number, y: number, radius: number, side: "left" | "right"): SVGElement {
  const sweep = side === "left" ? 0 : 1;
  return s("path", {
    class: side === "left" ? "fill-cooperation" : "fill-conflict",
    d: `M${x},${y - radius}A${radius},${radius} 0 0 ${sweep} ${x},${y + radius}Z`,
  });
}
