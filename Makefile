# Everything runs in .venv, made here; nothing global is touched.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.ready

.PHONY: demo test long fuzz mutate bench compiled browser engines exports check gate build docs clean

$(STAMP): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("govnews needs Python 3.11 or later; set PYTHON=…" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	touch $(STAMP)

demo: $(STAMP)  ## the table of a seed page
	$(BIN)/govnews read --issued 2023-05-19 --format table seeds/000_506be33f60a1e87b.txt

test: $(STAMP)  ## the tests
	$(BIN)/python -m pytest

long: $(STAMP)  ## every law on 2,000 composed pages and, where GOVNEWS_DATA says so, on real articles: a quarter of an hour
	$(BIN)/python tests/long/read_everything.py

SECONDS ?= 60
fuzz:  ## atheris on each verb, SECONDS=60 in all, in an environment of its own
	$(PYTHON) -m venv build/fuzz-venv
	build/fuzz-venv/bin/python -m pip install --quiet --disable-pip-version-check atheris -e .
	build/fuzz-venv/bin/python tests/fuzz/run.py --seconds $(SECONDS)

mutate:  ## mutation testing of numerals, EDTF and stitching, in an environment of its own: a quarter of an hour
	$(PYTHON) -m venv build/mutate-venv
	build/mutate-venv/bin/python -m pip install --quiet --disable-pip-version-check 'mutmut>=3.8,<4' -e '.[test]'
	build/mutate-venv/bin/python scripts/mutate.py

bench:  ## speed, start, memory and growth beside the peers, in an environment of its own; writes the README's table
	$(PYTHON) -m venv build/bench
	build/bench/bin/python -m pip install --quiet --disable-pip-version-check -e .
	grep -v '^#' bench/requirements.txt | while read -r peer; do \
	  build/bench/bin/python -m pip install --quiet --disable-pip-version-check "$$peer" || echo "left out: $$peer"; done
	$(PYTHON) -m venv build/bench-compiled
	GOVNEWS_COMPILE=1 build/bench-compiled/bin/python -m pip install --quiet --disable-pip-version-check . \
	  || { echo "left out: the compiled wheel"; rm -r build/bench-compiled; }
	build/bench/bin/python bench/measure.py

compiled: $(STAMP)  ## the wheel whose engines are compiled, in an environment of its own: it reads as the pure one; needs a C compiler
	rm -rf build/compiled build/compiled-dist
	GOVNEWS_COMPILE=1 $(BIN)/python -m build --wheel --outdir build/compiled-dist >/dev/null
	$(PYTHON) -m venv build/compiled
	build/compiled/bin/python -m pip install --quiet --disable-pip-version-check build/compiled-dist/*.whl
	build/compiled/bin/python scripts/check_compiled.py

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
