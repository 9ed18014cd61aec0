"""How contracts follow a merge of customers. Confirmed ones keep the parties as they were."""

from __future__ import annotations

from crm_contracts.models import Contract
from crm_core.extensions import Follower
from guanxi import _

FOLLOWER = Follower(name="crm_contracts.contracts", label=_("Contracts"), models=(Contract,))
