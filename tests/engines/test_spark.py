"""A real local Spark gives the rows of the local run, value for value and type for type."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which

import pytest

from govnews import Lexicon
from govnews.corpus import TABLES, flattened, schema

pytest.importorskip("pyspark", reason="needs Spark: pip install 'govnews[spark]'")
if which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java 17", allow_module_level=True)

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession

from engines.pages import INPUT, in_order, local
from govnews.corpus.spark import read_frame

pytestmark = pytest.mark.filterwarnings("default")  # Spark and py4j leave sockets to the end of the process


@pytest.fixture(scope="module")
def spark() -> Iterator[SparkSession]:
    os.environ["PYSPARK_PYTHON"] = sys.executable  # workers start whatever `python3` is on the path otherwise
    session = (
        SparkSession.builder.master("local[2]")
        .appName("govnews")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    yield session
    session.stop()


@pytest.fixture(scope="module")
def frame(spark: SparkSession, tmp_path_factory: pytest.TempPathFactory) -> DataFrame:
    path = tmp_path_factory.mktemp("texts") / "texts.parquet"
    import pyarrow.parquet as pq  # noqa: PLC0415 - after the skip

    pq.write_table(pa.Table.from_batches([INPUT]), path)
    return spark.read.parquet(str(path)).repartition(3)


@pytest.fixture(scope="module")
def nested(frame: DataFrame) -> DataFrame:
    return read_frame(frame).persist()


def test_nested_rows_are_those_of_the_local_run(nested: DataFrame) -> None:
    got = nested.toArrow()
    assert got.schema.remove_metadata().equals(schema().remove_metadata())
    assert in_order(got) == in_order(local(None))


@pytest.mark.parametrize("table", TABLES)
def test_a_table_taken_out_of_the_nested_rows(nested: DataFrame, table: str) -> None:
    got = nested.selectExpr(f"inline({table})").toArrow()
    assert got.num_rows
    assert in_order(got) == in_order(local(table))


def test_one_table_read_alone(frame: DataFrame) -> None:
    got = read_frame(frame, table="mentions").toArrow()
    assert got.schema.remove_metadata().equals(schema("mentions").remove_metadata())
    assert in_order(got) == in_order(local("mentions"))


def test_parquet_that_spark_writes_reads_as_the_local_table(nested: DataFrame, tmp_path: Path) -> None:
    import pyarrow.parquet as pq  # noqa: PLC0415 - after the skip

    nested.selectExpr("inline(articles)").write.parquet(str(tmp_path / "articles"))
    assert in_order(pq.read_table(tmp_path / "articles")) == in_order(local("articles"))


def test_a_lexicon_goes_to_the_workers(frame: DataFrame, tmp_path: Path) -> None:
    path = tmp_path / "units.tsv"
    columns = "surface:key\tucum:text?\tfactor:text?\tbase:text?\ttakes:any|arabic|long\tapart:text?\texample:example"
    path.write_text(f"{columns}\n石\t\t60\tkg\tany\t\t存粮⟦120石⟧。\n", encoding="utf-8")
    got = read_frame(frame, table="mentions", lexicon=Lexicon.default().extended(units=path)).toArrow()
    assert "石" in set(got.column("unit").to_pylist())


def test_flattened_is_what_inline_gives(nested: DataFrame) -> None:
    [batch] = nested.limit(1).toArrow().combine_chunks().to_batches()
    whole = pa.RecordBatch.from_arrays(batch.columns, schema=schema())
    assert flattened(whole, "pages").num_rows == nested.limit(1).selectExpr("inline(pages)").count()
