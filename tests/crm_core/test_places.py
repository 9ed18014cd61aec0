"""Where a Chinese address lies."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from crm_core.models import Customer
from crm_core.places import CITIES, Place, place_of
from guanxi import create, update


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("江苏省泰州市靖江市人民路1号", ("江苏省", "泰州市", "靖江市")),
        ("江苏泰州靖江市人民路", ("江苏省", "泰州市", "靖江市")),
        ("江苏省靖江市春江路", ("江苏省", "", "靖江市")),
        ("上海市浦东新区世纪大道100号", ("上海市", "上海市", "浦东新区")),
        ("上海浦东新区世纪大道", ("上海市", "上海市", "浦东新区")),
        ("重庆市市辖区渝中区解放碑", ("重庆市", "重庆市", "渝中区")),
        ("苏州市工业园区星湖街328号", ("江苏省", "苏州市", "工业园区")),
        ("深圳南山区科技园", ("广东省", "深圳市", "南山区")),
        ("吉林市船营区", ("吉林省", "吉林市", "船营区")),
        ("吉林省吉林市昌邑区", ("吉林省", "吉林市", "昌邑区")),
        ("广西南宁市青秀区", ("广西壮族自治区", "南宁市", "青秀区")),
        ("海南省海口市龙华区", ("海南省", "海口市", "龙华区")),
        ("海南藏族自治州共和县", ("青海省", "海南藏族自治州", "共和县")),
        ("新疆喀什地区疏附县", ("新疆维吾尔自治区", "喀什地区", "疏附县")),
        ("湖北恩施州恩施市施州大道", ("湖北省", "恩施土家族苗族自治州", "恩施市")),
        ("湖北省恩施市", ("湖北省", "", "恩施市")),
        ("延边州延吉市", ("吉林省", "延边朝鲜族自治州", "延吉市")),
        ("云南省大理州大理市", ("云南省", "大理白族自治州", "大理市")),
        ("大理石材市场", ("", "", "")),
        ("四川凉山西昌市", ("四川省", "凉山彝族自治州", "西昌市")),
        ("西双版纳州景洪市", ("云南省", "西双版纳傣族自治州", "景洪市")),
        ("贵州黔东南州凯里市", ("贵州省", "黔东南苗族侗族自治州", "凯里市")),
        ("新疆伊犁州伊宁市", ("新疆维吾尔自治区", "伊犁哈萨克自治州", "伊宁市")),
        ("海南州共和县", ("青海省", "海南藏族自治州", "共和县")),
        ("河北省唐山路南区", ("河北省", "唐山市", "路南区")),
        ("唐山市路北区新华道", ("河北省", "唐山市", "路北区")),
        ("唐山路1号", ("", "", "")),
        ("上海路南1号", ("", "", "")),
        ("中华人民共和国广东省中山市火炬开发区", ("广东省", "中山市", "火炬开发区")),
        ("香港特别行政区九龙", ("香港特别行政区", "", "")),
        ("朝阳区建国路", ("", "", "")),
        ("中山路1号", ("", "", "")),
        ("北京东路1号", ("", "", "")),
        ("12 Main Street", ("", "", "")),
        ("", ("", "", "")),
    ],
)
def test_an_address_tells_its_place(address: str, place: tuple[str, str, str]) -> None:
    assert place_of(address) == place


def test_every_city_is_found_by_its_full_name() -> None:
    for province, cities in CITIES.items():
        for city in cities:
            assert place_of(f"{province}{city}")[:2] == (province, city)


@given(st.text(max_size=60))
def test_no_text_is_too_strange(text: str) -> None:
    assert len(place_of(text)) == 3


@pytest.mark.usefixtures("inside")
async def test_a_customers_place_follows_its_address_until_it_is_typed() -> None:
    made = await create(Customer, {"name": "春意", "phone": "0512-62881234", "address": "江苏省泰州市靖江市人民路1号"})
    assert (made.province, made.city, made.district) == Place("江苏省", "泰州市", "靖江市")
    moved = await update(Customer, made.id, {"address": "上海市浦东新区世纪大道1号"})
    assert (moved.province, moved.city, moved.district) == Place("上海市", "上海市", "浦东新区")
    vague = await update(Customer, made.id, {"address": "世纪大道2号"})
    assert (vague.province, vague.city, vague.district) == Place()
    typed = await update(Customer, made.id, {"address": "深圳市南山区1号", "province": "广东", "city": "深圳"})
    assert (typed.province, typed.city, typed.district) == Place("广东", "深圳")
    stays = await update(Customer, made.id, {"address": "上海市浦东新区世纪大道1号"})
    assert (stays.province, stays.city) == ("广东", "深圳")
    left = await update(Customer, made.id, {"province": "", "city": ""})
    assert (left.province, left.city) == ("", "")
    again = await update(Customer, made.id, {"address": "上海市浦东新区世纪大道3号"})
    assert again.city == "上海市"
    gone = await update(Customer, made.id, {"country": "US"})
    assert (gone.province, gone.city, gone.district) == Place()
    abroad = await create(
        Customer, {"name": "X Ltd", "phone": "+44 20 7946 0000", "country": "GB", "address": "上海路"}
    )
    assert abroad.city == ""
