"""What a company starts with: levels as they are common, and a policy for the euro, where the law names a rate."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple

from crm_collection.choices import Basis, Channel
from guanxi import clock, execute, fetch_value


class _Level(NamedTuple):
    number: int
    basis: Basis
    days: int
    channel: Channel
    interest: bool
    subject: str
    subject_zh: str
    text: str
    text_zh: str


_HELLO, _HELLO_ZH = "Dear {customer},", "{customer}：您好！"
_END, _END_ZH = "Kind regards\n{company}", "此致\n{company}"
_LEVELS = (
    _Level(
        *(1, Basis.DUE, -3, Channel.MAIL, False),
        "Soon due: {total}",
        "即将到期：{total}",
        f"{_HELLO}\n\na friendly reminder: {{total}} will be due from {{oldest}} on. If you have paid already, thank"
        f" you.\n\n{_END}",
        f"{_HELLO_ZH}\n\n温馨提示：贵方有 {{total}} 将于 {{oldest}} 起到期。如已付款，请忽略本通知，谢谢。"
        f"\n\n{_END_ZH}",
    ),
    _Level(
        *(2, Basis.DUE, 10, Channel.MAIL, False),
        "Payment reminder: {total}",
        "付款提醒：{total}",
        f"{_HELLO}\n\n{{total}} is due since {{oldest}} and has not reached us. Please pay within the next days, or"
        f" tell us what stands in the way.\n\n{_END}",
        f"{_HELLO_ZH}\n\n贵方有 {{total}} 自 {{oldest}} 起到期，我方尚未收到。请近日付款；如有疑问，请与我们联系。"
        f"\n\n{_END_ZH}",
    ),
    _Level(
        *(3, Basis.MONTH_END, 30, Channel.MAIL, True),
        "Second reminder: {total}",
        "第二次催款：{total}",
        f"{_HELLO}\n\n{{total}} is still open, the oldest part for {{days}} days. Late interest so far: {{interest}}."
        f" Please pay now.\n\n{_END}",
        f"{_HELLO_ZH}\n\n贵方尚欠 {{total}}，最早一笔已逾期 {{days}} 天，逾期利息至今 {{interest}}。请立即付款。"
        f"\n\n{_END_ZH}",
    ),
    _Level(
        *(4, Basis.PREVIOUS, 10, Channel.LETTER, True),
        "Last reminder: {total}",
        "最后催款通知：{total}",
        f"{_HELLO}\n\nin spite of our reminders {{total}} has not been paid. Late interest so far: {{interest}}. Unless"
        f" it reaches us within ten days, we shall take further steps.\n\n{_END}",
        f"{_HELLO_ZH}\n\n经多次提醒，贵方仍欠 {{total}} 未付，逾期利息至今 {{interest}}。"
        f"请于十日内付清，否则我方将采取进一步措施。\n\n{_END_ZH}",
    ),
    _Level(
        *(5, Basis.PREVIOUS, 14, Channel.TASK, True),
        "Decide how to go on with {customer}",
        "决定如何继续处理：{customer}",
        "{total} is open for up to {days} days in spite of all reminders; late interest so far: {interest}.",
        "经全部提醒后仍欠 {total}，最长逾期 {days} 天，逾期利息至今 {interest}。",
    ),
)
STANDARD_RATE = Decimal("0.05")
"""percent a day (日万分之五): what courts grant where nothing was agreed"""
_EURO_RATE = Decimal("0.027808")
"""percent a day: 10.15 % a year, a reference rate of 2.15 % and 8 points (Directive 2011/7/EU, article 2)"""
_EURO_FEE, _FIRST_DUNNING = 4000, 2
"""40 EUR, with the first reminder after the due date (article 6)"""
_FEE_TEXT, _FEE_TEXT_ZH = "For our costs of collection we charge {fee}.\n\n", "我方收取催收费用 {fee}。\n\n"
_INSERT_POLICY = """
INSERT INTO crm_collection_policy (name, name_zh, standard, currency, daily_rate, gap_days, active, revision,
    created_at, updated_at)
VALUES ($1, $2, $3, $4, $5, 7, true, 1, $6, $6) RETURNING id
"""
_INSERT_LEVELS = """
INSERT INTO crm_collection_level (policy_id, number, basis, days, channel, interest, subject, subject_zh, text,
    text_zh, revision, created_at, updated_at)
SELECT $1, l.*, 1, $11, $11
FROM unnest($2::int[], $3::text[], $4::int[], $5::text[], $6::bool[], $7::text[], $8::text[], $9::text[], $10::text[])
    AS l
"""


async def seed_policies() -> None:
    """Where there is none yet; what a company has changed stays."""
    if await fetch_value("SELECT EXISTS (SELECT FROM crm_collection_policy)"):
        return
    await _policy("Standard", "标准", True, None, STANDARD_RATE, _LEVELS)
    levels = [_with_fee(level) if level.number == _FIRST_DUNNING else level for level in _LEVELS]
    euro = await _policy("European Union", "欧盟", False, "EUR", _EURO_RATE, levels)
    await execute(
        "INSERT INTO crm_collection_level_fee (level_id, currency, amount)"
        " SELECT id, 'EUR', $2 FROM crm_collection_level WHERE policy_id = $1 AND number = $3",
        euro,
        _EURO_FEE,
        _FIRST_DUNNING,
    )


def _with_fee(level: _Level) -> _Level:
    """Says so before it ends."""
    text, text_zh = level.text.removesuffix(_END), level.text_zh.removesuffix(_END_ZH)
    return level._replace(text=text + _FEE_TEXT + _END, text_zh=text_zh + _FEE_TEXT_ZH + _END_ZH)


async def _policy(
    name: str, name_zh: str, standard: bool, currency: str | None, rate: Decimal, levels: Iterable[_Level]
) -> int:
    id = await fetch_value(_INSERT_POLICY, name, name_zh, standard, currency, rate, clock.now())
    columns: list[Any] = [list(column) for column in zip(*levels, strict=True)]
    columns = [[each.value if hasattr(each, "value") else each for each in column] for column in columns]
    await execute(_INSERT_LEVELS, id, *columns, clock.now())
    return int(id)
