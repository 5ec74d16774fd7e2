# The commands of daily work. Everything that they build goes below artifacts/.
.PHONY: build test fmt publish run codegen bench smoke models clean

MODELS ?= models
BINARY := artifacts/publish/ruststack

build:
	dotnet build

test:
	dotnet test

fmt:
	dotnet format

run:
	dotnet run --project src/Server

# One native executable. It needs: clang lld llvm zlib1g-dev libssl-dev libsqlite3-dev.
publish:
	rm -rf artifacts/publish
	dotnet publish src/Server -r linux-x64 -c Release -o artifacts/publish

# Writes the generated code from the models in a folder: make codegen MODELS=<dir>.
codegen:
	dotnet run --project codegen -- $(MODELS) .

# Downloads the models that the generated code comes from into $(MODELS) and checks their sums.
models:
	codegen/fetch-models $(MODELS)

$(BINARY):
	$(MAKE) publish

# What a start and each kind of request cost, beside a bare server: two cores, and wrk from Debian. BENCH='--seconds 10 --persistent'.
BENCH ?=
REFERENCE := artifacts/reference/reference
$(REFERENCE):
	dotnet publish bench/Reference -r linux-x64 -c Release -o artifacts/reference

bench: $(BINARY) $(REFERENCE)
	bench/startup.sh $(BINARY)
	dotnet run --project bench/Driver -c Release -- $(BINARY) $(REFERENCE) $(BENCH)

# The AWS CLI against an instance: make smoke ENDPOINT=http://127.0.0.1:4566.
ENDPOINT ?= http://127.0.0.1:4566
smoke:
	tests/Smoke/run.sh $(ENDPOINT)

clean:
	rm -rf artifacts
