#!/usr/bin/env python3
"""Kills `entente add` at random moments and looks at what it leaves behind.

interrupted.py PROGRAM SOURCE_DIR [KILLS]. A store whose writer was killed again and again, and that was
then filled to the end, holds the same as one that nobody disturbed, row by row; so does one that was
filled by another number of threads; two writers at once double and lose nothing.
"""
import os
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

DOCUMENTS = 240
PLACES = ["Kalen", "Tessin", "Port Ambra", "Lower Severia", "Mount Orin"]
VERBS = ["bombed", "visited", "accused", "praised", "threatened"]


def write_documents(folder, count):
    folder.mkdir()
    for i in range(count):
        draw = random.Random(i % 50)  # some tell the same story again
        lines = [f"{draw.choice(['Severia', 'Lorvia'])} {draw.choice(VERBS)} {draw.choice(PLACES)} "
                 f"and {draw.choice(PLACES)} on the {k}th day of week {draw.randint(1, 50)}." for k in range(12)]
        (folder / f"d{i:04}.txt").write_text("\n".join(lines) + "\n")


def dump(path):
    """Every row of every table that is not a full-text index's own."""
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.execute("INSERT INTO sentence_words (sentence_words, rank) VALUES ('integrity-check', 1)")
    names = [name for (name,) in connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sentence_words%' ORDER BY name")]
    rows = {name: sorted(connection.execute(f"SELECT * FROM {name}").fetchall(), key=repr) for name in names}
    connection.close()
    return rows


def main():
    program, source = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:3])
    kills = int(sys.argv[3]) if len(sys.argv) > 3 else 100
    os.environ["ENTENTE_DATA"] = source
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        subprocess.run([program, "train", f"{source}/tests/cli/tiny.conllu", "-o", str(work / "tiny.entente"),
                        "--epochs", "2"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        write_documents(work / "in", DOCUMENTS)

        def add(folder, threads):
            # The same words in folders of their own: the command is kept in the store.
            folder.mkdir(exist_ok=True)
            return subprocess.Popen(
                [program, "add", "s.store", "../in", "--model", "../tiny.entente", "--unresolved", "--language",
                 "english", "--threads", str(threads)], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

        began = time.monotonic()
        assert add(work / "undisturbed", 2).wait() == 0
        took = time.monotonic() - began
        wanted = dump(work / "undisturbed" / "s.store")
        assert len(wanted["document"]) == DOCUMENTS and wanted["item"] and wanted["appearance"]
        assert add(work / "threads", 1).wait() == 0
        assert dump(work / "threads" / "s.store") == wanted, "the number of threads changes the store"

        both = [add(work / "both", 1), add(work / "both", 2)]
        assert [process.wait() for process in both] == [0, 0]
        together = dump(work / "both" / "s.store")
        counts = {name: len(rows) for name, rows in wanted.items()}
        assert {name: len(rows) for name, rows in together.items()} == counts, "two writers double or lose rows"

        draw = random.Random(11)
        killed = 0
        for i in range(kills):
            folder = work / f"k{i // 5}"  # five times the same store
            process = add(folder, 1 + i % 2)
            time.sleep(draw.uniform(0, took))
            process.send_signal(signal.SIGKILL)
            killed += process.wait() == -signal.SIGKILL
        for i in range((kills + 4) // 5):
            assert add(work / f"k{i}", 2).wait() == 0
            assert dump(work / f"k{i}" / "s.store") == wanted, f"store {i} is another than the undisturbed one"
        assert killed > kills // 4, f"only {killed} were killed in time"
        print(f"{killed} of {kills} killed while they ran; all stores are the same ({took:.2f} s undisturbed)")


if __name__ == "__main__":
    main()
