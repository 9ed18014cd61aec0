"""What must be true of the code of this add-on, and of those that count its money."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType

import pytest

import crm_bank
import crm_collection
import crm_pay
import crm_receivables
from crm_receivables.actions import INVOICE_ACTIONS, PAYMENT_ACTIONS
from crm_receivables.permissions import ReceivablesPermission


def _is_float(node: ast.AST) -> bool:
    literal = isinstance(node, ast.Constant) and isinstance(node.value, float)
    return literal or (isinstance(node, ast.Name) and node.id == "float")


def _is_division(node: ast.AST) -> bool:
    """Of anything but paths."""
    if not isinstance(node, ast.BinOp) or not isinstance(node.op, ast.Div):
        return False
    return not (isinstance(node.right, ast.Constant) and isinstance(node.right.value, str))


@pytest.mark.parametrize("addon", [crm_bank, crm_collection, crm_pay, crm_receivables])
def test_no_float_anywhere_on_the_path(addon: ModuleType) -> None:
    """A4: neither a literal, nor the type, nor a true division."""
    for path in sorted(Path(addon.__file__ or "").parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            assert not _is_float(node) and not _is_division(node), f"{path.name}:{getattr(node, 'lineno', 0)}"


def test_reading_is_no_permission_to_act() -> None:
    for action in (*INVOICE_ACTIONS, *PAYMENT_ACTIONS):
        assert action.permission != ReceivablesPermission.READ
