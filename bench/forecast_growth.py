#!/usr/bin/env python3
"""Time and memory of `entente backtest` on event data and on its shifted copies.

  forecast_growth.py ENTENTE QUADS [COPIES ...]

COPIES (1 2 4 by default): so many copies of the training span come one after another in time, then
the validation and test spans as they are. With --wide the copies stand side by side instead: the
same days with so many times the actors, in all three spans.
"""
import os
import resource
import subprocess
import sys
import tempfile
import time

SPANS = ("train", "valid", "test")


def rows(folder, span):
    with open(os.path.join(folder, span + ".txt"), encoding="utf-8") as lines:
        return [tuple(map(int, line.split()[:4])) for line in lines if line.strip()]


def longer(data, copies):
    times = sorted({row[3] for row in data["train"]})
    step = min(b - a for a, b in zip(times, times[1:]))
    length = times[-1] - times[0] + step
    train = [(s, r, o, t + i * length) for i in range(copies) for s, r, o, t in data["train"]]
    after = (copies - 1) * length
    shifted = {span: [(s, r, o, t + after) for s, r, o, t in data[span]] for span in SPANS[1:]}
    return {"train": train, **shifted}


def wider(data, copies):
    actors = 1 + max(max(row[0], row[2]) for span in SPANS for row in data[span])
    copied = {}
    for span in SPANS:
        copied[span] = sorted(((s + i * actors, r, o + i * actors, t) for i in range(copies)
                               for s, r, o, t in data[span]), key=lambda row: row[3])
    return copied


def measure(program, data):
    with tempfile.TemporaryDirectory() as folder:
        for span in SPANS:
            with open(os.path.join(folder, span + ".txt"), "w", encoding="utf-8") as out:
                out.writelines("%d\t%d\t%d\t%d\n" % row for row in data[span])
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begin = time.time()
        subprocess.run([program, "backtest", "--quads", folder], check=True, stdout=subprocess.PIPE)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        processor = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        return time.time() - begin, processor, after.ru_maxrss / 1024


def main():
    arguments = [word for word in sys.argv[1:] if word != "--wide"]
    if len(arguments) < 2:
        sys.exit(__doc__)
    program, folder, copies = arguments[0], arguments[1], [int(word) for word in arguments[2:]] or [1, 2, 4]
    data = {span: rows(folder, span) for span in SPANS}
    make = wider if "--wide" in sys.argv else longer
    print("copies     acts  seconds  processor  most memory so far")
    for count in copies:
        copied = make(data, count)
        wall, processor, memory = measure(program, copied)
        acts = sum(len(copied[span]) for span in SPANS)
        print(f"{count:6} {acts:8}  {wall:7.1f}  {processor:9.1f}  {memory:9.0f} MB", flush=True)


if __name__ == "__main__":
    main()
