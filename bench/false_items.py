#!/usr/bin/env python3
"""Items per 1,000 words in sport and technology news, where nearly all are false.

false_items.py ENTENTE NEWS.jsonl.gz     documents whose id begins bbc-sport or bbc-tech
"""
import collections
import gzip
import json
import subprocess
import sys
import tempfile

entente, news = sys.argv[1:]
words, types, sure = 0, collections.Counter(), 0
with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as chosen:
    for line in gzip.open(news, "rt", encoding="utf-8"):
        document = json.loads(line)
        if document["id"].startswith(("bbc-sport", "bbc-tech")):
            words += len(document["text"].split())
            chosen.write(line)
    chosen.flush()
    # Status 1: some texts were passed over, such as those in another language.
    coded = subprocess.run([entente, "code", chosen.name, "--format", "jsonl"], capture_output=True)
if coded.returncode > 1:
    sys.exit(coded.stderr.decode())
for line in coded.stdout.decode().splitlines():
    item = json.loads(line)
    types[item["kind"]] += 1
    sure += item["kind"] == "event" and item["confidence"] >= 0.5
print(f"{words} words: events {1000 * types['event'] / words:.2f}, of confidence 0.5 and more {1000 * sure / words:.2f}, "
      f"relations {1000 * types['relation'] / words:.2f}")
