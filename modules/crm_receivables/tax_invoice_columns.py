"""The column headings of the tax bureau's files (电子税务局), as publicly known; they are Chinese in every language.

The template of batch drawing (批量开票) has two sheets with three rows of heading each, and takes texts only. It says
that a serial number has at most 20 characters, a name at most 100.
"""

from __future__ import annotations

BASIC_SHEET, DETAIL_SHEET = "1-发票基本信息", "2-发票明细信息"
BASIC = (
    *("发票流水号", "发票类型", "特定业务类型", "是否含税", "受票方自然人标识", "购买方名称", "证件类型"),
    *("购买方纳税人识别号", "购买方地址", "购买方电话", "购买方开户银行", "购买方银行账号", "备注"),
    *("是否展示购买方银行账号", "销售方开户行", "销售方银行账号", "是否展示销售方银行账号", "购买方邮箱"),
    *("购买方经办人姓名", "购买方经办人证件类型", "购买方经办人证件号码", "经办人国籍(地区)"),
    *("经办人自然人纳税人识别号", "放弃享受减按1%征收率原因", "收款人", "复核人"),
)
CODE = "商品和服务税收编码"
DETAIL = (
    *("发票流水号", "项目名称", CODE, "规格型号", "单位", "数量", "单价", "金额", "税率"),
    *("折扣金额", "是否使用优惠政策", "优惠政策类型", "即征即退类型"),
)
LONGEST = {"发票流水号": 20, "购买方名称": 100, "购买方纳税人识别号": 20, "备注": 230, "项目名称": 100}
SPECIAL, GENERAL, YES, NO = "增值税专用发票", "普通发票", "是", "否"
NOTES = {
    BASIC_SHEET: "发票流水号为区分发票的唯一标识，取自本系统发票编号；备注中的编号请保留，导入开票结果时据此对应。",
    DETAIL_SHEET: "金额、单价为含税金额；部分开票的行不带数量和单价。",
}
LACKING = "第{rows}行缺少商品和服务税收编码，请补填后再上传。"
ALIASES = {
    "code": ("发票代码",),
    "number": ("发票号码",),
    "digital_number": ("数电票号码", "数电发票号码", "全电发票号码"),
    "seller_tax_number": ("销方识别号", "销方税号", "销售方纳税人识别号", "销方纳税人识别号"),
    "seller_name": ("销方名称", "销售方名称"),
    "buyer_tax_number": ("购方识别号", "购买方识别号", "购方税号", "购买方纳税人识别号"),
    "buyer_name": ("购买方名称", "购方名称"),
    "issued_at": ("开票日期", "开票时间"),
    "net": ("金额", "不含税金额", "合计金额"),
    "tax": ("税额", "合计税额"),
    "total": ("价税合计",),
    "kind": ("发票票种", "发票类型", "票种"),
    "state": ("发票状态",),
    "positive": ("是否正数发票",),
    "drawer": ("开票人",),
    "remark": ("备注",),
    "serial": ("发票流水号", "流水号"),
    "reverses_number": ("被红冲蓝字发票号码", "被红冲蓝字数电发票号码", "蓝字发票号码"),
    "confirmation_number": ("红字确认单编号", "红字发票信息确认单编号"),
}
"""What the full-volume export (全量发票查询导出结果) calls the fields of the import."""
