"""The attributions around figures: most lines that hold figures show at a glance that they have none.

The engine of the room takes as long to import as that of figures, so it waits for the first line that may have one.
"""

import importlib
from collections.abc import Sequence

from govnews.headers.stands import any_may_stand, may_enclose
from govnews.lexicon import Lexicon


def enclosing(line: str, places: Sequence[tuple[int, int]], lexicon: Lexicon) -> list[tuple[int, int]]:
    """Return the attributions of one folded line as stretches, where one of the places may lie in one; else none.

    >>> enclosing("本报济宁5月18日讯(通讯员 万众) 日前,…", [(15, 17)], Lexicon.default())
    [(0, 18)]
    """
    if not may_enclose(line, places) or not any_may_stand(line, lexicon):
        return []
    found: list[tuple[int, int]] = importlib.import_module("govnews.headers.find").stretches(line, lexicon)
    return found
