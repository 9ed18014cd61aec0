"""Amounts in Chinese capitals, as contracts and checks spell them against forgery (大写金额)."""

from __future__ import annotations

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_UNITS = ("", "拾", "佰", "仟")
MAX_MINOR = 10**15


def _section(number: int) -> str:
    """1 to 9999: 1005 is 壹仟零伍."""
    text, gap = "", False
    for place in (3, 2, 1, 0):
        digit = number // 10**place % 10
        if digit == 0:
            gap = bool(text)
            continue
        text += ("零" if gap else "") + _DIGITS[digit] + _UNITS[place]
        gap = False
    return text


def _number(number: int) -> str:
    """Any positive number; 万亿 rather than 兆, which means different things."""
    for size, unit in ((10**8, "亿"), (10**4, "万")):
        if number >= size:
            high, low = divmod(number, size)
            gap = "零" if 0 < low < size // 10 else ""
            return _number(high) + unit + gap + (_number(low) if low else "")
    return _section(number)


def capital_amount(minor: int) -> str:
    """`123456` fen as 壹仟贰佰叁拾肆元伍角陆分, `10000` as 壹佰元整. For CNY; ValueError beyond ten trillion yuan.

    Follows the rules of the People's Bank of China for filling in bills (正确填写票据和结算凭证的基本规定).
    """
    if abs(minor) > MAX_MINOR:
        raise ValueError("amount too large")
    yuan, cents = divmod(abs(minor), 100)
    jiao, fen = divmod(cents, 10)
    text = "负" if minor < 0 else ""
    if yuan or not cents:
        text += (_number(yuan) if yuan else "零") + "元"
    if jiao:
        text += _DIGITS[jiao] + "角"
    elif fen and yuan:
        text += "零"
    return text + (_DIGITS[fen] + "分" if fen else "整")
