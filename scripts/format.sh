#!/bin/sh
# Checks that all sources are in the project's style (.clang-format); --fix rewrites them.
set -eu
cd "$(dirname "$0")/.."
mode="--dry-run --Werror"
[ "${1:-}" = --fix ] && mode=-i
git ls-files -co --exclude-standard '*.h' '*.cc' | xargs clang-format-14 $mode
echo "format: ok"
