"""Guanxi's command line: `python server.py --help`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
PYTHON = ROOT / ".venv" / "bin" / "python"

if (ROOT / ".venv" / "pyvenv.cfg").exists() and Path(sys.prefix).resolve() != (ROOT / ".venv").resolve():
    os.execv(PYTHON, [str(PYTHON), str(ROOT / "server.py"), *sys.argv[1:]])

sys.path.insert(0, str(ROOT))

if __name__ == "__main__":
    from guanxi.cli import main

    main()
