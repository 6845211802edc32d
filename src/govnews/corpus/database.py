"""DuckDB, which comes with the extra `govnews[duckdb]`."""

import importlib
from typing import Any

from govnews.errors import MissingExtraError


def duckdb() -> Any:
    """Return the module.

    Raises:
        MissingExtraError: where it is not installed.
    """
    try:
        return importlib.import_module("duckdb")
    except ImportError as error:
        message = "this needs duckdb: pip install 'govnews[duckdb]'"
        raise MissingExtraError(message) from error
