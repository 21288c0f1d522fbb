"""Put first on ``PYTHONPATH``: writes down every module that the interpreter sets out to import."""

import os
import sys

_LOG = os.environ.get("SPY_LOG")


def _note(event, arguments):
    if event == "import" and _LOG:
        with open(_LOG, "a") as log:  # noqa: PTH123 - importing pathlib would be noted too
            log.write(f"{arguments[0]}\n")


if _LOG:
    sys.addaudithook(_note)
