#!/usr/bin/env python3
"""How well and how fast articles are found in pages:
  pages.py ENTENTE PAGES TRUTH.json [--data DATA] [--rival]

PAGES is a folder of ID.html or ID.html.gz, TRUTH gives {"ID": {"articleBody": text}}. The article of a page is
the body and quotes of its first document. Measure: shingles of four words with their counts, precision and
recall per page, averaged over pages, then F1. A third of the pages, told by their ids, is kept aside while rules
are written; both parts are printed. --rival measures trafilatura beside it, where Python has it.
"""
import argparse
import collections
import gzip
import json
import pathlib
import re
import resource
import subprocess
import tempfile
import time


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("entente")
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("truth")
    parser.add_argument("--data")
    parser.add_argument("--rival", action="store_true")
    options = parser.parse_args()
    truth = {page: entry["articleBody"] for page, entry in json.load(open(options.truth)).items()}
    pages = {path.name.split(".")[0]: path for path in sorted(options.pages.iterdir())}
    html = {page: content(path) for page, path in pages.items() if page in truth}
    size = sum(map(len, html.values()))
    with tempfile.TemporaryDirectory() as folder:
        for page, text in html.items():
            pathlib.Path(folder, page + ".html").write_bytes(text)
        documents, seconds = read(options, folder)
        empty = pathlib.Path(folder, "empty")
        empty.mkdir()
        seconds -= read(options, empty)[1]  # loading the data
    report("entente", truth, documents, size, seconds)
    if options.rival:
        report_rival(truth, html, size)


def content(path):
    return gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()


def read(options, folder):
    """The article of each page, and the processor's time."""
    command = [options.entente, "read", "--format", "jsonl", str(folder)]
    if options.data:
        command += ["--data", options.data]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    lines = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.splitlines()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    documents = {}
    for line in lines:
        document = json.loads(line)
        text = document["text"].encode()
        body = [text[s["begin"]:s["end"]].decode() for s in document["segments"]
                if s["kind"] in ("body", "quote")]
        documents.setdefault(document["id"].removesuffix(".html"), "\n\n".join(body))
    return documents, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def report_rival(truth, html, size):
    import trafilatura
    begin = time.process_time()
    found = {page: trafilatura.extract(text, include_comments=False) or "" for page, text in html.items()}
    report(f"trafilatura {trafilatura.__version__}", truth, found, size, time.process_time() - begin)


def report(name, truth, found, size, seconds):
    aside = [page for page in truth if int(page[:8], 16) % 3 == 0]
    studied = [page for page in truth if int(page[:8], 16) % 3 != 0]
    for part, chosen in (("studied", studied), ("aside", aside), ("all", list(truth))):
        precision, recall = scores({page: truth[page] for page in chosen}, found)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"{name}  {part:8} pages {len(chosen):3}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")
    print(f"{name}  {size / seconds / 1e6:.1f} MB of HTML a second, {1000 * seconds / len(truth):.2f} ms a page")


def scores(truth, found):
    precisions, recalls = [], []
    for page, text in truth.items():
        gold, given = shingles(text), shingles(found.get(page, ""))
        hit, wrong, missed = (gold & given).total(), (given - gold).total(), (gold - given).total()
        if hit + wrong:
            precisions.append(hit / (hit + wrong))
        if hit + missed:
            recalls.append(hit / (hit + missed))
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls)


def shingles(text, length=4):
    words = re.findall(r"\w+", text)
    places = range(max(1, len(words) - length + 1) if words else 0)
    return collections.Counter(tuple(words[i:i + length]) for i in places)


if __name__ == "__main__":
    main()
