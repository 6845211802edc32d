"""A real local Ray gives the rows of the local run, value for value and type for type."""

from collections.abc import Iterator

import pytest

from govnews.corpus import schema

pytest.importorskip("ray", reason="needs Ray Data: pip install 'govnews[ray]'")

import pyarrow as pa
import ray
from ray.data import Dataset

from engines.pages import INPUT, in_order, local
from govnews.corpus.ray import Reader, read_dataset

pytestmark = pytest.mark.filterwarnings("default")  # Ray's own


@pytest.fixture(scope="module")
def texts() -> Iterator[Dataset]:
    ray.init(num_cpus=2, include_dashboard=False, _node_ip_address="127.0.0.1", log_to_driver=False)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    parts = [pa.Table.from_batches([INPUT.slice(0, 40)]), pa.Table.from_batches([INPUT.slice(40)])]
    yield ray.data.from_arrow(parts)
    ray.shutdown()


@pytest.mark.parametrize("table", [None, "mentions", "errors"])
def test_rows_are_those_of_the_local_run(texts: Dataset, table: str | None) -> None:
    found = read_dataset(texts, table=table)
    got = pa.concat_tables(ray.get(found.to_arrow_refs()))
    assert got.num_rows
    assert got.schema.remove_metadata().equals(schema(table).remove_metadata())
    assert in_order(got) == in_order(local(table))


def test_a_batch_without_rows_gives_a_table_without_rows() -> None:
    table = Reader("errors")(pa.Table.from_batches([INPUT.slice(0, 3)]))
    assert table.num_rows == 0
    assert table.schema.equals(schema("errors"))
