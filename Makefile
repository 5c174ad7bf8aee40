SHELL := /bin/sh
# The first Python on the PATH that is new enough.
PY := $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,$(shell command -v $(p) >/dev/null 2>&1 && $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
PIP_OPTIONS := --quiet --disable-pip-version-check

.PHONY: demo test check bench torture golden pictures lock clean

demo: .venv-demo/ready  ## set up, fill a temporary store with a made-up person, show plan, card and now
	@.venv-demo/bin/python tools/demo.py

test: .venv/ready check  ## set up, then everything that must hold
	.venv/bin/python -m pytest -n auto

check: .venv/ready
	.venv/bin/python -m ruff format --check src tests benchmarks tools
	.venv/bin/python -m ruff check src tests benchmarks tools
	.venv/bin/python -m mypy
	.venv/bin/lint-imports --no-cache

bench: .venv/ready  ## figures as ratios, taken in one run
	.venv/bin/python -m benchmarks

torture: .venv/ready  ## break the store in every way, many times, and write docs/reliability.md
	.venv/bin/python tools/torture.py

golden: .venv/ready  ## after a wanted change of a screen: write the expected screens anew, then read the diff
	.venv/bin/python -m pytest -q --golden=write

pictures: .venv/ready  ## after a wanted change of a page: the README's pictures, made by the program
	.venv/bin/python tools/pictures.py

lock: .venv/ready  ## after changing a dependency; uv is needed only here
	uv pip compile --universal --generate-hashes --python-version 3.11 --group dev --no-annotate --no-emit-index-url --custom-compile-command 'make lock' -q -o requirements.lock pyproject.toml
	uv pip compile --universal --generate-hashes --python-version 3.11 --group demo --no-annotate --no-emit-index-url --custom-compile-command 'make lock' -q -o requirements-demo.lock pyproject.toml

clean:
	rm -rf .venv .venv-demo

# $(1): the environment's folder, $(2): its hash-locked list
define environment
	@test -n "$(PY)" || { echo "recoverplan needs Python 3.11 or newer on your PATH." >&2; exit 1; }
	@rm -rf $(1)
	@$(PY) -m venv $(1) >/dev/null 2>&1 || { rm -rf $(1); echo "$(PY) has no venv with pip. Debian, Ubuntu: sudo apt install python3-venv" >&2; exit 1; }
	@echo "Setting up $(1) from $(2), about half a minute ..."
	@$(1)/bin/python -m pip install $(PIP_OPTIONS) --require-hashes -r $(2)
	@$(1)/bin/python -m pip install $(PIP_OPTIONS) --no-deps --no-build-isolation --editable .
	@touch $@
endef

.venv/ready: requirements.lock pyproject.toml
	$(call environment,.venv,requirements.lock)

.venv-demo/ready: requirements-demo.lock pyproject.toml
	$(call environment,.venv-demo,requirements-demo.lock)
