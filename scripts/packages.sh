#!/bin/sh
# Installs the Debian packages that a job needs, only those that are missing: packages.sh JOB
# where JOB is build, lint or fuzz. Needs no rights when nothing is missing.
set -eu

build="g++ make cmake ninja-build pkg-config zlib1g-dev libzstd-dev libfmt-dev nlohmann-json3-dev
       libcli11-dev libopenblas-dev libutf8proc-dev libgtest-dev libtimezonemap-data libgumbo-dev
       libarchive-dev libexpat1-dev libcld2-dev libuchardet-dev libbrotli-dev
       libsqlite3-dev libxxhash-dev libigraph-dev"
lint="clang-format-14 clang-tidy-14 python3"
fuzz="clang-14 libclang-rt-14-dev"

case "${1:-}" in
  build) wanted=$build ;;
  lint) wanted=$lint ;;
  fuzz) wanted=$fuzz ;;
  *) echo "usage: packages.sh build|lint|fuzz" >&2; exit 2 ;;
esac

if ! command -v dpkg-query > /dev/null; then
  echo "packages: this is no Debian; install the likes of: $(echo $wanted) and, for build, nodejs 18 and npm" >&2
  exit 0  # the build itself will say what it lacks
fi

# The report's page is built with node; whoever has a newer one keeps it.
if [ "$1" = build ]; then
  node_version=$(node --version 2> /dev/null || true)
  node_major=${node_version#v}
  node_major=${node_major%%.*}
  [ "${node_major:-0}" -ge 18 ] || wanted="$wanted nodejs"
  command -v npm > /dev/null || wanted="$wanted npm"
fi

missing=""
for package in $wanted; do
  state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2> /dev/null || true)
  [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=""
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo > /dev/null; then
    echo "packages: missing:$missing — install them as root: apt-get install$missing" >&2
    exit 1
  fi
  as_root=sudo
fi
echo "packages: installing$missing"
$as_root apt-get update -qq
$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing > /dev/null ||
  { echo "packages: apt-get could not install:$missing" >&2; exit 1; }
