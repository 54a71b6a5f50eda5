# nnboard: `make run` opens the dashboard, `make test` runs the tests. Both install what is missing.

SWIFT ?= swift
# Swift's own libraries go into the program: it runs where there is no Swift. lld, since gold warns of what they call.
RELEASE = -c release --static-swift-stdlib -Xswiftc -use-ld=lld
# What is run, installed and packaged; another one is taken as it is.
BIN = .build/release/nnboard
# How often "make test-repeat" runs which tests.
TIMES = 20
FILTER = SessionTests
# More options of "swift test": "-debug-info-format none" builds a tenth faster, for a build that nobody debugs, and
# "-Xswiftc -index-ignore-system-modules" a little, for one that no editor searches.
TESTFLAGS =
PREFIX = /usr/local
ARCHIVES = .build

.PHONY: help run build install uninstall deb test test-repeat test-deb fuzz verify bench bench-ui bench-why peers \
	peers-experiments pictures format lint setup setup-test setup-peers clean

help:
	@echo "make run      build nnboard and open the dashboard (options: make run ARGS='--theme light')"
	@echo "make test     build and run the tests (vectors from elsewhere: NNBOARD_REFERENCE=DIR make test)"
	@echo "make test-repeat  run the session tests TIMES=20 times on busy processors"
	@echo "make install  install nnboard below PREFIX ($(PREFIX));  make uninstall  remove it"
	@echo "make deb      make a Debian package;  make test-deb  try it on a Debian without Swift (as root)"
	@echo "make fuzz     give the readers whatever libFuzzer makes up (SECONDS=60 for each, TARGET=zip for one)"
	@echo "make verify   run the long tests (PART=training, sessions, state, fuzz or sanitize for one part)"
	@echo "make bench    measure the training engine"
	@echo "make bench-ui measure the dashboard: what it costs, how fast it answers"
	@echo "make bench-why measure explanations, the confusion matrix, the epoch cursor, and their cost"
	@echo "make peers    compare it with Keras, PyTorch, scikit-learn and a plain loop in C"
	@echo "make peers-experiments  compare it with Keras on every experiment of the book and the courses"
	@echo "make pictures draw the pictures of README and Docs again"
	@echo "make format   format the sources;  make lint  check their format"
	@echo "make clean    remove what was built"

run: $(BIN)
	@exec $(BIN) $(ARGS)

build: $(BIN)

# Asked only where a source is newer: a second run starts at once.
.build/release/nnboard: Package.swift $(shell find Sources -type f)
	@SWIFT="$(SWIFT)" sh Support/setup.sh
	@$(SWIFT) build $(RELEASE) --product nnboard
	@touch $@

install: $(BIN)
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" sh Support/install.sh "$(BIN)"

uninstall:
	@DESTDIR="$(DESTDIR)" PREFIX="$(PREFIX)" sh Support/install.sh --remove

deb: $(BIN)
	@SWIFT="$(SWIFT)" sh Support/setup.sh deb
	@sh Support/deb.sh "$(BIN)" "$(ARCHIVES)"

test: setup-test
	$(SWIFT) test --parallel $(TESTFLAGS)

test-repeat: setup-test
	@SWIFT="$(SWIFT)" sh Support/test-repeat.sh "$(TIMES)" "$(FILTER)"

test-deb: $(BIN)
	@SWIFT="$(SWIFT)" sh Support/setup.sh test-deb
	@sh Support/deb.sh "$(BIN)" "$(ARCHIVES)"
	@sh Support/test-deb.sh "$$(ls -t "$(ARCHIVES)"/nnboard_*.deb | head -n 1)"

# What each target reached, as a table; see Docs/fuzzing.md.
fuzz: setup
	@SWIFT="$(SWIFT)" EACH="$(SECONDS)" RUNS="$(RUNS)" TARGET="$(TARGET)" sh Support/fuzz.sh

verify: setup-test
	@SWIFT="$(SWIFT)" PART="$(PART)" EACH="$(SECONDS)" sh Support/verify.sh

bench: setup
	$(SWIFT) run $(RELEASE) Benchmarks $(ARGS)

# What it takes to see why and to go back, and what that costs a training that goes on.
bench-why: setup build
	@$(SWIFT) run $(RELEASE) Benchmarks --only explaining $(ARGS)
	@$(SWIFT) run $(RELEASE) Benchmarks --only "looking back" $(ARGS)
	@SWIFT="$(SWIFT)" /usr/bin/python3 Benchmarks/ui/bench.py --only why $(ARGS)

bench-ui: build
	@SWIFT="$(SWIFT)" /usr/bin/python3 Benchmarks/ui/bench.py $(ARGS)

peers: setup-peers
	@SWIFT="$(SWIFT)" sh Benchmarks/peers/run $(ARGS)

peers-experiments: setup-peers
	@SWIFT="$(SWIFT)" sh Benchmarks/peers/run --experiments $(ARGS)

# The plainest vector instructions: the same numbers, so the same pictures, on every machine.
pictures: $(BIN)
	@for session in Docs/pictures/sessions/*.session; do \
		NNBOARD_CPU=baseline XDG_CONFIG_HOME=/dev/null \
			"$(BIN)" --replay "$$session" --pictures Docs/pictures || exit 1; \
	done

format:
	$(SWIFT) format -i -r Sources Tests Benchmarks Package.swift

lint:
	$(SWIFT) format lint -s -r Sources Tests Benchmarks Package.swift

setup:
	@SWIFT="$(SWIFT)" sh Support/setup.sh

setup-test:
	@SWIFT="$(SWIFT)" sh Support/setup.sh test

setup-peers:
	@SWIFT="$(SWIFT)" sh Support/setup.sh peers

clean:
	rm -rf .build .build-fuzz .build-address .build-thread
