# Every target sets up what it needs, into .venv; only Python 3.11 with venv, make and git must be there.
# Modules are compiled at once: every kernel and command imports hundreds of them, and where Python is told to
# write no bytecode (PYTHONDONTWRITEBYTECODE) each would compile them again.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin
# Tests that run side by side, one more than cores: a browser and a kernel keep each other waiting. Attacks on the
# sandbox have the machine to themselves, two at a time.
JOBS ?= 3
READY := .venv/.ready

.PHONY: demo test test-quick test-guards lint format build check classroom bench-clips bench-lab bench-simulators bench-clearing bundle lock clean help bench-grading font

help:
	@echo "make demo            the sample class of every week, handed in, marked and reported"
	@echo "make test            the whole test suite"
	@echo "make test-quick      marking, models, answers, building: a minute and a half"
	@echo "make test-guards     removes each guard against hostile files and code, one by one; wants a red test"
	@echo "make lint            ruff, mypy, eslint, and that source/ and release/ are fresh"
	@echo "make build           course/ -> source/ and release/"
	@echo "make classroom       rebuild the sample hand-ins of tests/sample_class (needs chromium)"
	@echo "make bench-clips     clips beside decoding alone, on one core; how well moves are told"
	@echo "make bench-grading   nongju grade against nbgrader autograde, in one run"
	@echo "make bench-lab       seconds until the first question can be answered, memory of server and kernel"
	@echo "make bench-simulators  slider step to redrawn figure in Chromium"
	@echo "make bench-clearing  a country's harvests, tier by tier and by optimum, two solvers"
	@echo "make bundle          rebuild the browser's JavaScript (needs npm)"
	@echo "make font            cut the caption font again, and check that it comes out the same"
	@echo "make lock            resolve constraints.txt again"

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=/path/to/python3.11") if sys.version_info < (3, 11) else None'
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv -c constraints.txt
	$(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python -c constraints.txt -e '.[test]'
	$(BIN)/python -m compileall -q utils/nongju
	touch $@

demo: $(READY)
	$(BIN)/nongju demo --all-weeks

test: $(READY)
	$(BIN)/python -m pytest -m "not alone" -n $(JOBS) --dist loadfile --no-loadscope-reorder
	$(BIN)/python -m pytest tests/grading -m alone -n 2 --dist loadfile --no-loadscope-reorder

# What needs no browser, no sandbox and no ffmpeg: a minute and a half on two cores.
test-quick: $(READY)
	$(BIN)/python -m pytest -m "not browser and not alone" -n $(JOBS) \
	  tests/marking tests/models tests/answers tests/course tests/nbgrading tests/building tests/test_*.py

# In a copy of the repository; about ten minutes on two cores. WORDS="ffmpeg zip" tries some of them.
test-guards: $(READY)
	$(BIN)/python -m tests.guards $(WORDS)

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/nongju build --check
	@if ! command -v node >/dev/null; then echo "eslint did not run: the program node is missing; apt-get install nodejs npm"; \
	elif ! test -d node_modules/eslint; then echo "eslint did not run: node_modules/ is missing; npm ci"; \
	else node node_modules/eslint/bin/eslint.js --max-warnings 0 .; fi

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

build: $(READY)
	$(BIN)/nongju build

# The model learner's answers come out of a real browser; the other hand-ins follow from the course.
classroom: $(READY)
	NONGJU_WRITE_CLASSROOM=1 $(BIN)/python -m pytest -q tests/browser/test_model_hand_in.py
	$(BIN)/python -m tests.sample_class.make_classroom

bench-clips: $(READY)
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[test,bench]'
	$(BIN)/python benchmarks/clips.py

bench-grading: $(READY)
	$(BIN)/python benchmarks/grading.py

bench-lab: $(READY)
	$(BIN)/python benchmarks/lab.py

bench-simulators: $(READY)
	$(BIN)/python benchmarks/simulators.py

bench-clearing: $(READY)
	$(BIN)/python benchmarks/clearing.py

# The forms and the simulators' core with D3 into *.bundle.js, each model's Python into static/models/, what the
# course assumes into simulators/assumed.py: all are committed.
bundle: $(READY)
	npm ci
	node bundle.mjs
	$(BIN)/python -m nongju.simulators.compile

# Noto Sans SC, cut to the characters of captions: the same bytes each time, or it stops.
font: $(READY)
	$(BIN)/uv pip install --quiet --python $(BIN)/python -c constraints.txt -e '.[font]'
	$(BIN)/python -m nongju.clips.edit.captions.subset_font

lock: $(READY)
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --all-extras --upgrade \
	  --no-header --no-annotate --no-emit-index-url pyproject.toml -o constraints.txt
	$(BIN)/uv --version | sed -E 's/^uv ([0-9.]+).*/uv==\1/' >> constraints.txt

clean:
	rm -rf .venv .demo .guards .mypy_cache .pytest_cache .ruff_cache .hypothesis
