# What is shipped, and what proves it: each artefact has a target that builds it into dist/ and one
# that tries it. Included by the Makefile.

# Scripts of packaging/ use one another's modules.
PACKAGING = PYTHONPATH=packaging sh packaging/with-python
BUILT = bundle deb tar run wheel windows sbom sums
TRIED = bundle licences replacing deb tar run wheel windows same

.PHONY: package package-check package-bundle package-check-bundle package-check-same package-measure
.PHONY: package-sbom package-sums package-check-licences package-check-replacing package-deb
.PHONY: package-tar package-run package-check-deb package-check-tar package-check-run package-wheel
.PHONY: package-check-wheel package-windows package-windows-trial package-check-windows package-dmg
.PHONY: package-check-dmg

package: $(filter-out package-sums,$(BUILT:%=package-%)) ## Build all that can be built on this machine into dist/
	@$(MAKE) --no-print-directory package-sums
	@$(PACKAGING) packaging/sizes.py
	-@$(PACKAGING) packaging/bundle/measure.py

package-check: ## Try everything that was built; some minutes for each
	@rm -rf build/checks
	@$(MAKE) --no-print-directory --keep-going $(TRIED:%=package-check-%) package-measure; \
		$(PACKAGING) packaging/checked.py $(TRIED) start

# --- the program as a folder, and what says what is in it -----------------------------------

package-bundle: ## Build the folder that needs no Python, dist/dayline
	@$(PACKAGING) packaging/bundle/make_bundle.py

package-check-bundle: ## Try it: whole, from any place, twice at once, without a network
	@$(PACKAGING) packaging/bundle/check_bundle.py

package-check-same: ## Build twice in folders of other names, and compare to the last bit
	@$(PACKAGING) packaging/check_same.py

package-measure: ## Start and memory of dist/dayline against the source and a bare window
	@$(PACKAGING) packaging/bundle/measure.py

package-sbom: package-bundle ## Write the bill of materials, dist/dayline-*.cdx.json
	@$(PACKAGING) packaging/sbom.py

package-sums: ## Write dist/SHA256SUMS over all artefacts
	@$(PACKAGING) packaging/sums.py

package-check-licences: ## Try licences, bill of materials and sums
	@$(PACKAGING) packaging/check_licences.py

package-check-replacing: ## Put another Qt in the place of the bundle's, as its licence allows, and run it
	@$(PACKAGING) packaging/check_replacing.py

# --- Linux --------------------------------------------------------------------------------

package-deb: package-bundle ## Build dist/dayline_*.deb
	@$(PACKAGING) packaging/linux/deb.py

package-tar: package-bundle ## Build dist/dayline-*.tar.xz: to unpack anywhere on Linux
	@$(PACKAGING) packaging/linux/tar_xz.py

package-run: package-bundle ## Build dist/dayline-*.run: installs for one person on Linux
	@$(PACKAGING) packaging/linux/run_file.py

package-check-deb: env-run ## Try the .deb on a Debian of its own, as root (ARGS=trixie)
	@$(PACKAGING) packaging/linux/check_deb.py $(ARGS)

package-check-tar: ## Try the .tar.xz: unpack it and start it
	@$(PACKAGING) packaging/linux/check_tar.py

package-check-run: env-run ## Try the .run: install, use, upgrade and remove
	@$(PACKAGING) packaging/linux/check_run.py

# --- Python -------------------------------------------------------------------------------

package-wheel: env-dev ## Build the wheel and the source archive
	@PYTHONPATH=packaging $(PY) packaging/python/build_wheel.py

package-check-wheel: ## Try both: installed by pip (and pipx) in a folder far from here
	@$(PACKAGING) packaging/python/check_wheel.py

# --- Windows ------------------------------------------------------------------------------

package-windows: ## Build the setup with the embeddable Python PYTHON_EMBED=; without it, a trial
	@$(if $(PYTHON_EMBED),$(PACKAGING) packaging/windows/setup.py --python "$(PYTHON_EMBED)",$(MAKE) --no-print-directory package-windows-trial)

package-windows-trial: ## Build it with a Python put together for trials, which is not for release
	@$(PACKAGING) packaging/windows/setup.py --python "$$($(PACKAGING) packaging/windows/borrowed_python.py)"

package-check-windows: ## Install, upgrade and uninstall what was built, in Wine
	@$(PACKAGING) packaging/windows/check_setup.py

# --- macOS --------------------------------------------------------------------------------

package-dmg: package-bundle ## On macOS: build dist/Dayline-*.dmg around the app (not built yet)
	@sh packaging/macos/dmg.sh

package-check-dmg: ## On macOS: try the disk image
	@$(PACKAGING) packaging/macos/check_dmg.py
