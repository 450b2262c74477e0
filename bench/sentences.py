#!/usr/bin/env python3
"""How well sentences of edited news are found: sentences.py ENTENTE NEWS.jsonl.gz

bench/sentences.txt holds sixteen agency and newspaper reports as they were split by hand: an id, and for each
sentence the number of characters, spaces not counted, that stand before it. The texts themselves are no part
of the project; they are looked up by id. F1 counts sentences with both ends right.
"""
import gzip
import json
import pathlib
import subprocess
import sys


def main(entente, news):
    gold = read_gold(pathlib.Path(__file__).with_name("sentences.txt"))
    texts = [line for line in gzip.open(news, "rt", encoding="utf-8") if json.loads(line)["id"] in gold]
    if len(texts) != len(gold):
        sys.exit(f"{news} has {len(texts)} of the {len(gold)} reports")
    parsed = subprocess.run([entente, "parse", "--format", "conllu", "-"], input="".join(texts), text=True,
                            stdout=subprocess.PIPE, check=True).stdout
    found = found_in(parsed)
    right = sum(len(spans(gold[name]) & spans(found[name])) for name in gold)
    wanted, given = (sum(len(starts) - 1 for starts in side.values()) for side in (gold, found))
    print(f"reports {len(gold)}  sentences by hand {wanted}  found {given}  right {right}  "
          f"F1 {200 * right / (wanted + given):.2f}")


def read_gold(path):
    rows = [line.split() for line in open(path, encoding="utf-8") if line.strip() and not line.startswith("#")]
    return {row[0]: [int(n) for n in row[1:]] for row in rows}


def found_in(conllu):
    """Starts of the sentences of every document, and its end."""
    found, name = {}, None
    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            name = line[len("# newdoc id = "):]
            found[name] = [0]
        elif line.startswith("# text = "):
            found[name].append(found[name][-1] + len("".join(line[len("# text = "):].split())))
    return found


def spans(starts):
    return set(zip(starts, starts[1:]))


if __name__ == "__main__":
    main(*sys.argv[1:])
