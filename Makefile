# `make run` and `make test` are all the set-up; `make help` lists the rest.
PYTHON ?= python3.11
BIN := .venv/bin
# What Django's settings demand, for tools that only read the code.
ANY_SETTINGS := SECRET_KEY=any IDENTITY_KEYS=any:of-sixteen-or-more SITE_URL=http://localhost \
	DATABASE_URL=sqlite://:memory: REDIS_URL=redis://localhost
PIP_COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: run test lint format requirements help
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

run: .venv/installed ## Install what is missing, prepare the database and start everything
	@exec $(BIN)/python -m config.run

test: .venv/installed-dev ## Run all tests; ARGS="-k words" chooses among them
	@exec $(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

lint: .venv/installed-dev ## Check style, types, layers and migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(ANY_SETTINGS) $(BIN)/mypy
	$(BIN)/lint-imports
	$(ANY_SETTINGS) $(BIN)/python manage.py makemigrations --check --dry-run

format: .venv/installed-dev ## Put the code into our style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

requirements: .venv/installed-dev ## Pin requirements*.in anew; ARGS="--upgrade" takes the latest versions
	$(PIP_COMPILE) $(ARGS) -o requirements.txt requirements.in
	$(PIP_COMPILE) $(ARGS) -o requirements-dev.txt requirements-dev.in

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

$(BIN)/python:
	@$(PYTHON) -c 'import sys, ensurepip, venv; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo >&2 \
		"anteroom: Python 3.11 or its venv module is missing: apt install python3.11 python3.11-venv"; exit 1; }
	@echo "Creating .venv ..."
	@$(PYTHON) -m venv .venv

# Empty files that say what was installed, and when.
.venv/installed: requirements.txt | $(BIN)/python
	@echo "Installing what Anteroom needs (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/installed-dev: requirements-dev.txt .venv/installed
	@echo "Installing what its tests need (about a minute, once) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
