"""Many pages to tables: one function over Arrow batches, and one over folders; both need the extra `govnews[arrow]`."""

from importlib.util import find_spec

from govnews.errors import MissingExtraError

if find_spec("pyarrow") is None:
    _MESSAGE = "tables need pyarrow: pip install 'govnews[arrow]'"
    raise MissingExtraError(_MESSAGE)

from govnews.corpus.batches import read_batches
from govnews.corpus.report import report_html
from govnews.corpus.run import Outcome, read_folder
from govnews.corpus.tables import TABLES, Table, flattened, schema

__all__ = ["TABLES", "Outcome", "Table", "flattened", "read_batches", "read_folder", "report_html", "schema"]
