"""Pictures of the toolbox and of every dialog in ``build/screens``: ``xvfb-run -a -s "-screen 0 1280x1000x24" ...``."""

from __future__ import annotations

import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from tools.check.desktop import run_in_desktop  # noqa: E402

TARGET = REPOSITORY / "build" / "screens"


def main() -> int:
    """Take the pictures; 1 with the reason if a dialog does not open."""
    done = run_in_desktop(REPOSITORY / "tests" / "gui" / "screens_script.py", TARGET, 200.0)
    error = TARGET / "error.txt"
    if error.exists() or not list(TARGET.glob("*.png")):
        print(error.read_text() if error.exists() else done.stderr[-3000:])
        return 1
    print(f"{len(list(TARGET.glob('*.png')))} pictures in {TARGET.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
