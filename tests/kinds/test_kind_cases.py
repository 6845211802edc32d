"""The kinds of articles: cases of editors, facts, and what may not change an answer."""

import csv
import unicodedata
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from articles import CASES, Case, all_cases, make_copy
from govnews.headers.header import Form
from govnews.kinds.facts import Copy, measure
from govnews.kinds.genres import genre
from govnews.kinds.judge import degrees, judge
from govnews.kinds.kind import Kind, Label
from govnews.kinds.rules import ALL
from govnews.lexicon import Lexicon

LEXICON = Lexicon.default()
READ = all_cases()
ROLES = ["paragraph", "item", "subhead", "byline", "caption", "credit", "editor_note", "jump", "nonsense"]


def family(name: str) -> str:
    """All knots of the length are one rule to an editor."""
    return "length" if name.startswith("length-") else name


def accepted(case: Case, label: Label) -> bool:
    return label.value == case.kind or label.value in case.also


@pytest.mark.parametrize("case", READ, ids=lambda case: case.where)
def test_case(case: Case) -> None:
    kind = judge(case.copy(LEXICON), lexicon=LEXICON)
    assert accepted(case, kind.label), kind
    assert kind.label.value not in case.never, kind
    assert 0 < kind.confidence <= 1


def test_every_rule_has_its_cases_and_every_case_file_its_rule() -> None:
    assert {family(rule.name) for rule in ALL} == {path.stem for path in CASES.glob("*.txt")}


@pytest.mark.parametrize("stem", sorted({case.where.split(":")[0] for case in READ}))
def test_the_rule_of_a_file_is_there_in_its_first_article(stem: str) -> None:
    first = next(case for case in READ if case.where.split(":")[0] == stem)
    assert stem in {family(name) for name in degrees(measure(first.copy(LEXICON), LEXICON))}


def test_every_weight_is_of_a_rule() -> None:
    weighed = {row["rule"] for row in LEXICON.rows("kind_weights")}
    assert weighed == {rule.name for rule in ALL} | {"start", "confidence"}


def test_every_counted_fact_has_words() -> None:
    known = {row["fact"] for row in LEXICON.rows("kind_words")} | {
        row["fact"] for row in LEXICON.rows("kind_headlines")
    }
    assert {"stress", "scene", "we", "editors", "people", "bodies", "comment"} <= known


def widened(text: str) -> str:
    return "".join(chr(ord(ch) + 0xFEE0) if "!" <= ch <= "~" and not ch.isalpha() else ch for ch in text)


def wide(case: Case) -> Copy:
    blocks = tuple((role, widened(text)) for role, text in case.blocks)
    return make_copy(blocks, {name: widened(text) for name, text in case.fields.items()}, LEXICON)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.where)
def test_width_does_not_change_the_kind(case: Case) -> None:
    plain = evolve(case, blocks=tuple((role, unicodedata.normalize("NFKC", text)) for role, text in case.blocks))
    assert judge(wide(plain), lexicon=LEXICON).label == judge(plain.copy(LEXICON), lexicon=LEXICON).label


def share(kept: list[bool]) -> float:
    return sum(kept) / len(kept)


def test_without_its_headline_an_article_keeps_its_kind() -> None:
    # where the headline itself is the evidence it may not
    titled = [c for c in READ if "headline" in c.fields and not c.where.startswith("headline")]
    kept = [accepted(c, judge(evolve(c.copy(LEXICON), headline=None), lexicon=LEXICON).label) for c in titled]
    assert share(kept) >= 0.9


def test_without_its_dateline_an_article_keeps_its_kind() -> None:
    kept = []
    for case in READ:
        copy = case.copy(LEXICON)
        lead = next((h for h in copy.headers if h.form is Form.DATELINE), None)
        if lead is None or not case.fields:
            continue
        blocks = tuple((role, text.replace(lead.text, "")) for role, text in copy.blocks)
        rest = tuple(h for h in copy.headers if h is not lead)
        rest_of_it = evolve(copy, blocks=blocks, headers=rest)
        label = judge(rest_of_it, lexicon=LEXICON).label
        # up to 400 characters one event may be called either, and the dateline was a part of the length
        either = measure(rest_of_it, LEXICON).shape.length < 400 and {label.value, case.kind} == {"brief", "report"}
        kept.append(either or accepted(case, label))
    assert len(kept) > 10
    assert share(kept) >= 0.9


@given(st.lists(st.tuples(st.sampled_from(ROLES), st.text(max_size=80)), max_size=8), st.none() | st.text(max_size=20))
def test_never_raises(blocks: list[tuple[str, str]], headline: str | None) -> None:
    kind = judge(Copy(headline=headline, blocks=tuple(blocks)), lexicon=LEXICON)
    assert 0 < kind.confidence <= 1
    assert len(set(kind.evidence)) == len(kind.evidence)


@pytest.mark.parametrize("text", ["\ud800", "\0", "😀" * 500, "“" * 3000, "。" * 3000, ":" * 3000, "第一条" * 2000])
def test_never_raises_on_the_odd(text: str) -> None:
    judge(Copy(headline=text, blocks=(("paragraph", text),)), lexicon=LEXICON)


def test_nothing_is_other() -> None:
    assert judge(Copy(), lexicon=LEXICON) == Kind(label=Label.OTHER, confidence=1.0, evidence=("no text",))


def test_the_watch_hears_the_sum() -> None:
    case = next(case for case in READ if case.where.startswith("turns"))
    heard: list[tuple[str, str]] = []
    judge(case.copy(LEXICON), lexicon=LEXICON, watch=lambda room, rule, *_: heard.append((room, rule)))
    assert ("kinds", "turns") in heard


def test_facts_of_a_notice() -> None:
    case = next(case for case in READ if case.where.startswith("mostly-list"))
    facts = measure(case.copy(LEXICON), LEXICON)
    assert facts.shape.items == 5
    assert facts.shape.phones == 1
    assert facts.shape.dated
    assert not facts.signed.dateline


def test_facts_of_a_profile() -> None:
    case = next(case for case in READ if case.where.startswith("person-in-headline"))
    facts = measure(case.copy(LEXICON), LEXICON)
    assert facts.person.in_headline
    assert facts.signed.byline
    assert facts.signed.reporters == 1


def test_length_counts_neither_signature_nor_headline() -> None:
    blocks = (
        ("paragraph", "县图书馆延长开放时间"),
        ("paragraph", "六月起延长开放时间。"),
        ("paragraph", "（记者 孔令河）"),
    )
    facts = measure(make_copy(blocks, {"headline": "县图书馆延长开放时间"}, LEXICON), LEXICON)
    assert facts.shape.length <= 12


@pytest.mark.parametrize("label", list(Label))
def test_every_kind_has_its_genre(label: Label) -> None:
    found = genre(Kind(label=label, confidence=0.5), lexicon=LEXICON)
    assert found.schema_type != "ReportageNewsArticle"
    assert found.qcode is None or found.qcode.startswith("genre:")


def test_an_interview_in_turns_is_a_question_and_answer_session() -> None:
    case = next(case for case in READ if case.where.startswith("turns"))
    found = genre(judge(case.copy(LEXICON), lexicon=LEXICON), lexicon=LEXICON)
    assert found.qcode == "genre:Question_and_Answer_Session"


def test_the_own_labels_are_labels() -> None:
    path = Path(__file__).parent.parent / "eval" / "kinds-own.tsv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    labels = {label.value for label in Label}
    assert len({row["id"] for row in rows}) == len(rows) > 400
    assert all({row["kind"], *(row["also"] or row["kind"]).split("|")} <= labels for row in rows)
