# Two commands on a fresh machine: make run, make test. What they need first is set up by
# packaging/prepare.py. ARGS= passes further arguments on; PYTHON= names the interpreter.

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif
PY := $(BIN)/python
TS := resources/translations/dayline_ja.ts
UV_LOCK = $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --python-version 3.11
# The rooms without painting are covered branch by branch.
COVERAGE = --cov=viewer.model --cov=viewer.geometry --cov=viewer.io --cov=viewer.session --cov-branch --cov-fail-under=100 --cov-report=term-missing:skip-covered
# Files of tests are shared out over the processors; ARGS="-n 0" keeps all in one process.
SPREAD = -n auto --dist loadfile
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test check bench reliability screenshots schema lock translations clean env-run env-dev

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

run: env-run ## Open the first case (ARGS=path for another); without a display draw build/dayline.png
	@$(PY) packaging/start.py $(ARGS)

test: env-dev ## Run all tests offscreen, warnings as errors (ARGS="-k words")
	PYTHONWARNINGS=error $(PY) -m pytest -m "not bench and not reliability" $(SPREAD) $(COVERAGE) $(ARGS)

check: env-dev ## Lint, format, types, architecture
	$(PY) -m ruff check . && $(PY) -m ruff format --check .
	$(PY) -m mypy && MYPYPATH=packaging:packaging/bundle $(PY) -m mypy packaging/*.py packaging/*/*.py && $(BIN)/lint-imports

bench: env-dev ## Measure speed against other programs, fetched into build/peers (ARGS="-k start")
	@$(PY) -m tests.bench.peers $(if $(ARGS),,&& rm -f build/bench.json)
	$(PY) -m pytest -m bench -s tests/bench $(ARGS)

reliability: env-dev ## Try the promises of the notes over and over: kills, power cuts, faults (ARGS="-k kill")
	@$(if $(ARGS),,rm -f build/reliability.json)
	$(PY) -m pytest -m reliability -s tests/reliability $(ARGS)

include packaging/artefacts.mk

screenshots: env-dev ## Draw the opening window of every case into build/screenshots/
	@mkdir -p build/screenshots
	@set -e; for case in cases/*/; do QT_QPA_PLATFORM=offscreen $(PY) -m viewer.app --screenshot build/screenshots/$$(basename $$case).png $$case; done

schema: env-dev ## Write the JSON Schema of the case format into resources/
	$(PY) -m viewer.app schema > resources/case.schema.json

lock: env-dev ## Bring requirements/*.txt in line with pyproject.toml (ARGS=--upgrade)
	$(PY) -m pip install --quiet uv && $(UV_LOCK) $(ARGS) pyproject.toml -o requirements/run.txt
	$(UV_LOCK) --extra dev --constraint requirements/run.txt $(ARGS) pyproject.toml -o requirements/dev.txt
	$(UV_LOCK) --extra package --constraint requirements/run.txt $(ARGS) pyproject.toml -o requirements/package.txt

translations: env-dev ## Collect the texts of viewer/ and compile the Japanese ones
	@mkdir -p $(dir $(TS))
	$(BIN)/pyside6-lupdate -locations none -no-obsolete -extensions py viewer -ts $(TS) && $(BIN)/pyside6-lrelease $(TS) -qm $(TS:.ts=.qm)

clean: ## Remove .venv and everything that was built or cached
	rm -rf .venv build dist htmlcov .coverage .coverage.* .*_cache *.egg-info
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

env-run:
	@sh packaging/with-python packaging/prepare.py run

env-dev:
	@sh packaging/with-python packaging/prepare.py dev
