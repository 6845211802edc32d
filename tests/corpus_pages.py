"""A small corpus of composed pages, and what a run over it has written."""

from pathlib import Path

TEXT = """村民用上自来水{at}

本报临河6月{day}日讯(通讯员 马骁) 近日,石泉村200余户村民喝上了自来水,总投资{at}万元。

新闸启用

新华社北京6月{day}日电(记者 周敏 高原) 新闸{at}座已经启用,灌溉面积1.5万亩,同比增长5.3%。
"""
PAGES = 40
SHARD = 4


def page(at: int) -> str:
    """Return one page."""
    return TEXT.format(at=at + 1, day=at % 28 + 1)


def tables(out: Path) -> dict[str, bytes]:
    """Return the files of all tables, byte for byte."""
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in sorted(out.glob("*/part-*.parquet"))}
