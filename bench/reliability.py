#!/usr/bin/env python3
"""How often items of a stated confidence are right: reliability.py SCORER.py GOLD.jsonl CODED.jsonl

An item is right when an annotated item of its sentence has its type and parties (the scorer's dyad).
"""
import collections
import importlib.util
import math
import sys

spec = importlib.util.spec_from_file_location("scorer", sys.argv[1])
scorer = importlib.util.module_from_spec(spec)
spec.loader.exec_module(scorer)
gold, coded = scorer.load(sys.argv[2]), scorer.load(sys.argv[3])

EDGES = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 1.01]
bins = collections.defaultdict(list)
rows = collections.defaultdict(list)
for item in coded:
    for row in gold:
        if row["doc"] == item["doc"] and row["begin"] <= item["begin"] < row["end"]:
            rows[row["doc"], row["sent"]].append(item)
loss = brier = count = 0
for row in gold:
    for kind in ("event", "relation"):
        golds = [i for i in row["items"] if i["kind"] == kind]
        codeds = [i for i in rows[row["doc"], row["sent"]] if i["kind"] == kind]
        right = {c for _, c in scorer.matching(golds, codeds, scorer.same_dyad)}
        for n, item in enumerate(codeds):
            p, hit = min(max(item["confidence"], 1e-3), 1 - 1e-3), n in right
            low = max(e for e in EDGES if e <= item["confidence"])
            bins[low].append((p, hit))
            loss -= math.log(p if hit else 1 - p)
            brier += (p - hit) ** 2
            count += 1
for low in sorted(bins):
    pairs = bins[low]
    hits = sum(h for _, h in pairs)
    print(f"from {low:.2f}: {hits}/{len(pairs)} = {hits / len(pairs):.2f}, mean confidence {sum(p for p, _ in pairs) / len(pairs):.2f}")
print(f"{count} items, logarithmic loss {loss / count:.3f}, Brier score {brier / count:.3f}")
