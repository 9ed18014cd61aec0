"""Demo data: a plan for birthdays, which is active, and two for holidays of the lunar calendar."""

from __future__ import annotations

from typing import Any

from crm_care.choices import Gift, Occasion, PlanCalendar
from crm_care.gifts import bank_of
from crm_care.models import Plan
from guanxi import create, elevated

_PLANS: tuple[dict[str, Any], ...] = (
    {
        "name": "Birthday wishes",
        "name_zh": "生日祝福",
        "occasion": Occasion.BIRTHDAY,
        "days_before": 1,
        "subject": "Happy birthday, {name}",
        "text": "Dear {name},\n\nhappy birthday, and all the best from {company}.",
        "subject_zh": "{name}，生日快乐",
        "text_zh": "尊敬的{name}：\n\n{company}祝您生日快乐，万事如意！",
    },
    {
        "name": "Spring Festival",
        "name_zh": "春节问候",
        "occasion": Occasion.HOLIDAY,
        "calendar": PlanCalendar.LUNAR,
        "month": 1,
        "day": 1,
        "days_before": 2,
        "subject": "A happy new year from {company}",
        "text": "Dear {name},\n\na happy and prosperous new year from all of us at {company}.",
        "subject_zh": "{company}给您拜年",
        "text_zh": "尊敬的{name}：\n\n{company}全体同仁祝您新春快乐，阖家幸福！",
    },
    {
        "name": "Mid-Autumn Festival",
        "name_zh": "中秋问候",
        "occasion": Occasion.HOLIDAY,
        "calendar": PlanCalendar.LUNAR,
        "month": 8,
        "day": 15,
        "days_before": 1,
        "subject": "Happy Mid-Autumn Festival",
        "text": "Dear {name},\n\nhappy Mid-Autumn Festival from {company}.",
        "subject_zh": "中秋快乐",
        "text_zh": "尊敬的{name}：\n\n{company}祝您中秋快乐，月圆人团圆！",
    },
)


async def make_demo() -> None:
    with elevated():
        for values in _PLANS:
            gift: dict[str, Any] = {}
            if values["occasion"] is Occasion.BIRTHDAY:
                gift = {"active": True}
                if bank_of(Gift.POINTS) is not None:
                    gift |= {"gift": Gift.POINTS, "points": 100}
            await create(Plan, {**values, **gift})
