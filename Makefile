# Two commands are enough: `make run` and `make test`. `make` alone tells the others.

PYTHON ?= python3
PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet --no-input
LOCK := .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
	--no-emit-index-url --no-annotate --no-header $(if $(UPGRADE),--upgrade)
CHROMIUM ?= $(shell command -v chromium || command -v chromium-browser || command -v google-chrome)
KILLS ?= 500

.DEFAULT_GOAL := help
.PHONY: help run test check format-is-right lint types doors drift files documents bench chaos thorough audit browser pictures format lock
.SUFFIXES:

help: ## tell what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/run.stamp ## start Wingbeat: on Discord with WINGBEAT_TOKEN (environment or .env), in the sandbox without
	@# exec: make passes a TERM on to its child only, and that must not be a shell
	@if [ -n "$$WINGBEAT_TOKEN" ] || grep -Eqs "^ *(export +)?WINGBEAT_TOKEN *= *[\"']?[^\"' ]" .env; \
	then exec $(PY) -m bot run; else exec $(PY) -m bot sandbox; fi

test: .venv/dev.stamp ## run the whole suite; the browser's part where a Chromium is found
	@# five for two cores: they often wait
	@# worksteal: a worker keeps its run of neighbours, and with them their shared fixtures, until another is idle
	CHROMIUM="$(CHROMIUM)" $(PY) -m pytest -n 5 --dist worksteal $(if $(CHROMIUM),,-m "not browser") $(ARGS)

check: format-is-right lint types doors drift files documents ## format, lint, strict types, doors, drift, locks, tracked files, documents

format-is-right: .venv/dev.stamp
	$(PY) -m ruff format --check --output-format concise .
lint: .venv/dev.stamp
	$(PY) -m ruff check --output-format concise .
types: .venv/dev.stamp
	$(PY) -m basedpyright
doors: .venv/dev.stamp
	$(PY) -c "from importlinter.cli import lint_imports_command as lint; lint()" --no-logo
drift: .venv/dev.stamp
	$(PY) -m bot migrate --check
	@for page in commands settings kept; do $(PY) -m bot $$page --check || exit; done
files: .venv/dev.stamp
	$(PY) -m pytest --quiet -p no:cacheprovider tests/house/test_locks.py tests/house/test_tracked_files.py
documents: .venv/dev.stamp
	$(PY) -m pytest --quiet -p no:cacheprovider tests/house/test_documents.py

bench: .venv/dev.stamp ## measure; ONE=queue measures bench/queue.py only
	@for file in $(if $(ONE),bench/$(ONE).py,$(filter-out bench/_%,$(wildcard bench/*.py))); do \
		echo "== $$file"; $(PY) -m "bench.$$(basename $$file .py)" || exit; done

chaos: .venv/dev.stamp ## kill -9 KILLS=500 times on each database, all of Discord's faults, a month; what was lost or doubled
	@# ends after 30 minutes; part by part: make chaos ARGS="-k outbox", and as each is another test, its name is its part
	CHAOS_KILLS=$(KILLS) $(if $(shell command -v timeout),timeout --foreground --signal INT 30m) \
		$(PY) -m pytest -n 3 --dist worksteal -m chaos $(ARGS)  # a fan-out mostly waits for the budget

thorough: .venv/dev.stamp ## the long forms of tests that are short in `make test`; ten minutes
	THOROUGH=1 $(PY) -m pytest -n 2 --dist worksteal -m thorough $(ARGS)

audit: .venv/lock.stamp ## ask whether a dependency has a known weakness; 0 none, 1 some, 2 nobody could be asked
	$(PY) requirements/audit.py

browser: .venv/dev.stamp ## try the sandbox's page in a headless Chromium
	@[ -n "$(CHROMIUM)" ] || { echo "There is no Chromium here. Install one, or say where it is: make browser CHROMIUM=..."; exit 1; }
	CHROMIUM="$(CHROMIUM)" $(PY) -m pytest -m browser $(ARGS)

pictures: .venv/dev.stamp ## take the pictures in docs/first-server.md anew
	@CHROMIUM="$(CHROMIUM)" $(PY) -m tests.browser.pictures

format: .venv/dev.stamp ## put the code in order
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .

lock: .venv/lock.stamp ## write requirements/*.txt from pyproject.toml; UPGRADE=1 takes the newest of everything
	$(LOCK) --group lock -o requirements/lock.txt
	$(LOCK) pyproject.toml --extra postgres --extra sandbox --group build -o requirements/run.txt
	$(LOCK) pyproject.toml --extra postgres --extra sandbox --group build --group dev -c requirements/run.txt -o requirements/dev.txt

# A stamp is newer than the lock it was installed from, so an unchanged lock installs nothing again.
# --no-build-isolation: the build backend is pinned in the locks, like everything else.
.venv/run.stamp: requirements/run.txt pyproject.toml | $(PY)
	@echo "Installing what Wingbeat stands on (once; this takes a minute or two)"
	@$(PIP) install --require-hashes -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: requirements/dev.txt pyproject.toml | $(PY)
	@echo "Installing what Wingbeat and its tests stand on (once; this takes a minute or two)"
	@$(PIP) install --require-hashes -r requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@touch $@ .venv/run.stamp

.venv/lock.stamp: requirements/lock.txt | $(PY)
	@$(PIP) install --require-hashes -r requirements/lock.txt
	@touch $@

$(PY):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Wingbeat needs Python 3.11 or newer; '$(PYTHON)' is not. Name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || { \
		echo "This Python cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@$(PYTHON) -m venv --clear .venv
