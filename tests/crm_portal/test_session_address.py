"""By which address a customer came in."""

from __future__ import annotations
