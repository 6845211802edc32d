"""Pages read on Ray Data: the one function of `batches`, as a class that a worker makes once."""

from govnews.corpus.batches import read_batches
from govnews.corpus.tables import schema
from govnews.errors import MissingExtraError
from govnews.lexicon import Lexicon

try:
    import pyarrow as pa
    from ray.data import Dataset
except ImportError as error:
    _MESSAGE = "reading on Ray needs Ray Data: pip install 'govnews[ray]'"
    raise MissingExtraError(_MESSAGE) from error


class Reader:
    """What one worker of Ray does: Arrow table in, Arrow table out. The lexicon is compiled once a worker.

    Args:
        table: the table to give; None for one row a text, all tables nested.
        lexicon: the words to read by.

    .. versionadded:: 0.2.0
    """

    def __init__(self, table: str | None = None, lexicon: Lexicon | None = None) -> None:
        self.table = table
        self.lexicon = lexicon

    def __call__(self, texts: pa.Table) -> pa.Table:
        found = read_batches(texts.to_batches(), table=self.table, lexicon=self.lexicon)
        return pa.Table.from_batches(found, schema=schema(self.table))


def read_dataset(
    dataset: Dataset,
    *,
    table: str | None = None,
    lexicon: Lexicon | None = None,
    workers: int = 2,
    num_cpus: float = 0.5,
) -> Dataset:
    """Return what the texts of a Ray dataset say, read by a pool of workers: the same rows as `read_batches` gives.

    Lazy, as datasets are. A worker asks for half a processor unless told: workers that hold all of them leave none to
    the tasks that read the input, and the job waits for ever.

    Args:
        dataset: with the columns `id` and `text`, and where known `issued` and `outlet`.
        table: pages, articles, paragraphs, headers, mentions or errors; None for all of them nested.
        lexicon: the words to read by; goes to the workers with the class.
        workers: how many.
        num_cpus: processors that each asks for; keep `workers * num_cpus` under what the cluster has.

    Raises:
        MissingExtraError: at import, where Ray Data is not installed.

    .. versionadded:: 0.2.0
    """
    return dataset.map_batches(
        Reader,
        fn_constructor_kwargs={"table": table, "lexicon": lexicon},
        batch_format="pyarrow",
        batch_size=32,
        concurrency=workers,
        num_cpus=num_cpus,
    )
