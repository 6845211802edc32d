"""The door from the command to the corpus: fetched when tables are asked for, since pyarrow is large and an extra."""

from importlib import import_module
from typing import Any


def corpus() -> Any:
    """Return the room.

    Raises:
        MissingExtraError: where pyarrow is not installed.
    """
    return import_module("govnews.corpus")


def question() -> Any:
    """Return the module that asks questions of the tables.

    Raises:
        MissingExtraError: where pyarrow is not installed.
    """
    return import_module("govnews.corpus.query")
