#!/bin/sh
# The desktop smoke tests, on a display of their own.
cd "$(dirname "$0")/../.." || exit 1
exec timeout 240 xvfb-run -a -s "-screen 0 1280x800x24" .venv/bin/python -m pytest -q -p no:cacheprovider tests/gui
