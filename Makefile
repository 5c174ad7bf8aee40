SHELL := /bin/sh
# The first Python on the PATH that is new enough, one that can make environments if there is one.
# Another: make PY=python3.12
PYTHONS := python3 python3.14 python3.13 python3.12 python3.11
new_enough = $(foreach p,$(PYTHONS),$(shell $(p) -c '$(1); import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && echo $(p)))
PY := $(firstword $(call new_enough,import ensurepip; import venv) $(call new_enough,pass))
COMPILE := $(or $(wildcard .venv/bin/uv),uv) pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate --no-emit-index-url --custom-compile-command 'make lock'

.PHONY: demo test check types style imports types-win32 types-darwin collected bench gate figures torture golden manual pictures words lock lowest pythons sbom audit recipes release clean

demo: .venv-demo/ready  ## set up, fill a temporary store with a made-up person, show plan, card and now
	@.venv-demo/bin/python tools/demo.py

test: .venv/ready  ## set up, then every test; of what is random or repeated, a part
	@$(MAKE) --no-print-directory -j2 types style imports collected
	.venv/bin/python -m pytest -n auto --dist worksteal

# Once, so that each of those that run side by side finds its tests compiled.
collected: .venv/ready
	@.venv/bin/python -m pytest --collect-only -qq >/dev/null

.PHONY: test-all
test-all: .venv/ready  ## all random examples and all rounds too; ONLY="-m more" for what has more of them
	TESTS=all .venv/bin/python -m pytest -n auto --dist worksteal $(ONLY)

.PHONY: fast
fast: .venv/ready  ## while you work: without what needs a real terminal or disk, and without slow oracles
	.venv/bin/python -m pytest -n 2 -m "not live and not slow"

check: types style imports types-win32 types-darwin  ## all that is checked without running anything

style: .venv/ready
	.venv/bin/python -m ruff format --check src tests benchmarks tools packaging
	.venv/bin/python -m ruff check src tests benchmarks tools packaging

types: .venv/ready
	.venv/bin/python -m mypy

types-win32 types-darwin: types-%: .venv/ready
	.venv/bin/python -m mypy --platform $* --cache-dir .mypy_cache/$* --no-warn-unreachable src

imports: .venv/ready
	.venv/bin/lint-imports --no-cache

bench: .venv/ready  ## docs/performance.md, and the ratios that `make gate` holds; needs valgrind and network
	.venv/bin/python -m benchmarks.performance

gate: .venv/ready  ## that no everyday command has become 3% more work
	.venv/bin/python -m benchmarks.performance --check $(FEW)

figures: .venv/ready  ## all figures as ratios, taken in one run, with what they may be
	.venv/bin/python -m benchmarks

torture: .venv/ready  ## break the store in every way, many times, and write docs/reliability.md; SIZE="--part 0.1 --places 30" for less, SIZE="TEST …" for a part
	.venv/bin/python tools/torture.py $(SIZE)

.PHONY: coverage
coverage: .venv/ready  ## which branches no test takes, live tests counted; fails below the share in pyproject.toml
	.venv/bin/python -m coverage erase
	.venv/bin/python -m coverage run -m pytest -n auto --dist worksteal
	.venv/bin/python -m coverage combine --quiet
	.venv/bin/python -m coverage report

.PHONY: mutants
mutants: .venv/ready  ## whether the tests of the core would notice a mistake; an hour, goes on where it stopped
	.venv/bin/python tools/mutants.py $(if $(ONLY),--only $(ONLY))

golden: .venv/ready  ## after a wanted change of a screen or a document: write what is expected anew, then read the diff
	.venv/bin/python -m pytest -q --golden=write

manual: .venv/ready  ## after a change of a command or an option: the man pages, and what shells complete from
	.venv/bin/python tools/manual.py

pictures: .venv/ready  ## after a wanted change of a page: the README's pictures, made by the program
	.venv/bin/python tools/pictures.py

words: .venv/ready  ## every sentence it can say, for whoever reviews them, and how hard they are to read: docs/words.md
	.venv/bin/python tools/words.py

lock: .venv/ready  ## after changing a dependency: all the lists, from pyproject.toml
	$(COMPILE) --group dev -o requirements.lock pyproject.toml
	$(COMPILE) --group demo -o requirements-demo.lock pyproject.toml
	$(COMPILE) --group release -o requirements-release.lock pyproject.toml
	$(COMPILE) --resolution lowest-direct -o .venv/lowest.lock pyproject.toml
	cp requirements.lock requirements-lowest.lock  # what is not promised stays as it is there
	$(COMPILE) --group dev -c .venv/lowest.lock -o requirements-lowest.lock pyproject.toml

lowest: .venv-lowest/ready  ## the whole suite with the lowest version of every dependency
	.venv-lowest/bin/python -m pytest -n auto $(ONLY)

pythons: .venv/ready  ## the short suite on every other Python that is here
	.venv/bin/python tools/pythons.py

sbom: .venv/ready .venv-release/ready  ## what the program is made of, as CycloneDX: dist/recoverplan.cdx.json
	.venv-release/bin/python tools/release.py sbom

audit: .venv-release/ready  ## known faults of what it is made of; asks the advisory database
	.venv-release/bin/python tools/release.py audit

recipes: .venv/ready .venv-release/ready  ## for Homebrew, AUR and nix, of the archive in dist/: dist/recipes
	.venv-release/bin/python tools/release.py recipes

release: .venv/ready .venv-release/ready  ## everything for a release of VERSION: checked, built twice, installed, tried; see docs/releasing.md
	.venv-release/bin/python tools/release.py release $(VERSION)

clean:
	rm -rf .venv .venv-*

.venv%/ready: requirements%.lock pyproject.toml tools/environment.py
	$(environment)

.venv/ready: requirements.lock pyproject.toml tools/environment.py
	$(environment)

define environment
	@test -n "$(PY)" || { echo "recoverplan needs Python 3.11 or newer on your PATH." >&2; exit 1; }
	@$(PY) tools/environment.py $(@D) $<
endef
