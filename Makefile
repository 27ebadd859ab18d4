# make demo: the tour · make test: lint, types, tests · make stress: kills, faults · make measure DEV=folder: figures on annotated data
# make ontology, questions, notebooks, pictures: what docs/ and notebooks/ hold of the code's output
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test stress lint notebooks lock bench measure ontology questions pictures clean

demo: $(READY)
	$(BIN)/triplewire demo
	@echo "Here the command is $(BIN)/triplewire; after  source $(BIN)/activate  it is triplewire."

# Two workers, each with the model in a gigabyte; which test runs where is settled while they run.
test: lint
	$(BIN)/pytest -c tests/pytest.ini -n 2 --dist worksteal tests

# What takes too long for every day: kills, full disks, large inputs. As root it tries a full and a read-only disk too.
stress: $(READY)
	nice $(BIN)/pytest -c tests/pytest.ini -o norecursedirs= tests/stress

# mypy does not follow editable installs of a mapped package, so it reads a plain copy.
lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	rm -rf build/typed
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --target build/typed .
	cd build/typed && ../../$(BIN)/mypy --config-file ../../pyproject.toml --cache-dir ../../.mypy_cache -p triplewire

bench: $(READY)
	$(BIN)/python benchmarks/speed.py

ontology: $(READY)
	$(BIN)/python docs/ontology.py

questions: $(READY)
	$(BIN)/python docs/questions.py

# Needs chromium.
pictures: $(READY)
	$(BIN)/python docs/pictures.py

measure: $(READY)
	@TRIPLEWIRE=$(BIN)/triplewire $(BIN)/python benchmarks/measure.py $(DEV)

notebooks: $(READY)
	$(BIN)/python docs/notebooks.py

# Versions and hashes only: where packages come from is the machine's business.
lock: $(READY)
	uv pip compile pyproject.toml --extra test --extra parquet --generate-hashes --universal --python-version 3.11 \
	  --no-header --no-annotate --no-emit-index-url --upgrade -o requirements.lock

$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis output/*.html output/*graph
