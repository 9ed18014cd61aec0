"""Writes statements as banks do, to be read back."""

from __future__ import annotations

from datetime import date
from xml.sax.saxutils import escape

from crm_bank.formats import Line, LineKind, Statement
from guanxi.money import plain_amount


def _sign(amount: int) -> str:
    return "CRDT" if amount >= 0 else "DBIT"


def _balance(kind: str, amount: int, currency: str, on: date) -> str:
    return (
        f"<Bal><Tp><CdOrPrtry><Cd>{kind}</Cd></CdOrPrtry></Tp><Amt Ccy='{currency}'>"
        f"{plain_amount(abs(amount), currency)}</Amt><CdtDbtInd>{_sign(amount)}</CdtDbtInd><Dt><Dt>{on}</Dt></Dt></Bal>"
    )


def _camt_entry(line: Line) -> str:
    side = "Dbtr" if (line.amount >= 0) != (line.kind is LineKind.REVERSAL) else "Cdtr"
    return (
        f"<Ntry><Amt Ccy='{line.currency}'>{plain_amount(abs(line.amount), line.currency)}</Amt>"
        f"<CdtDbtInd>{_sign(line.amount)}</CdtDbtInd>"
        f"<RvslInd>{'true' if line.kind is LineKind.REVERSAL else 'false'}</RvslInd><Sts>BOOK</Sts>"
        f"<BookgDt><Dt>{line.booked_on}</Dt></BookgDt><ValDt><Dt>{line.value_on or line.booked_on}</Dt></ValDt>"
        f"<NtryDtls><TxDtls><Refs><AcctSvcrRef>{escape(line.bank_reference)}</AcctSvcrRef>"
        f"<EndToEndId>{escape(line.end_to_end_id)}</EndToEndId></Refs>"
        f"<RltdPties><{side}><Nm>{escape(line.name)}</Nm></{side}>"
        f"<{side}Acct><Id><IBAN>{escape(line.account)}</IBAN></Id></{side}Acct></RltdPties>"
        f"<RmtInf><Ustrd>{escape(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>"
    )


def as_camt(statement: Statement, version: str = "053.001.02") -> bytes:
    assert statement.opening is not None and statement.closing is not None
    assert statement.from_on is not None and statement.to_on is not None
    return (
        f"<?xml version='1.0' encoding='UTF-8'?><Document xmlns='urn:iso:std:iso:20022:tech:xsd:camt.{version}'>"
        f"<BkToCstmrStmt><Stmt><Id>x</Id><ElctrncSeqNb>{statement.number}</ElctrncSeqNb>"
        f"<FrToDt><FrDtTm>{statement.from_on}T00:00:00</FrDtTm><ToDtTm>{statement.to_on}T00:00:00</ToDtTm></FrToDt>"
        f"<Acct><Id><IBAN>{statement.account}</IBAN></Id><Ccy>{statement.currency}</Ccy></Acct>"
        + _balance("OPBD", statement.opening, statement.currency, statement.from_on)
        + _balance("CLBD", statement.closing, statement.currency, statement.to_on)
        + "".join(map(_camt_entry, statement.lines))
        + "</Stmt></BkToCstmrStmt></Document>"
    ).encode()


def _swift_balance(tag: str, amount: int, currency: str, on: date) -> str:
    return f":{tag}:{'C' if amount >= 0 else 'D'}{on:%y%m%d}{currency}{_comma(abs(amount), currency)}"


def _comma(amount: int, currency: str) -> str:
    text = plain_amount(amount, currency).replace(".", ",")
    return text if "," in text else text + ","


def _swift_entry(line: Line) -> list[str]:
    mark = "C" if line.amount >= 0 else "D"
    if line.kind is LineKind.REVERSAL:
        mark = "RD" if line.amount >= 0 else "RC"
    value = line.value_on or line.booked_on
    return [
        f":61:{value:%y%m%d}{line.booked_on:%m%d}{mark}{_comma(abs(line.amount), line.currency)}"
        f"NTRF{line.reference or 'NONREF'}//{line.bank_reference}",
        f":86:166?20EREF+{line.end_to_end_id}?21SVWZ+{line.text}?31{line.account}?32{line.name}",
    ]


def as_mt940(statement: Statement) -> bytes:
    assert statement.opening is not None and statement.closing is not None
    assert statement.from_on is not None and statement.to_on is not None
    lines = [":20:STARTUMS", f":25:{statement.account}", f":28C:{statement.number}/1"]
    lines.append(_swift_balance("60F", statement.opening, statement.currency, statement.from_on))
    for line in statement.lines:
        lines += _swift_entry(line)
    lines.append(_swift_balance("62F", statement.closing, statement.currency, statement.to_on))
    return "\r\n".join([*lines, "-", ""]).encode()


def as_ofx(statement: Statement, *, closed: bool) -> bytes:
    """With or without the ends of leaves."""

    def leaf(name: str, value: object) -> str:
        return f"<{name}>{escape(str(value))}" + (f"</{name}>" if closed else "\n")

    assert statement.closing is not None and statement.from_on is not None and statement.to_on is not None
    entries = "".join(
        "<STMTTRN>"
        + leaf("TRNTYPE", "OTHER")
        + leaf("DTPOSTED", f"{line.booked_on:%Y%m%d}")
        + leaf("DTAVAIL", f"{line.value_on:%Y%m%d}" if line.value_on else "")
        + leaf("TRNAMT", plain_amount(line.amount, line.currency))
        + leaf("FITID", line.bank_reference)
        + leaf("NAME", line.name)
        + "<BANKACCTTO>"
        + leaf("ACCTID", line.account)
        + "</BANKACCTTO>"
        + leaf("MEMO", line.text)
        + leaf("CHECKNUM", line.reference)
        + "</STMTTRN>"
        for line in statement.lines
    )
    head = '<?xml version="1.0"?><?OFX OFXHEADER="200"?>' if closed else "OFXHEADER:100\nENCODING:UTF-8\n\n"
    return (
        f"{head}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS>{leaf('CURDEF', statement.currency)}"
        f"<BANKACCTFROM>{leaf('ACCTID', statement.account)}</BANKACCTFROM>"
        f"<BANKTRANLIST>{leaf('DTSTART', f'{statement.from_on:%Y%m%d}')}{leaf('DTEND', f'{statement.to_on:%Y%m%d}')}"
        f"{entries}</BANKTRANLIST><LEDGERBAL>{leaf('BALAMT', plain_amount(statement.closing, statement.currency))}"
        "</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>"
    ).encode()
