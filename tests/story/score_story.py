#!/usr/bin/env python3
"""Scores how reports were linked into acts, and which disputes were found, against a marked set.

    entente acts STORE --format jsonl > acts.jsonl
    entente disputes STORE --format jsonl > disputes.jsonl
    score_story.py tests/story/texts acts.jsonl disputes.jsonl [--errors] [--json]

What is measured

  coverage   of the mentions in the gold, those that an item answers to: its trigger shares a byte with
             theirs, or, failing that, it is of their type in their sentence, where the gold has no
             second mention of that type left over in that sentence.
  pairs      of two mentions of one act, whether they were put together: precision, recall, F1 over all
             pairs of mentions that have an item.
  B3         the same by mention (Bagga and Baldwin 1998): how much of a mention's found act belongs
             there, and how much of its true act was found. "all" counts every mention that has no
             item as an act of its own.
  disputes   a found dispute is right when it is about a gold dispute's act, has reports in documents
             on both sides of it, and agrees what is in dispute. "any" leaves out the last condition;
             "sides" adds one: that the documents stand on different sides.

Rows of `entente code` will do in place of acts: each item then counts as an act of its own.
"""

import argparse
import collections
import itertools
import json
import pathlib
import re
import sys

Report = collections.namedtuple("Report", "doc begin end type act sentence")
Mention = collections.namedtuple("Mention", "act doc trigger begin end type")


# ---------------------------------------------------------------------------------------- reading

def read_rows(path):
    """JSON Lines, or one JSON array, or one object with the rows under one of its keys."""
    text = sys.stdin.read() if str(path) == "-" else pathlib.Path(path).read_text(encoding="utf-8")
    if text.lstrip().startswith("["):
        return json.loads(text)
    rows = [json.loads(line) for line in text.splitlines() if line.strip()]
    if len(rows) == 1 and "id" not in rows[0]:
        lists = [value for value in rows[0].values() if isinstance(value, list)]
        if len(lists) == 1 and all(isinstance(row, dict) for row in lists[0]):
            return lists[0]
    return rows


def report_of(row, type_, act):
    begin, end = row["begin"], row["end"]
    return Report(str(row["doc"]), int(begin), int(end), row.get("type", type_), act, row.get("sentence") or "")


def reports_of_acts(rows):
    reports = []
    for number, row in enumerate(rows):
        if "reports" in row:
            act = f"#{row.get('id', number)}"
            reports += [report_of(report, row.get("type"), act) for report in row["reports"]]
        else:
            reports.append(report_of(row, row.get("type"), f"#item-{number}"))
    return reports


class FoundDispute:
    """A dispute as the program gives it: what it is about, its act, its sides' reports."""

    def __init__(self, row):
        self.id = row.get("id")
        self.about = row.get("about")
        act = row.get("act")
        if isinstance(act, dict):
            act = act.get("id")
        self.act = None if act is None else f"#{act}"
        self.claims = [side.get("claim") for side in row.get("sides", [])]
        self.sides = [[report_of(report, None, self.act) for report in side.get("reports", [])]
                      for side in row.get("sides", [])]

    def docs_by_side(self):
        return [{report.doc for report in side} for side in self.sides]


class Gold:
    def __init__(self, folder):
        folder = pathlib.Path(folder)
        self.texts = {row["id"]: row["text"].encode() for row in read_rows(folder / "documents.jsonl")}
        self.mentions = [Mention(row["act"], row["doc"], row["trigger"], row["begin"], row["end"], row["type"])
                         for row in read_rows(folder / "acts.jsonl")]
        path = folder / "disputes.jsonl"
        self.disputes = read_rows(path) if path.exists() and path.read_text(encoding="utf-8").strip() else []


# --------------------------------------------------------------------- which item answers to which mention

def split_sentences(text):
    """A plain guess, for items that do not say in which sentence they stand."""
    begin = 0
    for stop in re.finditer(rb"[.!?][\"')\]]*\s+(?=[\"'(A-Z0-9])|\n\s*\n", text):
        yield begin, stop.end()
        begin = stop.end()
    yield begin, len(text)


def sentence_span(text, report):
    """Bytes of the sentence in which a report stands: the one it quotes, where that can be found."""
    quoted = report.sentence.encode()
    begin = text.find(quoted) if quoted else -1
    while begin >= 0:
        if begin <= report.begin < begin + len(quoted):
            return begin, begin + len(quoted)
        begin = text.find(quoted, begin + 1)
    for begin, end in split_sentences(text):
        if begin <= report.begin < end:
            return begin, end
    return report.begin, report.end


def shared_bytes(mention, report):
    return min(mention.end, report.end) - max(mention.begin, report.begin)


def match(gold, reports):
    """Mention -> (report, how), one report to a mention and one mention to a report."""
    by_doc = collections.defaultdict(list)
    for report in reports:
        by_doc[report.doc].append(report)
    matched, used = {}, set()
    overlaps = [(-shared_bytes(mention, report), mention.type != report.type, mention, report)
                for mention in gold.mentions for report in by_doc[mention.doc]
                if shared_bytes(mention, report) > 0]
    overlaps.sort(key=lambda overlap: (overlap[1], overlap[0], overlap[2], overlap[3][:3]))
    for _, _, mention, report in overlaps:
        if mention not in matched and report not in used:
            matched[mention] = (report, "trigger")
            used.add(report)
    # What is left: by type and sentence, where only one mention can be meant.
    left = [mention for mention in gold.mentions if mention not in matched]
    sentences = collections.defaultdict(list)
    for report in reports:
        if report not in used and report.doc in gold.texts:
            begin, end = sentence_span(gold.texts[report.doc], report)
            sentences[report.doc, begin, end, report.type].append(report)
    for (doc, begin, end, type_), candidates in sorted(sentences.items(), key=lambda entry: str(entry[0])):
        meant = [mention for mention in left
                 if mention.doc == doc and mention.type == type_ and begin <= mention.begin < end]
        if len(meant) == 1 and meant[0] not in matched:
            nearest = min(candidates, key=lambda report: (abs(report.begin - meant[0].begin), report.begin))
            matched[meant[0]] = (nearest, "sentence")
    return matched


# ---------------------------------------------------------------------------------------- measures

def f1(precision, recall):
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def scores(precision, recall):
    return {"precision": precision, "recall": recall, "f1": f1(precision, recall)}


def ratio(part, whole):
    """A part of nothing is all of it: nothing was done wrong."""
    return part / whole if whole else 1.0


def pairwise(true, found):
    """true, found: mention -> act."""
    together = same = right = 0
    for a, b in itertools.combinations(sorted(true), 2):
        is_same, is_together = true[a] == true[b], found[a] == found[b]
        same += is_same
        together += is_together
        right += is_same and is_together
    return {**scores(ratio(right, together), ratio(right, same)), "right": right, "found": together, "gold": same}


def clusters(assignment):
    members = collections.defaultdict(set)
    for mention, act in assignment.items():
        members[act].add(mention)
    return members


def b_cubed(true, found):
    gold, system = clusters(true), clusters(found)
    precision = recall = 0.0
    for mention in true:
        a, b = gold[true[mention]], system[found[mention]]
        precision += len(a & b) / len(b)
        recall += len(a & b) / len(a)
    return scores(ratio(precision, len(true)), ratio(recall, len(true)))


def judge_disputes(gold, reports, matched, found):
    """For each found dispute: the gold disputes it answers to, as (gold dispute, about agrees, sides agree)."""
    acts_of = collections.defaultdict(set)  # a report's place -> the gold acts it was matched to
    for mention, (report, _) in matched.items():
        acts_of[report.doc, report.begin, report.end].add(mention.act)
    reports_of = collections.defaultdict(list)
    for report in reports:
        reports_of[report.act].append(report)
    answers = []
    for dispute in found:
        own = [report for side in dispute.sides for report in side]
        everything = own + reports_of.get(dispute.act, [])
        docs = {report.doc for report in everything}
        sides = dispute.docs_by_side()

        def meant(reports_):
            return {act for report in reports_ for act in acts_of[report.doc, report.begin, report.end]}

        acts = meant(own) or meant(everything)
        answer = []
        for truth in gold.disputes:
            one, other = set(truth["docs"]), set(truth["against"])
            if acts and truth["act"] not in acts:
                continue
            if not (docs & one and docs & other):
                continue
            apart = any(a & one and b & other for a, b in itertools.permutations(sides, 2))
            answer.append((truth, truth["about"] == dispute.about, apart))
        answers.append(answer)
    return answers


def dispute_scores(gold, answers):
    def score(accept):
        right = sum(any(accept(entry) for entry in answer) for answer in answers)
        named = {entry[0]["dispute"] for answer in answers for entry in answer if accept(entry)}
        return {**scores(ratio(right, len(answers)), ratio(len(named), len(gold.disputes))),
                "right": right, "found": len(answers), "answered": len(named), "gold": len(gold.disputes)}

    return {"disputes": score(lambda entry: entry[1]), "disputes, any": score(lambda entry: True),
            "disputes, sides": score(lambda entry: entry[1] and entry[2])}


def evaluate(gold, reports, found_disputes=None):
    matched = match(gold, reports)
    true = {mention: mention.act for mention in matched}
    found = {mention: report.act for mention, (report, _) in matched.items()}
    all_true = {mention: mention.act for mention in gold.mentions}
    all_found = {mention: found.get(mention, f"alone-{number}") for number, mention in enumerate(gold.mentions)}
    ways = collections.Counter(how for _, how in matched.values())
    result = {
        "coverage": {"share": ratio(len(matched), len(gold.mentions)), "matched": len(matched),
                     "mentions": len(gold.mentions), "by trigger": ways["trigger"],
                     "by sentence": ways["sentence"], "acts": len(set(all_true.values())),
                     "acts seen": len(set(true.values())), "acts found": len(set(found.values()))},
        "pairs": pairwise(true, found),
        "b3": b_cubed(true, found),
        "b3, all": b_cubed(all_true, all_found),
    }
    answers = None
    if found_disputes is not None:
        answers = judge_disputes(gold, reports, matched, found_disputes)
        result.update(dispute_scores(gold, answers))
    return result, matched, answers


# ---------------------------------------------------------------------------------------- what went wrong

def sentence_of(gold, mention):
    text = gold.texts[mention.doc]
    for begin, end in split_sentences(text):
        if begin <= mention.begin < end:
            before, after = text[begin:mention.begin], text[mention.end:end]
            return f"{before.decode()}[{mention.trigger}]{after.decode()}".strip().replace("\n", " ")
    return mention.trigger


def line(gold, mention):
    return f"    {mention.doc} {mention.act}: {sentence_of(gold, mention)}"


def link_errors(gold, matched):
    out = []
    system = clusters({mention: report.act for mention, (report, _) in matched.items()})
    truth = clusters({mention: mention.act for mention in matched})
    for act, members in sorted(system.items()):
        if len({mention.act for mention in members}) > 1:
            out.append(f"\nwrongly together in {act}:")
            out += [line(gold, mention) for mention in sorted(members)]
    for act, members in sorted(truth.items()):
        parts = clusters({mention: matched[mention][0].act for mention in members})
        if len(parts) > 1:
            out.append(f"\n{act} fell into {len(parts)}:")
            for part in sorted(parts):
                out.append(f"  {part}")
                out += [line(gold, mention) for mention in sorted(parts[part])]
    left = [mention for mention in gold.mentions if mention not in matched]
    if left:
        out.append("\nwithout an item:")
        out += [line(gold, mention) for mention in left]
    return out


def dispute_errors(gold, found, answers):
    out = []
    answered = {entry[0]["dispute"] for answer in answers for entry in answer if entry[1]}
    for truth in gold.disputes:
        if truth["dispute"] in answered:
            continue
        out.append(f"\nmissed {truth['dispute']}, {truth['about']} of {truth['act']}:")
        for side, docs in (("one side", truth["docs"]), ("the other", truth["against"])):
            out.append(f"  {side}")
            out += [line(gold, mention) for mention in gold.mentions
                    if mention.act == truth["act"] and mention.doc in docs]
    for dispute, answer in zip(found, answers):
        if any(entry[1] for entry in answer):
            continue
        near = ", ".join(f"{entry[0]['dispute']} is about {entry[0]['about']}" for entry in answer)
        out.append(f"\nfalse {dispute.id}, {dispute.about} of {dispute.act}{' (' + near + ')' if near else ''}:")
        for claim, side in zip(dispute.claims, dispute.sides):
            out.append(f"  {claim}")
            out += [f"    {report.doc}: {report.sentence.strip()}" for report in side]
    return out


# ---------------------------------------------------------------------------------------- the program

def table(result):
    coverage = result["coverage"]
    lines = [f"coverage         {coverage['share']:.3f}  {coverage['matched']} of {coverage['mentions']} mentions"
             f" ({coverage['by trigger']} by trigger, {coverage['by sentence']} by sentence),"
             f" {coverage['acts seen']} of {coverage['acts']} acts, found as {coverage['acts found']}",
             f"{'':16}  {'P':>5}  {'R':>5}  {'F1':>5}"]
    for name, score in result.items():
        if name == "coverage":
            continue
        note = ""
        if "answered" in score:
            note = f"  {score['right']} of {score['found']} right, {score['answered']} of {score['gold']} found"
        elif "right" in score:
            note = f"  {score['right']} right, {score['found']} found, {score['gold']} in gold"
        lines.append(f"{name:16}  {score['precision']:.3f}  {score['recall']:.3f}  {score['f1']:.3f}{note}")
    return "\n".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("gold", type=pathlib.Path, help="folder with documents, acts and disputes")
    parser.add_argument("acts", help="output of entente acts --format jsonl, - for standard input")
    parser.add_argument("disputes", nargs="?", help="output of entente disputes --format jsonl")
    parser.add_argument("--errors", action="store_true", help="list what went wrong, with sentences")
    parser.add_argument("--json", action="store_true", help="the figures as one JSON object")
    options = parser.parse_args(arguments)
    gold = Gold(options.gold)
    reports = reports_of_acts(read_rows(options.acts))
    found = [FoundDispute(row) for row in read_rows(options.disputes)] if options.disputes else None
    result, matched, answers = evaluate(gold, reports, found)
    print(json.dumps(result) if options.json else table(result))
    if options.errors:
        print("\n".join(link_errors(gold, matched)))
        if found is not None:
            print("\n".join(dispute_errors(gold, found, answers)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
