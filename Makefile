# The front doors. Each needs only python3 (3.11 or newer) with venv, and make.
.DEFAULT_GOAL := help
PYTHON ?= python3
ENV := .venv
BIN := $(ENV)/bin
STAMP := $(ENV)/.stamp
# one worker per core, two at least: many tests wait for servers of their own
WORKERS ?= $(shell n=$$(getconf _NPROCESSORS_ONLN); [ $$n -gt 2 ] && echo $$n || echo 2)

help: ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

env: $(STAMP) ## make the environment in .venv, from hashed locks
$(STAMP): requirements/dev.txt pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit("backstay needs Python 3.11 or newer; set PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(ENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements/dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

demo: $(STAMP) ## build timetrack from its contract, serve it, prove it, print the sentence
	$(BIN)/backstay demo

test: $(STAMP) ## everything that a bare machine can test, in at most six minutes
	$(BIN)/python -m pytest -n $(WORKERS) -m "not real" $(ARGS)

test-real: $(STAMP) ## services, browser and the slow rings, in at most forty minutes
	$(BIN)/python -m pytest -n $(WORKERS) -m real $(ARGS)

lint: $(STAMP) ## format, lint, types, floors
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/backstay check
	$(BIN)/backstay check examples/timetrack

format: $(STAMP) ## write what lint wants
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

bench: $(STAMP) ## the figures, side by side in one run
	$(BIN)/python -m bench

probe: $(STAMP) ## bad input against the examples, on both databases: cases, exact answers, 5xx
	$(BIN)/python -m bench.probe

golden: $(STAMP) ## build examples/timetrack and the golden features anew: the difference is what to review
	rm -rf examples/timetrack
	$(BIN)/backstay new examples/timetrack --contract examples/timetrack.yaml
	$(BIN)/python -m tests.build.features

task-demo: $(STAMP) ## a task in, code and proof out: comments on the tasks of timetrack
	$(BIN)/python -m backstay.agent.demo.task

check-bench: $(STAMP) ## how right the rules are on the corpus: recall and precision of each
	$(BIN)/python -m bench.rules

check-speed: $(STAMP) ## how long the rules take: 100,000 lines cold, one changed file, memory
	$(BIN)/python -m bench.check_speed

agent-demo: $(STAMP) ## an agent's session over MCP: designed, built, refused, mended, proven, returned
	$(BIN)/python -m backstay.agent.demo.session

route-bench: $(STAMP) ## how often a labelled prompt wakes the right specialist
	$(BIN)/backstay agents route --cases tests/agent/activation/prompts.yaml \
	    --among src/backstay/agent/specialists --among tests/agent/activation/roster/devops.md \
	    --among tests/agent/activation/roster/frontend.md

PROJECT := src/backstay/build/templates/project
COMPILE = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
    --no-annotate --no-emit-index-url --no-emit-find-links pyproject.toml

lock: ## resolve and hash every dependency anew, of Backstay and of what it builds
	$(COMPILE) --all-extras --group dev --group project --group bench -o requirements/dev.txt
	$(COMPILE) -c requirements/dev.txt --extra redis -o $(PROJECT)/requirements.txt.jinja
	$(COMPILE) -c requirements/dev.txt --extra redis --group project -o $(PROJECT)/requirements-dev.txt.jinja

.PHONY: help env demo test test-real lint format bench probe golden check-bench check-speed task-demo agent-demo route-bench lock
