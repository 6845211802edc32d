# Everything runs in .venv, made here; nothing global is touched.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: demo test browser engines exports check gate build docs clean

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("govnews needs Python 3.11 or later; set PYTHON=…" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP)  ## the table of a seed page
	$(BIN)/govnews read --issued 2023-05-19 --format table seeds/000_506be33f60a1e87b.txt

test: $(STAMP)  ## the tests
	$(BIN)/python -m pytest

browser:  ## what the tests of the pictures need: a browser, Chinese fonts, axe-core; without it they are skipped
	command -v chromium >/dev/null || { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk >/dev/null; }
	npm install --silent --no-audit --no-fund --prefix build/browser axe-core@4

engines: $(STAMP)  ## the tables on a real Spark (Java 17) and a real Ray, in pandas, Polars, datasets: installs 1 GB of them
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,test-engines]'
	$(BIN)/python -m pytest tests/engines tests/test_docs.py -k 'engines or corpus or tables or many'

exports: $(STAMP)  ## the exports by their consumers: installs about 0.7 GB of them
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev,test-exports]'
	$(BIN)/python -m pytest tests/export tests/test_docs.py -k export

check: $(STAMP)  ## style and types
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

gate: $(STAMP)  ## quality on the gold of the printed pages, task by task, against its floors
	$(BIN)/python tests/eval/gate.py

build: $(STAMP)  ## wheel and sdist, checked
	rm -rf dist
	$(BIN)/python -m build --quiet
	$(BIN)/twine check --strict dist/*

docs: $(STAMP)  ## the site, in build/site; a broken link is an error
	$(BIN)/zensical build --strict --clean
	$(BIN)/python scripts/build_playground.py build/site

clean:
	rm -rf .venv dist build .pytest_cache .mypy_cache .ruff_cache .hypothesis
