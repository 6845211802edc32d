"""Words laid out as a tree match what the plain alternation of them matches."""

import re

from hypothesis import given
from hypothesis import strategies as st

from govnews.pattern import later, tree
from govnews.words import read_dictionary

words = st.lists(st.text("新华社网本报+.", min_size=1, max_size=4), min_size=1, max_size=8, unique=True)


@given(words, st.text("新华社网本报+. ", max_size=12))
def test_a_tree_matches_as_the_alternation_does(found: list[str], text: str) -> None:
    longest = sorted(found, key=lambda word: -len(word))
    plain = "(?:" + "|".join(map(re.escape, longest)) + ")"
    shared = tree([re.escape(ch) for ch in word] for word in longest)
    for tail in ("", "报", "$"):
        expected = [match.span() for match in re.finditer(plain + tail, text)]
        assert [match.span() for match in re.finditer(shared + tail, text)] == expected


def test_a_pattern_is_compiled_when_it_is_tried() -> None:
    pattern = later("[0-9]+")
    assert "search" not in vars(pattern)
    assert pattern.search("12县") is not None
    assert "search" in vars(pattern)


def test_the_dictionary_has_what_begins_a_word() -> None:
    frequencies, total = read_dictionary("新旧动能 3 n\n新旧 2 a\n新旧动能 4 n\n")
    assert frequencies == {"新": 0, "新旧": 2, "新旧动": 0, "新旧动能": 4}
    assert total == 9
