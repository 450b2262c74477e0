#!/usr/bin/env python3
"""Fits the weights of data/<language>/coding/confidence.txt.

  fit_confidence.py ENTENTE SCORER.py GOLD.jsonl DOCUMENTS.jsonl [--aside ID,ID] [--ridge R]

An item is right when an annotated item of its sentence has its type and parties (the scorer's dyad). What speaks
for and against it is read from `entente explain`. By ridge the weights stay near those that are there, as there are
few items. Documents named with --aside are not fitted to, and shown by themselves. Prints the weights as lines of
the data file, then how often items of a stated confidence are right, before and after.
"""
import argparse
import collections
import importlib.util
import json
import math
import re
import subprocess

EDGES = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.01]


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("scorer", path)
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return scorer


def run(*command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, check=True).stdout


def evidence(entente, document):
    """What each feature adds to the score of each item, from lines "confidence: 0.71 = base +0.90 ..."."""
    published = ["--published", document["published"]] if document.get("published") else []
    lines = re.findall(r"(?m)^    confidence: \S+ =(.*)$", run(entente, "explain", *published, document["text"]))
    return [{name: float(value) for name, value in re.findall(r"(\w+) ([+-]\d+\.\d+)", line)} for line in lines]


def rows_of(args, scorer):
    """(document, what the features add, right) for each item of the annotated sentences."""
    golds = collections.defaultdict(list)
    for row in scorer.load(args.gold):
        golds[row["doc"]].append(row)
    rows = []
    for document in scorer.load(args.documents):
        name = document["id"]
        items = [json.loads(line) for line in run(args.entente, "code", "-", "--format", "jsonl",
                                                  text=json.dumps(document)).splitlines()]
        added = evidence(args.entente, document)
        if len(added) != len(items):
            print(f"# {name}: {len(items)} items but {len(added)} explanations, left out")
            continue
        for row in golds[name]:
            inside = [n for n, item in enumerate(items) if row["begin"] <= item["begin"] < row["end"]]
            for kind in ("event", "relation"):
                coded = [n for n in inside if items[n]["kind"] == kind]
                gold = [item for item in row["items"] if item["kind"] == kind]
                pairs = scorer.matching(gold, [items[n] for n in coded], scorer.same_dyad)
                right = {coded[c] for _, c in pairs}
                rows += [(name, added[n], n in right) for n in coded]
    return rows


def logistic(score):
    return 1 / (1 + math.exp(-score))


def fit(rows, weights, ridge, steps=5000):
    """The weights by gradient descent; each item's features are what they add over their weight."""
    items = [({name: value / weights[name] for name, value in added.items()}, right) for _, added, right in rows]
    fitted, rate = dict(weights), 1 / (2 * len(items) + ridge)
    for _ in range(steps):
        slope = {name: ridge * (fitted[name] - weights[name]) for name in weights}
        for features, right in items:
            miss = logistic(sum(fitted[name] * value for name, value in features.items())) - right
            for name, value in features.items():
                slope[name] += miss * value
        for name in fitted:
            fitted[name] -= rate * slope[name]
    return {name: fitted[name] / weights[name] for name in weights}


def show(title, rows, scale):
    bins, loss = collections.defaultdict(list), 0.0
    for _, added, right in rows:
        p = logistic(sum(scale[name] * value for name, value in added.items()))
        bins[max(edge for edge in EDGES if edge <= p)].append((p, right))
        loss -= math.log(p if right else 1 - p)
    print(f"# {title}: {len(rows)} items, logarithmic loss {loss / max(len(rows), 1):.3f}")
    for low in sorted(bins):
        pairs = bins[low]
        hits = sum(right for _, right in pairs)
        print(f"#   from {low:.2f}: {hits}/{len(pairs)} = {hits / len(pairs):.2f}, "
              f"mean confidence {sum(p for p, _ in pairs) / len(pairs):.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("entente", "scorer", "gold", "documents"):
        parser.add_argument(name)
    parser.add_argument("--weights", default="data/english/coding/confidence.txt")
    parser.add_argument("--aside", default="")
    parser.add_argument("--ridge", type=float, default=4.0)
    args = parser.parse_args()
    weights = {name: float(value) for name, value in
               re.findall(r"(?m)^@weight (\w+) = (\S+)", open(args.weights, encoding="utf-8").read())}
    rows = rows_of(args, load_scorer(args.scorer))
    aside = set(args.aside.split(","))
    used, kept = [r for r in rows if r[0] not in aside], [r for r in rows if r[0] in aside]
    scale = fit(used, weights, args.ridge)
    for name, weight in weights.items():
        print(f"@weight {name} = {weight * scale[name]:.2f}")
    same = {name: 1.0 for name in weights}
    for title, part in (("fitted to", used), ("kept aside", kept)):
        show(title + ", before", part, same)
        show(title + ", after", part, scale)


if __name__ == "__main__":
    main()
