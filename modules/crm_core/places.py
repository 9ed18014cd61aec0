"""Provinces and cities of China as addresses name them, and where an address lies (GB/T 2260, levels one and two)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
"""cities that are provinces"""
_CITIES = {
    "河北省": "石家庄 唐山 秦皇岛 邯郸 邢台 保定 张家口 承德 沧州 廊坊 衡水",
    "山西省": "太原 大同 阳泉 长治 晋城 朔州 晋中 运城 忻州 临汾 吕梁",
    "内蒙古自治区": "呼和浩特 包头 乌海 赤峰 通辽 鄂尔多斯 呼伦贝尔 巴彦淖尔 乌兰察布 兴安盟 锡林郭勒盟 阿拉善盟",
    "辽宁省": "沈阳 大连 鞍山 抚顺 本溪 丹东 锦州 营口 阜新 辽阳 盘锦 铁岭 朝阳 葫芦岛",
    "吉林省": "长春 吉林 四平 辽源 通化 白山 松原 白城 延边朝鲜族自治州",
    "黑龙江省": "哈尔滨 齐齐哈尔 鸡西 鹤岗 双鸭山 大庆 伊春 佳木斯 七台河 牡丹江 黑河 绥化 大兴安岭地区",
    "江苏省": "南京 无锡 徐州 常州 苏州 南通 连云港 淮安 盐城 扬州 镇江 泰州 宿迁",
    "浙江省": "杭州 宁波 温州 嘉兴 湖州 绍兴 金华 衢州 舟山 台州 丽水",
    "安徽省": "合肥 芜湖 蚌埠 淮南 马鞍山 淮北 铜陵 安庆 黄山 滁州 阜阳 宿州 六安 亳州 池州 宣城",
    "福建省": "福州 厦门 莆田 三明 泉州 漳州 南平 龙岩 宁德",
    "江西省": "南昌 景德镇 萍乡 九江 新余 鹰潭 赣州 吉安 宜春 抚州 上饶",
    "山东省": "济南 青岛 淄博 枣庄 东营 烟台 潍坊 济宁 泰安 威海 日照 临沂 德州 聊城 滨州 菏泽",
    "河南省": "郑州 开封 洛阳 平顶山 安阳 鹤壁 新乡 焦作 濮阳 许昌 漯河 三门峡 南阳 商丘 信阳 周口 驻马店",
    "湖北省": "武汉 黄石 十堰 宜昌 襄阳 鄂州 荆门 孝感 荆州 黄冈 咸宁 随州 恩施土家族苗族自治州",
    "湖南省": "长沙 株洲 湘潭 衡阳 邵阳 岳阳 常德 张家界 益阳 郴州 永州 怀化 娄底 湘西土家族苗族自治州",
    "广东省": "广州 韶关 深圳 珠海 汕头 佛山 江门 湛江 茂名 肇庆 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳"
    " 云浮",
    "广西壮族自治区": "南宁 柳州 桂林 梧州 北海 防城港 钦州 贵港 玉林 百色 贺州 河池 来宾 崇左",
    "海南省": "海口 三亚 三沙 儋州",
    "四川省": "成都 自贡 攀枝花 泸州 德阳 绵阳 广元 遂宁 内江 乐山 南充 眉山 宜宾 广安 达州 雅安 巴中 资阳"
    " 阿坝藏族羌族自治州 甘孜藏族自治州 凉山彝族自治州",
    "贵州省": "贵阳 六盘水 遵义 安顺 毕节 铜仁 黔西南布依族苗族自治州 黔东南苗族侗族自治州 黔南布依族苗族自治州",
    "云南省": "昆明 曲靖 玉溪 保山 昭通 丽江 普洱 临沧 楚雄彝族自治州 红河哈尼族彝族自治州 文山壮族苗族自治州"
    " 西双版纳傣族自治州 大理白族自治州 德宏傣族景颇族自治州 怒江傈僳族自治州 迪庆藏族自治州",
    "西藏自治区": "拉萨 日喀则 昌都 林芝 山南 那曲 阿里地区",
    "陕西省": "西安 铜川 宝鸡 咸阳 渭南 延安 汉中 榆林 安康 商洛",
    "甘肃省": "兰州 嘉峪关 金昌 白银 天水 武威 张掖 平凉 酒泉 庆阳 定西 陇南 临夏回族自治州 甘南藏族自治州",
    "青海省": "西宁 海东 海北藏族自治州 黄南藏族自治州 海南藏族自治州 果洛藏族自治州 玉树藏族自治州"
    " 海西蒙古族藏族自治州",
    "宁夏回族自治区": "银川 石嘴山 吴忠 固原 中卫",
    "新疆维吾尔自治区": "乌鲁木齐 克拉玛依 吐鲁番 哈密 昌吉回族自治州 博尔塔拉蒙古自治州 巴音郭楞蒙古自治州 阿克苏地区"
    " 克孜勒苏柯尔克孜自治州 喀什地区 和田地区 伊犁哈萨克自治州 塔城地区 阿勒泰地区",
    "台湾省": "台北 高雄 台中 台南 新北 桃园",
    "香港特别行政区": "",
    "澳门特别行政区": "",
}
_SUFFIX = re.compile("(?:自治州|地区|盟)$")
_PROVINCE_END = re.compile("(?:省|市|特别行政区|(?:壮族|回族|维吾尔)?自治区)$")


def _full(city: str) -> str:
    return city if _SUFFIX.search(city) else f"{city}市"


CITIES: dict[str, tuple[str, ...]] = {
    **{name: (name,) for name in MUNICIPALITIES},
    **{province: tuple(map(_full, names.split())) for province, names in _CITIES.items()},
}
"""names of the second level by those of the first, in full"""
_SHORT_END = re.compile("(?:市|地区|盟)$")
_PREFECTURE_END = re.compile(
    "(?:(?:朝鲜|土家|苗|藏|羌|彝|布依|侗|哈尼|壮|傣|白|景颇|傈僳|回|蒙古|柯尔克孜|哈萨克)族?)+自治州$"
)
_DISTRICT = re.compile("路[南北]区|[^省市区县旗号路街道镇乡村0-9]{1,12}(?:自治县|自治旗|新区|区|县|旗|市)")
_ROAD = re.compile("(?!(?<=唐山)路[南北]区)(?:市|自治|藏族|[东西南北中]?(?:大?[路街道]|区|县|镇|乡|村))")
"""中山路, 朝阳区 and 北京东路 name no city; 唐山路南区 does"""
_PROVINCE_OF = {city: province for province, cities in CITIES.items() for city in cities}
_BEGINNINGS = {name[:2] for name in (*CITIES, *_PROVINCE_OF)}
_Names = Mapping[str, Iterable[tuple[str, str]]]
"""ways to write names, each with the full name, by their first two characters"""


def _by_beginning(names: Iterable[tuple[str, str]]) -> _Names:
    found: dict[str, list[tuple[str, str]]] = {}
    for written, full in names:
        found.setdefault(written[:2], []).append((written, full))
    return found


def _prefecture(city: str) -> str:
    """恩施土家族苗族自治州: 恩施州"""
    return _PREFECTURE_END.sub("州", city)


_PROVINCES = _by_beginning((name, name) for name in CITIES)
_SHORT_PROVINCES = _by_beginning((_PROVINCE_END.sub("", name), name) for name in CITIES)
_WRITTEN_CITIES = {
    province: _by_beginning((written, city) for city in cities for written in {city, _prefecture(city)})
    for province, cities in {**CITIES, "": tuple(_PROVINCE_OF)}.items()
}
"""by province; all of them where it is empty"""
_SHORT_CITIES = {
    province: _by_beginning((_SHORT_END.sub("", _PREFECTURE_END.sub("", city)), city) for city in cities)
    for province, cities in {**CITIES, "": [city for city in _PROVINCE_OF if not city.endswith("州")]}.items()
}
"""where the province is not said, 大理 and 红河 may be anything"""


class Place(NamedTuple):
    """Empty where the address does not say it."""

    province: str = ""
    city: str = ""
    district: str = ""


def place_of(address: str) -> Place:
    """江苏省泰州市靖江市人民路1号, 江苏泰州靖江市…, 上海市浦东新区…; nothing for what is not in Chinese.

    A city of the second level tells its province; one of the third stands as the district.
    """
    rest = address.replace(" ", "").removeprefix("中华人民共和国").removeprefix("中国")
    if rest[:2] not in _BEGINNINGS:
        return Place()
    province, rest = _begin(rest, _PROVINCES)
    if province in MUNICIPALITIES:
        city, rest = province, rest.removeprefix("市辖区").removeprefix(province)
    else:
        city, rest = _begin(rest, _WRITTEN_CITIES[province])
    if not province and not city:
        province, rest = _begin(rest, _SHORT_PROVINCES, short=True)
        if province in MUNICIPALITIES:
            city = province
        elif province:
            city, rest = _begin(rest, _WRITTEN_CITIES[province])
    if not city:
        city, rest = _begin(rest, _SHORT_CITIES[province], short=True)
    found = _DISTRICT.match(rest) if city or province else None
    return Place(province or _PROVINCE_OF.get(city, ""), city, found.group() if found else "")


def new_place(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, str]:
    """What becomes of province, city and district where `new` values come to the `old` ones.

    They follow the address for as long as they are what it says; what somebody typed stays.
    """
    if "address" not in new and "country" not in new:
        return {}
    before = Place(*(old.get(name) or "" for name in Place._fields))
    if any((new.get(name) or "") != said for name, said in zip(Place._fields, before, strict=True) if name in new):
        return {}
    if any(before) and before != _read(old):
        return {}
    after = _read({**old, **new})
    return {} if after == before else after._asdict()


def _read(row: Mapping[str, Any]) -> Place:
    return place_of(row.get("address") or "") if (row.get("country") or "CN") == "CN" else Place()


def _begin(text: str, names: _Names, *, short: bool = False) -> tuple[str, str]:
    """The full name of what the text begins with, and what follows it; a short name that a road has is none."""
    for written, full in names.get(text[:2], ()):
        if text.startswith(written) and not (short and _ROAD.match(text, len(written))):
            return full, text[len(written) :]
    return "", text
