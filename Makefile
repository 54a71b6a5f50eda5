# nnboard: `make run` opens the dashboard, `make test` runs the tests. Both install what is missing.

SWIFT ?= swift
BIN = .build/release/nnboard

.PHONY: help run build test verify bench bench-ui peers pictures format lint setup setup-test clean

help:
	@echo "make run      build nnboard and open the dashboard (options: make run ARGS='--theme light')"
	@echo "make test     build and run the tests (vectors from elsewhere: NNBOARD_REFERENCE=DIR make test)"
	@echo "make verify   run the long tests: whole trainings, and how fast keys are answered"
	@echo "make bench    measure the training engine"
	@echo "make bench-ui measure the dashboard: what it costs, how fast it answers"
	@echo "make peers    compare it with Keras, PyTorch, scikit-learn and a plain loop in C"
	@echo "make pictures draw the pictures of the README anew"
	@echo "make format   format the sources;  make lint  check their format"
	@echo "make clean    remove what was built"

run: $(BIN)
	@exec $(BIN) $(ARGS)

build: $(BIN)

# Asked only where a source is newer: a second run starts at once.
$(BIN): Package.swift $(shell find Sources -type f)
	@SWIFT="$(SWIFT)" sh Support/setup.sh
	@$(SWIFT) build -c release --product nnboard
	@touch $@

test: setup-test
	$(SWIFT) test --parallel

verify: setup-test
	NNBOARD_VERIFY=1 $(SWIFT) test -c release -Xswiftc -enable-testing --filter Verify

bench: setup
	$(SWIFT) run -c release Benchmarks $(ARGS)

bench-ui: build
	@SWIFT="$(SWIFT)" /usr/bin/python3 Benchmarks/ui/bench.py $(ARGS)

peers: setup
	@SWIFT="$(SWIFT)" sh Benchmarks/peers/run $(ARGS)

pictures: setup-test build
	@/usr/bin/python3 Docs/pictures.py

format:
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

lint:
	$(SWIFT) format lint -s -r Sources Tests Benchmarks Package.swift

setup:
	@SWIFT="$(SWIFT)" sh Support/setup.sh

setup-test:
	@SWIFT="$(SWIFT)" sh Support/setup.sh test

clean:
	rm -rf .build
