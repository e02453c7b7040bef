# The commands of this package. Each is a script in scripts/, or one line.

.DEFAULT_GOAL := help
.PHONY: help generate test setup format check record bench clean

help:  ## Lists the commands.
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

generate: setup  ## Generates Generated/ from model/.
	swift run codegen

test: setup  ## Runs every test.
	scripts/test

setup:  ## Installs libyaml where it is missing.
	@scripts/setup

format:  ## Lays out the Swift files.
	scripts/format

check: setup  ## Runs every check that CI runs.
	.ci/run

record: setup  ## Renews the golden files; look through the difference before you commit it.
	scripts/record

bench: setup  ## Measures codegen against a bare scan of the same files by libyaml.
	Benchmarks/generator/run.sh

clean:  ## Removes what builds left behind.
	rm -rf .build .build-*
