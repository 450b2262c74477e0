#!/usr/bin/env python3
"""Turns the marked-up texts of a set into documents.jsonl, acts.jsonl and disputes.jsonl.

    build_set.py tests/story/texts            writes the three files from tests/story/texts/marked/*.txt
    build_set.py --check tests/story/texts    writes nothing, fails where a file is not what the marks say

The marked-up texts are what people edit. A file holds three kinds of entries:

    act 7 ASSAULT air strike on a house in Khan Younis
        names an act of the set: its number, its type, a note for the reader.

    dispute d-04 recipient 7: t13 against t14 t16
        documents that contradict each other about an act: who (actor), to whom (recipient), how many
        (number), whether at all (happened), whom an agreement bound (bound), whether a state of
        things holds (relation).

    # t13 | publisher | 2016-03-15 | title
    The air force [struck|7] a house ...
        a document: id, publisher, day of publication, a title if it has one (it becomes the first
        line of the text), then its text. [word|7] marks a mention of act 7, [word|+ACCUSE] one of an
        act of that type that nothing else in the set mentions.
"""

import argparse
import datetime
import json
import pathlib
import re
import sys

TYPES = set(
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION"
    " MOBILIZE COERCE ASSAULT ally backs controls opposes member office presence".split())
ABOUT = set("actor recipient number happened bound relation".split())
MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")
FILES = ("documents.jsonl", "acts.jsonl", "disputes.jsonl")


class Mistake(Exception):
    """What is wrong with a marked-up text, and where."""


def act_name(number):
    return f"act-{int(number):02}"


class Set:
    """All that the marked-up files of one folder say."""

    def __init__(self):
        self.types = {}      # act -> type
        self.documents = []
        self.mentions = []
        self.disputes = []

    def read(self, path):
        header, body, place = None, [], None
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            here = f"{path}:{number}"
            if line.startswith("# "):
                self.document(header, body, place)
                header, body, place = line[2:], [], here
            elif header is not None:
                body.append(line)
            elif line.startswith("act "):
                self.act(line, here)
            elif line.startswith("dispute "):
                self.dispute(line, here)
            elif line.strip():
                raise Mistake(f"{here}: neither act, dispute nor document")
        self.document(header, body, place)

    def act(self, line, place):
        words = line.split(None, 3)
        if len(words) != 4 or words[2] not in TYPES:
            raise Mistake(f"{place}: an act is a number, a type and a note")
        name = act_name(words[1])
        if name in self.types:
            raise Mistake(f"{place}: {name} is named twice")
        self.types[name] = words[2]

    def dispute(self, line, place):
        match = re.fullmatch(r"dispute (\S+) (\S+) (\d+): (.+) against (.+)", line)
        if not match or match[2] not in ABOUT:
            raise Mistake(f"{place}: a dispute is 'dispute ID ABOUT ACT: DOCUMENTS against DOCUMENTS'")
        self.disputes.append({"dispute": match[1], "about": match[2], "act": act_name(match[3]),
                              "docs": match[4].split(), "against": match[5].split()})

    def document(self, header, body, place):
        if header is None:
            return
        fields = [field.strip() for field in header.split("|", 3)]
        if len(fields) < 3:
            raise Mistake(f"{place}: a document begins '# id | publisher | date'")
        datetime.date.fromisoformat(fields[2])
        marked = "\n".join(body).strip()
        document = {"id": fields[0], "publisher": fields[1], "published": fields[2]}
        if len(fields) == 4:
            marked = f"{fields[3]}\n\n{marked}"
            document["title"] = MARK.sub(r"\1", fields[3])
        text, begin, sides = b"", 0, 0
        for mark in MARK.finditer(marked):
            text += marked[begin:mark.start()].encode()
            begin = mark.end()
            act, kind = self.mark(mark[2], place)
            if act is None:
                sides += 1
                act = f"side-{fields[0]}-{sides}"
            word = mark[1].encode()
            self.mentions.append({"act": act, "doc": fields[0], "trigger": mark[1], "begin": len(text),
                                  "end": len(text) + len(word), "type": kind})
            text += word
        text += marked[begin:].encode()
        document["text"] = text.decode()
        if "|" in document["text"] or "[" in document["text"]:
            raise Mistake(f"{place}: {fields[0]}: a mark that cannot be read")
        if not document["text"].strip():
            raise Mistake(f"{place}: {fields[0]} has no text")
        self.documents.append(document)

    def mark(self, target, place):
        """The act and type that a mark names; no act for one of the text alone. Acts may be named later."""
        if target.startswith("+"):
            if target[1:] not in TYPES:
                raise Mistake(f"{place}: unknown type {target[1:]}")
            return None, target[1:]
        if not target.isdigit():
            raise Mistake(f"{place}: a mark is |NUMBER or |+TYPE, not |{target}")
        return act_name(target), None

    def finish(self):
        """Puts types to mentions, order to everything, and looks for what does not fit together."""
        self.documents.sort(key=lambda document: document["id"])
        ids = [document["id"] for document in self.documents]
        if len(set(ids)) != len(ids):
            raise Mistake("two documents share an id")
        for mention in self.mentions:
            if mention["type"] is None:
                if mention["act"] not in self.types:
                    raise Mistake(f"{mention['doc']}: {mention['act']} has no 'act' line")
                mention["type"] = self.types[mention["act"]]
        self.mentions.sort(key=lambda mention: (mention["doc"], mention["begin"]))
        self.disputes.sort(key=lambda dispute: dispute["dispute"])
        reported = {}
        for mention in self.mentions:
            reported.setdefault(mention["act"], set()).add(mention["doc"])
        for act in self.types:
            if act not in reported:
                raise Mistake(f"{act} is mentioned nowhere")
        for dispute in self.disputes:
            if set(dispute["docs"]) & set(dispute["against"]):
                raise Mistake(f"{dispute['dispute']}: a document stands on both sides")
            for doc in dispute["docs"] + dispute["against"]:
                if doc not in reported.get(dispute["act"], ()):
                    raise Mistake(f"{dispute['dispute']}: {doc} does not mention {dispute['act']}")
        texts = {document["id"]: document["text"].encode() for document in self.documents}
        for mention in self.mentions:
            found = texts[mention["doc"]][mention["begin"]:mention["end"]].decode()
            if found != mention["trigger"]:
                raise Mistake(f"{mention['doc']}: '{found}' stands where '{mention['trigger']}' should")

    def files(self):
        rows = (self.documents, self.mentions, self.disputes)
        return {name: "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in part)
                for name, part in zip(FILES, rows)}


def read_set(folder):
    result = Set()
    paths = sorted((folder / "marked").glob("*.txt"))
    if not paths:
        raise Mistake(f"{folder}/marked: no texts")
    for path in paths:
        result.read(path)
    result.finish()
    return result


def main():
    arguments = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    arguments.add_argument("folder", type=pathlib.Path, nargs="+")
    arguments.add_argument("--check", action="store_true", help="write nothing, compare")
    options = arguments.parse_args()
    failed = False
    for folder in options.folder:
        try:
            built = read_set(folder)
        except (Mistake, ValueError) as mistake:
            print(f"{folder}: {mistake}", file=sys.stderr)
            failed = True
            continue
        for name, content in built.files().items():
            path = folder / name
            if not options.check:
                path.write_text(content, encoding="utf-8")
            elif not path.exists() or path.read_text(encoding="utf-8") != content:
                print(f"{path}: not what the marked-up texts say; run build_set.py", file=sys.stderr)
                failed = True
        several = {}
        for mention in built.mentions:
            several.setdefault(mention["act"], set()).add(mention["doc"])
        shared = sum(len(docs) > 1 for docs in several.values())
        print(f"{folder}: {len(built.documents)} texts, {len(built.mentions)} mentions of {len(several)} acts"
              f" ({shared} of them in several texts), {len(built.disputes)} disputes")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
