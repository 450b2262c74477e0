"""The best tree with one root: Chu and Liu 1965, Edmonds 1967. Node 0 is the root; scores[d, h] is how
well h serves as the head of d."""
import numpy as np

NEVER = -1e9


def best_tree(scores):
    """The heads of nodes 0..n, of which exactly one hangs on node 0."""
    heads = arborescence(scores)
    if (heads[1:] == 0).sum() == 1:
        return heads
    best, best_total = None, -np.inf
    for root in np.argsort(-scores[1:, 0])[:5] + 1:
        forced = scores.copy()
        forced[1:, 0] = NEVER
        forced[root, :] = NEVER
        forced[root, 0] = scores[root, 0]
        heads = arborescence(forced)
        total = forced[np.arange(1, len(heads)), heads[1:]].sum()
        if total > best_total:
            best, best_total = heads, total
    return best


def arborescence(scores):
    """The best tree, whatever hangs on its root. Mostly every node's best head makes one."""
    scores = scores.copy()
    np.fill_diagonal(scores, NEVER)
    heads = scores.argmax(1)
    heads[0] = 0
    cycle = find_cycle(heads)
    return heads if cycle is None else break_cycle(scores, heads, np.array(cycle))


def find_cycle(heads):
    heads = heads.tolist()
    seen_from = [0] * len(heads)  # the node whose way to the root passed here first
    for start in range(1, len(heads)):
        node = start
        while node != 0 and seen_from[node] == 0:
            seen_from[node] = start
            node = heads[node]
        if node != 0 and seen_from[node] == start:
            cycle, at = [node], heads[node]
            while at != node:
                cycle.append(at)
                at = heads[at]
            return cycle
    return None


def break_cycle(scores, heads, cycle):
    """Makes one node of a cycle, finds the best tree of what remains, and opens the cycle where that
    tree enters it."""
    rest = np.setdiff1d(np.arange(len(heads)), cycle)
    m = len(rest)
    small = np.full((m + 1, m + 1), NEVER)
    small[:m, :m] = scores[np.ix_(rest, rest)]
    entering = scores[np.ix_(cycle, rest)] - scores[cycle, heads[cycle]][:, None]
    leaving = scores[np.ix_(rest, cycle)]
    small[m, :m] = entering.max(0)
    small[:m, m] = leaving.max(1)
    small[0, :] = NEVER
    found = arborescence(small)
    final = heads.copy()
    for a in range(1, m):
        final[rest[a]] = cycle[leaving[a].argmax()] if found[a] == m else rest[found[a]]
    entry = found[m]
    final[cycle[entering[:, entry].argmax()]] = rest[entry]
    return final
