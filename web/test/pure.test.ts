import assert from "node:assert/strict";
import { test } from "node:test";
import { binned } from "../src/bins";
import { positionsOf } from "../src/bytes";
import { firstOfEach, range, Report } from "../src/data";
import { dayOf, dayText, isoOf, periodText } from "../src/dates";
import { everything, filtered, isPartOf } from "../src/filter";
import { placeLabels } from "../src/labels";
import { runsOf } from "../src/marks";
import { actsByPlace, extentOf } from "../src/places";
import { weightOf } from "../src/rank";
import { Texts, unpacked } from "../src/texts";
import { tiesDrawn } from "../src/ties";
import { claimText, list, partiesText } from "../src/words";
import { fixture, packed } from "./fixture";

const made = fixture();
const report = new Report(made.data);

test("byte offsets become positions, also behind letters of two, three and four bytes", () => {
  const text = "aé€😀z";
  const at = positionsOf(text, [0, 1, 3, 6, 10, 11, 99]);
  assert.deepEqual([...at], [[0, 0], [1, 1], [3, 2], [6, 3], [10, 5], [11, 6], [99, 6]]);
  assert.equal(positionsOf(text, [4]).get(4), 2, "a byte within a letter stands for its beginning");
});

test("every position agrees with an encoder", () => {
  const text = "Ab€ ü😀 — x";
  for (let i = 0; i <= text.length; ++i) {
    if (i > 0 && /[\ud800-\udbff]/.test(text[i - 1]!)) continue;
    const bytes = new TextEncoder().encode(text.slice(0, i)).length;
    assert.equal(positionsOf(text, [bytes]).get(bytes), i);
  }
});

test("overlapping marks are cut into runs without gaps", () => {
  const runs = runsOf(0, 10, [{ begin: 2, end: 8, name: "sentence" }, { begin: 4, end: 12, name: "actor" }, { begin: 5, end: 5, name: "when" }]);
  assert.deepEqual(runs.map((run) => [run.begin, run.end, run.names.join()]),
    [[0, 2, ""], [2, 4, "sentence"], [4, 8, "sentence,actor"], [8, 10, "actor"]]);
  assert.deepEqual(runs[2]!.begins, ["actor"]);
  assert.deepEqual(runsOf(3, 5, []).map((run) => [run.begin, run.end]), [[3, 5]]);
});

test("days and periods read as people write them", () => {
  const day = dayOf("2013-03-04")!;
  assert.equal(isoOf(day), "2013-03-04");
  assert.equal(dayText(day), "4 March 2013");
  assert.equal(periodText(day, day + 8), "4\u2060–\u206012 March 2013");
  assert.equal(periodText(dayOf("2013-03-01")!, dayOf("2013-03-31")!), "March 2013");
  assert.equal(periodText(dayOf("2012-01-01")!, dayOf("2012-12-31")!), "2012");
  assert.equal(dayOf("2013-3-4"), null);
  assert.equal(dayOf(""), null);
});

test("a party without a sector stands for its sectors, and for no one else", () => {
  assert.ok(isPartOf("GON:MIL", "GON"));
  assert.ok(!isPartOf("GON", "GON:MIL"));
  assert.ok(!isPartOf("GONDOLIN", "GON"));
  const gondor = filtered(report, { ...everything, party: "GON" });
  for (let act = 0; act < report.actCount; ++act) {
    const codes = [...made.data.acts.actor[act]!, ...made.data.acts.recipient[act]!].map((actor) => report.actorCode(actor));
    assert.equal(gondor.includes(act), codes.includes("GON") || codes.includes("GON:MIL"));
  }
});

test("filters are joined", () => {
  assert.equal(filtered(report, everything).length, report.actCount);
  const day = made.data.acts.first[8]!;
  for (const act of filtered(report, { ...everything, type: "conflict", standing: "claimed", from: day, until: day + 20 })) {
    assert.ok(["ACCUSE", "THREATEN", "ASSAULT"].includes(report.typeName(act)));
    assert.equal(report.standing(act), "claimed");
    assert.ok(made.data.acts.last[act]! >= day && made.data.acts.first[act]! <= day + 20);
  }
});

test("bins hold every dated act once, whatever their number", () => {
  const all = filtered(report, everything);
  for (const most of [5, 20, 100]) {
    const bins = binned(report, all, most);
    assert.ok(bins.length > 0 && bins.length <= most + 2);
    assert.equal(bins.reduce((sum, bin) => sum + bin.cooperation + bin.conflict + bin.neither, 0), all.length);
    for (let i = 1; i < bins.length; ++i) assert.equal(bins[i]!.first, bins[i - 1]!.last + 1);
  }
  assert.deepEqual(binned(report, [], 10), []);
});

test("runs of sorted keys", () => {
  assert.deepEqual([...firstOfEach([0, 0, 2], 4)], [0, 2, 2, 3, 3]);
  assert.deepEqual(report.reportsOf(3), [3]);
});

test("texts are unpacked chunk by chunk, each once", async () => {
  let asked = 0;
  const texts = new Texts(report, (chunk) => {
    ++asked;
    return Promise.resolve(packed(made.chunks[chunk]!));
  });
  const found = await texts.of(13);
  assert.match(found!.text, /^Dispatch 13\n/);
  await texts.of(14);
  assert.equal(asked, 1);
  assert.equal(await unpacked(packed("é😀")), "é😀");
});

test("places are sorted by their acts and lie within the extent", () => {
  const places = actsByPlace(report);
  assert.equal(places.reduce((sum, entry) => sum + entry.all.length, 0),
    made.data.acts.place.reduce((sum, one) => sum + one.length, 0));
  const [south, west, north, east] = extentOf(report, places)!;
  for (const [, latitude, longitude] of made.data.places) {
    assert.ok(latitude > south && latitude < north && longitude > west && longitude < east);
  }
  assert.equal(extentOf(report, []), null);
});

test("a dispute that both sides are heard in outweighs one with a lone voice", () => {
  const [known] = made.data.disputes;
  const louder = { ...known!, sides: known!.sides.map((side) => ({ ...side, speakers: [0, 1, 2] })) };
  assert.ok(weightOf(report, louder) > weightOf(report, known!));
});

test("a dense network is thinned, friendly ties and each party's strongest stay", () => {
  const edges = range(0, 30).flatMap((a) => range(a + 1, 30).map((b) => (
    { a, b, positive: (a + b) % 40 === 0 ? 50 : 1, negative: 2 + ((a * b) % 17), acts: [] })));
  const drawn = tiesDrawn(edges);
  assert.ok(drawn.length < edges.length / 2);
  assert.ok(edges.filter((edge) => edge.positive > edge.negative).every((edge) => drawn.includes(edge)));
  for (const node of range(0, 30)) assert.ok(drawn.filter((edge) => edge.a === node || edge.b === node).length >= 4);
  assert.deepEqual(tiesDrawn(edges.slice(0, 10)), edges.slice(0, 10));
});

test("labels do not lie on each other or outside", () => {
  const wanted = range(0, 12).map((i) => ({ text: "A name", x: 50 + 20 * (i % 4), y: 50 + 12 * Math.floor(i / 4), radius: 4 }));
  const placed = placeLabels(wanted, 200, 120).filter((one) => one !== null);
  assert.ok(placed.length > 2 && placed.length < 12);
  for (const one of placed) assert.ok(one.x >= 0 && one.x <= 200 && one.y >= 0 && one.y <= 120);
});

test("a few old acts stand aside instead of squeezing the bars", () => {
  const data = structuredClone(made.data);
  data.acts.first[0] = data.acts.last[0] = 9000;
  data.acts.first[1] = data.acts.last[1] = 99000;
  const older = new Report(data);
  const bins = binned(older, range(0, older.actCount), 20);
  assert.deepEqual([bins[0]!.side, bins.at(-1)!.side], ["earlier", "later"]);
  assert.equal(bins.reduce((sum, bin) => sum + bin.cooperation + bin.conflict + bin.neither, 0), older.actCount);
});

test("words", () => {
  assert.equal(list(["a", "b", "c"]), "a, b and c");
  assert.equal(claimText(report, made.data.disputes[0]!, "HAR, rangers"), "Harad and Rangers of the North");
  assert.equal(claimText(report, made.data.disputes[0]!, "not MOR"), "Not Mordor");
  assert.equal(claimText(report, { ...made.data.disputes[0]!, about: "bound" }, "does not bind"), "Does not bind");
  assert.equal(claimText(report, { ...made.data.disputes[0]!, about: "number" }, "14 dead"), "14 dead");
  assert.match(partiesText(report, 0), /./);
});
