# Two commands carry the portal: `make run` and `make test`. Each installs what it needs.
# The Python of the system first, when it can make environments: Debian links its own so that it runs a seventh faster.
PYTHON ?= $(or $(shell for uno in /usr/bin/python3.11 python3.11; do \
  $$uno -c "import ensurepip" 2>/dev/null && echo $$uno && break; done),python3)
VENV = .venv/bin/python

.PHONY: run dev test lint bench capturas

run:  ## serve as in production, with demonstration data, on http://127.0.0.1:8000 (PORT overrides)
	@PORTAL_MODO=demostracion $(PYTHON) fcm_portal/arranque/instalacion.py run -- manage.py servir --con-padre

dev:  ## the same with runserver, DEBUG and reload
	@PORTAL_MODO=desarrollo $(PYTHON) fcm_portal/arranque/instalacion.py test -- manage.py servir --con-padre

test:  ## everything CI needs
	@$(PYTHON) fcm_portal/arranque/instalacion.py test -- -m tests.correr

lint:  ## ruff, djlint and the floors of the house
	@$(PYTHON) fcm_portal/arranque/instalacion.py test
	@$(VENV) -m ruff check . && $(VENV) -m ruff format --check . && .venv/bin/djlint templates --lint --quiet && .venv/bin/lint-imports

bench:  ## ratios of what costs time, side by side
	@$(PYTHON) fcm_portal/arranque/instalacion.py test -- -m tests.medir

capturas:  ## screenshots of the README, from a fresh demonstration
	@$(PYTHON) fcm_portal/arranque/instalacion.py test -- -m tests.capturas
