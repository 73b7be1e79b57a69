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
# Scripts of packaging/ use one another's modules.
PACKAGING = PYTHONPATH=packaging sh packaging/with-python
export PYTHON

.DEFAULT_GOAL := help
.PHONY: help run test check bench reliability package package-bundle package-deb package-tar package-run package-check-deb package-check-tar package-check-run package-check-bundle package-check-same package-measure screenshots schema lock translations clean env-run env-dev

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  make \1	/p' Makefile

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

package: package-wheel package-deb package-sbom package-sums ## Build the artefacts of this kind of machine, and their sums

.PHONY: package-wheel package-check-wheel package-dmg package-check-dmg package-sbom package-check-licences package-check-replacing package-sums
package-wheel: env-dev ## Build the wheel and the source archive into dist/
	@PYTHONPATH=packaging $(PY) packaging/python/build_wheel.py

package-check-wheel: ## Try both: installed by pip (and pipx) in a folder far from here
	@$(PACKAGING) packaging/python/check_wheel.py

package-bundle: ## Build the folder that needs no Python, dist/dayline, and print its sizes
	@$(PACKAGING) packaging/bundle/build.py

package-sbom: ## Write the bill of materials of the bundle, dist/dayline-*.cdx.json
	@$(PACKAGING) packaging/sbom.py

package-check-licences: ## Try licences and bill of materials of the bundle, and the sums
	@$(PACKAGING) packaging/check_licences.py

package-check-replacing: ## Put another Qt in the place of the bundle's, as its licence allows, and run it
	@$(PACKAGING) packaging/check_replacing.py

package-sums: ## Write dist/SHA256SUMS over all artefacts
	@$(PACKAGING) packaging/sums.py

package-deb: package-bundle ## Build dist/dayline_*.deb around it
	@$(PACKAGING) packaging/linux/deb.py

package-tar: package-bundle ## Build dist/dayline-*.tar.xz around it: to unpack anywhere on Linux
	@$(PACKAGING) packaging/linux/tar_xz.py

package-run: package-bundle ## Build dist/dayline-*.run around it: installs for one person on Linux
	@$(PACKAGING) packaging/linux/run_file.py

package-check-deb: env-run ## Try dist/dayline_*.deb on a Debian of its own, as root (ARGS=trixie)
	@$(PACKAGING) packaging/linux/check_deb.py $(ARGS)

package-check-tar: ## Try dist/dayline-*.tar.xz: unpack it and start it
	@$(PACKAGING) packaging/linux/check_tar.py

package-check-run: env-run ## Try dist/dayline-*.run: install, use, upgrade and remove
	@$(PACKAGING) packaging/linux/check_run.py

package-dmg: package-bundle ## On macOS: build dist/Dayline-*.dmg around the app (not built yet)
	@sh packaging/macos/dmg.sh

package-check-dmg: ## On macOS: try the disk image
	@$(PACKAGING) packaging/macos/check_dmg.py

package-check-bundle: ## Try dist/dayline: whole, from any place, twice at once, without a network
	@$(PACKAGING) packaging/bundle/check_bundle.py

package-check-same: ## Build twice in folders of other names, and compare to the last bit
	@$(PACKAGING) packaging/check_same.py

package-measure: ## Start and memory of dist/dayline against the source and a bare window
	@$(PACKAGING) packaging/bundle/measure.py

.PHONY: package-windows package-windows-trial package-check-windows
package-windows: ## Build dist/dayline-*-windows-x86_64-setup.exe (PYTHON_EMBED=zip or folder of an embeddable Python)
	@$(PACKAGING) packaging/windows/setup.py --python "$(PYTHON_EMBED)"

package-windows-trial: ## Build it with a Python put together for trials, which is not for release
	@$(PACKAGING) packaging/windows/setup.py --python "$$($(PACKAGING) packaging/windows/borrowed_python.py)"

package-check-windows: ## Install, upgrade and uninstall what was built, in Wine
	@$(PACKAGING) packaging/windows/check_setup.py

screenshots: env-dev ## Draw the opening window of every case into build/screenshots/
	@mkdir -p build/screenshots
	@set -e; for case in cases/*/; do QT_QPA_PLATFORM=offscreen $(PY) -m viewer.app --screenshot build/screenshots/$$(basename $$case).png $$case; done

schema: env-dev ## Write the JSON Schema of the case format into resources/
	$(PY) -m viewer.app schema > resources/case.schema.json

lock: env-dev ## Bring requirements/*.txt in line with pyproject.toml (ARGS=--upgrade)
	$(PY) -m pip install --quiet uv && $(UV_LOCK) $(ARGS) pyproject.toml -o requirements/run.txt
	$(UV_LOCK) --extra dev $(ARGS) pyproject.toml -o requirements/dev.txt
	$(UV_LOCK) --extra package $(ARGS) pyproject.toml -o requirements/package.txt

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
