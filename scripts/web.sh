#!/bin/sh
# Builds the report's page from web/ in a folder of its own, so that the sources stay as they are:
# web.sh WEB_DIR WORK_DIR. Leaves WORK_DIR/out/page.cc. Packages are fetched when web/package-lock.json
# has changed, and never while the program runs.
set -eu
web=$1
work=$2
mkdir -p "$work"

rm -rf "$work/src" "$work/styles" "$work/test"
(cd "$web" && cp -R src styles test ./*.json ./*.mjs ./*.ts page.html "$work/")
cd "$work"

# Without a home that can be written to, npm keeps its packages here.
if ! { mkdir -p "${HOME:-/nonexistent}/.npm" && [ -w "${HOME:-/nonexistent}/.npm" ]; } 2> /dev/null; then
  export npm_config_cache="$work/npm-cache"
fi
if ! cmp -s package-lock.json fetched.json; then
  rm -f fetched.json
  npm ci --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-retries=1 \
         --fetch-retry-mintimeout=2000 > npm.log 2>&1 || {
    echo "web: npm could not fetch the packages of the report's page, see $work/npm.log; where there is no network, give -DENTENTE_PAGE=FILE, a page.cc built elsewhere" >&2
    exit 1
  }
  cp package-lock.json fetched.json
fi
node node_modules/typescript/bin/tsc --noEmit
node build.mjs out
