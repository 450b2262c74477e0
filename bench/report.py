#!/usr/bin/env python3
"""What the report costs: size of the page, time to write it, time until a browser shows it, memory.

report.py PROGRAM [DOCUMENTS] [--keep FOLDER]. DOCUMENTS (10,000 by default) invented news texts of some 250 words
are coded and kept, then reported. The times in the browser are measured where chromium and node are there,
by tests/web/measure.mjs: the median of five openings.
"""
import argparse
import datetime
import json
import pathlib
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time

STATES = ["Russia", "the United States", "Syria", "Turkey", "Iran", "China", "France", "Germany", "Egypt", "Israel",
          "Ukraine", "Britain", "Iraq", "Saudi Arabia", "Yemen", "Pakistan", "India", "Japan", "Sudan", "Ethiopia",
          "Eritrea", "Kenya", "Nigeria", "Libya", "Algeria", "Morocco", "Spain", "Italy", "Greece", "Poland",
          "Serbia", "Armenia", "Azerbaijan", "Georgia", "Afghanistan", "Thailand", "Vietnam", "Indonesia", "Brazil",
          "Argentina", "Colombia", "Venezuela", "Mexico", "Cuba", "Canada"]
CITIES = ["Aleppo", "Sanaa", "Kyiv", "Geneva", "Baghdad", "Khartoum", "Cairo", "Damascus", "Kabul", "Istanbul",
          "Vienna", "Mosul", "Aden", "Tehran", "Moscow", "New Delhi", "Addis Ababa", "Beirut", "Donetsk", "Paris"]
ACTS = ["{a} bombed a village near {city} on {day}, killing {n} people, {c} said.",
        "{a} denied that its troops had attacked {city}.",
        "{a} and {b} signed an agreement in {city} on {day}.",
        "{a} accused {b} of shelling {city}.",
        "{a} sent food and medicine to {b} after the flood in {city}.",
        "{a} threatened {b} with sanctions on {day}.",
        "The foreign minister of {a} met officials of {b} in {city} on {day}.",
        "{a} will withdraw its troops from {city}, {c} said.",
        "{b} rejected a proposal that {a} had made in {city}.",
        "Protesters marched through {city} and burned the flag of {a}."]
SYLLABLES = "ba ce di fo gu ha ke li mo nu pa re si to vu wa ze chi sta bro".split()


def words_of(draw):
    """A vocabulary whose words are as hard to pack as those of real news."""
    return ["".join(draw.choices(SYLLABLES, k=draw.randint(2, 4))) for _ in range(6000)]


def filler(draw, words):
    """Nothing happens in it."""
    names = [draw.choice(words) for _ in range(12)]
    return "The " + " and the ".join(" ".join(names[i:i + 3]) for i in range(0, 12, 3)) + " were old and quiet."


def document(draw, words, number):
    day = datetime.date(2012, 1, 1) + datetime.timedelta(days=draw.randrange(4000))
    sentences = []
    for _ in range(draw.randint(3, 6)):
        a, b, c = draw.sample(STATES, 3)
        act = draw.choice(ACTS).format(a=a, b=b, c=c, city=draw.choice(CITIES), n=draw.randint(2, 40), day=f"{day:%B} {day.day}")
        sentences += [act[0].upper() + act[1:], filler(draw, words), filler(draw, words)]
    paragraphs = [" ".join(sentences[i:i + 3]) for i in range(0, len(sentences), 3)]
    return {"id": f"d{number}", "title": sentences[0].rstrip("."), "published": str(day), "publisher": f"Paper {draw.randrange(60)}",
            "url": f"https://paper.example/{number}", "text": "\n\n".join(paragraphs)}


def run(*command):
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(map(str, command))}: {done.stderr}")
    return time.monotonic() - began, done


def measure_page(page):
    """In the folder where the browser test has put its packages; without them says so."""
    root = pathlib.Path(__file__).resolve().parent.parent
    work = root / "build" / "release" / "web-browser"
    if not (work / "node_modules").exists():
        print("not measured in a browser: `ctest --preset release -R web.browser` brings what that needs")
        return
    for script in (root / "tests" / "web").glob("*.mjs"):
        shutil.copy(script, work)
    _, done = run("node", work / "measure.mjs", page)
    print(done.stdout.strip() or done.stderr.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program")
    parser.add_argument("documents", nargs="?", type=int, default=10000)
    parser.add_argument("--keep", help="a folder for store and page, taken up again where it has them")
    options = parser.parse_args()
    work = pathlib.Path(options.keep or tempfile.mkdtemp())
    work.mkdir(parents=True, exist_ok=True)
    store, page = work / "news.store", work / "report.html"
    if not store.exists():
        draw = random.Random(options.documents)
        words = words_of(draw)
        with open(work / "news.jsonl", "w", encoding="utf-8") as out:
            for number in range(options.documents):
                out.write(json.dumps(document(draw, words, number)) + "\n")
        took, done = run(options.program, "add", store, work / "news.jsonl")
        print(f"added in {took:.1f} s: {(done.stderr.strip().splitlines() or [''])[-1]}", flush=True)
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    took, _ = run(options.program, "report", store, "-o", page)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    memory = f"{peak / 1024:.0f} MB" if peak > before else f"less than the {before / 1024:.0f} MB of adding"
    print(f"store {store.stat().st_size / 1e6:.1f} MB; report written in {took:.1f} s, memory {memory}; "
          f"page {page.stat().st_size / 1e6:.1f} MB", flush=True)
    measure_page(page)
    if not options.keep:
        shutil.rmtree(work)


if __name__ == "__main__":
    main()
