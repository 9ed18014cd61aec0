"""What Guanxi costs, each figure beside the bare thing measured in the same run. See README.md."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent / "modules"))  # before an add-on is imported
