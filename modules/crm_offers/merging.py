"""How coupons and draws follow a merge of customers: by their foreign key, whatever a customer may have of each."""

from __future__ import annotations

from crm_core.extensions import Follower
from crm_offers.lottery_models import Draw
from crm_offers.models import Coupon
from guanxi import _

FOLLOWER = Follower(name="crm_offers.coupons", label=_("Coupons"), models=(Coupon, Draw), more={Draw: _("Draws")})
