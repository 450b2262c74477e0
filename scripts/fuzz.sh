#!/bin/sh
# Builds the fuzz targets and runs each for some seconds over its corpus: fuzz.sh SECONDS
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-10}
echo "fuzz: building"
cmake --preset fuzz > /dev/null
cmake --build --preset fuzz > build/fuzz/build.log || { tail -n 40 build/fuzz/build.log; exit 1; }
for target in text segments jsonl conllu dictionary model html feed warc mail archive encoding foreign story; do
  mkdir -p "build/fuzz/found/$target"
  echo "fuzz: $target for $seconds seconds"
  "build/fuzz/tests/fuzz/fuzz_$target" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=4096 -max_len=65536 \
    -artifact_prefix="build/fuzz/found/$target-" "build/fuzz/found/$target" "tests/fuzz/corpus/$target" \
    > "build/fuzz/$target.log" 2>&1 || { tail -n 40 "build/fuzz/$target.log"; exit 1; }
done
echo "fuzz: ok"
