#!/usr/bin/env python3
"""Speed and memory of reading containers: makes a crawl and a feed, reads them with `entente read`.

containers.py ENTENTE [PAGES]   prints input bytes, documents, seconds of processor time, peak memory
"""
import gzip
import os
import random
import subprocess
import sys
import tempfile

WORDS = ("the envoys of Arnor and Gondor met in Kalen on Monday to sign a truce that both had sought "
         "for years while troops left").split()


def page(number, rng):
    paragraphs = "".join("<p>" + " ".join(rng.choice(WORDS) for _ in range(60)) + ".</p>\n" for _ in range(25))
    menu = "".join(f'<li><a href="/section/{i}">Section {i}</a></li>' for i in range(80))
    return (f"<!DOCTYPE html><html lang=en><head><meta charset=utf-8><title>Talks {number}</title>"
            f"<script>{'a=b;' * 2000}</script></head><body><nav><ul>{menu}</ul></nav><article>"
            f"<h1>Talks {number}</h1>{paragraphs}</article></body></html>")


def record(number, rng):
    block = ("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page(number, rng)).encode()
    head = ("WARC/1.0\r\nWARC-Type: response\r\n"
            f"WARC-Record-ID: <urn:uuid:{number:08d}>\r\nWARC-Target-URI: http://daily.example/{number}\r\n"
            f"Content-Length: {len(block)}\r\n\r\n")
    return head.encode() + block + b"\r\n\r\n"


def crawl(path, pages):
    rng = random.Random(7)
    size = 0
    with open(path, "wb") as out:
        for number in range(pages):
            one = record(number, rng)
            size += len(one)
            out.write(gzip.compress(one, 1))
    return size


def feed(path, items):
    with open(path, "w", encoding="utf-8") as out:
        out.write("<rss><channel><title>Wire</title>")
        for number in range(items):
            out.write(f"<item><title>Item {number}</title><guid>{number}</guid><description>&lt;p&gt;Envoys met "
                      f"in Kalen on Monday, number {number}, and signed.&lt;/p&gt;</description></item>")
        out.write("</channel></rss>")
    return os.path.getsize(path)


def measure(program, path, size):
    with open(path + ".out", "w+b") as out:
        child = subprocess.Popen([program, "read", path, "--threads", "1"], stdout=out)
        _, status, usage = os.wait4(child.pid, 0)
        out.seek(0)
        documents = sum(1 for _ in out)
    if status != 0:
        sys.exit(f"containers: {path} was not read")
    seconds = usage.ru_utime + usage.ru_stime
    print(f"{os.path.basename(path):20} {size / 1e6:8.1f} MB  {documents:8d} documents  {seconds:6.2f} s  "
          f"{size / 1e6 / seconds:6.1f} MB/s  peak {usage.ru_maxrss // 1024} MB")


def main():
    program = os.path.abspath(sys.argv[1])
    pages = int(sys.argv[2]) if len(sys.argv) > 2 else 2000
    with tempfile.TemporaryDirectory() as folder:
        for count in (pages, 3 * pages):
            path = os.path.join(folder, f"crawl{count}.warc.gz")
            measure(program, path, crawl(path, count))
        path = os.path.join(folder, "feed.xml")
        measure(program, path, feed(path, 10 * pages))


if __name__ == "__main__":
    main()
