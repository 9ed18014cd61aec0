"""What the demo sells: a company that installs and maintains air conditioning, with software beside it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

LINES: tuple[tuple[str, str, str | None], ...] = (
    ("Equipment", "设备", None),
    ("Air conditioners", "空调设备", "Equipment"),
    ("Services", "服务", None),
    ("Software", "软件", None),
)
"""Name, Chinese name, what it is part of"""
LINE_OF = {"AC": "Air conditioners", "SV": "Services", "SW": "Software"}
"""by what a product's code begins with"""

EUROS = {"AC-M120": 1_180_000, "AC-W035": 45_000, "SV-INST": 175_000, "SV-CARE": 38_500, "SW-CLOUD": 17_900}
TIERS: tuple[tuple[str, str, int], ...] = (
    ("AC-W035", "0", 329_900),
    ("AC-W035", "20", 309_900),
    ("AC-FCU", "0", 186_000),
    ("AC-FCU", "50", 176_700),
    ("SW-SEAT", "0", 8_800),
    ("SW-SEAT", "100", 7_900),
)
"""Code, from which quantity, price in fen"""

PRODUCTS: tuple[tuple[str, str, str, str, int, str], ...] = (
    ("AC-M120", "多联机中央空调 12HP", "Multi-split air conditioner, 12 HP", "套", 8_650_000, "13"),
    ("AC-W035", "壁挂式空调 1.5匹", "Wall-mounted air conditioner, 1.5 HP", "台", 329_900, "13"),
    ("AC-FCU", "风机盘管", "Fan coil unit", "台", 186_000, "13"),
    ("SV-INST", "安装与调试", "Installation and commissioning", "项", 1_280_000, "9"),
    ("SV-DUCT", "风管改造", "Ductwork modification", "平方米", 26_800, "9"),
    ("SV-CARE", "年度维护保养", "Maintenance plan", "月", 280_000, "6"),
    ("SV-CLEAN", "深度清洗", "Deep cleaning", "台次", 36_000, "6"),
    ("SW-CLOUD", "能耗云平台", "Energy monitoring cloud", "月", 129_900, "6"),
    ("SW-SEAT", "云平台用户授权", "Cloud user seat", "个·月", 8_800, "6"),
    ("SW-API", "数据接口调用", "Calls of the data interface", "千次", 1_200, "6"),
    ("SV-TRAIN", "操作培训", "Operator training", "天", 450_000, "6"),
)

ANNEXES: tuple[tuple[str, str], ...] = (
    (
        "赠送滤网两套，随首批货物交付。\n质保期延长至三年。",
        "Two sets of filters free of charge with the first delivery.\nWarranty extended to three years.",
    ),
    ("", ""),
    ("首年免费上门巡检四次。", "Four inspection visits free of charge in the first year."),
)

SIGNATORIES: tuple[tuple[str, str], ...] = (
    ("周敏", "王建国"),
    ("周敏", "李雪梅"),
    ("陈立", "张海涛"),
    ("陈立", "John Miller"),
)

_FOUR = (("预付款", 0, "30"), ("到货款", 45, "40"), ("验收款", 90, "25"), ("质保金", 360, "5"))
_HALF = (("首付款", 0, "50"), ("尾款", 60, "50"))


def _plan(
    title: str, state: str, months_ago: int, lines: list[tuple[str, str, str, str]], **more: Any
) -> dict[str, Any]:
    return {"title": title, "state": state, "months_ago": months_ago, "lines": lines, **more}


_BUILDING = [("AC-M120", "6", "5", "none"), ("AC-FCU", "42", "5", "none"), ("SV-INST", "1", "0", "none")]
_SHOP = [("AC-W035", "8", "3", "none"), ("SV-INST", "0.5", "0", "none")]
_CARE = [("SV-CARE", "1", "0", "month")]
_CLOUD = [("SW-CLOUD", "1", "0", "month"), ("SW-SEAT", "12", "10", "month"), ("SV-TRAIN", "2", "0", "none")]
_CALLS = [("SW-API", "0", "0", "usage")]
_CLEAN = [("SV-CLEAN", "24", "8", "quarter")]
_GOES_ON = {
    "renewal": "automatic",
    "term_months": 12,
    "price_revision": "percent",
    "revision_percent": Decimal(3),
}

CONTRACTS: tuple[dict[str, Any], ...] = (
    _plan("总部大楼中央空调系统", "active", 5, _BUILDING, plan=_FOUR),
    _plan("中央空调年度维保", "active", 7, _CARE),
    _plan("能耗云平台订阅", "active", 4, _CLOUD),
    _plan("门店空调采购与安装", "active", 3, _SHOP, plan=_HALF),
    _plan("季度清洗服务", "active", 9, _CLEAN),
    _plan("二期厂房空调工程", "in_review", 0, _BUILDING, plan=_FOUR),
    _plan("办公区维保续约", "sent", 0, _CARE),
    _plan("展厅空调采购", "draft", 0, _SHOP, plan=_HALF),
    _plan("云平台试点", "draft", 0, _CLOUD),
    _plan("食堂风管改造", "active", 2, [("SV-DUCT", "186.5", "0", "none")], plan=_HALF),
    _plan("宿舍壁挂空调", "terminated", 11, [("AC-W035", "60", "12", "none")], plan=_HALF),
    _plan("老厂区维保", "active", 13, _CARE),
    _plan("样板间空调", "cancelled", 1, _SHOP),
    _plan("集团云平台三年期", "active", 6, [*_CLOUD, *_CALLS], years=3),
    _plan("数据机房空调维保", "active", 11, _CARE, ends_in_days=18),
    _plan("酒店客房空调清洗", "active", 8, _CLEAN, ends_in_days=26),
    _plan("研发楼多联机扩容", "active", 1, _BUILDING, plan=_FOUR),
    _plan("实训基地空调", "approved", 0, _SHOP, plan=_HALF),
    _plan("仓库通风改造", "draft", 0, [("SV-DUCT", "420", "6", "none")], plan=_HALF),
    _plan("操作人员培训", "active", -1, [("SV-TRAIN", "3", "0", "none")]),
    _plan("商场中央空调维保", "active", 12, _CARE, years=2),
    _plan("连锁门店能耗监测", "suspended", 3, _CLOUD),
    _plan("体育馆空调改造", "cancelled", 2, _BUILDING, plan=_FOUR),
    _plan("医院净化空调清洗", "renewed", 14, _CLEAN),
    _plan("园区综合能源服务", "active", 4, [*_CARE, *_CLOUD], plan=_HALF, years=2),
    _plan("培训中心云平台", "amended", 6, _CLOUD),
    _plan("物业楼空调维保", "active", 14, _CARE, terms={**_GOES_ON, "price_revision": "index"}),
    _plan("图书馆空调维保", "active", 10, _CARE, ends_in_days=45, terms=_GOES_ON | {"notice_days": 40}),
)

DELIVERIES: tuple[tuple[str, int, str, str, int, bool], ...] = (
    ("总部大楼中央空调系统", 0, "6", "6", -60, True),
    ("总部大楼中央空调系统", 1, "42", "30", 12, False),
    ("总部大楼中央空调系统", 2, "1", "0", 40, False),
    ("门店空调采购与安装", 0, "8", "6", -5, False),
    ("研发楼多联机扩容", 0, "6", "0", 25, False),
    ("食堂风管改造", 0, "186.5", "186.5", -10, False),
)
"""contract, which of its lines, planned, delivered, due in so many days, accepted"""
