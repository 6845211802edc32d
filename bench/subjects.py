"""What is measured: the verbs of govnews, and the peers that are installed beside it."""

import importlib
import logging
import warnings
from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from attrs import frozen

Read = Callable[[str], object]
ISSUED = date(2023, 5, 19)


@frozen
class Subject:
    """One thing to measure.

    Attributes:
        module: what is imported.
        load: makes the reader, all models loaded; its first call is the first answer.
        by_line: it is given a line at a time, as its work grows faster than its text.
    """

    module: str
    load: Callable[[Any], Read]
    by_line: bool = False


def _recognizers(_: Any) -> Read:
    """Return numbers, ordinals, percentages, currencies, dimensions and times together: what govnews finds."""
    number = importlib.import_module("recognizers_number.number.number_recognizer").NumberRecognizer("zh-cn")
    unit = importlib.import_module("recognizers_number_with_unit.number_with_unit.number_with_unit_recognizer")
    when = importlib.import_module("recognizers_date_time.date_time.date_time_recognizer").DateTimeRecognizer("zh-cn")
    units = unit.NumberWithUnitRecognizer("zh-cn")
    models = [number.get_number_model(), number.get_ordinal_model(), number.get_percentage_model()]
    models += [units.get_currency_model(), units.get_dimension_model()]
    times, noon = when.get_datetime_model(), datetime(2023, 5, 19, 12)  # noqa: DTZ001 - the recognizer wants it so
    return lambda text: ([model.parse(text) for model in models], times.parse(text, noon))


def _jionlp(module: Any) -> Read:
    base = {"year": 2023, "month": 5, "day": 19}
    return lambda text: (module.ner.extract_money(text), module.ner.extract_time(text, time_base=base))


def _jieba(module: Any) -> Read:
    module.setLogLevel(logging.CRITICAL)
    module.initialize()
    return lambda text: list(module.cut(text))


SUBJECTS: dict[str, Subject] = {
    "govnews.read_page": Subject("govnews", lambda module: lambda text: module.read_page(text, issued=ISSUED)),
    "govnews.find_mentions": Subject("govnews", lambda module: lambda text: module.find_mentions(text, issued=ISSUED)),
    "govnews.find_headers": Subject("govnews", lambda module: lambda text: module.find_headers(text, issued=ISSUED)),
    "jieba.cut": Subject("jieba", _jieba),
    "rjieba.cut": Subject("rjieba", lambda module: module.cut),
    "Recognizers-Text, all models": Subject("recognizers_suite", _recognizers, by_line=True),
    "JioNLP, money and time": Subject("jionlp", _jionlp, by_line=True),
    "cn2an.transform": Subject("cn2an", lambda module: lambda text: module.transform(text, "cn2an"), by_line=True),
    "chinese2digits": Subject("chinese2digits", lambda module: module.takeNumberFromString, by_line=True),
}
COMPILED = ", compiled"  # behind the name of a verb: that of the wheel whose engines are compiled
OWN = tuple(name for name in SUBJECTS if name.startswith("govnews"))
PEERS = tuple(name for name in SUBJECTS if name not in OWN)


def ready(name: str) -> Read:
    """Import a subject and load its models.

    Raises:
        ImportError: where the peer is not installed.
    """
    warnings.simplefilter("ignore")
    logging.disable(logging.ERROR)
    subject = SUBJECTS[name]
    return subject.load(importlib.import_module(subject.module))


# -- every public verb, for growth ------------------------------------------------------------------------------------
def verbs() -> dict[str, Callable[[str], Callable[[], object]]]:
    """Return the public verbs by name: given a text, a call that does the work and nothing else."""
    import govnews  # noqa: PLC0415 - the bench of a cold start imports this module too
    from govnews.export import from_json, to_json, to_table, to_text  # noqa: PLC0415
    from govnews.trace import explain  # noqa: PLC0415

    def plain(read: Callable[[str], object]) -> Callable[[str], Callable[[], object]]:
        def called(text: str) -> object:
            try:
                return read(text)
            except govnews.GovnewsError:
                return None

        return lambda text: lambda: called(text)

    def exported(text: str) -> Callable[[], object]:
        page = govnews.read_page(text)
        return lambda: (from_json(to_json(page)), to_table(page), to_text(page))

    return {
        "read_page": plain(lambda text: govnews.read_page(text, issued=ISSUED)),
        "read_article": plain(lambda text: govnews.read_article(text, issued=ISSUED)),
        "find_mentions": plain(lambda text: govnews.find_mentions(text, issued=ISSUED)),
        "find_headers": plain(govnews.find_headers),
        "explain": plain(explain),
        "parse_number": plain(govnews.parse_number),
        "parse_quantity": plain(govnews.parse_quantity),
        "parse_date": plain(lambda text: govnews.parse_date(text, issued=ISSUED)),
        "parse_header": plain(govnews.parse_header),
        "export": exported,
    }
