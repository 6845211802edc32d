"""The tables of a corpus: one written Arrow schema each, every column with its account.

docs/reference/tables.md is made from this file. A change of a column is a change of `VERSION`.
"""

from collections.abc import Mapping
from types import MappingProxyType

import pyarrow as pa
from attrs import frozen

VERSION = "govnews/tables@1"
SCALE = 12  # decimal places of a value: an SI value of 3 µg/m³ has nine, 1亩 in square metres is printed with nine

_TEXT = pa.string()
_INT = pa.int32()
_REAL = pa.float64()
_DAY = pa.date32()
_TRUTH = pa.bool_()
_VALUE = pa.decimal128(38, SCALE)
_SPANS = pa.list_(pa.struct([("start", _INT), ("end", _INT)]))
_DOUBTS = pa.list_(
    pa.struct([("kind", _TEXT), ("confidence", _REAL), ("char_start", _INT), ("char_end", _INT), ("other", _TEXT)])
)


@frozen
class Table:
    """One table: its name, what a row of it is, its columns with their types and what they hold.

    .. versionadded:: 0.2.0
    """

    name: str
    row: str
    columns: tuple[tuple[str, pa.DataType, str], ...]

    @property
    def schema(self) -> pa.Schema:
        fields = [pa.field(name, kind, metadata={"comment": said}) for name, kind, said in self.columns]
        return pa.schema(fields, metadata={"govnews.schema": VERSION, "govnews.table": self.name})


_PAGE_ID = ("page_id", _TEXT, "the page that it stands on")
_ARTICLE_ID = ("article_id", _TEXT, "the article that it stands in; null in the furniture of the page")
_PARAGRAPH_ID = ("paragraph_id", _TEXT, "the paragraph in which it begins")
_PLACED = (
    ("char_start", _INT, "where it begins: code points of the text that was read"),
    ("char_end", _INT, "where its last piece ends; the character there is no part of it"),
    ("spans", _SPANS, "its pieces in reading order: more than one where a column or a line breaks it"),
)
_DOUBT_OF_PARAGRAPH = ("doubt", _REAL, "that of the paragraph in which it begins")

_PAGES = Table(
    "pages",
    "a page; a text in which form feeds part several has a row for each",
    (
        ("page_id", _TEXT, "20 hex digits of the SHA-256 of `id`, a zero byte and `text_sha256`; - and `sheet`"),
        ("id", _TEXT, "what the caller calls the text: the path of its file within the folder, or the id of its row"),
        ("sheet", _INT, "which page of the text it is, from 1"),
        ("text_sha256", _TEXT, "SHA-256 of the whole text in UTF-8, in hex digits"),
        ("issued", _DAY, "the day of issue: as given, else as the page prints it"),
        ("issued_inferred", _DAY, "where `issued` is null, the day that the datelines vote for"),
        ("issued_inferred_edtf", _TEXT, "the same in EDTF; `XXXX-05-18` where nothing tells the year"),
        ("outlet", _TEXT, "the paper, as given"),
        ("articles", _INT, "how many articles were found"),
        ("characters", _INT, "visible characters in its paragraphs and furniture"),
        ("doubts", _DOUBTS, "what is less sure than 0.8, in the order printed, and what else it could be"),
        ("doubt", _REAL, "1 less the confidence of the least sure of `doubts`; 0 where there is none"),
    ),
)

_ARTICLES = Table(
    "articles",
    "an article, whole and in reading order",
    (
        ("article_id", _TEXT, "`page_id`, - and `article`"),
        _PAGE_ID,
        ("article", _TEXT, "its name in the page document: a1, a2 …"),
        ("position", _INT, "its place on the page in reading order, from 1"),
        ("kind", _TEXT, "one of the twelve kinds"),
        ("kind_confidence", _REAL, "how sure the kind is, 0 to 1"),
        ("kind_evidence", pa.list_(_TEXT), "the rules that spoke for the kind, strongest first"),
        ("subkind", _TEXT, "the finer sort where that is plain, else null"),
        ("genre_qcode", _TEXT, "the nearest genre of the IPTC vocabulary, null where it has none"),
        ("schema_type", _TEXT, "the `@type` at schema.org"),
        ("rubric", _TEXT, "栏目名, the name of its column"),
        ("kicker", _TEXT, "引题"),
        ("headline", _TEXT, "主题, its lines joined by one space"),
        ("deck", _TEXT, "副题"),
        ("text", _TEXT, "the running text without its attributions, a line for each paragraph"),
        ("characters", _INT, "visible characters of the running text"),
        ("outlet", _TEXT, "of its first header that names one: the canonical name of the outlet, or else as printed"),
        ("outlet_kind", _TEXT, "its kind in the table of outlets: own, agency, national, provincial, city, site …"),
        ("place", _TEXT, "of its first header that names a place: as printed"),
        ("adcode", _TEXT, "the GB/T 2260 code of the first place that has one"),
        ("rule", _TEXT, "the way of printing by which it was cut out of the page"),
        ("borders", _REAL, "how sure the least sure of its borders is"),
        ("attachment", _REAL, "how sure it is that its headline is that of its text; null where it lacks one"),
        ("doubt", _REAL, "1 less the confidence that the article has exactly these lines in this order"),
    ),
)

_PARAGRAPHS = Table(
    "paragraphs",
    "a block of text: paragraphs, headlines, captions, and the furniture of the page; `role` tells",
    (
        ("paragraph_id", _TEXT, "`page_id`, -p and `char_start`"),
        _PAGE_ID,
        _ARTICLE_ID,
        ("position", _INT, "its place in the article, or in the furniture, from 1"),
        ("role", _TEXT, "headline, paragraph, subhead, caption …"),
        ("text", _TEXT, "mended, without the column break that cut it"),
        (
            "text_hash",
            _TEXT,
            "32 hex digits of the SHA-256 of the text without white space, its full-width ASCII made half-width",
        ),
        ("characters", _INT, "its visible characters"),
        *_PLACED,
        ("doubt", _REAL, "1 less its confidence: its role, its joins, that it begins where it does"),
    ),
)

_HEADERS = Table(
    "headers",
    "a contributor of an attribution; an attribution that names none has one row",
    (
        ("header_id", _TEXT, "`page_id`, -h and `char_start`: the same for the contributors of one attribution"),
        _PAGE_ID,
        _ARTICLE_ID,
        _PARAGRAPH_ID,
        ("contributor", _INT, "which contributor of the attribution this is, from 1; null where it names none"),
        ("role", _TEXT, "the contributor's role as printed, without the outlet"),
        ("name", _TEXT, "the contributor's name, without spaces inside"),
        ("office", _TEXT, "the contributor's office as printed"),
        ("certain", _TRUTH, "false for a name that could as well be cut otherwise"),
        ("form", _TEXT, "dateline, byline, credit or tail"),
        ("text", _TEXT, "the attribution as printed"),
        ("outlet", _TEXT, "as printed"),
        ("outlet_name", _TEXT, "its canonical name, null where it is not known"),
        ("outlet_kind", _TEXT, "its kind in the table of outlets, null where it is not there"),
        ("place", _TEXT, "as printed"),
        ("adcode", _TEXT, "the GB/T 2260 code of the place in the year of issue, null where it is not known"),
        ("date", _TEXT, "as printed"),
        ("date_edtf", _TEXT, "the same in EDTF, null where the year is not known"),
        ("day", _DAY, "the same as a day, where it is one"),
        ("verb", _TEXT, "讯, 电, 摄 …"),
        ("rule", _TEXT, "the printed form that it was read by"),
        *_PLACED,
        _DOUBT_OF_PARAGRAPH,
    ),
)

_EXACT = "exact, as text, without an exponent"
_MENTIONS = Table(
    "mentions",
    "a figure or a time",
    (
        ("mention_id", _TEXT, "`page_id`, -m and `char_start`"),
        _PAGE_ID,
        _ARTICLE_ID,
        _PARAGRAPH_ID,
        ("type", _TEXT, "money, measure, count, percent, ratio, ordinal, duration, number, date or period"),
        ("text", _TEXT, "as printed"),
        ("value", _VALUE, "of a figure: 万 and 亿 multiplied out; of a range the lower end"),
        ("value_text", _TEXT, f"`value`, {_EXACT}"),
        ("upper", _VALUE, "the upper end of a range"),
        ("upper_text", _TEXT, f"`upper`, {_EXACT}"),
        ("bound", _TEXT, "how it is hedged: about, over, under"),
        ("unit", _TEXT, "of a measure or count as printed; of money ISO 4217; %, ‰, 百分点, 倍, 番; year … second"),
        ("currency", _TEXT, "of money the currency, ISO 4217; else null"),
        ("per", _TEXT, "of a rate of money (元/吨) the unit that the sum is for"),
        ("ucum", _TEXT, "the UCUM code of the unit of a measure, null where it has none"),
        ("si_value", _VALUE, "a measure in the base unit of its dimension"),
        ("si_value_text", _TEXT, f"`si_value`, {_EXACT}"),
        ("si_unit", _TEXT, "that base unit, as a UCUM code"),
        ("change_direction", _TEXT, "of a share or a multiple that moves: up or down"),
        ("change_basis", _TEXT, "against what: yoy 同比, mom 环比, yearly 年均"),
        ("change_over", _TEXT, "against what, as printed (2015年)"),
        ("change_start", _TEXT, "where it came from, where the clause says it"),
        ("change_end", _TEXT, "where it went; null where the figure is the size of the step"),
        ("edtf", _TEXT, "of a time: ISO 8601-2; null where it cannot be known"),
        ("start", _DAY, "its first day; null where open or unknown"),
        ("end", _DAY, "its last day, inside the interval; null where open or unknown"),
        ("grain", _TEXT, "the width that is printed: second … century"),
        ("vague", _TRUTH, "true for words that name no dates (近日); null for a figure"),
        ("time", _TEXT, "a clock time"),
        ("other", _TEXT, "of a date that prints no year the same in the second nearest year, in EDTF"),
        ("calendar", _TEXT, "lunar or solar-term, where it is printed so"),
        ("rule", _TEXT, "the rule that read it"),
        *_PLACED,
        _DOUBT_OF_PARAGRAPH,
    ),
)

_ERRORS = Table(
    "errors",
    "a text that could not be read",
    (
        ("id", _TEXT, "what it is called, as far as that is known"),
        ("source", _TEXT, "the file; null where the caller names none"),
        ("place", _TEXT, "where in the file: a line, a row, a member of an archive"),
        ("reason", _TEXT, "why it could not be read"),
    ),
)

TABLES: Mapping[str, Table] = MappingProxyType(
    {table.name: table for table in (_PAGES, _ARTICLES, _PARAGRAPHS, _HEADERS, _MENTIONS, _ERRORS)}
)


def schema(table: str | None = None) -> pa.Schema:
    """Return the Arrow schema of a table, or of texts with what was read in them nested, a list for each table.

    Args:
        table: pages, articles, paragraphs, headers, mentions or errors; None for the nested schema.

    >>> schema("articles").field("adcode").type
    DataType(string)
    >>> schema().names
    ['id', 'pages', 'articles', 'paragraphs', 'headers', 'mentions', 'errors']

    .. versionadded:: 0.2.0
    """
    if table is not None:
        return TABLES[table].schema
    lists = [pa.field(name, pa.list_(pa.struct(list(one.schema)))) for name, one in TABLES.items()]
    return pa.schema([pa.field("id", _TEXT), *lists], metadata={"govnews.schema": VERSION})


def flattened(nested: pa.RecordBatch, table: str) -> pa.RecordBatch:
    """Return the rows of one table out of a nested batch, in order.

    Args:
        nested: a batch of the nested schema.
        table: which table.

    >>> flattened(pa.RecordBatch.from_pylist([{"id": "p1", "errors": [{"id": "p1"}]}], schema()), "errors").num_rows
    1

    .. versionadded:: 0.2.0
    """
    rows = nested.column(table).flatten()
    return pa.RecordBatch.from_arrays(rows.flatten(), schema=schema(table))
