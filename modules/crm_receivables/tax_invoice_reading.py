"""What the tax bureau's words mean: kinds, states, and what stands in a remark."""

from __future__ import annotations

import re

from crm_receivables.tax_invoice_choices import TaxInvoiceKind, TaxInvoiceState
from guanxi import nfkc, translate

_REVERSES = re.compile(r"蓝字(?:数电)?(?:发票|票)?号码[:：]?\s*([0-9]{8,20})")
_CONFIRMED = re.compile(r"确认(?:单|信息)(?:编号)?[:：]?\s*([0-9A-Za-z]{6,40})")
_WORD = re.compile(r"[0-9A-Za-z]+(?:[-/_.][0-9A-Za-z]+)*")


def kind_of(text: str, digital: bool) -> TaxInvoiceKind | None:
    """`数电发票（增值税专用发票）`, `增值税电子普通发票`; or one of our own words. None for what is none of them.

    `digital`: it has a number of 20 digits, which a digital one printed on paper (数电纸质发票) has, too.
    """
    for kind in TaxInvoiceKind:
        if text in (kind.value, *(translate(kind.label, locale) for locale in ("en", "zh_CN"))):
            return kind
    words = nfkc(text)
    if "专用" in words or "专票" in words:
        special = True
    elif "普" in words:
        special = False
    else:
        return None
    if digital or "数电" in words or "全电" in words:
        return TaxInvoiceKind.DIGITAL_SPECIAL if special else TaxInvoiceKind.DIGITAL_GENERAL
    if "电子" in words:
        return TaxInvoiceKind.ELECTRONIC_SPECIAL if special else TaxInvoiceKind.ELECTRONIC_GENERAL
    return TaxInvoiceKind.PAPER_SPECIAL if special else TaxInvoiceKind.PAPER_GENERAL


def state_of(text: str) -> TaxInvoiceState | None:
    """`正常`, `已红冲-部分`, `已红冲-全额`, `已作废`; or one of our own words."""
    for state in TaxInvoiceState:
        if text in (state.value, *(translate(state.label, locale) for locale in ("en", "zh_CN"))):
            return state
    words = nfkc(text)
    if "作废" in words:
        return TaxInvoiceState.VOID
    if "红冲" in words:
        return TaxInvoiceState.PARTLY_REVERSED if "部分" in words else TaxInvoiceState.REVERSED
    return TaxInvoiceState.NORMAL if not words or "正常" in words else None


def reversed_in(remark: str) -> str:
    """The number of what a red letter reverses."""
    found = _REVERSES.search(nfkc(remark))
    return found[1] if found else ""


def confirmation_in(remark: str) -> str:
    found = _CONFIRMED.search(nfkc(remark))
    return found[1] if found else ""


def words_in(text: str) -> list[str]:
    """What may be the number of an invoice, in order, each once."""
    return list(dict.fromkeys(_WORD.findall(nfkc(text))))
