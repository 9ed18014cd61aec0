"""What a company decides about stored value and gift cards.

The ceilings and the least time that cards are good for are those of China's rules on single-purpose prepaid cards
(单用途商业预付卡管理办法（试行）, Ministry of Commerce, order 9 of 2012, articles 18 and 19): a named card holds at
most 5,000 yuan and never expires, a bearer card at most 1,000 yuan and is good for three years at least.
"""

from __future__ import annotations

import msgspec

from crm_wallet.choices import RefundedBonus, SpendOrder
from crm_wallet.permissions import WalletPermission
from guanxi import Field, Kind, SettingsForm, _, exponent


class WalletSettings(msgspec.Struct, frozen=True):
    order: SpendOrder = SpendOrder.PROPORTION
    """In proportion: no order of buying and refunding then gains anything, and each sale bears its share of the
    discount that the bonus is."""
    refunded_bonus: RefundedBonus = RefundedBonus.FORFEIT
    grace_days: int = 30
    """of bonus given back after it was over; 0: it expires at once"""
    hold_minutes: int = 30
    wallet_ceiling: int = 5000
    """whole units of principal after a top-up; 0: none"""
    card_ceiling: int = 1000
    card_years: int = 3
    """0: no end"""
    adjust_limit: int = 0
    """whole units that one who may approve corrects alone within thirty days, of a wallet"""


def ceiling(units: int, currency: str) -> int | None:
    """Minor units; None where there is none."""
    return units * 10 ** exponent(currency) if units else None


SETTINGS = SettingsForm(
    type=WalletSettings,
    title=_("Stored value"),
    permission=WalletPermission.MANAGE,
    fields=(
        Field(
            "order",
            _("What is spent first"),
            kind=Kind.CHOICE,
            choices=SpendOrder,
            help=_("Whatever is chosen, each purchase says how much of either it took."),
        ),
        Field(
            "refunded_bonus", _("Bonus, where principal is refunded in money"), kind=Kind.CHOICE, choices=RefundedBonus
        ),
        Field(
            "grace_days",
            _("Days for bonus that is given back after it was over"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=3650,
            help=_("0: it expires at once."),
        ),
        Field("hold_minutes", _("Minutes that a hold lasts"), kind=Kind.INTEGER, minimum=1, maximum=10_080),
        Field(
            "wallet_ceiling",
            _("Most principal that a customer may hold"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=1_000_000_000,
            help=_("In whole units of the currency; 0: no limit. China: 5,000 yuan on a card with a name."),
        ),
        Field(
            "card_ceiling",
            _("Most that a gift card may hold"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=1_000_000_000,
            help=_("In whole units of the currency; 0: no limit. China: 1,000 yuan on a card without a name."),
        ),
        Field(
            "card_years",
            _("Years that a gift card is good for"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=100,
            help=_("0: no end. China: three years at least. What is on a card after that stays owed: prolong it."),
        ),
        Field(
            "adjust_limit",
            _("Corrections that need no second person, up to"),
            kind=Kind.INTEGER,
            minimum=0,
            maximum=1_000_000,
            help=_("All of a customer's within thirty days, in whole units of the currency. 0: each needs one."),
        ),
    ),
)
