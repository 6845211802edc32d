"""The constants of the layout: what is reckoned from them holds for any table."""

import pytest

from govnews import LexiconError
from govnews.layout.weights import priors
from govnews.lexicon import Lexicon


def test_what_speaks_for_a_reading_is_not_below_nought(monkeypatch: pytest.MonkeyPatch) -> None:
    lexicon = Lexicon.default()
    rows = [{**row, "value": -1.0 if row["name"] == "match" else row["value"]} for row in lexicon.rows("layout_priors")]
    monkeypatch.setattr(Lexicon, "rows", lambda _, table: rows if table == "layout_priors" else [])
    with pytest.raises(LexiconError, match=r"layout_priors\.tsv.*below 0: match"):
        priors.__wrapped__(lexicon)
