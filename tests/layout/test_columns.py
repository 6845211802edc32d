"""The columns of a body are of one length: what that says of borders, of rotated columns, of joins."""

from govnews.layout.columns import Columns, feet

PRIOR = {
    "column, even": 1.0,
    "column, nearly even": 0.1,
    "column, off": -10.0,
    "column, last short": -0.01,
    "column, long": -100.0,
}


def columns(*sizes: int, cuts: tuple[int, ...]) -> Columns:
    return Columns(sizes, cuts, PRIOR)


def test_columns_of_one_length_speak_for_a_body() -> None:
    assert columns(120, 80, 200, 195, cuts=(2, 3)).worth(0, 4) == 2.0
    assert columns(400, 200, 195, cuts=(1, 2)).worth(0, 3) == 2.0, "a break at the end of a paragraph is not seen"
    assert columns(400, 199, cuts=(1,)).worth(0, 2) == 1.0, "nor is it where the last column is alone of its length"


def test_a_last_column_may_be_short() -> None:
    assert columns(200, 200, 110, cuts=(1, 2)).worth(0, 3) == 0.99


def test_columns_of_two_bodies_are_off() -> None:
    assert columns(200, 200, 290, 290, cuts=(1, 3)).worth(0, 4) < -5


def test_a_body_without_a_break_says_nothing_unless_it_is_long() -> None:
    assert columns(300, 200, cuts=()).worth(0, 2) == 0.0
    assert columns(500, 400, cuts=()).worth(0, 2) == -100.0


def test_what_no_column_cut_is_no_column() -> None:
    assert columns(31, 170, 200, cuts=(1, 2)).worth(0, 3) == 1.0


def test_rotated_columns_meet_where_a_column_ends() -> None:
    made = columns(200, 90, 105, 60, 140, cuts=(1,))
    assert made.turned(0, 5, [2, 3, 4]) == [0.0, 1.0, 0.0]


def test_no_columns_are_worth_more_than_the_most() -> None:
    made = columns(*[200, 205, 190, 60, 130] * 8, cuts=tuple(range(1, 40)))
    worths = [made.worth(first, end) for first in range(40) for end in range(first + 1, 41)]
    assert 0 < max(worths) <= made.most


def test_what_is_remembered_of_columns_does_not_grow_with_the_page() -> None:
    made = columns(*[200] * 40, cuts=tuple(range(1, 40)))
    before = made.worth(3, 9)
    made.forget(most=0)
    assert made.worth(3, 9) == before
    assert made.remembered == 2, "one worth, and the columns that it is of"


def test_a_broken_line_in_the_middle_of_a_column_is_no_foot() -> None:
    found = feet([200, 101, 90, 209], [1, 2])
    assert found[2] < 0 < found[1]
    assert feet([50, 50], [0]) == {}
