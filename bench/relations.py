#!/usr/bin/env python3
"""How commands on a store grow with it: 1,000, 10,000 and 100,000 invented items.

relations.py PROGRAM [--sizes N ...] [--svg FILE] [--keep FOLDER]

Stores are made by `entente import` of items as Entente writes them: 170 parties of uneven weight, twenty years, acts
told by one to six documents within three days, relations among them, one in ten told as said by a party. Each
command is run three times, the quickest counts; peak memory is that of the process. Prints a table; --svg draws it.
"""
import argparse
import json
import os
import pathlib
import random
import sys
import tempfile
import time
from datetime import date, timedelta

STATES = ("USA RUS CHN SYR IRN ISR UKR TUR GBR FRA DEU SAU IND PAK EGY IRQ PRK KOR JPN YEM LBN PSE LBY AFG QAT ARE "
          "SDN ETH VEN COL MEX BRA ITA POL GRC ARM AZE GEO BLR KAZ NGA MLI NER SOM KEN COD RWA ZAF VNM PHL").split()
SECTORS = ["", "", ":GOV", ":GOV", ":MIL", ":REB", ":CVL", ":OPP"]
GROUPS = "nato eu un isis hezbollah hamas houthis taliban kurds arab-league".split()
# type: CAMEO, weight, words
EVENTS = {"CONSULT": ("042", 24, "met envoys of"), "ACCUSE": ("112", 16, "accused"),
          "ASSAULT": ("190", 14, "attacked"), "AGREE": ("057", 8, "signed an accord with"),
          "SUPPORT": ("051", 7, "praised"), "REQUEST": ("104", 7, "urged"), "THREATEN": ("138", 6, "threatened"),
          "REJECT": ("120", 5, "rejected the demands of"), "COERCE": ("173", 5, "detained people of"),
          "AID": ("073", 4, "sent aid to"), "MOBILIZE": ("152", 2, "massed troops against"),
          "SANCTION": ("163", 3, "imposed sanctions on"), "COOPERATE": ("062", 3, "exercised with")}
RELATIONS = {"backs": "backs", "opposes": "opposes", "ally": "is an ally of", "controls": "controls"}
SCENES = ("harbour market border bridge airfield refinery embassy convoy village ridge dam ministry square camp "
          "depot island checkpoint valley pipeline hospital school mine station").split()
TOWNS = [("Aleppo", 36.2, 37.16, "SYR"), ("Kyiv", 50.45, 30.52, "UKR"), ("Gaza", 31.5, 34.47, "PSE"),
         ("Sanaa", 15.35, 44.2, "YEM"), ("Tripoli", 32.88, 13.19, "LBY"), ("Kabul", 34.53, 69.17, "AFG")]
FIRST, DAYS = date(2005, 1, 1), 20 * 365


def parties(draw):
    names = [state + sector for state in STATES for sector in dict.fromkeys(SECTORS)][:160] + GROUPS
    draw.shuffle(names)
    names.sort(key=lambda name: STATES.index(name[:3]) if name[:3] in STATES else draw.randrange(40))
    return names, [1 / (1 + rank) ** 0.7 for rank in range(len(names))]


def item(draw, what, actor, recipient, day, number):
    scene, town = draw.choice(SCENES), draw.choice(TOWNS)
    relation = what in RELATIONS
    cameo, words = ("", RELATIONS[what]) if relation else (EVENTS[what][0], EVENTS[what][2])
    sentence = (f"{actor} {words} {recipient} at the {scene} of {town[0]}, "
                f"{draw.choice(SCENES)} {number}, officials said on {day:%A}.")
    made = {"type": what, "actor": [actor], "recipient": [recipient], "status": "actual", "cameo": cameo,
            "confidence": 0.7, "sentence": sentence, "sentence_begin": 0, "sentence_end": len(sentence)}
    if relation and what in ("ally", "opposes"):
        made["actor"], made["recipient"] = [actor, recipient], []
    if not relation:
        made |= {"when": day.isoformat(), "where": [town[0]],
                 "places": [{"name": town[0], "lat": town[1], "lon": town[2], "country": town[3]}]}
    begin = len(actor) + 1
    return made | {"begin": begin, "end": begin + 4, "trigger": sentence[begin:begin + 4]}


def invented(path, count):
    draw = random.Random(count)
    names, weights = parties(draw)
    kinds = list(EVENTS) + list(RELATIONS)
    kind_weights = [EVENTS[kind][1] for kind in EVENTS] + [2] * len(RELATIONS)
    documents, made = {}, 0
    while made < count:
        what = draw.choices(kinds, kind_weights)[0]
        actor, recipient = draw.choices(names, weights, k=2)
        if actor[:3] == recipient[:3]:
            continue
        day = FIRST + timedelta(draw.randrange(DAYS))
        said = [draw.choice([actor, recipient])] if draw.random() < 0.1 else []
        for _ in range(min(count - made, draw.choices([1, 2, 3, 6], [60, 25, 10, 5])[0])):
            published = day + timedelta(draw.randrange(3))
            outlet = draw.randrange(max(1, count // 32000))
            one = item(draw, what, actor, recipient, day, made) | ({"said_by": said} if said else {})
            documents.setdefault((published, outlet), []).append(one)
            made += 1
    with open(path, "w", encoding="utf-8") as out:
        for (published, outlet), items in sorted(documents.items()):
            name = f"{published:%Y%m%d}-{outlet}"
            for i, one in enumerate(items):
                head = {"doc": name, "published": published.isoformat(), "publisher": f"Outlet {outlet}", "sent": i}
                out.write(json.dumps(head | one) + "\n")


def timed(command):
    """Seconds and megabytes of a command that must succeed."""
    began = time.monotonic()
    child = os.fork()
    if child == 0:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.execvp(command[0], command)
    _, status, usage = os.wait4(child, 0)
    took = time.monotonic() - began
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return took, usage.ru_maxrss / 1024


def commands(program, store):
    jsonl, table = ["--format", "jsonl"], ["--format", "table"]
    return {
        "relations, all pairs": [program, "relations", store, *jsonl],
        "relations --level sector": [program, "relations", store, "--level", "sector", *jsonl],
        "relations --blocs": [program, "relations", store, "--blocs", *table],
        "relations RUS": [program, "relations", store, "RUS", *table],
        "relations USA RUS": [program, "relations", store, "USA", "RUS", *table],
        "relations USA RUS --as-of": [program, "relations", store, "USA", "RUS", "--as-of", "2015-06-30", *table],
        "relations nato RUS": [program, "relations", store, "nato", "RUS", *table],
        "actor Iran": [program, "actor", store, "Iran", *table],
        "acts --party PRK --limit 50": [program, "acts", store, "--party", "PRK", "--limit", "50", *table],
        "disputes --limit 50": [program, "disputes", store, "--limit", "50", *table],
        "search": [program, "search", store, "refinery", "Kabul"],
    }


COLOURS = "#1b6ca8 #c0392b #2e8b57 #8e44ad #d68910 #117a65 #7f8c8d #b03a2e #2471a3 #6c3483 #1e8449 #34495e".split()


def drawn(sizes, rows):
    """The table as lines on logarithmic axes."""
    import math
    width, height, left, top, right, bottom = 860, 470, 64, 24, 250, 48
    low, high = math.log10(0.005), math.log10(20)
    span = math.log10(sizes[-1] / sizes[0]) or 1
    x = lambda size: left + (width - left - right) * math.log10(size / sizes[0]) / span
    y = lambda took: top + (height - top - bottom) * (high - math.log10(max(took, 0.005))) / (high - low)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" '
           f'font-size="12"><rect width="{width}" height="{height}" fill="#fff"/>']
    for took in (0.01, 0.1, 0.2, 1, 2, 10):
        dash = ' stroke-dasharray="4 3"' if took in (0.2, 2) else ""
        out.append(f'<line x1="{left}" x2="{width - right}" y1="{y(took):.1f}" y2="{y(took):.1f}" '
                   f'stroke="#ccc"{dash}/><text x="{left - 8}" y="{y(took) + 4:.1f}" text-anchor="end">'
                   f'{took:g} s</text>')
    for size in sizes:
        out.append(f'<text x="{x(size):.1f}" y="{height - bottom + 20}" text-anchor="middle">{size:,}</text>')
    out.append(f'<text x="{(left + width - right) / 2:.0f}" y="{height - 8}" text-anchor="middle">items in the '
               'store</text>')
    ends = sorted((y(times[-1][0]), name) for name, times in rows.items())
    places, last = {}, -100
    for at, name in ends:
        last = max(at, last + 15)
        places[name] = last
    for colour, (name, times) in zip(COLOURS, rows.items()):
        points = " ".join(f"{x(size):.1f},{y(took):.1f}" for size, (took, _) in zip(sizes, times))
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        out += [f'<circle cx="{x(size):.1f}" cy="{y(took):.1f}" r="3" fill="{colour}"/>'
                for size, (took, _) in zip(sizes, times)]
        out.append(f'<text x="{width - right + 12}" y="{places[name] + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join(out) + "\n</svg>\n"


def main():
    parse = argparse.ArgumentParser()
    parse.add_argument("program")
    parse.add_argument("--sizes", type=int, nargs="+", default=[1000, 10000, 100000])
    parse.add_argument("--svg")
    parse.add_argument("--keep", help="a folder to make the stores in; those that are there are used as they are")
    options = parse.parse_args()
    rows, peak = {}, 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(options.keep or scratch)
        folder.mkdir(parents=True, exist_ok=True)
        for size in options.sizes:
            items, store = folder / f"{size}.jsonl", folder / f"{size}.store"
            if not store.exists():
                invented(items, size)
                rows.setdefault("import", []).append(
                    timed([options.program, "import", str(store), "--from", "jsonl", str(items)]))
            for name, command in commands(options.program, str(store)).items():
                tries = [timed(command) for _ in range(3)]
                rows.setdefault(name, []).append((min(took for took, _ in tries), max(mb for _, mb in tries)))
    imports = rows.pop("import", [])
    print(f"{'':30}" + "".join(f"{size:>18,}" for size in options.sizes))
    for name, times in rows.items():
        print(f"{name:30}" + "".join(f"{took:9.3f} s {mb:4.0f} MB" for took, mb in times))
    print("imports: " + ", ".join(f"{took:.1f} s {mb:.0f} MB" for took, mb in imports))
    if options.svg:
        pathlib.Path(options.svg).write_text(drawn(options.sizes, rows), encoding="utf-8")


if __name__ == "__main__":
    main()
