#!/bin/sh
# The desktop smoke tests, on a display of their own.
cd "$(dirname "$0")/../.." || exit 1
limit=$(/usr/bin/python3 tools/check/patience.py 900)
exec timeout "$limit" xvfb-run -a -s "-screen 0 1280x800x24" .venv/bin/python -m pytest -q -p no:cacheprovider tests/gui
