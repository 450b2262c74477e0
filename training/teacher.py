#!/usr/bin/env python3
"""A slow, accurate parser that teaches the fast one.

teacher.py train --train TREEBANK --dev TREEBANK --out MODEL.pt
teacher.py label --model MODEL.pt RAW.conllu > LABELLED.conllu

A pretrained encoder under heads for UPOS, XPOS, features, lemmas, arcs and relations (biaffine, Dozat and Manning
2017). Labelling keeps the words of RAW and writes the predicted columns; MISC carries the teacher's
confidence in each word's head and relation (Conf=0.97) and in its tag (TagConf=0.99).
"""
import argparse
import sys
import time

import torch
from torch import nn

from encoder import load_encoder
from network import Teacher, loss_of
from treebank import (COLUMNS, HEAD, Forms, Sentence, Vocabulary, batches, collate, read_conllu, set_value,
                      value_of, words_of)
from tree import best_tree


# --- Parsing ---------------------------------------------------------------------------------------


def predict(model, sentences, device, words=4000):
    model.eval()
    results = [None] * len(sentences)
    with torch.no_grad():
        for numbers in batches(sentences, words, shuffle=False):
            parsed = predict_batch(model, [sentences[n] for n in numbers], device)
            for n, result in zip(numbers, parsed):
                results[n] = result
    return results


def predict_batch(model, group, device):
    """Numbers of the predicted columns of each sentence, and the confidence in them."""
    pieces, mask, pool, surface, valid = collate(group, device)
    with torch.autocast(device, dtype=torch.bfloat16):
        tags, arcs, rels = model(pieces, mask, pool, surface, valid)
    log_arcs = torch.log_softmax(arcs.float(), -1).cpu()
    heads = torch.zeros(valid.shape, dtype=torch.long)
    for row, s in enumerate(group):
        size = len(s.starts) + 1
        heads[row, :size] = torch.from_numpy(best_tree(log_arcs[row, :size, :size].double().numpy()))
    scores = model.relation_scores([r.float() for r in rels], heads.to(device))
    rel_sure, rel = (x.cpu() for x in torch.softmax(scores.float(), -1).max(-1))
    tag = {k: torch.softmax(v.float(), -1).max(-1) for k, v in tags.items()}
    columns = {"head": heads, "rel": rel, **{k: v.indices for k, v in tag.items()},
               "conf": log_arcs.gather(2, heads[..., None])[..., 0].exp() * rel_sure,
               "tag_conf": tag["upos"].values}
    columns = {k: v.cpu() for k, v in columns.items()}
    return [{k: v[row, 1 : len(s.starts) + 1].tolist() for k, v in columns.items()}
            for row, s in enumerate(group)]


def accuracy(model, sentences, device):
    total = upos = lemma = uas = las = 0
    base = lambda n: model.relation_names[n].split(":")[0]
    for s, r in zip(sentences, predict(model, sentences, device)):
        for w in range(len(s.starts)):
            total += 1
            upos += s.gold["upos"][w] == r["upos"][w]
            lemma += s.gold["script"][w] == r["script"][w]
            same = s.gold["head"][w] == r["head"][w]
            uas += same
            las += same and base(s.gold["rel"][w]) == base(r["rel"][w])
    return {k: round(100 * v / total, 2) for k, v in (("upos", upos), ("lemma", lemma), ("uas", uas), ("las", las))}


# --- Training --------------------------------------------------------------------------------------


def load_data(args, forms):
    rows = [words_of(r) for _, r in read_conllu(args.train)]
    vocabularies = {k: Vocabulary(value_of(w, k) for r in rows for w in r) for k in COLUMNS}
    data = [Sentence(r, forms, vocabularies) for r in rows if len(r) <= 120]
    dev = [Sentence(words_of(r), forms, vocabularies) for _, r in read_conllu(args.dev)]
    return vocabularies, data, dev


def optimiser_of(model, args, steps):
    """The encoder learns slowly; all rates rise a little while, then fall along a line."""
    slow = list(model.encoder.parameters())
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.encoder_rate}, {"params": fast, "lr": args.rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.08 * steps)) * max(0.02, 1 - s / steps))
    return optimizer, schedule


def train_epoch(model, groups, data, optimizer, schedule, device):
    model.train()
    total = 0.0
    for group in groups:
        optimizer.zero_grad()
        with torch.autocast(device, dtype=torch.bfloat16):
            loss = loss_of(model, [data[n] for n in group], device)
        loss.backward()
        nn.utils.clip_grad_norm_(model.parameters(), 2.0)
        optimizer.step()
        schedule.step()
        total += loss.item()
    return total / len(groups)


def train(args):
    torch.manual_seed(args.seed)
    encoder, tokenizer = load_encoder(args.encoder)
    vocabularies, data, dev = load_data(args, Forms(tokenizer))
    model = Teacher(encoder, {k: len(v) for k, v in vocabularies.items()}).to(args.device)
    model.relation_names = vocabularies["rel"].values
    steps = args.epochs * len(batches(data, args.batch, True))
    optimizer, schedule = optimiser_of(model, args, steps)
    best = 0
    for epoch in range(min(args.epochs, args.stop_after)):
        started = time.time()
        groups = batches(data, args.batch, True, args.seed + epoch)
        loss = train_epoch(model, groups, data, optimizer, schedule, args.device)
        scores = accuracy(model, dev, args.device)
        print(f"epoch {epoch + 1}  loss {loss:.3f}  dev {scores}  {time.time() - started:.0f} s", flush=True)
        if scores["las"] > best:
            best = scores["las"]
            torch.save({"state": model.state_dict(), "vocabularies": vocabularies,
                        "encoder": args.encoder}, args.out)


# --- Labelling -------------------------------------------------------------------------------------


def label(args):
    saved = torch.load(args.model, weights_only=False, map_location=args.device)
    encoder, tokenizer = load_encoder(saved["encoder"])
    vocabularies = saved["vocabularies"]
    model = Teacher(encoder, {k: len(v) for k, v in vocabularies.items()}).to(args.device)
    model.load_state_dict(saved["state"])
    forms, chunk = Forms(tokenizer), []
    for sentence in read_conllu(args.raw):
        chunk.append(sentence)
        if len(chunk) == 2000:
            write(chunk, model, forms, vocabularies, args.device)
            chunk = []
    write(chunk, model, forms, vocabularies, args.device)


def write(chunk, model, forms, vocabularies, device):
    """Sentences longer than any in edited text are tables and lists; they are left out."""
    kept = [(comments, rows) for comments, rows in chunk if len(words_of(rows)) <= 100]
    results = predict(model, [Sentence(words_of(rows), forms) for _, rows in kept], device)
    for (comments, rows), result in zip(kept, results):
        for n, row in enumerate(words_of(rows)):
            fill(row, {k: v[n] for k, v in result.items()}, vocabularies)
        lines = comments + ["\t".join(row) for row in rows]
        sys.stdout.write("\n".join(lines) + "\n\n")


def fill(row, result, vocabularies):
    """Writes the predicted columns into a word's row; id, form and SpaceAfter stay."""
    for key in COLUMNS:
        set_value(row, key, vocabularies[key].values[result[key]])
    row[HEAD] = str(result["head"])
    marks = [mark for mark in row[9].split("|") if mark.startswith("SpaceAfter")]
    row[9] = "|".join(marks + [f"Conf={result['conf']:.3f}", f"TagConf={result['tag_conf']:.3f}"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    learn = commands.add_parser("train")
    learn.set_defaults(run=train)
    for name in ("--train", "--dev", "--out"):
        learn.add_argument(name, required=True)
    learn.add_argument("--encoder", help="ONNX file of a BERT; without it MiniLM from its package")
    learn.add_argument("--epochs", type=int, default=10)
    learn.add_argument("--stop-after", type=int, default=1000, help="epochs, of those that the rates fall over")
    learn.add_argument("--batch", type=int, default=1500, help="words, padding counted")
    learn.add_argument("--rate", type=float, default=1.5e-3)
    learn.add_argument("--encoder-rate", type=float, default=1.5e-4)
    learn.add_argument("--seed", type=int, default=1)
    use = commands.add_parser("label")
    use.set_defaults(run=label)
    use.add_argument("--model", required=True)
    use.add_argument("raw")
    args = parser.parse_args()
    args.run(args)


if __name__ == "__main__":
    main()
