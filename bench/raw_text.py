#!/usr/bin/env python3
"""The raw text of a treebank, for parsing it without its words: raw_text.py TREEBANK.conllu

Paragraphs and documents (# newpar, # newdoc) are parted by a blank line, sentences by a space.
"""
import sys

out, fresh = [], True
for line in open(sys.argv[1], encoding="utf-8"):
    if line.startswith(("# newpar", "# newdoc")):
        fresh = True
    elif line.startswith("# text = "):
        if out:
            out.append("\n\n" if fresh else " ")
        out.append(line[len("# text = "):].rstrip("\n"))
        fresh = False
print("".join(out))
