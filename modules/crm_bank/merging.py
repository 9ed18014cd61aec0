"""Bank lines and what was learned follow when customers are merged."""

from __future__ import annotations

from crm_bank.models import BankLine, Learned
from crm_core.extensions import Follower
from guanxi import _

FOLLOWERS = (
    Follower(name="crm_bank.lines", label=_("Bank lines"), models=(BankLine,)),
    Follower(name="crm_bank.learned", label=_("Known counterparties"), models=(Learned,)),
)
