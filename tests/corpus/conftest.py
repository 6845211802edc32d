"""A small corpus, and the run over it that nothing disturbed."""

from pathlib import Path

import pytest

from corpus_pages import PAGES, SHARD, page
from govnews.corpus import Outcome, read_folder


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty pages, and one that is no text."""
    path = tmp_path_factory.mktemp("corpus") / "pages"
    path.mkdir()
    for at in range(PAGES):
        (path / f"2023-06-{at % 28 + 1:02d}_{at:02d}.txt").write_text(page(at), encoding="utf-8")
    (path / "2023-06-10_broken.txt").write_bytes(b"\xff\xfe\xfd")
    return path


@pytest.fixture(scope="session")
def undisturbed(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Outcome]:
    """The tables of the corpus, by one worker in one go."""
    out = tmp_path_factory.mktemp("tables") / "out"
    return out, read_folder(folder, out, issued_from="%Y-%m-%d", shard=SHARD, workers=1)
