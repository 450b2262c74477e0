"""CoNLL-U, and sentences as the numbers that the teacher sees."""
import random

import torch

UPOS, XPOS, FEATS, HEAD, REL = 3, 4, 5, 6, 7
COLUMNS = {"upos": UPOS, "xpos": XPOS, "feats": FEATS, "rel": REL}
MOST_PIECES = 510  # that the encoder has positions for, its two marks not counted


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


class Vocabulary:
    def __init__(self, values):
        self.values = sorted(set(values))
        self.index = {value: n for n, value in enumerate(self.values)}

    def __len__(self):
        return len(self.values)


# --- What is known of a form -----------------------------------------------------------------------


def casing(form):
    if form.isdigit():
        return 5
    if form.islower():
        return 1
    if form.isupper():
        return 2 if len(form) > 1 else 3
    return 4 if form[:1].isupper() else 0


def suffix_hash(form, size, buckets):
    text = form.lower()[-size:]
    value = 2166136261
    for byte in (str(size) + text).encode():
        value = ((value ^ byte) * 16777619) & 0xFFFFFFFF
    return value % buckets


class Forms:
    """Pieces and surface numbers of forms, each worked out once."""

    BUCKETS = 5000

    def __init__(self, tokenizer):
        self.tokenizer = tokenizer
        self.known = {}

    def __call__(self, form):
        if form not in self.known:
            pieces = self.tokenizer.encode(form.replace("\u2019", "'"), add_special_tokens=False)
            surface = [casing(form)] + [suffix_hash(form, size, self.BUCKETS) for size in (2, 3, 30)]
            self.known[form] = pieces[:12] or [self.tokenizer.unk_token_id], surface
        return self.known[form]


class Sentence:
    """Numbers of one sentence: pieces for the encoder, the first piece of each word, gold labels."""

    def __init__(self, rows, forms, vocabularies=None):
        room = max(1, MOST_PIECES // len(rows))
        pieces, self.starts, self.lengths, self.surface = [forms.tokenizer.cls_token_id], [], [], []
        for row in rows:
            ids, surface = forms(row[1])
            self.starts.append(len(pieces))
            pieces += ids[:room]
            self.lengths.append(len(pieces) - self.starts[-1])
            self.surface.append(surface)
        self.pieces = pieces + [forms.tokenizer.sep_token_id]
        if vocabularies:
            self.gold = {k: [vocabularies[k].index.get(r[c], 0) for r in rows] for k, c in COLUMNS.items()}
            self.gold["head"] = [int(r[HEAD]) for r in rows]


# --- Batches ---------------------------------------------------------------------------------------


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


def collate(group, device):
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
    return [tensor.to(device) for tensor in (pieces, mask, pool, surface, valid)]


def gold_of(group, key, width, device):
    out = torch.full((len(group), width), -100, dtype=torch.long)
    for n, s in enumerate(group):
        out[n, 1 : len(s.starts) + 1] = torch.tensor(s.gold[key])
    return out.to(device)
