#!/bin/sh
# The browser tests of the report, where there is a browser: run.sh PROGRAM SOURCE WORK_DIR. Status 77: skipped.
set -eu
program=$1
source=$2
work=$3
for browser in "${CHROMIUM:-}" /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
  [ -x "$browser" ] && break
  browser=""
done
if [ -z "$browser" ]; then
  echo "web: no chromium here, the browser tests are left out (apt-get install chromium)"
  exit 77
fi
mkdir -p "$work"
cp "$source"/tests/web/*.mjs "$source"/tests/web/*.json "$work/"
cd "$work"
if ! cmp -s package-lock.json fetched.json; then
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1 > npm.log 2>&1 || {
    echo "web: npm could not fetch what the browser tests need, they are left out; see $work/npm.log"
    exit 77
  }
  cp package-lock.json fetched.json
fi
ENTENTE=$program SOURCE=$source ENTENTE_DATA=${ENTENTE_DATA:-$source} CHROMIUM=$browser node --test report_test.mjs
