"""Demo data: two clubs, and customers who talk there."""

from __future__ import annotations

from crm_community import clubs, nicknames, writing
from crm_community.models import Club
from crm_core.services import customers_with_address
from crm_loyalty.services import all_tiers
from guanxi import create, elevated

_NAMES = ("山里人", "茶馆老周", "Lina", "阿杰", "晨光", "北京小马")
_TALK = (
    ("新茶到了，大家怎么泡？", ("我用 85 度水，三分钟。", "Glass cup, and just two grams.", "第二泡最香。")),
    ("Which thermos keeps tea warm the longest?", ("The steel one, six hours.", "积分换的那个保温杯就不错。")),
)


async def make_demo() -> None:
    with elevated():
        tiers = await all_tiers()
        tea = await create(
            Club,
            {
                "name": "Tea friends",
                "name_zh": "茶友会",
                "about": "How we drink it, and where the best comes from.",
                "about_zh": "聊茶、分享冲泡心得。",
            },
        )
        await create(
            Club,
            {
                "name": "Gold circle",
                "name_zh": "金卡俱乐部",
                "about": "Previews and invitations for our best customers.",
                "about_zh": "新品预览与专属活动邀请。",
                "tier_id": next((tier.id for tier in tiers if tier.name == "Gold"), None),
            },
        )
        people = []
        for customer, name in zip(await customers_with_address(len(_NAMES)), _NAMES, strict=False):
            await nicknames.choose(customer.id, name)
            await clubs.join(customer.id, tea.id)
            people.append(await clubs.visitor(customer.id))
        for number, (title, answers) in enumerate(_TALK if len(people) > len(_TALK) else ()):
            topic = await writing.open_topic(people[number], tea.id, title, title, f"demo:{number}")
            for at, text in enumerate(answers if topic is not None else ()):
                await writing.reply(
                    people[(number + at + 1) % len(people)], tea.id, topic or 0, text, f"demo:{number}:{at}"
                )
        await writing.open_for_company(
            tea.id, "欢迎来到茶友会 Welcome", "请友善交流，欢迎晒图配文。\nBe kind to each other."
        )
