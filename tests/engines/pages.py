"""Texts for the engines, and what the local run says of them."""

from datetime import date
from typing import Any

import pyarrow as pa

from govnews.corpus import read_batches, schema

BRIEF = (
    "村民用上自来水\n\n本报临河6月3日讯(通讯员 马骁) 近日,石泉村{0}余户村民喝上了放\n\n心水,总投资{0}万元。\n\n"
    "夏粮收购点开秤\n\n本报临河6月3日讯(记者 周敏) 昨日,全县{0}个夏粮收购点开秤,收购小麦1.{0}万吨,存粮{0}石。"
)
TEXTS = tuple(
    {
        "id": f"paper/{number:03}.txt",
        "text": None if number % 17 == 5 else BRIEF.format(number + 200),
        "issued": date(2023, 6, 4),
        "outlet": "临河日报",
    }
    for number in range(70)
)
INPUT = pa.RecordBatch.from_pylist(
    list(TEXTS),
    schema=pa.schema([("id", pa.string()), ("text", pa.string()), ("issued", pa.date32()), ("outlet", pa.string())]),
)


def local(table: str | None) -> pa.Table:
    """Return what the local run says."""
    return pa.Table.from_batches(read_batches([INPUT], table=table), schema=schema(table))


def in_order(table: pa.Table) -> list[dict[str, Any]]:
    """Return the rows, in an order that does not depend on the engine."""
    return sorted(table.to_pylist(), key=lambda row: repr([str(cell) for cell in row.values()]))
