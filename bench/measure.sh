#!/bin/sh
# Every figure of docs/measurements.md in one go: measure.sh ENTENTE EVALUATION_DATA
# EVALUATION_DATA holds gold/, treebank/, attribution/, places/ and raw/ with their scorers; none of it is
# part of the project.
set -eu
entente=$1
data=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

echo "== items on gold/dev"
"$entente" code "$data/gold/dev/documents.jsonl" --format jsonl > "$work/dev.jsonl"
python3 "$data/gold/score.py" "$data/gold/dev/gold.jsonl" "$work/dev.jsonl"

echo "== primary actors of those items, by how they are referred to"
"$entente" annotate --layer actors "$data/gold/dev/documents.jsonl" > "$work/actors.jsonl"
"$(dirname "$0")/coreference.py" "$data/gold/dev/gold.jsonl" "$work/dev.jsonl" "$work/actors.jsonl"

echo "== PLOVER roots, parties given"
python3 "$data/gold/score_plv.py" "$data/gold/plv_train.tsv" --texts "$work/plv.jsonl"
"$entente" code "$work/plv.jsonl" --unresolved --format jsonl > "$work/plv.out"
python3 "$data/gold/score_plv.py" "$data/gold/plv_train.tsv" "$work/plv.out" | tail -n 1

for set in texts aside; do
  echo "== acts and disputes of tests/story/$set"
  story="$(dirname "$0")/../tests/story"
  "$entente" add "$work/$set.store" "$story/$set/documents.jsonl" 2> /dev/null
  "$entente" acts "$work/$set.store" --format jsonl > "$work/$set.acts"
  "$entente" disputes "$work/$set.store" --format jsonl > "$work/$set.disputes"
  python3 "$story/score_story.py" "$story/$set" "$work/$set.acts" "$work/$set.disputes"
done

echo "== parse of EWT test, given words and from raw text"
test="$data/treebank/en_ewt-ud-test.conllu"
"$entente" parse --pretokenized "$test" --format conllu > "$work/words.conllu"
python3 "$data/treebank/score.py" "$test" "$work/words.conllu"
"$(dirname "$0")/raw_text.py" "$test" > "$work/raw.txt"
"$entente" parse "$work/raw.txt" --format conllu > "$work/raw.conllu"
python3 "$data/treebank/score.py" "$test" "$work/raw.conllu"

echo "== sentences of agency and newspaper reports split by hand"
"$(dirname "$0")/sentences.py" "$entente" "$data/raw/news.jsonl.gz"

echo "== attributions"
mkdir "$work/articles" && cp "$data"/attribution/*.txt "$work/articles"
"$entente" annotate --layer attributions "$work/articles" --format jsonl > "$work/attributions.jsonl" 2> /dev/null || true
python3 "$data/attribution/score.py" "$data/attribution" "$work/attributions.jsonl" | tail -n 4

echo "== items of any kind in sport and technology news, per 1,000 words"
"$(dirname "$0")/false_items.py" "$entente" "$data/raw/news.jsonl.gz"

for corpus in lgl GWN; do
  echo "== places in $corpus"
  python3 "$data/places/score.py" "$data/places/$corpus.xml" --texts "$work/$corpus.jsonl"
  "$entente" annotate --layer places "$work/$corpus.jsonl" --format jsonl > "$work/$corpus.out"
  python3 "$data/places/score.py" "$data/places/$corpus.xml" "$work/$corpus.out"
done
