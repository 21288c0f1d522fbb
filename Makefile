# What can be done with this project. `make` lists it.
.DEFAULT_GOAL := help
.PHONY: help setup demo test test-qgis-lts lint format bench attack study package docs link gui-test screens clean distclean
SHELL := /bin/sh
PYTHON := .venv/bin/python

help:  ## list what can be made
	@echo "make <target>:"
	@sed -n 's/^\([a-z-]*\):.*##  *\(.*\)/  \1\t\2/p' $(firstword $(MAKEFILE_LIST)) | expand -t 14

setup:  ## install what is missing: system packages, .venv, .venv-worker (others call it themselves)
	@sh tools/setup/system_packages.sh
	@/usr/bin/python3 tools/setup/environments.py

demo: setup  ## two studies on sample data through qgis_process: maps, reports, figures, sheets in build/demo
	@/usr/bin/python3 tools/demo.py

test: setup  ## lint and all tests; green means it works
	@sh tools/check/run_tests.sh

test-qgis-lts:  ## the tests on the QGIS of Debian 13, in a root made by debootstrap (as root, slow)
	@sh tools/check/qgis_lts.sh

lint: setup  ## style, types and the layer law
	@failed=0; \
	.venv/bin/ruff check . || failed=1; \
	.venv/bin/ruff format --check . || failed=1; \
	.venv/bin/mypy || failed=1; \
	$(PYTHON) -m tools.check.law || failed=1; \
	exit $$failed

format: setup  ## lay out the code and mend what can be mended
	@.venv/bin/ruff check --fix .
	@.venv/bin/ruff format .

bench: setup  ## measure speed and accuracy: a table, and build/bench/<topic>.json
	@$(PYTHON) benchmarks/run.py bench

attack: setup  ## 5,000 hostile cases, kills and full disks over all algorithms: tried, held, failed
	@$(PYTHON) -m tests.attack

study: setup  ## the fuller measuring protocols, which take longer
	@$(PYTHON) benchmarks/run.py study

package: docs  ## build and check the zip for plugins.qgis.org in build/, with the documentation
	@$(PYTHON) tools/ship/package.py

docs: setup  ## build the documentation, with the parameter reference, into build/site
	@/usr/bin/python3 tools/setup/environments.py docs
	@$(PYTHON) tools/docs/build_docs.py

link:  ## link the plugin into your QGIS desktop profile
	@/usr/bin/python3 tools/setup/link.py

gui-test: setup  ## the desktop smoke tests under Xvfb
	@sh tools/check/run_gui_tests.sh

screens: setup  ## pictures of the toolbox and of every dialog in build/screens
	@xvfb-run -a -s "-screen 0 1280x1000x24" $(PYTHON) tools/docs/screens.py

clean:  ## remove what was built; the environments stay
	@rm -rf build .pytest_cache .hypothesis .mypy_cache .ruff_cache
	@find landslide_plugin tests tools benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean  ## remove the environments too
	@rm -rf .venv .venv-worker .venv-docs
