#!/bin/sh
# The main job on examples/: shows the items as a table and keeps them all as JSON Lines; then keeps the documents
# in a store, shows where they contradict each other, and writes the report.
# run_examples.sh BUILD_DIR
set -eu
build=$1
entente=$build/entente
out=$build/examples
mkdir -p "$out"
echo "make: coding examples/hanish-2013 (an invented crisis, told by parties who contradict each other)"
"$entente" code examples/hanish-2013 --format jsonl > "$out/items.jsonl"
"$entente" code examples/hanish-2013 --format csv > "$out/items.csv"
"$entente" code examples/hanish-2013 --format table > "$out/items.txt"
head -n 40 "$out/items.txt"
echo
echo "$(grep -c . "$out/items.jsonl") items. All of them: $out/items.txt; with every field and byte span: $out/items.jsonl; for a spreadsheet: $out/items.csv"

echo
echo "make: keeping them in $out/examples.store; where the parties contradict each other:"
echo
"$entente" add "$out/examples.store" examples/hanish-2013
"$entente" disputes "$out/examples.store" --format table > "$out/disputes.txt"
head -n 90 "$out/disputes.txt"
"$entente" report "$out/examples.store" -o "$out/report.html" --title "The Hanish crisis (an invented example)"
echo
echo "All disputes: $out/disputes.txt"
echo "The report, for any browser: $(cd "$out" && pwd)/report.html"
