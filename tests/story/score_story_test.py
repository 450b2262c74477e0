#!/usr/bin/env python3
"""Tests of score_story.py and build_set.py on cases small enough to work out by hand."""

import contextlib
import io
import json
import pathlib
import tempfile
import unittest

import build_set
import score_story

HERE = pathlib.Path(__file__).resolve().parent

TEXTS = {
    "d1": "Rebels shelled Aleppo on Monday. Rebels attacked Homs on Tuesday.",
    "d2": "The shelling of Aleppo killed two. Troops fled.",
    "d3": "The army shelled Aleppo, rebels said. “Nobody shelled it,” he said.",
}


def at(doc, trigger, nth=0):
    """[begin, end) of the nth occurrence of a trigger, in bytes."""
    text, begin = TEXTS[doc].encode(), -1
    for _ in range(nth + 1):
        begin = text.index(trigger.encode(), begin + 1)
    return begin, begin + len(trigger.encode())


def mention(act, doc, trigger, type_="ASSAULT", nth=0):
    begin, end = at(doc, trigger, nth)
    return {"act": act, "doc": doc, "trigger": trigger, "begin": begin, "end": end, "type": type_}


def report(doc, trigger, nth=0, sentence=""):
    begin, end = at(doc, trigger, nth)
    return {"doc": doc, "begin": begin, "end": end, "sentence": sentence}


def act(number, *reports, type_="ASSAULT"):
    return {"id": number, "kind": "event", "type": type_, "reports": list(reports)}


def dispute(about, act_number, *sides):
    return {"id": 1, "about": about, "act": act_number,
            "sides": [{"claim": f"claim {number}", "reports": list(side)} for number, side in enumerate(sides)]}


class Case(unittest.TestCase):
    """Writes gold and output to a folder and scores them as the program does."""

    GOLD = [mention("a", "d1", "shelled"), mention("b", "d1", "attacked"), mention("a", "d2", "shelling"),
            mention("a", "d3", "shelled", nth=1)]
    DISPUTES = [{"dispute": "x", "about": "happened", "act": "a", "docs": ["d1", "d2"], "against": ["d3"]}]

    def gold(self, mentions=None, disputes=None):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        rows = {"documents": [{"id": id_, "text": text} for id_, text in TEXTS.items()],
                "acts": self.GOLD if mentions is None else mentions,
                "disputes": self.DISPUTES if disputes is None else disputes}
        for name, part in rows.items():
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in part), encoding="utf-8")
        return score_story.Gold(folder)

    def enterContext(self, manager):  # unittest has it from Python 3.11 on
        value = manager.__enter__()
        self.addCleanup(manager.__exit__, None, None, None)
        return value

    def score(self, acts, disputes=None, mentions=None):
        found = None if disputes is None else [score_story.FoundDispute(row) for row in disputes]
        return score_story.evaluate(self.gold(mentions), score_story.reports_of_acts(acts), found)[0]

    PERFECT = [act(1, report("d1", "shelled"), report("d2", "shelling"), report("d3", "shelled", 1)),
               act(2, report("d1", "attacked"))]


class Linking(Case):
    def test_perfect(self):
        result = self.score(self.PERFECT)
        self.assertEqual(result["coverage"]["share"], 1)
        for measure in ("pairs", "b3", "b3, all"):
            self.assertEqual([result[measure][key] for key in ("precision", "recall", "f1")], [1, 1, 1])

    def test_all_in_one_act(self):
        one = [act(1, *(row for found in self.PERFECT for row in found["reports"]))]
        result = self.score(one)
        # Three of the six pairs are right; three mentions see 3/4 of their act, one sees 1/4.
        self.assertAlmostEqual(result["pairs"]["precision"], 3 / 6)
        self.assertEqual(result["pairs"]["recall"], 1)
        self.assertAlmostEqual(result["b3"]["precision"], (3 * 3 / 4 + 1 / 4) / 4)
        self.assertEqual(result["b3"]["recall"], 1)

    def test_nothing_linked(self):
        apart = [act(number, row) for number, row in enumerate(row for found in self.PERFECT for row in found["reports"])]
        result = self.score(apart)
        self.assertEqual(result["pairs"]["precision"], 1)  # nothing was put together wrongly
        self.assertEqual(result["pairs"]["recall"], 0)
        self.assertEqual(result["pairs"]["f1"], 0)
        self.assertAlmostEqual(result["b3"]["recall"], (3 * 1 / 3 + 1) / 4)

    def test_a_mention_without_item_counts_only_in_the_strict_figure(self):
        result = self.score([act(1, report("d1", "shelled"), report("d2", "shelling")), self.PERFECT[1]])
        self.assertEqual(result["coverage"]["matched"], 3)
        self.assertEqual(result["b3"]["f1"], 1)
        self.assertAlmostEqual(result["b3, all"]["recall"], (2 * 2 / 3 + 1 / 3 + 1) / 4)
        self.assertEqual(result["b3, all"]["precision"], 1)

    def test_no_acts_at_all(self):
        result = self.score([])
        self.assertEqual(result["coverage"]["share"], 0)
        self.assertEqual(result["pairs"]["gold"], 0)

    def test_reports_of_unknown_documents_are_left_alone(self):
        stray = {"doc": "elsewhere", "begin": 0, "end": 5, "sentence": "Rebels shelled Aleppo."}
        result = self.score(self.PERFECT + [act(3, stray)])
        self.assertEqual(result["b3"]["f1"], 1)

    def test_items_as_coded_are_acts_of_their_own(self):
        items = [{**report("d1", "shelled"), "type": "ASSAULT"}, {**report("d2", "shelling"), "type": "ASSAULT"}]
        result = self.score(items)
        self.assertEqual(result["coverage"]["matched"], 2)
        self.assertEqual(result["pairs"]["recall"], 0)


class Matching(Case):
    def ways(self, acts, mentions=None):
        return {(mention.doc, mention.trigger): how for mention, (_, how) in score_story.match(
            self.gold(mentions), score_story.reports_of_acts(acts)).items()}

    def test_a_longer_trigger_answers(self):
        self.assertEqual(self.ways([act(1, report("d1", "shelled Aleppo"))]), {("d1", "shelled"): "trigger"})

    def test_the_sentence_answers_where_one_mention_can_be_meant(self):
        row = report("d2", "killed", sentence="The shelling of Aleppo killed two.")
        self.assertEqual(self.ways([act(1, row)]), {("d2", "shelling"): "sentence"})

    def test_the_sentence_is_guessed_where_the_report_has_none(self):
        self.assertEqual(self.ways([act(1, report("d2", "killed"))]), {("d2", "shelling"): "sentence"})
        self.assertEqual(self.ways([act(1, report("d2", "fled"))]), {})

    def test_not_with_another_type(self):
        self.assertEqual(self.ways([act(1, report("d2", "killed"), type_="ACCUSE")]), {})

    def test_not_where_two_mentions_are_left(self):
        two = [mention("a", "d2", "shelling"), mention("b", "d2", "two")]
        self.assertEqual(self.ways([act(1, report("d2", "killed"))], two), {})

    def test_one_item_answers_to_one_mention(self):
        two = [mention("a", "d1", "shelled"), mention("b", "d1", "Aleppo")]
        self.assertEqual(self.ways([act(1, report("d1", "shelled Aleppo"))], two), {("d1", "shelled"): "trigger"})

    def test_of_two_items_the_one_of_the_right_type(self):
        acts = [act(1, report("d1", "shelled Aleppo"), type_="ACCUSE"), act(2, report("d1", "shelled"))]
        gold = self.gold()
        matched = score_story.match(gold, score_story.reports_of_acts(acts))
        self.assertEqual([found.act for found, _ in matched.values()], ["#2"])

    def test_offsets_are_bytes(self):
        self.assertEqual(self.ways([act(1, report("d3", "shelled", 1))]), {("d3", "shelled"): "trigger"})


class Disputes(Case):
    def figures(self, *found, acts=None):
        result = self.score(acts or self.PERFECT, list(found))
        return {name: (score["precision"], score["recall"]) for name, score in result.items() if "disputes" in name}

    def test_right(self):
        found = dispute("happened", 1, [report("d1", "shelled")], [report("d3", "shelled", 1)])
        self.assertEqual(self.figures(found),
                         {"disputes": (1, 1), "disputes, any": (1, 1), "disputes, sides": (1, 1)})

    def test_about_something_else(self):
        found = dispute("number", 1, [report("d1", "shelled")], [report("d3", "shelled", 1)])
        self.assertEqual(self.figures(found),
                         {"disputes": (0, 0), "disputes, any": (1, 1), "disputes, sides": (0, 0)})

    def test_sides_mixed_up(self):
        found = dispute("happened", 1, [report("d1", "shelled"), report("d3", "shelled", 1)], [])
        self.assertEqual(self.figures(found)["disputes"], (1, 1))
        self.assertEqual(self.figures(found)["disputes, sides"], (0, 0))

    def test_one_side_missing(self):
        found = dispute("happened", None, [report("d1", "shelled")], [report("d2", "shelling")])
        self.assertEqual(self.figures(found)["disputes, any"], (0, 0))

    def test_another_act_of_the_same_documents(self):
        found = dispute("happened", 2, [report("d1", "attacked")], [report("d3", "he")])
        self.assertEqual(self.figures(found)["disputes, any"], (0, 0))

    def test_the_acts_reports_help_where_sides_name_few(self):
        found = dispute("happened", 1, [report("d1", "shelled")], [])
        self.assertEqual(self.figures(found)["disputes"], (1, 1))
        self.assertEqual(self.figures(found)["disputes, sides"], (0, 0))

    def test_false_and_missed(self):
        right = dispute("happened", 1, [report("d1", "shelled")], [report("d3", "shelled", 1)])
        false = dispute("actor", 2, [report("d1", "attacked")], [report("d2", "fled")])
        self.assertEqual(self.figures(right, false)["disputes"], (0.5, 1))
        self.assertEqual(self.figures(false)["disputes"], (0, 0))
        self.assertEqual(self.figures()["disputes"], (1, 0))


class Program(Case):
    def run_program(self, *arguments):
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            self.assertEqual(score_story.main([str(argument) for argument in arguments]), 0)
        return out.getvalue()

    def files(self, acts, disputes):
        folder = pathlib.Path(self.enterContext(tempfile.TemporaryDirectory()))
        for name, rows in (("documents", [{"id": id_, "text": text} for id_, text in TEXTS.items()]),
                           ("acts", self.GOLD), ("disputes", self.DISPUTES), ("found", acts), ("quarrels", disputes)):
            (folder / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return folder

    def test_errors_are_listed_with_their_sentences(self):
        merged = [act(1, report("d1", "shelled"), report("d1", "attacked")), act(2, report("d2", "shelling"))]
        folder = self.files(merged, [dispute("actor", 1, [report("d1", "attacked", sentence="Rebels attacked Homs.")])])
        out = self.run_program(folder, folder / "found.jsonl", folder / "quarrels.jsonl", "--errors")
        for expected in ("wrongly together in #1", "Rebels [attacked] Homs on Tuesday.", "a fell into 2",
                         "without an item", "“Nobody [shelled] it,”", "missed x, happened of a", "false 1, actor of #1"):
            self.assertIn(expected, out)

    def test_json_and_arrays(self):
        folder = self.files(self.PERFECT, [])
        (folder / "array.json").write_text(json.dumps(self.PERFECT), encoding="utf-8")
        (folder / "object.json").write_text(json.dumps({"acts": self.PERFECT}), encoding="utf-8")
        whole = json.loads(self.run_program(folder, folder / "found.jsonl", "--json"))
        self.assertEqual(whole["pairs"]["f1"], 1)
        self.assertNotIn("disputes", whole)
        for name in ("array.json", "object.json"):
            self.assertEqual(json.loads(self.run_program(folder, folder / name, "--json")), whole)


class Building(unittest.TestCase):
    def built(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "marked"
            path.mkdir()
            (path / "one.txt").write_text(text, encoding="utf-8")
            return build_set.read_set(pathlib.Path(folder))

    GOOD = ("act 1 ASSAULT a shelling\ndispute q actor 1: x against y\n\n"
            "# x | Paper | 2015-01-02 | Señor [shelled|1]\nThe [shelling|1] was [condemned|+ACCUSE].\n\n"
            "# y | Paper | 2015-01-03\nNo [shelling|1].\n")

    def test_offsets_types_and_titles(self):
        built = self.built(self.GOOD)
        self.assertEqual(built.documents[0]["text"], "Señor shelled\n\nThe shelling was condemned.")
        self.assertEqual(built.documents[0]["title"], "Señor shelled")
        self.assertEqual(built.mentions[0], {"act": "act-01", "doc": "x", "trigger": "shelled", "begin": 7, "end": 14,
                                             "type": "ASSAULT"})
        self.assertEqual([entry["act"] for entry in built.mentions], ["act-01", "act-01", "side-x-1", "act-01"])
        self.assertEqual(built.disputes[0]["against"], ["y"])

    def test_mistakes_are_named(self):
        for wrong, right in (("[shelling|2] was", "[shelling|1] was"), ("[condemned|+BLAME]", "[condemned|+ACCUSE]"),
                             ("[shelling|1 was", "[shelling|1] was"), ("x against x", "x against y"),
                             ("x against z", "x against y"), ("q whom 1", "q actor 1"), ("# x | Paper | soon", "# x | Paper | 2015-01-02"),
                             ("act 1 WAR", "act 1 ASSAULT"), ("# x | Paper | 2015-01-03\nNo", "# y | Paper | 2015-01-03\nNo")):
            with self.subTest(wrong), self.assertRaises((build_set.Mistake, ValueError)):
                self.built(self.GOOD.replace(right, wrong))

    def test_the_sets_are_built_from_their_marks(self):
        for name in ("texts", "aside"):
            with self.subTest(name):
                for file, content in build_set.read_set(HERE / name).files().items():
                    self.assertEqual((HERE / name / file).read_text(encoding="utf-8"), content, file)

    def test_the_gold_scores_full_marks_against_itself(self):
        for name in ("texts", "aside"):
            gold = score_story.Gold(HERE / name)
            acts = {}
            for entry in gold.mentions:
                acts.setdefault(entry.act, []).append(entry)
            rows = [{"id": name_, "type": entries[0].type,
                     "reports": [{"doc": entry.doc, "begin": entry.begin, "end": entry.end} for entry in entries]}
                    for name_, entries in acts.items()]
            found = [{"id": truth["dispute"], "about": truth["about"], "act": truth["act"], "sides": [
                {"claim": side, "reports": [
                    {"doc": entry.doc, "begin": entry.begin, "end": entry.end} for entry in acts[truth["act"]]
                    if entry.doc in truth[side]]} for side in ("docs", "against")]} for truth in gold.disputes]
            result, _, _ = score_story.evaluate(gold, score_story.reports_of_acts(rows),
                                                [score_story.FoundDispute(row) for row in found])
            with self.subTest(name):
                self.assertEqual(result["coverage"]["share"], 1)
                for measure, score in result.items():
                    if measure != "coverage":
                        self.assertEqual((score["precision"], score["recall"]), (1, 1), measure)


if __name__ == "__main__":
    unittest.main()
