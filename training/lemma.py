"""Lemmas as edits of forms, so that a classifier can choose them: "L-3+y" lower-cases the form, cuts three
characters behind and adds "y"; "K" keeps the capitals, "C" keeps the first only; "=be" is a lemma as a whole."""

CASINGS = {"L": str.lower, "K": str, "C": lambda form: form[:1] + form[1:].lower()}


def script_between(form, lemma):
    """The shortest edit that makes the lemma of the form."""
    best = "=" + lemma
    cost = len(lemma) + 2
    for casing, change in CASINGS.items():
        base = change(form)
        same = next((n for n, (a, b) in enumerate(zip(base, lemma)) if a != b), min(len(base), len(lemma)))
        cut, added = len(base) - same, lemma[same:]
        if same and cut + len(added) < cost:
            best, cost = f"{casing}-{cut}+{added}", cut + len(added)
    return best


def lemma_of(form, script):
    if script.startswith("="):
        return script[1:]
    cut, added = script[2:].split("+", 1)
    base = CASINGS[script[0]](form)
    return base[: len(base) - int(cut)] + added if int(cut) < len(base) else base
