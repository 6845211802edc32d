"""Pages read on Apache Spark: the one function of `batches`, handed to `mapInArrow`."""

from functools import partial

from govnews.corpus.batches import read_batches
from govnews.corpus.tables import schema
from govnews.errors import MissingExtraError
from govnews.lexicon import Lexicon

try:
    from pyspark.sql import DataFrame
    from pyspark.sql.pandas.types import from_arrow_schema
except ImportError as error:
    _MESSAGE = "reading on Spark needs pyspark: pip install 'govnews[spark]'"
    raise MissingExtraError(_MESSAGE) from error


def read_frame(frame: DataFrame, *, table: str | None = None, lexicon: Lexicon | None = None) -> DataFrame:
    """Return what the texts of a Spark frame say, read on its workers: the same rows as `read_batches` gives.

    Lazy, as frames are. With `table=None` there is one row a text, with a list for each table; keep it
    (`persist`, or write it), and `nested.selectExpr("inline(mentions)")` gives a table without reading twice.

    Args:
        frame: with the columns `id` and `text`, and where known `issued` and `outlet`.
        table: pages, articles, paragraphs, headers, mentions or errors; None for all of them nested.
        lexicon: the words to read by; goes to the workers with the function.

    Raises:
        MissingExtraError: at import, where pyspark is not installed.

    .. versionadded:: 0.2.0
    """
    return frame.mapInArrow(partial(read_batches, table=table, lexicon=lexicon), from_arrow_schema(schema(table)))
