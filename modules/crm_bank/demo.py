"""Demo data: an account and a statement of the last days, whose lines pay what the demo's customers owe."""

from __future__ import annotations

from datetime import date, timedelta

from crm_bank import queries
from crm_bank.confirming import confirm_all
from crm_bank.formats import read_statements
from crm_bank.matching import sure_matches
from crm_bank.models import BankAccount
from crm_bank.storing import keep
from crm_receivables.services import OpenItem, open_items
from guanxi import count, create, fetch, plain_amount, today

_NAME, _NUMBER, _CURRENCY = "基本户 Main account", "755900000010808", "CNY"
_OPENING = 128_650_000
_HEADINGS = "交易日,交易时间,起息日,交易类型,借方金额,贷方金额,余额,摘要,流水号,业务参考号,收(付)方名称,收(付)方账号"
_ODD = (
    (-2_000, "账户管理费", "", ""),
    (1_234, "存款利息", "", ""),
    (-5_000_000, "转账至一般户", "本公司 Our savings account", "755900000020707"),
    (88_800, "货款", "王小明", "6217001210024455220"),
)
"""(minor units, text, counterparty, its account): of no customer, or of nobody known"""
_Row = tuple[int, str, str, str]


async def make_demo() -> None:
    if await count(BankAccount):
        return
    account = await create(BankAccount, {"name": _NAME, "number": _NUMBER, "currency": _CURRENCY})
    items = await open_items(currency=_CURRENCY)
    names = {row["id"]: row["name"] for row in await fetch(queries.NAMES, sorted({item.customer_id for item in items}))}
    rows = [*_paying(items, names), *await _refunds(), *_ODD]
    content = _file(rows, today())
    await keep(account, "755900000010808.csv", content, read_statements(content))
    await confirm_all(await sure_matches())


def _paying(items: list[OpenItem], names: dict[int, str]) -> list[_Row]:
    """One that names its invoice, one in full without, one in part, one for two installments at once."""
    by_customer: dict[int, list[OpenItem]] = {}
    for item in items:
        if item.customer_id in names:
            by_customer.setdefault(item.customer_id, []).append(item)
    rows: list[_Row] = []
    for index, (customer_id, owed) in enumerate(list(by_customer.items())[:8]):
        name, first = names[customer_id], owed[0]
        account = f"62284804025648{customer_id:05}"
        if index % 4 == 0:
            rows.append((first.outstanding, f"货款 {first.invoice_number}", name, account))
        elif index % 4 == 1:
            rows.append((first.outstanding, "货款", name, account))
        elif index % 4 == 2:
            rows.append((max(1, first.outstanding * 2 // 5), "部分货款", name, account))
        else:
            rows.append((sum(item.outstanding for item in owed[:2]), "两期货款", name, account))
    return rows


async def _refunds() -> list[_Row]:
    """What the demo has given back, as the bank tells it."""
    found = await fetch(queries.ALL_PAID_OUT, _CURRENCY)
    return [(-row["amount"], f"退款 {row['reference']}", row["name"], "") for row in found[:1]]


def _file(rows: list[_Row], today: date) -> bytes:
    """As CMB writes it for companies."""
    lines, balance = [f"账号,{_NUMBER},,,,,,,,,,", _HEADINGS], _OPENING
    for index, (amount, text, name, account) in enumerate(rows):
        balance += amount
        day = today - timedelta(days=max(1, (len(rows) - index) // 3))
        paid, got = (plain_amount(-amount, _CURRENCY), "") if amount < 0 else ("", plain_amount(amount, _CURRENCY))
        lines.append(
            f"{day:%Y%m%d},1015{index:02},{day:%Y%m%d},网银转账,{paid},{got},{plain_amount(balance, _CURRENCY)},"
            f"{text},G{index + 1:04},,{name},{account}"
        )
    return ("\n".join(lines) + "\n").encode("gb18030")
