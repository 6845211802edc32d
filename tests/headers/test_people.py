"""Names run together are split by their surnames; spaced ones are mended; what does not split stays whole."""

import pytest

from govnews.headers.people import Run, is_name, names_of, read_names, split, tokens
from govnews.lexicon import Lexicon

NAMES = names_of(Lexicon.default())


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("孔令河", ("孔令河",)),
        ("孔令河颜承志", ("孔令河", "颜承志")),
        ("孟云颜承志", ("孟云", "颜承志")),
        ("颜承志孟云", ("颜承志", "孟云")),
        ("孟云卜江", ("孟云", "卜江")),
        ("孟云卜江颜承志", ("孟云", "卜江", "颜承志")),
        ("欧阳云", ("欧阳云",)),
        ("欧阳承志", ("欧阳承志",)),
        ("诸葛云颜承志", ("诸葛云", "颜承志")),
        ("索朗罗布", ("索朗罗布",)),
        ("阿尔达克", ("阿尔达克",)),
        ("阿布都热合曼", ("阿布都热合曼",)),
        ("王文张金平", ("王文", "张金平")),
        ("陈曦金凤叶青", ("陈曦", "金凤", "叶青")),
    ],
)
def test_a_run_splits_before_its_surnames(run: str, names: tuple[str, ...]) -> None:
    cut = split(run, NAMES)
    assert cut is not None
    assert cut.names == names


@pytest.mark.parametrize("run", ["活动现场", "广检宣传", "在县里"])
def test_a_run_without_surnames_does_not_split(run: str) -> None:
    assert split(run, NAMES) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("孟 云 卜 江", ["孟云", "卜江"]),
        ("孟　云、颜承志", ["孟云", "颜承志"]),
        ("孟 云 颜承志 卜 江", ["孟云", "颜承志", "卜江"]),
        ("孟 小 云", ["孟小云"]),
        ("买买提·吐尔逊 孟云", ["买买提·吐尔逊", "孟云"]),
        ("", []),
    ],
)
def test_spaced_names_are_mended(text: str, found: list[str]) -> None:
    assert tokens(text.replace("　", " ")) == found


def test_an_uncertain_run_says_so() -> None:
    assert read_names("阿尔达克", NAMES) == Run(("阿尔达克",), sure=True, certain=(False,))
    assert read_names("活动现场", NAMES) == Run(("活动现场",), sure=False, certain=(False,))
    assert read_names("孟云、颜承志", NAMES) == Run(("孟云", "颜承志"), sure=True, certain=(True, True))
    # 唐贵江, 关悦 and 唐贵, 江关悦 are both names
    assert read_names("唐贵江关悦", NAMES).certain == (False, False)


def test_a_long_run_is_read_without_sinking_to_nothing() -> None:
    run = read_names("孔令河颜承志" * 40, NAMES)
    assert len(run.names) == 80
    assert all(run.certain)


@pytest.mark.parametrize("name", ["孔令河", "欧阳云", "索朗罗布", "罗布·次仁", "淮祖轩"])
def test_a_name(name: str) -> None:
    assert is_name(name, NAMES)


@pytest.mark.parametrize("word", ["的话", "在县里", "云", ""])
def test_no_name(word: str) -> None:
    assert not is_name(word, NAMES)
