"""Bank statements to read: plausible lines in CAMT.053, MT940, OFX and CSV."""

from __future__ import annotations

import random
from datetime import date, timedelta

_NAMES = (
    "春意空调有限公司",
    "靖江市绿叶农庄",
    "泰州凤城河置业有限公司",
    "Müller Maschinenbau GmbH",
    "上海宏达贸易有限公司",
)
_START = date(2026, 1, 1)


def _lines(count: int) -> list[tuple[date, int, str, str, int]]:
    """(day, minor units, name, account, number)"""
    dice = random.Random(count)
    return [
        (
            _START + timedelta(days=index * 300 // count),
            dice.choice((1, 1, 1, -1)) * dice.randint(100, 10_000_000),
            dice.choice(_NAMES),
            f"62220{dice.randrange(10**14):014}",
            index,
        )
        for index in range(count)
    ]


def _decimal(amount: int, mark: str = ".") -> str:
    return f"{abs(amount) // 100}{mark}{abs(amount) % 100:02}"


def camt(count: int) -> bytes:
    entries = "".join(
        f'<Ntry><Amt Ccy="CNY">{_decimal(amount)}</Amt><CdtDbtInd>{"CRDT" if amount > 0 else "DBIT"}</CdtDbtInd>'
        f"<Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt><ValDt><Dt>{day}</Dt></ValDt>"
        f"<AcctSvcrRef>R{number:012}</AcctSvcrRef><BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>RCDT</Cd>"
        f"<SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls><TxDtls><Refs><EndToEndId>E2E-{number}"
        f"</EndToEndId></Refs><RltdPties><Dbtr><Nm>{name}</Nm></Dbtr><DbtrAcct><Id><IBAN>{account}</IBAN></Id>"
        f"</DbtrAcct></RltdPties><RmtInf><Ustrd>INV-2026-{number:06} 货款</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>\n"
        for day, amount, name, account, number in _lines(count)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>1</Id>'
        f"<Acct><Id><Othr><Id>1</Id></Othr></Id><Ccy>CNY</Ccy></Acct>{entries}</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def mt940(count: int) -> bytes:
    lines = [":20:1", ":25:1", ":28C:1/1", ":60F:C260101CNY0,"]
    for day, amount, name, account, number in _lines(count):
        mark = "C" if amount > 0 else "D"
        lines.append(f":61:{day:%y%m%d}{day:%m%d}{mark}{_decimal(amount, ',')}NTRFNONREF//R{number:012}")
        lines.append(f":86:166?00TRANSFER?20EREF+E2E-{number}?21SVWZ+INV-2026-{number:06}?31{account}?32{name}")
    return "\r\n".join([*lines, ":62F:C261231CNY0,", "-"]).encode()


def ofx(count: int) -> bytes:
    entries = "".join(
        f"<STMTTRN><TRNTYPE>OTHER<DTPOSTED>{day:%Y%m%d}<TRNAMT>{'-' * (amount < 0)}{_decimal(amount)}"
        f"<FITID>R{number:012}<NAME>{name}<BANKACCTTO><ACCTID>{account}</BANKACCTTO>"
        f"<MEMO>INV-2026-{number:06} 货款</STMTTRN>\n"
        for day, amount, name, account, number in _lines(count)
    )
    return (
        "OFXHEADER:100\nENCODING:UTF-8\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>CNY<BANKACCTFROM><ACCTID>1"
        f"</BANKACCTFROM><BANKTRANLIST>{entries}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()


def csv(count: int) -> bytes:
    """As CMB writes them for companies, in GB18030."""
    rows = ["交易日,交易时间,起息日,交易类型,借方金额,贷方金额,余额,摘要,流水号,业务参考号,收(付)方名称,收(付)方账号"]
    balance = 0
    for day, amount, name, account, number in _lines(count):
        balance += amount
        debit, credit = ("", _decimal(amount)) if amount > 0 else (_decimal(amount), "")
        total = f"{'-' * (balance < 0)}{_decimal(balance)}"
        reference = f"INV-2026-{number:06} 货款,R{number:012},{number}"
        rows.append(f"{day:%Y%m%d},101500,{day:%Y%m%d},网银转账,{debit},{credit},{total},{reference},{name},{account}")
    return "\n".join(rows).encode("gb18030")
