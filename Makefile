# `make run` and `make test` set up all they need on Debian, Ubuntu and macOS.
PYTHON_ENV := .venv/bin/python
CODE := guanxi modules tests benchmarks examples server.py
.DEFAULT_GOAL := help
.PHONY: help run setup dev test check format bench

help:  ## show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

run: setup  ## start Guanxi with its own PostgreSQL and Valkey
	@exec $(PYTHON_ENV) server.py serve

setup:  ## set up what is needed to run
	@scripts/setup.sh

dev:  ## set up what is needed to test and develop
	@scripts/setup.sh --dev

test: dev  ## run the tests; ARGS="tests/crm_core -k import" runs some of them
	@$(PYTHON_ENV) -m pytest -n 2 --dist worksteal $(ARGS)

check: dev  ## lint, types, translations and migrations
	$(PYTHON_ENV) -m ruff check
	$(PYTHON_ENV) -m ruff format --check
	$(PYTHON_ENV) -m mypy --strict $(CODE)
	$(PYTHON_ENV) server.py check --translations --migrations

format: dev  ## format the code
	$(PYTHON_ENV) -m ruff check --fix
	$(PYTHON_ENV) -m ruff format

bench: dev  ## measure; ONLY=name runs one benchmark
	@$(PYTHON_ENV) -m benchmarks $(ONLY)
