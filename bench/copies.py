#!/usr/bin/env python3
"""Copies: makes variants of texts and counts what `entente copies` finds of them.

  bench/copies.py --entente build/release/entente [--texts NEWS.jsonl.gz]
      precision and recall on variants of invented stories, and of the texts given
  bench/copies.py --make 1000000 | /usr/bin/time -v build/release/entente copies - > /dev/null
      time and memory on a million documents, four in ten of them variants of earlier ones
"""
import argparse
import collections
import gzip
import json
import random
import re
import subprocess
import sys
import tempfile

SYLLABLES = "ar bel cor dan el fa gor hal il jo kar len mar nor os pel quin ros sa tor ul ver wen yar zo".split()
ENDINGS = "ia and or en um a is eth ov ay".split()
NOUNS = """bridge harbour dam railway hospital mill market border station archive reservoir quarry prison
stadium airfield pipeline ferry school forest refinery customs treaty ceasefire budget census drought
election strike inquiry loan tariff vaccine convoy patrol embassy summit""".split()
VERBS = """rejected welcomed postponed signed inspected criticised approved blocked reopened defended
studied announced doubted ratified cancelled praised questioned delayed""".split()
MANNERS = """quietly again at last without notice in haste on paper after weeks of talks by a narrow vote
under pressure for now in spite of warnings""".split()
UNITS = "tonnes litres people vehicles families hectares crowns barrels containers soldiers".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
TEMPLATES = [
    "{P}, who leads {O}, {v} the plan for the {n} in {T} {m}.",
    "Officials from {C} and {D} met in {T} on {d} to talk about the {n} and the {k}.",
    "At least {N} {u} had been counted near {T} by {d}, {O} said.",
    "\"We have waited {N} weeks for an answer about the {n}\", said {P} of {O}.",
    "The {n} outside {T} {v2} {N} {u} a year before the {k} began.",
    "{C} {v} the offer that {D} had made over the {n}, two diplomats in {T} said.",
    "Nobody in {T} expects the {k} to end before {P} returns from {U}.",
    "A letter from {P} to {Q}, seen by reporters, puts the cost at {N} million {u}.",
    "It was the {N}th time since spring that the {n} at {T} had been closed.",
    "{Q} told the assembly of {C} that {O} would not pay for the {k}.",
    "Police in {T} held {N} members of {O} after a march to the {n}.",
    "In {U}, where {P} grew up, the {k} has divided neighbours and {n} workers alike.",
    "\"There is no {k} without a {n}\", {Q} wrote, and {O} {v} the remark.",
    "The government of {D} sent {N} {u} to {T} {m} and {v} further help.",
    "Under the agreement, {C} keeps the {n} and {D} pays {N} {u} by {d}.",
    "Witnesses at the {n} saw {N} trucks leave for {U} shortly before dawn on {d}.",
    "{O} {v} the report on the {k}, which {P} had called a fairy tale.",
    "Traders in {T} paid {N} crowns more than in {U} for the same {n} permit.",
    "The court heard {P} for {N} hours and then {v} the request of {Q}.",
    "Neither {C} nor {D} has {v} the map that {O} drew of the {n}.",
]
STANDING = [
    "{O} is an independent agency with offices in {T} and {U}. It lives on the fees of its readers and "
    "takes no money from governments or parties. Errors are put right on the day they are found.",
    "Reporting by {P} in {T}; writing by {Q}; editing by {O}. Readers may send hints about this or any "
    "other matter to the desk in {U}, which answers every letter within a week.",
    "This text was made by a correspondent of {O} and may be printed by members in full or in part as long "
    "as its source is named. Pictures are sold apart. The desk in {T} is open from six to midnight.",
]


class Writer:
    """Invented stories."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def name(self):
        pick = self.random.choice
        return (pick(SYLLABLES) + pick(SYLLABLES) + pick(ENDINGS)).capitalize()

    def fill(self, template):
        pick, name = self.random.choice, self.name
        return template.format(
            P=name() + " " + name(), Q=name() + " " + name(), T=name(), U=name(), C=name(), D=name(),
            O="the " + name() + " " + pick(("Union", "Council", "Front", "Company", "Watch")),
            n=pick(NOUNS), k=pick(NOUNS), u=pick(UNITS), d=pick(DAYS), N=self.random.randint(3, 9999),
            v=pick(VERBS), v2=pick(VERBS), m=pick(MANNERS))

    def sentences(self, count):
        return [self.fill(self.random.choice(TEMPLATES)) for _ in range(count)]

    def headline(self):
        return f"{self.name()} {self.random.choice(VERBS)} {self.random.choice(NOUNS)} of {self.name()}"


def split(text):
    return [s for s in re.split(r"(?<=[.!?])\s+|\n+", text) if s.strip()]


def words(sentences):
    return sum(len(s.split()) for s in sentences)


class Variants:
    """Copies of a story, and other stories that have something in common with it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.writer = Writer(seed + 1)

    def text(self, sentences, headline=None):
        lines, paragraph = [headline or self.writer.headline(), ""], []
        for sentence in sentences:
            paragraph.append(sentence)
            if self.random.random() < 0.4:
                lines += [" ".join(paragraph), ""]
                paragraph = []
        return "\n".join(lines + [" ".join(paragraph)]).strip() + "\n"

    def edited(self, sentences, one_in):
        def change(word):
            if self.random.random() * one_in >= 1:
                return word
            return self.random.choice(("", self.random.choice(NOUNS), word + " " + self.random.choice(MANNERS)))
        return [" ".join(filter(None, (change(w) for w in s.split()))) for s in sentences]

    def new(self, low, high, whole):
        """Sentences of low to high times the words of `whole`."""
        wanted, made = words(whole) * self.random.uniform(low, high), []
        while words(made) < wanted:
            made += self.writer.sentences(1)
        return made

    def copies(self, sentences):
        """(kind, text) of each variant that is a copy."""
        r = self.random
        yield "same", self.text(sentences)
        yield "headline", self.text(sentences + [f"({self.writer.name()} News Service)"])
        yield "edited", self.text(self.edited(sentences, r.choice((20, 30, 60))))
        keep = max(1, int(len(sentences) * r.uniform(0.25, 0.7)))
        while words(sentences[:keep]) < 45 and keep < len(sentences):
            keep += 1
        yield "cut", self.text(sentences[:keep])
        yield "cut and edited", self.text(self.edited(sentences[:max(keep, len(sentences) // 2)], 40))
        yield "new lede", self.text(self.new(0.1, 0.3, sentences) + sentences[1:])
        update = [s for s in sentences if r.random() > 0.15]
        for sentence in self.new(0.05, 0.25, sentences):
            update.insert(r.randint(0, len(update)), sentence)
        yield "update", self.text(update)
        yield "longer", self.text(sentences + self.new(0.3, 0.8, sentences))
        yield "notice", self.text(sentences + [self.writer.fill(r.choice(STANDING))])

    def others(self, sentences, notices):
        """Stories of their own that share something with `sentences`."""
        r = self.random
        own = self.new(0.8, 1.5, sentences)
        background = r.sample(sentences, max(1, len(sentences) // 5))
        yield "background", self.text(own + background)
        quote = max(sentences, key=len)
        yield "quote", self.text(self.new(0.7, 1.5, sentences) + [quote])
        # The notice is a third to a half of these.
        notice = r.choice(notices)
        yield "standing", self.text(self.writer.sentences(r.randint(4, 8)) + split(notice))


def own_stories(count, seed):
    writer = Writer(seed)
    return [writer.sentences(writer.random.randint(6, 40)) for _ in range(count)]


def news_stories(path, count, seed):
    """Texts of the file that are long enough, and no two with the same beginning."""
    opened = gzip.open(path, "rt") if path.endswith(".gz") else open(path)
    stories, seen = [], set()
    with opened as lines:
        for line in lines:
            sentences = split(json.loads(line)["text"])[1:]
            start = " ".join(sentences[:3])
            if words(sentences) >= 60 and start not in seen:
                seen.add(start)
                stories.append(sentences)
    random.Random(seed).shuffle(stories)
    return stories[:count]


def test_set(stories, seed):
    """Documents as (id, story, kind, text), in the order of a stream."""
    variants = Variants(seed)
    notices = [variants.writer.fill(s) for s in STANDING for _ in range(3)]
    documents = []
    for number, story in enumerate(stories):
        base = [(number, "first", variants.text(story))]
        base += [(number, kind, text) for kind, text in variants.copies(story)]
        for kind, text in variants.others(story, notices):
            base.append((f"{number}{kind}", kind, text))
        documents += base
    variants.random.shuffle(documents)
    return [(f"d{i}", story, kind, text) for i, (story, kind, text) in enumerate(documents)]


def find_groups(entente, documents):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        for name, _, _, text in documents:
            file.write(json.dumps({"id": name, "text": text}) + "\n")
        file.flush()
        out = subprocess.run([entente, "copies", file.name], check=True, capture_output=True, text=True).stdout
    found = {}
    for line in out.splitlines():
        group = json.loads(line)
        for appearance in group["appearances"]:
            found[appearance["doc"]] = (group["first"], appearance["kind"])
    return found


def measure(entente, name, stories, seed):
    documents = test_set(stories, seed)
    story_of = {doc: story for doc, story, _, _ in documents}
    found = find_groups(entente, documents)
    met, right, wrong, missed = set(), 0, collections.Counter(), collections.Counter()
    kinds, total = collections.Counter(), collections.Counter()
    for doc, story, kind, _ in documents:
        first = found.get(doc, (None, ""))[0]
        is_copy = story in met
        met.add(story)
        total[kind] += is_copy
        if first is not None:
            same = story_of[first] == story
            right += same
            wrong[kind] += not same
            kinds[(kind, found[doc][1])] += 1
        elif is_copy:
            missed[kind] += 1
    copies, listed = sum(total.values()), len(found)
    print(f"{name}: {len(documents)} documents, {copies} of them copies; precision {right / listed:.4f}, "
          f"recall {right / copies:.4f}")
    print("  missed: " + ", ".join(f"{k} {n} of {total[k]}" for k, n in missed.most_common()))
    print("  wrong:  " + ", ".join(f"{k} {n}" for k, n in wrong.most_common()))
    return kinds


def make(count, seed):
    """Writes `count` documents: six in ten are stories of their own."""
    variants, recent = Variants(seed), []
    for number in range(count):
        if recent and variants.random.random() < 0.4:
            sentences = variants.random.choice(recent)
            choice = variants.random.randrange(4)
            if choice == 0:
                sentences = sentences[:max(4, len(sentences) // 2)]
            elif choice == 1:
                sentences = variants.writer.sentences(2) + sentences[1:]
            elif choice == 2:
                sentences = [s.replace(" the ", " that ", 1) for s in sentences]
        else:
            sentences = variants.writer.sentences(variants.random.randint(6, 16))
            if len(recent) < 20000:
                recent.append(sentences)
            else:
                recent[variants.random.randrange(20000)] = sentences
        text = variants.writer.headline() + "\n\n" + " ".join(sentences)
        sys.stdout.write(json.dumps({"id": f"made-{number}", "text": text}) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entente", default="build/release/entente")
    parser.add_argument("--texts", help="JSON Lines of news, gzip or not")
    parser.add_argument("--stories", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--make", type=int, metavar="N", help="write N documents and do nothing else")
    options = parser.parse_args()
    if options.make:
        return make(options.make, options.seed)
    measure(options.entente, "invented", own_stories(options.stories, options.seed), options.seed)
    if options.texts:
        stories = news_stories(options.texts, options.stories, options.seed)
        measure(options.entente, "news", stories, options.seed)
    return None


if __name__ == "__main__":
    main()
