"""How ICBC, CMB, Alipay and WeChat Pay write CSV; each is known by its headings, never by the file's name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_IN, _OUT = 1, -1


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Columns by what they hold; several: the first that is there and not empty in a row."""

    name: str
    date: str
    value_date: str = ""
    amount: str = ""
    credit: str = ""
    debit: str = ""
    side: str = ""
    """says the direction of `amount` by one of `sides`; a row with another word moved no money of the account"""
    sides: Mapping[str, int] = field(default_factory=dict)
    title: str = ""
    """says the direction where `side` says neither, by the beginnings in `titles`"""
    titles: Mapping[str, int] = field(default_factory=dict)
    status: str = ""
    skipped: tuple[str, ...] = ()
    """words in `status` for what moved no money"""
    refunded: str = ""
    """a column with what was given back of the row: a line of its own, the other way"""
    fee: str = ""
    """a column with what the provider kept: a line of its own"""
    names: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    """joined"""
    references: tuple[str, ...] = ()
    bank_references: tuple[str, ...] = ()
    balance: str = ""
    currency: str = ""

    @property
    def needs(self) -> frozenset[str]:
        """The headings that it is known by."""
        wanted = (self.date, self.amount, self.credit, self.debit, self.side, *self.bank_references, *self.names[:1])
        return frozenset(name for name in (*wanted, self.balance) if name)


_SIDES = {"收入": _IN, "支出": _OUT, "已收入": _IN, "已支出": _OUT}

LAYOUTS = (
    Layout(
        name="Alipay account",
        date="发生时间",
        credit="收入金额（+元）",
        debit="支出金额（-元）",
        balance="账户余额（元）",
        accounts=("对方账号",),
        texts=("业务类型", "商品名称", "备注"),
        references=("商户订单号",),
        bank_references=("账务流水号",),
    ),
    Layout(
        name="Alipay trades",
        date="付款时间",
        amount="金额（元）",
        side="资金状态",
        sides=_SIDES,
        names=("交易对方",),
        texts=("商品名称", "备注"),
        references=("商家订单号",),
        bank_references=("交易号",),
        refunded="成功退款（元）",
        fee="服务费（元）",
        status="交易状态",
        skipped=("交易关闭", "等待付款"),
    ),
    Layout(
        name="Alipay bill",
        date="交易时间",
        amount="金额",
        side="收/支",
        sides=_SIDES,
        title="交易状态",
        titles={"退款成功": _IN},
        names=("交易对方",),
        accounts=("对方账号",),
        texts=("商品说明", "备注"),
        references=("商家订单号",),
        bank_references=("交易订单号",),
        status="交易状态",
        skipped=("交易关闭", "等待付款"),
    ),
    Layout(
        name="WeChat Pay bill",
        date="交易时间",
        amount="金额(元)",
        side="收/支",
        sides=_SIDES,
        title="交易类型",
        titles={"零钱提现": _OUT, "零钱充值": _IN, "转入零钱通": _OUT, "零钱通转出": _IN},
        names=("交易对方",),
        texts=("交易类型", "商品", "备注"),
        references=("商户单号",),
        bank_references=("交易单号",),
        status="当前状态",
        skipped=("支付失败", "已撤销"),
    ),
    Layout(
        name="WeChat Pay merchant",
        date="记账时间",
        amount="收支金额(元)",
        side="收支类型",
        sides=_SIDES,
        balance="账户结余(元)",
        texts=("业务名称", "业务类型", "备注"),
        references=("业务凭证号",),
        bank_references=("资金流水单号",),
    ),
    Layout(
        name="ICBC",
        date="交易日期",
        credit="记账金额(收入)",
        debit="记账金额(支出)",
        balance="余额",
        currency="记账币种",
        names=("对方户名",),
        accounts=("对方账户", "对方账号"),
        texts=("摘要", "交易详情", "附言"),
    ),
    Layout(
        name="ICBC business",
        date="交易时间",
        credit="贷方发生额",
        debit="借方发生额",
        balance="余额",
        names=("对方单位名称", "对方单位"),
        accounts=("对方账号",),
        texts=("摘要", "用途", "个性化信息"),
        references=("凭证号",),
    ),
    Layout(
        name="CMB business",
        date="交易日",
        value_date="起息日",
        credit="贷方金额",
        debit="借方金额",
        balance="余额",
        names=("收(付)方名称",),
        accounts=("收(付)方账号",),
        texts=("摘要", "用途", "交易类型"),
        references=("业务参考号",),
        bank_references=("流水号",),
    ),
    Layout(
        name="CMB",
        date="交易日期",
        credit="收入",
        debit="支出",
        balance="余额",
        texts=("交易备注", "交易类型"),
    ),
)
