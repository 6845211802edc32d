"""Each row of the tables does what its example says."""

import pytest

from govnews.headers.find import find
from govnews.headers.header import Header
from govnews.lexicon import Lexicon, Row
from govnews.span import Passage

LEXICON = Lexicon.default()


def one(text: str) -> Header:
    found = find(Passage.whole(text), lexicon=LEXICON)
    assert len(found) == 1, text
    assert found[0].text == text
    return found[0]


def plain(row: Row) -> str:
    return row["example"].replace("⟦", "").replace("⟧", "")


@pytest.mark.parametrize("row", LEXICON.rows("outlets"), ids=lambda row: row["surface"])
def test_an_outlet_signs_and_sends(row: Row) -> None:
    for text in (f"{row['surface']}讯(记者 孔令河)", f"{row['surface']}记者 孔令河"):
        outlet = one(text).outlet
        assert outlet is not None
        assert outlet.text == row["surface"]
        assert outlet.name == (row["name"] or None)


@pytest.mark.parametrize("row", LEXICON.rows("roles"), ids=lambda row: row["surface"])
def test_a_role_is_given_back(row: Row) -> None:
    (person,) = one(plain(row)).contributors
    assert person.name == "孔令河"
    role = f"{row['surface']}记者" if row["kind"] in ("modifier", "both") else row["surface"]
    assert person.role == (row["role"] or role)


@pytest.mark.parametrize("row", LEXICON.rows("header_verbs"), ids=lambda row: row["surface"])
def test_a_verb_is_given_back(row: Row) -> None:
    assert one(plain(row)).verb == row["surface"]


@pytest.mark.parametrize("row", LEXICON.rows("institutions"), ids=lambda row: row["surface"])
def test_an_institution_gives(row: Row) -> None:
    (person,) = one(plain(row)).contributors
    assert (person.name, person.office) == (None, plain(row).removesuffix("供图"))


@pytest.mark.parametrize("row", LEXICON.rows("offices"), ids=lambda row: row["surface"])
def test_an_office_stands_before_its_name(row: Row) -> None:
    (person,) = one(f"{plain(row)} 孔令河").contributors
    assert (person.name, person.office) == ("孔令河", plain(row))


@pytest.mark.parametrize("row", LEXICON.rows("outlet_endings"), ids=lambda row: row["surface"])
def test_an_outlet_is_read_by_its_ending(row: Row) -> None:
    outlet = one(f"{plain(row)}记者 孔令河").outlet
    assert outlet is not None
    assert (outlet.text, outlet.name) == (plain(row), None)
    if row["alone"] == "yes":
        outlet = one(f"{plain(row)}讯").outlet
        assert outlet is not None
        assert outlet.text == plain(row)
