"""CoNLL-U, and sentences as the numbers that the teacher sees."""
import random

import torch

from lemma import lemma_of, script_between

FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, REL = range(1, 8)
COLUMNS = {"upos": UPOS, "xpos": XPOS, "feats": FEATS, "rel": REL, "script": LEMMA}
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


def value_of(row, key):
    """What the teacher learns to predict of a word: a column, of the lemma the edit that makes it."""
    return script_between(row[FORM], row[LEMMA]) if key == "script" else row[COLUMNS[key]]


def set_value(row, key, value):
    row[COLUMNS[key]] = lemma_of(row[FORM], value) if key == "script" else value


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
            ids, surface = forms(row[FORM])
            self.starts.append(len(pieces))
            pieces += ids[:room]
            self.lengths.append(len(pieces) - self.starts[-1])
            self.surface.append(surface)
        self.pieces = pieces + [forms.tokenizer.sep_token_id]
        if vocabularies:
            self.gold = {k: [vocabularies[k].index.get(value_of(r, k), 0) for r in rows] for k in COLUMNS}
            self.gold["head"] = [int(r[HEAD]) for r in rows]


# --- Batches ---------------------------------------------------------------------------------------


def batches(sentences, words, shuffle, seed=0):
    """Numbers of sentences in groups of about as many words, padding counted. Sentences are grouped by their
    length in steps of eight, and full groups of one length are equally many: each new shape of a tensor costs
    a second, since kernels are compiled for it."""
    order = list(range(len(sentences)))
    rng = random.Random(seed)
    if shuffle:
        rng.shuffle(order)
    by_length = {}
    for n in order:
        by_length.setdefault(rounded_up(len(sentences[n].starts) + 1, 8), []).append(n)
    groups = []
    for length, numbers in sorted(by_length.items()):
        most = max(1, words // length)
        groups += [numbers[at : at + most] for at in range(0, len(numbers), most)]
    if shuffle:
        rng.shuffle(groups)
    return groups


def rounded_up(size, step):
    return -(-size // step) * step


def collate(group, device):
    most_pieces = rounded_up(max(len(s.pieces) for s in group), 8)
    most_words = rounded_up(max(len(s.starts) + 1 for s in group), 8)
    pieces = torch.zeros(len(group), most_pieces, dtype=torch.long)
    mask = torch.zeros(len(group), most_pieces, dtype=torch.long)
    pool = torch.zeros(len(group), most_words, most_pieces)
    surface = torch.zeros(len(group), most_words, 4, dtype=torch.long)
    valid = torch.zeros(len(group), most_words, dtype=torch.bool)
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
