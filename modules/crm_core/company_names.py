"""Chinese company names: region + trade name + industry + legal form (行政区划+字号+行业特点+组织形式, CUST-01).

靖江市春意空调有限公司 → 靖江市 · 春意 · 空调 · 有限公司. What a rule cannot tell stays with the trade name.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_FORMS = (
    "有限责任公司 股份有限公司 集团股份有限公司 集团有限公司 控股有限公司 有限公司 股份公司 集团公司 分公司 总公司 公司 集团"
    " 普通合伙企业 有限合伙企业 特殊普通合伙 合伙企业 个人独资企业 个体工商户 专业合作社 合作社 事务所 工作室 研究院 研究所"
    " 经营部 服务部 门市部 商行 商店 超市 酒店 宾馆 医院 诊所 学校 大学 学院 中心 协会 基金会 银行 工厂 厂 店 社"
).split()
_FOREIGN_FORM = re.compile(
    r"[\s,]+((?:co\.?,?\s*)?(?:ltd|limited|llc|inc|corp|corporation|company|gmbh|ag|plc|pte|pty|s\.a\.?|b\.v\.?|oy|ab|kg|co)"
    r"\.?(?:\s*(?:ltd|limited|kg)\.?)?)$",
    re.IGNORECASE,
)
_PLACES = (
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西"
    " 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 中国"
    " 深圳 广州 杭州 南京 苏州 无锡 常州 南通 扬州 徐州 靖江 泰州 镇江 宁波 温州 嘉兴 绍兴 金华 台州 合肥 芜湖 福州 厦门 泉州 南昌"
    " 济南 青岛 烟台 潍坊 郑州 洛阳 武汉 宜昌 长沙 株洲 佛山 东莞 珠海 中山 惠州 汕头 海口 三亚 成都 绵阳 贵阳 昆明 西安 兰州 西宁"
    " 南宁 桂林 柳州 石家庄 唐山 保定 太原 大同 沈阳 大连 鞍山 长春 哈尔滨 大庆 呼和浩特 包头 银川 乌鲁木齐 拉萨 昆山 张家港 常熟 义乌"
).split()
_PLACE = "|".join(sorted(_PLACES, key=len, reverse=True))
_REGION = re.compile(
    rf"(?:(?:{_PLACE})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?"
    r"|[一-龥]{2,3}?(?:省|市|自治州|地区|盟)|[一-龥]{2,3}(?:县|区|旗|镇)(?=[一-龥]{4}))"
)
_BUSINESS = (
    "空调 制冷 暖通 电器 电子 电气 电力 能源 新能源 光伏 电池 机械 机电 机床 设备 装备 仪器 仪表 自动化 机器人 智能 智能科技 信息 信息技术"
    " 信息科技 网络 网络科技 网络技术 软件 科技 科技发展 技术 技术服务 数据 通信 通讯 半导体 光电 材料 新材料 化工 化学 医药 制药 生物"
    " 生物科技 生物医药 医疗 医疗器械 健康 食品 饮料 餐饮 餐饮管理 茶业 酒业 农业 农牧 种业 粮油 纺织 服装 服饰 鞋业 家居 家具 建材 建筑"
    " 建设 建设工程 工程 装饰 装饰工程 房地产 地产 置业 物业 物业管理 园林 环保 环境 水务 钢铁 金属 五金 模具 塑胶 塑料 橡胶 玻璃 陶瓷"
    " 包装 印刷 纸业 物流 供应链 供应链管理 运输 货运 航空 汽车 汽车销售 汽车零部件 汽配 船舶 轮胎 贸易 商贸 国际贸易 进出口 实业 投资"
    " 投资管理 资产管理 金融 保险 证券 咨询 管理咨询 企业管理 广告 传媒 文化 文化传播 教育 教育科技 旅游 旅行 酒店管理 百货 零售 电子商务"
    " 珠宝 化妆品 日化 玩具 体育 安防 消防 照明 电梯 阀门 轴承 精密 精密机械 制造 重工 会计师 律师"
).split()
_BY_LENGTH = sorted(_BUSINESS, key=len, reverse=True)
_FORMS_BY_LENGTH = sorted(_FORMS, key=len, reverse=True)
_BRACKETS = re.compile(r"[(（]([^()（）]*)[)）]")


@dataclass(frozen=True, slots=True)
class NameParts:
    region: str = ""
    trade_name: str = ""
    business: str = ""
    legal_form: str = ""


def normalize(text: str) -> str:
    """NFKC (full-width digits and letters become plain ones), one space at most, none around."""
    return " ".join(unicodedata.normalize("NFKC", text).split())


def name_key(name: str) -> str:
    """What two spellings of one name have in common: NFKC, casefolded, letters and digits only."""
    folded = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in unicodedata.normalize("NFKC", folded) if char.isalnum())[:200]


def parse_company_name(name: str) -> NameParts:
    """The parts of a company's full name, Chinese or foreign; the trade name is never empty for a name that is not."""
    text = normalize(name)
    if not any("一" <= char <= "龥" for char in text):
        found = _FOREIGN_FORM.search(text)
        form = found.group(1) if found else ""
        trade = text[: found.start()] if found else text
        return NameParts(trade_name=trade[:120], legal_form=form[:60])
    bracketed = _BRACKETS.search(text)
    region = bracketed.group(1) if bracketed and _REGION.fullmatch(bracketed.group(1)) else ""
    rest = _BRACKETS.sub("", text) if bracketed else text
    rest, form = _cut_end(rest, _FORMS_BY_LENGTH)
    front = ""
    while (found := _REGION.match(rest)) and len(rest) - found.end() >= 2 and len(front) < 12:
        front += found.group()
        rest = rest[found.end() :]
    trade, business = _cut_business(rest)
    return NameParts((front or region)[:60], trade[:120], business[:60], form[:60])


def _cut_end(text: str, endings: list[str]) -> tuple[str, str]:
    for ending in endings:
        if text.endswith(ending) and len(text) - len(ending) >= 2:
            return text[: -len(ending)], ending
    return text, ""


def _cut_business(text: str) -> tuple[str, str]:
    """Words of a trade taken from the end while at least two characters are left: 春意空调 → 春意, 空调."""
    business = ""
    for _round in range(3):
        rest, word = _cut_end(text, _BY_LENGTH)
        if not word:
            break
        text, business = rest, word + business
    return text, business
