#!/usr/bin/env python3
"""How often the primary actors of items are right, by how their phrases refer.

  coreference.py GOLD.jsonl CODED.jsonl ACTORS.jsonl [--errors]

CODED are items, ACTORS the layer of actors, of the same documents. Coded and annotated items of a sentence are
joined by kind, type and the words that name the act, never by their actors. Of each coded party the phrase is
looked up in the layer, and its rule says whether it is a pronoun, a reference (a definite phrase, a surname, both
sides), a kind of actor (with its state, or with that of the context) or a name. A party is right when its primary
is one of those annotated on either side of the item.
"""
import collections
import json
import sys

CLASSES = {
    "pronoun": ["pronoun", "relative", "speaker", "opponent"],
    "reference": ["holder", "same-noun", "last-of-kind", "two", "known-name", "abbreviation", "short-name"],
    "described": ["agent", "agent-alone", "faction", "counterpart", "title", "leads", "name-beside", "part-of"],
    "from context": ["agent-here", "title-here"],
}
CLASS_OF = {rule: name for name, rules in CLASSES.items() for rule in rules}
ORDER = [*CLASSES, "name", "other"]


def load(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def primaries(codes):
    return {code.split(":")[0] for code in codes}


def class_of(rule):
    return CLASS_OF.get(rule, "name")


def join(gold_items, coded):
    """Pairs of an annotated and a coded item: the best overlap of their triggers first."""
    pairs = []
    for g, one in enumerate(gold_items):
        words = set(one.get("trigger", "").lower().split())
        for c, other in enumerate(coded):
            if one["kind"] == other["kind"] and one["type"] == other["type"]:
                shared = len(words & set(other["trigger"].lower().split()))
                pairs.append((-shared, abs(g - c), g, c))
    used_gold, used_coded = set(), set()
    for _, _, g, c in sorted(pairs):
        if g not in used_gold and c not in used_coded:
            used_gold.add(g)
            used_coded.add(c)
            yield gold_items[g], coded[c]


def phrase_rule(rows, span, codes):
    """The rule of the longest row within a phrase that has its codes; headwise rows end it."""
    inside = [row for row in rows if row["begin"] >= span[0] and row["end"] <= span[1]]
    same = [row for row in inside if primaries(row["actor"]) & primaries(codes)] or inside
    same.sort(key=lambda row: (row["end"] - row["begin"]), reverse=True)
    return class_of(same[0]["rule"]) if same else "other"


def main():
    gold, coded, layer = (load(path) for path in sys.argv[1:4])
    rows = collections.defaultdict(list)
    for row in layer:
        rows[row["doc"]].append(row)
    by_sentence = collections.defaultdict(list)
    for record in gold:
        for item in coded:
            if item["doc"] == record["doc"] and record["begin"] <= item["begin"] < record["end"]:
                by_sentence[record["doc"], record["begin"]].append(item)
    right, asked = collections.Counter(), collections.Counter()
    for record in gold:
        for one, other in join(record["items"], by_sentence[record["doc"], record["begin"]]):
            wanted = primaries(one["actor"]) | primaries(one["recipient"])
            for side in ("actor", "recipient"):
                codes, spans = other.get(side, []), other["spans"].get(side, [])
                if not wanted or not codes or len(spans) > len(codes):
                    continue
                for at, span in enumerate(spans):
                    mine = codes if len(spans) < len(codes) else [codes[at]]
                    kind = phrase_rule(rows[record["doc"]], span, mine)
                    good = bool(primaries(mine) & wanted)
                    asked[kind] += 1
                    right[kind] += good
                    if not good and "--errors" in sys.argv:
                        text = record.get("text", other["sentence"]).encode()[span[0] - other["sentence_begin"]:
                                                                             span[1] - other["sentence_begin"]]
                        print(f"{kind}: {text.decode(errors='replace')!r} {mine} not {sorted(wanted)} "
                              f"({record['doc']}:{record['sent']} {other['trigger']})")
    for kind in ORDER:
        if asked[kind]:
            print(f"{kind:14} {right[kind]:4} of {asked[kind]:4} right, {right[kind] / asked[kind]:.3f}")
    total = sum(asked.values())
    print(f"{'all':14} {sum(right.values()):4} of {total:4} right, {sum(right.values()) / max(total, 1):.3f}")


if __name__ == "__main__":
    main()
