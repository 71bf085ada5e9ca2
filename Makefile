# The project's commands. `make demo` and `make test` need only Python ≥ 3.11, git and make.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := examples/asker-2020

.PHONY: demo test lint bench docs lock clean

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "planctl needs Python 3.11 or newer: make PYTHON=python3.11 …")'
	$(PYTHON) -m venv $(VENV)

# The pip that Python brings is replaced first: some versions of it misread a lock that has extras.
$(VENV)/.pip: requirements/pip.txt | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/pip.txt
	touch $@

$(VENV)/.run: requirements/run.txt pyproject.toml hatch_build.py $(wildcard src/planctl/locales/*/LC_MESSAGES/*.po) $(VENV)/.pip
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

demo: $(VENV)/.run
	$(BIN)/planctl validate $(EXAMPLE)
	$(BIN)/planctl -C $(EXAMPLE) report --tertial 2 --out $(CURDIR)/out
	$(BIN)/planctl -C $(EXAMPLE) calendar --format svg --out $(CURDIR)/out/årshjul-2021.svg
	@echo; echo "See out/tertialrapport-2021-T2.md and out/årshjul-2021.svg"

test: $(VENV)/.dev
	$(BIN)/python -m pytest -n auto --dist loadfile

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/messages.py check
	$(BIN)/python scripts/docs.py check

bench: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/bench.txt
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/rows.py

docs: $(VENV)/.dev
	$(BIN)/python scripts/docs.py write

# One set of versions: what the tests run with (dev) is what the Action installs (run),
# and `all` adds PDF, Word and Excel. `lowest` holds the least that
# pyproject.toml allows, with which .ci/run repeats the loader's tests.
LOCK = $(BIN)/uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate
lock: $(VENV)/.dev
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) requirements/pip.in -o requirements/pip.txt
	$(LOCK) pyproject.toml requirements/build.in --extra all --group dev -o requirements/dev.txt
	$(LOCK) pyproject.toml requirements/build.in -c requirements/dev.txt -o requirements/run.txt
	$(LOCK) pyproject.toml requirements/build.in --extra all -c requirements/dev.txt -o requirements/all.txt
	$(LOCK) requirements/bench.in -c requirements/dev.txt -o requirements/bench.txt
	$(LOCK) --resolution lowest-direct pyproject.toml requirements/build.in requirements/lowest.in -o requirements/lowest.txt

clean:
	rm -rf $(VENV) out .mypy_cache .pytest_cache .ruff_cache .hypothesis
