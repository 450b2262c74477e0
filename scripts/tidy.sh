#!/bin/sh
# clang-tidy over the library's sources, with the compile commands of a build folder: tidy.sh BUILD_DIR
# TIDY_FILES="a.cc b.cc" limits it.
set -eu
cd "$(dirname "$0")/.."
build=$1
files=${TIDY_FILES:-$(git ls-files 'src/*.cc' | grep -v '_test\.cc$')}
echo "$files" | tr ' ' '\n' | xargs -P "$(nproc)" -n 4 clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p "$build" 2> /dev/null
echo "tidy: ok"
