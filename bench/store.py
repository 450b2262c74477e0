#!/usr/bin/env python3
"""What keeping costs: documents a minute, and the times of commands as a store grows.

store.py PROGRAM [DOCUMENTS]. DOCUMENTS (any input of `entente add`) are coded and kept, then offered again.
Without them only the growth is measured: 1,000, 10,000 and 100,000 invented items, imported.
"""
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile
import time

STATES = ["RUS", "USA", "SYR", "TUR", "IRN", "CHN", "FRA", "DEU", "EGY", "ISR", "UKR", "GBR"]
SECTORS = ["", ":GOV", ":MIL", ":REB", ":CVL"]
TYPES = ["CONSULT", "ASSAULT", "ACCUSE", "AID", "AGREE", "THREATEN", "SANCTION"]
WORDS = ("talks troops border city ministers agreed attacked convoy river harbour prisoners ceasefire envoy "
         "sanctions parliament mission strike village northern southern officials").split()


def run(*command):
    began = time.monotonic()
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    took = time.monotonic() - began
    if done.returncode not in (0, 1):
        sys.exit(f"{' '.join(command)}: {done.stderr}")
    return took, (done.stderr.strip().splitlines() or [""])[-1]


def invented(path, count):
    draw = random.Random(count)
    with open(path, "w", encoding="utf-8") as out:
        for i in range(count):
            sentence = " ".join(draw.choices(WORDS, k=20)) + f" number {i}."
            party = lambda: [draw.choice(STATES) + draw.choice(SECTORS)]
            out.write(json.dumps({
                "doc": f"d{i // 4}", "begin": 0, "end": 5, "trigger": sentence[:5], "type": draw.choice(TYPES),
                "actor": party(), "recipient": party(), "status": "actual",
                "when": f"20{draw.randint(10, 25)}-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}",
                "said_by": party(), "confidence": 0.5, "spans": {"actor": [[0, 3]], "recipient": [[4, 7]]},
                "sentence": sentence, "sentence_begin": 0, "sentence_end": len(sentence), "sent": i % 4}) + "\n")


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as work:
        store = f"{work}/news.store"
        for what in ("added", "offered again") if len(sys.argv) > 2 else ():
            took, note = run(program, "add", store, *sys.argv[2:])
            print(f"{what}: {took:.1f} s, {pathlib.Path(store).stat().st_size / 1e6:.1f} MB; {note}")
        print("items    import  search  export csv  graphml  geojson  size")
        for count in (1000, 10000, 100000):
            items, store = f"{work}/{count}.jsonl", f"{work}/{count}.store"
            invented(items, count)
            times = [run(program, "import", store, "--from", "jsonl", items)[0],
                     run(program, "search", store, "prisoners", "harbour")[0]]
            times += [run(program, "export", store, "--format", form)[0] for form in ("csv", "graphml", "geojson")]
            size = pathlib.Path(store).stat().st_size / 1e6
            print(f"{count:7} {times[0]:6.2f} s {times[1]:5.3f} s {times[2]:8.2f} s {times[3]:6.2f} s "
                  f"{times[4]:6.2f} s {size:5.1f} MB")
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
        print(f"largest memory of any command: {peak / 1024:.0f} MB")


if __name__ == "__main__":
    main()
