"""A run of names to names: 杨阳腾李小芳 to 杨阳腾, 李小芳.

Names stand in print with 、 or a space between them, or with nothing; a name of two characters is often spaced (王 众).
A run is split where every piece then begins with a surname, by the shares of the surnames and of the lengths.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon, checking
from govnews.pattern import later

# 刘玉�: sites lose rare characters and print a replacement or a private one
LETTER = "一-丧丩-鿿㐀-䶿〇\U00020000-\U0003ffff\ue000-\uf8ff�"
_TOKEN = later(f"[{LETTER}]+(?:·[{LETTER}]+)*")
_TWO, _THREE = (
    math.log(0.3),
    math.log(0.7),
)  # two characters are about three names in ten, in the bylines of 1998 and 2020
_PARTS = math.log(1e-8)  # a name of two parts without a surname: as likely as one with a rare surname
_UNSEEN = math.log(0.0005)  # a character that given names hardly have
RARE = math.log(5e-5)  # 来, 热: a surname so rare that a word is as likely
CERTAIN = 0.8  # of 257 runs of two names in real articles all but one are above it
_NEVER = -1e9
_ONE_NAME = 6  # characters
_LONGEST = 8
_SCALE = 6.0  # about what a character of a name costs, so that a long list does not sink to nothing


@frozen(eq=False)
class Names:
    surnames: Mapping[str, float]  # the logarithm of the surname's share
    characters: Mapping[str, float]  # the same of a character of a given name
    parts: frozenset[str]
    sounds: frozenset[str]  # the characters that write a name of another language


@lru_cache(maxsize=4)
@checking("surnames and given_names")
def names_of(lexicon: Lexicon) -> Names:
    """Return the surnames and the parts of given names that the lexicon has."""
    given = lexicon.rows("given_names")
    return Names(
        {row["surface"]: math.log(float(row["weight"]) / 1000) for row in lexicon.rows("surnames")},
        {row["surface"]: math.log(float(row["weight"]) / 1000) for row in given if row["kind"] == "character"},
        frozenset(row["surface"] for row in given if row["kind"] == "part"),
        frozenset(ch for row in given if row["kind"] == "sounds" for ch in row["surface"]),
    )


def likelihood(name: str, names: Names) -> float:
    """Return how likely `name` is one name, as a logarithm; hardly at all where it has no surname."""
    size, best = len(name), _NEVER
    for width in (1, 2):  # 孔令河, 诸葛令河
        if name[:width] in names.surnames and 1 <= size - width <= 2:
            length = _TWO if size - width == 1 else _THREE
            given = sum([names.characters.get(ch, _UNSEEN) for ch in name[width:]], 0.0)
            best = max(best, names.surnames[name[:width]] + length + given)
    if size == 3 and name[2] in "宣轩" and name[1] in "组祖应公水检":  # 粤应宣, 淮祖轩: the pen-name of an office
        best = max(best, _PARTS)
    if 4 <= size <= 6 and any(name[:at] in names.parts and name[at:] in names.parts for at in (2, 3)):
        best = max(best, _PARTS)
    return best


def is_name(name: str, names: Names) -> bool:
    """Tell a name with a surname, or of parts that the lexicon knows, or with a dot in it (罗布·次仁)."""
    return "·" in name or likelihood(name, names) > _NEVER or _foreign(name, names) is not None


@frozen
class Cut:
    """A run of characters as names, and how likely this cut is among all."""

    names: tuple[str, ...]
    share: float


def split(run: str, names: Names) -> Cut | None:
    """Return the names of a run of characters without spaces; None where it does not split into names.

    >>> split("孔令河颜承志", names_of(Lexicon.default())).names
    ('孔令河', '颜承志')
    """
    if len(run) <= 3 or "·" in run:
        return Cut((run,), 1.0) if is_name(run, names) else None
    best: list[tuple[float, int]] = [(0.0, 0)] + [(_NEVER, 0)] * len(run)
    total = [1.0] + [0.0] * len(run)  # of all cuts up to here
    for end in range(2, len(run) + 1):
        for start in range(max(0, end - 6), end - 1):
            score = likelihood(run[start:end], names) if best[start][0] > _NEVER else _NEVER
            if score > _NEVER:
                total[end] += total[start] * math.exp(score + _SCALE * (end - start))
                best[end] = max(best[end], (best[start][0] + score, start))
    if best[-1][0] <= _NEVER:
        return _foreign(run, names)
    found, end = [], len(run)
    while end:
        found.append(run[best[end][1] : end])
        end = best[end][1]
    if len(run) <= _ONE_NAME and len(found) == 2 and all(names.surnames.get(name[0], 0.0) < RARE for name in found):
        return _foreign(run, names)  # 阿尔达克, 阿布都热合曼: one name without a surname rather than two with rare ones
    return Cut(tuple(reversed(found)), math.exp(best[-1][0] + _SCALE * len(run)) / total[-1])


def _foreign(run: str, names: Names) -> Cut | None:
    """Return a name of another language, written by its sounds; it may be two, so it is not certain."""
    one = 4 <= len(run) <= _LONGEST and all(ch in names.sounds for ch in run)
    return Cut((run,), 0.5) if one else None


def tokens(text: str) -> list[str]:
    """Return the stretches between spaces and 、, with spaced names mended: 王 众 郭孟轩 to 王众, 郭孟轩."""
    found: list[str] = []
    single = ""  # the characters that stand alone so far, of one name
    for part in re.split(r"[、,;]", text):
        for token in _TOKEN.findall(part):
            if len(token) == 1 or (single and "�" in token and len(token) < 3):
                single += token
                continue
            found += [*_pairs(single), token]
            single = ""
        found += _pairs(single)
        single = ""
    return found


def _pairs(single: str) -> list[str]:
    """许花焦尉, each character alone in print, are 许花, 焦尉; three are one name (王 小 众)."""
    if len(single) <= 3:
        return [single] if single else []
    odd = len(single) % 2
    cut = [single[at : at + 2] for at in range(0, len(single) - odd, 2)]
    return [*cut[:-1], cut[-1] + single[-1]] if odd else cut


@frozen
class Run:
    """The names of a stretch; whether each has a surname, and which of them are certain."""

    names: tuple[str, ...]
    sure: bool
    certain: tuple[bool, ...]


def read_names(text: str, names: Names) -> Run:
    """Return the names in `text`; a run that does not split stays whole.

    >>> read_names("王 众 郭孟轩颜承志", names_of(Lexicon.default())).names
    ('王众', '郭孟轩', '颜承志')
    """
    found: list[str] = []
    certain: list[bool] = []
    sure = True
    for token in tokens(text):
        cut = split(token, names)
        sure = sure and cut is not None
        found += cut.names if cut else (token,)
        certain += [bool(cut and cut.share >= CERTAIN)] * (len(cut.names) if cut else 1)
    return Run(tuple(found), sure, tuple(certain))
