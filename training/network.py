"""The teacher: a pretrained encoder under heads for tags, arcs and relations."""
import torch
import torch.nn.functional as F
from torch import nn

from treebank import Forms, collate, gold_of


class Teacher(nn.Module):
    def __init__(self, encoder, sizes, arc=384, rel=160, surface=48):
        super().__init__()
        self.encoder = encoder
        hidden = encoder.config.hidden_size
        self.mix = nn.Parameter(torch.zeros(encoder.config.num_hidden_layers + 1))
        self.casing = nn.Embedding(6, surface)
        self.suffix = nn.Embedding(Forms.BUCKETS, surface)
        width = hidden + 4 * surface
        self.context = nn.LSTM(width, 256, num_layers=1, batch_first=True, bidirectional=True)
        width += 512
        self.drop = nn.Dropout(0.25)
        self.tags = nn.ModuleDict({k: nn.Linear(width, sizes[k]) for k in ("upos", "xpos", "feats", "script")})
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


def loss_of(model, group, device):
    pieces, mask, pool, surface, valid = collate(group, device)
    gold = {k: gold_of(group, k, valid.shape[1], device) for k in group[0].gold}
    tags, arcs, rels = model(pieces, mask, pool, surface, valid)
    cross = lambda scores, right: F.cross_entropy(scores.reshape(-1, scores.shape[-1]).float(), right.reshape(-1))
    loss = cross(arcs, gold["head"]) + cross(model.relation_scores(rels, gold["head"]), gold["rel"])
    return loss + sum(0.3 * cross(tags[k], gold[k]) for k in tags)
