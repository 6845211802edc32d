"""The kinds of articles: cases of editors, facts, and what may not change an answer."""

import csv
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from articles import CASES, Case, all_cases, cases_by_outlet, make_copy
from govnews.headers.header import Form
from govnews.kinds.facts import Copy, measure
from govnews.kinds.genres import genre
from govnews.kinds.judge import degrees, judge
from govnews.kinds.kind import Kind, Label
from govnews.kinds.rules import ALL
from govnews.kinds.subkinds import subkind
from govnews.lexicon import Lexicon
from govnews.reader import read_article

LEXICON = Lexicon.default()
RULES = all_cases()
READ = [*RULES, *cases_by_outlet()]
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


@pytest.mark.parametrize("stem", sorted({case.where.split(":")[0] for case in RULES}))
def test_the_rule_of_a_file_is_there_in_its_first_article(stem: str) -> None:
    first = next(case for case in RULES if case.where.split(":")[0] == stem)
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


def narrowed(text: str) -> str:
    return "".join(chr(ord(ch) - 0xFEE0) if "！" <= ch <= "～" else ch for ch in text)


def wide(case: Case) -> Copy:
    blocks = tuple((role, widened(text)) for role, text in case.blocks)
    return make_copy(blocks, {name: widened(text) for name, text in case.fields.items()}, LEXICON)


@pytest.mark.parametrize("case", READ, ids=lambda case: case.where)
def test_width_does_not_change_the_kind(case: Case) -> None:
    plain = evolve(case, blocks=tuple((role, unicodedata.normalize("NFKC", text)) for role, text in case.blocks))
    assert judge(wide(plain), lexicon=LEXICON).label == judge(plain.copy(LEXICON), lexicon=LEXICON).label


def share(kept: list[bool]) -> float:
    return sum(kept) / len(kept)


def as_read(case: Case, *, cut: bool = False, headline: bool = True, change: Callable[[str], str] = str) -> Label:
    """The kind of a case as a user gets it: from text, the roles found by the layout."""
    text = change("\n".join(text for _, text in case.blocks))
    title = change(case.fields["headline"]) if headline and "headline" in case.fields else None
    if cut:
        lead = next((h for h in read_article(text, headline=title).headers if h.form is Form.DATELINE), None)
        text = text if lead is None else text.replace(lead.text, "", 1)
    return read_article(text, headline=title).kind.label


def either(case: Case, label: Label) -> bool:
    """Up to 400 characters one event may be called either, and the dateline was a part of the length."""
    return sum(len(text) for _, text in case.blocks) < 400 and {label.value, case.kind} == {"brief", "report"}


PLAIN = [
    case for case in READ if {role for role, _ in case.blocks} == {"paragraph"} and set(case.fields) <= {"headline"}
]


def test_as_read_from_text_an_article_keeps_its_kind() -> None:
    assert share([accepted(case, as_read(case)) for case in PLAIN]) >= 0.95


def test_without_its_headline_an_article_keeps_its_kind() -> None:
    # where the headline itself is the evidence it may not
    titled = [c for c in PLAIN if "headline" in c.fields and not c.where.startswith("headline")]
    kept = [accepted(c, label) or either(c, label) for c in titled for label in (as_read(c, headline=False),)]
    assert share(kept) >= 0.9


def test_without_its_dateline_an_article_keeps_its_kind() -> None:
    sent = [c for c in PLAIN if any(h.form is Form.DATELINE for h in c.copy(LEXICON).headers)]
    kept = [accepted(c, label) or either(c, label) for c in sent for label in (as_read(c, cut=True),)]
    assert len(kept) > 30
    assert share(kept) >= 0.9


def test_width_of_the_text_does_not_change_the_kind_that_is_read() -> None:
    kept = [as_read(c, change=widened) == as_read(c, change=narrowed) for c in PLAIN]
    assert share(kept) >= 0.98


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
    heard: dict[str, str] = {}
    kind = judge(case.copy(LEXICON), lexicon=LEXICON, watch=lambda _, rule, *rest: heard.update({rule: rest[-1]}))
    assert "for interview" in heard["turns"]
    total, _, parts = heard[kind.label.value].removeprefix("sum ").partition(" = ")
    added = sum(float(part) for part in parts.split() if part[0] in "+-")
    assert abs(float(total) - added) < 0.1  # parts are printed with two digits


@pytest.mark.parametrize("text", ["hello", "abc def 12345\nfoo bar baz", "3.14 2.71 1.41\n1.73 2.23 2.64"])
def test_what_is_no_article_is_other(text: str) -> None:
    assert read_article(text).kind.label is Label.OTHER


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
    found = genre(label, lexicon=LEXICON)
    assert found.schema_type != "ReportageNewsArticle"
    assert found.qcode is None or found.qcode.startswith("genre:")


def test_an_interview_in_turns_is_a_question_and_answer_session() -> None:
    case = next(case for case in READ if case.where.startswith("turns"))
    found = judge(case.copy(LEXICON), lexicon=LEXICON)
    assert found.genre_qcode == "genre:Question_and_Answer_Session"
    assert found.schema_type == "NewsArticle"


def test_no_retired_genre_is_given() -> None:
    given = {row["qcode"] for table in ("genres", "subkinds") for row in LEXICON.rows(table)}
    retired = ("Anniversary", "Program", "Scener", "Text_only", "Update", "Wrap", "Wrapup")
    assert not given & {f"genre:{name}" for name in retired}


@pytest.mark.parametrize("row", LEXICON.rows("subkinds"), ids=lambda row: row["subkind"])
def test_the_example_of_a_subkind_is_one(row: dict[str, str]) -> None:
    facts = measure(Copy(headline=row["example"], blocks=(("paragraph", "一渠清水。"),)), LEXICON)
    for kind in row["kinds"].split("|"):
        assert subkind(Label(kind), facts, frozenset(), LEXICON) == row["subkind"]


def test_a_subkind_may_stand_in_the_lead_or_be_told_by_a_rule() -> None:
    lead = Copy(headline="何平讲话", blocks=(("paragraph", "6月3日,全县水利工作会议召开。会议强调,要抓紧清淤。"),))
    assert subkind(Label.REPORT, measure(lead, LEXICON), frozenset(), LEXICON) == "meeting"
    plain = measure(Copy(headline="一渠清水", blocks=(("paragraph", "一渠清水。"),)), LEXICON)
    assert subkind(Label.NOTICE, plain, frozenset(("death",)), LEXICON) == "obituary"
    assert subkind(Label.REPORT, plain, frozenset(), LEXICON) is None


def test_every_rule_that_a_subkind_names_is_one() -> None:
    assert {row["rule"] for row in LEXICON.rows("subkinds") if row["rule"]} <= {rule.name for rule in ALL}


def test_the_own_labels_are_labels() -> None:
    path = Path(__file__).parent.parent / "eval" / "kinds-own.tsv"
    with path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    labels = {label.value for label in Label}
    assert len({row["id"] for row in rows}) == len(rows) > 400
    assert all({row["kind"], *(row["also"] or row["kind"]).split("|")} <= labels for row in rows)


def test_the_reference_says_what_the_tables_say() -> None:
    text = (Path(__file__).parents[2] / "docs" / "reference" / "kinds.md").read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("| `")
    ]
    said: dict[str, list[list[str]]] = {}
    for name, *cells in rows:
        said.setdefault(name.strip("`"), []).append(cells)
    for row in LEXICON.rows("genres"):
        if row["kind"] in set(Label):
            qcode = f"`{row['qcode']}`" if row["qcode"] else "none"
            assert said[row["kind"]][0][:3] == [row["chinese"], qcode, f"`{row['schema_type']}`"]
    weights = {row["rule"]: row for row in LEXICON.rows("kind_weights")}
    for label in Label:
        named = [one.strip("` ") for one in said[label.value][1][0].split(",")]
        assert len(named) > 3
        assert all(float(weights[one][label.value]) > 0 for one in named)
    for row in LEXICON.rows("subkinds"):
        chinese, kinds, evidence, qcode = said[row["subkind"]][0]
        assert (chinese, qcode.strip("`")) == (row["chinese"], row["qcode"])
        assert [one.strip("` ") for one in kinds.split(",")] == row["kinds"].split("|")
        words = [word for name in ("headline", "lead") for word in row[name].split("|") if word]
        assert all(word in evidence for word in [*words, row["rule"]])
    assert {name for name, found in said.items() if len(found) == 1} == {
        row["subkind"] for row in LEXICON.rows("subkinds")
    }
