#!/usr/bin/env python3
"""Fails when a room includes a header of a room that it must not know.

The rooms below each room are written here once, as the design draws them. Public headers in
include/entente/ belong to the room that implements them.
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

BELOW = {
    "base": set(),
    "record": {"base"},
    "text": {"base", "record"},
    "language": {"base", "record"},
    "world": {"base", "record"},
    "coding": {"base", "record", "text", "language", "world"},
    "story": {"base", "record"},
    "store": {"base", "record", "story"},
    "relations": {"base", "record", "story", "store"},
    "forecast": {"base", "record", "story", "store"},
    "serve": {"base", "record", "story", "store", "relations", "forecast"},
    "cli": {"base", "record", "text", "language", "world", "coding", "story", "store", "relations",
            "forecast", "serve"},
}

PUBLIC = {
    "span.h": "base", "error.h": "base", "date.h": "base",
    "document.h": "record", "item.h": "record", "sentence.h": "record",
    "engine.h": "coding",
}

INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"')


def room_of_header(path):
    first, _, rest = path.partition("/")
    return PUBLIC.get(rest) if first == "entente" else (first if first in BELOW else None)


def files_of_rooms():
    for path in sorted((ROOT / "src").rglob("*")):
        if path.suffix in {".h", ".cc"}:
            yield path, path.relative_to(ROOT / "src").parts[0]
    for path in sorted((ROOT / "include" / "entente").glob("*.h")):
        yield path, PUBLIC.get(path.name)


def main():
    mistakes = []
    for path, room in files_of_rooms():
        place = path.relative_to(ROOT)
        if room not in BELOW:
            mistakes.append(f"{place}: belongs to no room that is written down in scripts/check_layers.py")
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            other = room_of_header(found.group(1))
            if other is None:
                mistakes.append(f"{place}:{number}: \"{found.group(1)}\" is in no room")
            elif other != room and other not in BELOW[room]:
                mistakes.append(f"{place}:{number}: {room} must not know {other}")
    print("\n".join(mistakes) if mistakes else "layers: ok")
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
