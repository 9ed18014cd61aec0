"""Customers, contacts and follow-ups of the last months for the demo company."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from crm_core.choices import CustomerKind, Language, MemberPart, Stage
from crm_core.contact_models import Address, ContactPoint
from crm_core.demo_data import CONTACTS, FOREIGN, ORGANIZATIONS, PERSONS, TALKS, TEAMS
from crm_core.follow_up_models import Member
from crm_core.models import Activity, Contact, Customer
from crm_core.numbers import tax_check_character
from guanxi import clock, create, create_user, current_company, execute, fetch, fetch_value, today

_STAGES = (Stage.FORMAL, Stage.FORMAL, Stage.INTENT, Stage.POTENTIAL, Stage.POTENTIAL, Stage.LOST)
_SOURCES = ("Referral", "Exhibition", "Website", "Cold call")
_LEVELS = ("Key account", "Standard", "Standard", "Small")
_LIKES: tuple[dict[str, Any], ...] = (
    {"gender": "female", "preferred_channel": "wechat", "preferred_time": "18:00-20:00", "interests": ["旅行", "咖啡"]},
    {"gender": "male", "preferred_channel": "phone", "interests": ["足球"], "habits": "周末在店里购买，重视质保。"},
)
_CLASSES = ("Important", "Ordinary", "Potential")


async def make_demo() -> None:
    terms = {(row["kind"], row["name"]): row["id"] for row in await fetch("SELECT id, kind, name FROM crm_core_term")}
    owners = await _owners()
    rows = [*_organizations(terms), *_foreign(), *_persons()]
    for index, row in enumerate(rows):
        owner = owners[2] if row.pop("south", False) else owners[index % 2]
        made = await create(Customer, {**row, **_common(index, terms), "owner": owner})
        await _company_around(made, index, owner)
        await _team(made, index, owner, owners)
    await execute("UPDATE crm_core_contact_plan SET active = true, updated_at = $1", clock.now())


async def _team(customer: Customer, index: int, owner: int, owners: list[int]) -> None:
    """Every sixth customer is followed by two, whose next contact is up to the second at every twelfth."""
    other = next(each for each in owners if each != owner)
    if index % 6 == 0:
        part = MemberPart.SERVICE if index % 4 else MemberPart.PRESALES
        await create(Member, {"customer": customer.id, "user": other, "part": part.value})
    if index % 12 == 0:
        await execute(
            "UPDATE crm_core_customer SET next_contact_by_id = $2 WHERE id = $1 AND next_contact_on IS NOT NULL",
            customer.id,
            other,
        )


async def _owners() -> list[int]:
    """The three salespeople, in two departments; without passwords, so that nobody can sign in as them yet."""
    sales = await fetch_value("SELECT id FROM guanxi_role WHERE key = 'sales'")
    manager = await fetch_value("SELECT id FROM guanxi_role WHERE key = 'manager'")
    owners: list[int] = []
    for team, people in TEAMS:
        department = await _department(team)
        for name, login in people:
            roles = [role for role in (sales, manager if not owners else None) if role is not None]
            email = f"{login}@chunyi.example"
            locale = current_company().locale
            owners.append(
                await create_user(login, name, email=email, roles=roles, locale=locale, department_id=department)
            )
    return owners


async def _department(name: str) -> int:
    return int(
        await fetch_value(
            "INSERT INTO guanxi_department (name, revision, created_at, updated_at) VALUES ($1, 1, $2, $2)"
            " ON CONFLICT (name) DO UPDATE SET name = $1 RETURNING id",
            name,
            clock.now(),
        )
    )


def _common(index: int, terms: dict[tuple[str, str], int]) -> dict[str, Any]:
    return {
        "external_id": f"D{index + 1:03}",
        "stage": _STAGES[index % len(_STAGES)].value,
        "source": terms.get(("source", _SOURCES[index % len(_SOURCES)])),
        "level": terms.get(("level", _LEVELS[index % len(_LEVELS)])),
        "value_class": terms.get(("value_class", _CLASSES[index % len(_CLASSES)])),
        "trading": index % len(_STAGES) < 2,
        "created_at": clock.now() - timedelta(days=200 - 3 * index),
    }


def _organizations(terms: dict[tuple[str, str], int]) -> list[dict[str, Any]]:
    rows = []
    for index, line in enumerate(ORGANIZATIONS.splitlines()):
        name, phone, address, postcode, industry, region, domain = line.split("|")
        first = f"91{postcode}MA{20_000_01 + index * 37:07}"
        rows.append(
            {
                **{"name": name, "phone": phone, "address": address, "postcode": postcode},
                "email": f"info@{domain}.example",
                "website": f"https://www.{domain}.example",
                "tax_number": first + tax_check_character(first),
                "industry": terms.get(("industry", industry)),
                "region": terms.get(("region", region)),
                "introduction": f"{address.partition('市')[0]}市的客户，由展会或转介绍认识。",
                "south": region == "South China",
            }
        )
    return rows


def _foreign() -> list[dict[str, Any]]:
    rows = []
    for line in FOREIGN.splitlines():
        name, country, phone, address, domain = line.split("|")
        values = {"name": name, "country": country, "phone": phone, "address": address}
        rows.append({**values, "email": f"office@{domain}.example", "locale": Language.EN.value})
    return rows


def _persons() -> list[dict[str, Any]]:
    rows = []
    for index, line in enumerate(PERSONS.splitlines()):
        name, mobile, address, month, day = line.split("|")
        values = {"name": name, "mobile": mobile, "address": address, "kind": CustomerKind.PERSON.value}
        birthday: dict[str, Any] = {"birth_calendar": "lunar" if index % 3 == 2 else "solar"}
        birthday |= {"birth_month": int(month), "birth_day": int(day)}
        rows.append({**values, **birthday, **_LIKES[index % len(_LIKES)], "email": f"person{index + 1}@mail.example"})
    return rows


async def _company_around(customer: Customer, index: int, owner: int) -> None:
    """A contact or two, and follow-ups whose last one says when to call next: some are due today."""
    if customer.kind == CustomerKind.ORGANIZATION:
        for place in range(1 + index % 2):
            name, title = CONTACTS[(index + 3 * place) % len(CONTACTS)]
            mobile = f"139{index:04}{place:04}"
            await create(
                Contact,
                {"customer": customer.id, "name": name, "job_title": title, "mobile": mobile, "main": place == 0},
            )
        await _further(customer, index)
    day = today()
    for step in range(index % 4 + 1):
        kind, subject, outcome, details = TALKS[(index + step) % len(TALKS)]
        days = 20 * (index % 4 - step) + index % 9 + 1
        following = day - timedelta(days=days) + timedelta(days=20 if step < index % 4 else 8)
        await create(
            Activity,
            {
                **{"customer": customer.id, "kind": kind, "subject": subject, "outcome": outcome, "details": details},
                "at": clock.now() - timedelta(days=days, hours=index % 5),
                "next_contact_on": following if kind != "note" else None,
                "user": owner,
            },
        )


async def _further(customer: Customer, index: int) -> None:
    """A warehouse at every fourth organization, a second number at every third."""
    if index % 4 == 0 and customer.province:
        place = f"{customer.city or customer.district or customer.province}仓库路 {index + 6} 号"
        values = {"kind": "delivery", "address": place, "recipient": "仓库", "phone": f"137{index:08}"}
        await create(Address, {"customer": customer.id, "country": customer.country, **values})
    if index % 3 == 0:
        values = {"value": f"service{index}@mail.example", "label": "售后"}
        await create(ContactPoint, {"customer": customer.id, **values})
