# The two commands: `make run` shows what Entente does, `make test` shows that it is right.
# Everything else is for those who work on it; CONTRIBUTING.md says when.

PRESET ?= release
BUILD  := build/$(PRESET)
JOBS   ?= $(shell nproc)

.PHONY: bench-parse run test build packages format lint layers install bench fuzz clean
.DEFAULT_GOAL := run

run: build ## build, code the examples, show the items
	@scripts/run_examples.sh $(BUILD)

test: build ## build and run the test suite
	@echo "make: running the test suite ($(BUILD))"
	@ctest --preset $(PRESET) -j $(JOBS)

build: packages
	@echo "make: building ($(BUILD), $(JOBS) jobs)"
	@cmake --preset $(PRESET) > /dev/null
	@cmake --build --preset $(PRESET) -j $(JOBS)

packages:
	@scripts/packages.sh build

format: ## rewrite all sources in the project's style
	@scripts/format.sh --fix

lint:
	@scripts/packages.sh lint
	@scripts/format.sh
	@scripts/check_layers.py
	@scripts/tidy.sh $(BUILD)

layers:
	@scripts/check_layers.py

install: build
	cmake --install $(BUILD)

bench: packages ## print words per second of every stage; INPUT= names the documents
	@cmake --preset bench > /dev/null && cmake --build --preset bench -j $(JOBS)
	@build/bench/bench/stages --data data --model models/english.entente $(or $(INPUT),examples)

bench-parse: packages ## accuracy on TREEBANK= (CoNLL-U files), names, speed on INPUT=
	@cmake --preset bench > /dev/null && cmake --build --preset bench -j $(JOBS)
	@build/bench/bench/parse --model models/english.entente --input $(or $(INPUT),examples) -- $(TREEBANK)

fuzz: ## ten seconds of each fuzz target; SECONDS_EACH= for longer
	@scripts/packages.sh fuzz
	@scripts/fuzz.sh $(or $(SECONDS_EACH),10)

clean:
	rm -rf build
