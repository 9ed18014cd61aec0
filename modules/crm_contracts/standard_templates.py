"""What a new company starts with: a standard contract for goods and services, in both languages, and its clauses."""

from __future__ import annotations

import msgspec

from crm_contracts.publishing import make_version
from crm_contracts.settings import SETTINGS, ContractSettings
from crm_contracts.standard_texts import CLAUSES, TEMPLATE, TEMPLATE_EN
from crm_contracts.text_models import Clause, Template
from guanxi import count, create, elevated, save_settings, settings_of


async def seed_templates() -> None:
    """Once: what the company changes or deletes since stays as it left it."""
    with elevated():
        if await count(Template) or await count(Clause):
            return
        for code, name, name_en, body, body_en in CLAUSES:
            values = {"code": code, "name": name, "name_en": name_en, "body": body, "body_en": body_en}
            await make_version(await create(Clause, values))
        values = {"name": "标准合同", "name_en": "Standard contract", "body": TEMPLATE, "body_en": TEMPLATE_EN}
        template = await create(Template, values)
        await make_version(template)
        settings = msgspec.structs.asdict(settings_of(ContractSettings)) | {"template": template.id}
        await save_settings(SETTINGS, settings)
