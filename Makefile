PYTHON_ENV := .venv/bin
export PYTHONPATH :=
# Tests run beside one another on two cores; a machine with more may say make test JOBS=8.
JOBS ?= 2

.PHONY: help run test check bench soak fuzz screens translations dist app clean
.DEFAULT_GOAL := help

help: ## list these targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

run: ## prepare everything and open the window (without a display: the main job in the terminal)
	@packaging/bootstrap.sh run
	@$(PYTHON_ENV)/python -m keepproof

test: ## prepare everything and run all tests
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/python -m pytest -n $(JOBS) --dist loadgroup

check: ## lint, format, types, import rules, translations, desktop files
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/ruff check .
	@$(PYTHON_ENV)/ruff format --check .
	@$(PYTHON_ENV)/mypy
	@$(PYTHON_ENV)/lint-imports
	@$(PYTHON_ENV)/python packaging/translations.py check
	@packaging/linux/validate.sh

bench: ## measure: figure, reference in the same run, ratio, goal
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/python tests/bench/table.py

soak: ## long fault tests: hundreds of kills
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/python -m pytest -m soak --timeout 3600

# some seconds for each of some fifty readers; the long run: .venv/bin/python tests/fuzz/run.py
fuzz: ## give every reader bytes made to break it (needs atheris: Linux, Python 3.11 to 3.13)
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/python -m pip install -q --no-build-isolation -c packaging/constraints.txt -e '.[fuzz]'
	@$(PYTHON_ENV)/python tests/fuzz/run.py --seconds 4

screens: ## render every page and dialog, zh and en, light and dark, into screens/
	@packaging/bootstrap.sh test
	@QT_QPA_PLATFORM=offscreen $(PYTHON_ENV)/python packaging/screens.py screens

translations: ## collect the window's strings into resources/i18n
	@$(PYTHON_ENV)/python packaging/translations.py update

dist: ## build the wheel and the source package
	@packaging/bootstrap.sh test
	@$(PYTHON_ENV)/python -m pip wheel -q --no-deps --no-build-isolation -w dist .

# on Linux, Windows and macOS each for itself; Windows: pyinstaller packaging/keepproof.spec in the environment
app: ## freeze the program into dist/KeepProof, a folder to double-click in, and try it
	@packaging/bootstrap.sh run
	@$(PYTHON_ENV)/python -m pip install -q --no-build-isolation -c packaging/constraints.txt -e '.[ocr,freeze]'
	@QT_QPA_PLATFORM=offscreen $(PYTHON_ENV)/python packaging/app_icons.py build/icons
	@$(PYTHON_ENV)/pyinstaller -y --log-level ERROR --workpath build/freeze --distpath dist packaging/keepproof.spec
	@cp packaging/linux/add-to-menu.sh packaging/linux/org.keepproof.KeepProof.desktop dist/KeepProof
	@cp resources/icons/keepproof.svg dist/KeepProof/org.keepproof.KeepProof.svg
	@$(PYTHON_ENV)/python packaging/check_app.py dist/KeepProof

clean: ## remove what was built, not the environment
	rm -rf build dist screens .mypy_cache .ruff_cache
