"""What this add-on itself holds about a person."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from crm_core import privacy_fields
from crm_core.company_names import name_key
from crm_core.extensions import PersonalData
from crm_core.privacy import blank_name
from crm_core.privacy_fields import of
from guanxi import Field, Text, _, clock, erase_mails, erase_traces, execute, fetch, fetch_value, mails_to, traces_of

Load = Callable[[int], Awaitable[list[dict[str, Any]]]]
_CUSTOMER = """
SELECT code, kind, name, stage, country, phone, mobile, email, fax, website, province, city, district, address,
    postcode, tax_number, introduction, tags, gender, birth_calendar, birth_month, birth_day, preferred_channel,
    preferred_time, interests, habits, life_notes, price_sensitivity, loyalty_potential, value, value_currency,
    last_deal_on, locale, external_id, last_contact_on, next_contact_on, created_at
FROM crm_core_customer WHERE id = $1
"""
_OWN = (
    *("code", "kind", "name", "country", "phone", "mobile", "email", "fax", "website", "province", "city", "district"),
    *("address", "postcode", "tax_number", "gender", "birth_calendar", "birth_month", "birth_day"),
    *("preferred_channel", "preferred_time", "locale", "created_at"),
)
"""what customers told of themselves"""
_BLANK_CUSTOMER = """
UPDATE crm_core_customer SET name = $2, name_key = $3, name_sound = '', name_place = '',
    name_region = '', trade_name = $2, name_business = '',
    legal_form = '', phone = '', mobile = '', email = '', fax = '', website = '', address = '', postcode = '',
    province = '', city = '', district = '', tax_number = '', introduction = '', tags = '[]', gender = NULL,
    birth_month = NULL, birth_day = NULL, preferred_channel = NULL, preferred_time = '', interests = '[]',
    habits = '', life_notes = '', price_sensitivity = NULL, loyalty_potential = NULL, next_contact_on = NULL,
    external_id = NULL, archived = true, revision = revision + 1, updated_at = $4 WHERE id = $1
"""
_BLANK_CONTACTS = """
UPDATE crm_core_contact SET name = '***', job_title = '', mobile = '', phone = '', email = '', wechat = '', notes = '',
    main = false, archived = true, revision = revision + 1, updated_at = $2 WHERE customer_id = $1
"""
_BLANK_ACTIVITIES = """
UPDATE crm_core_activity SET subject = '***', details = '', next_contact_on = NULL, revision = revision + 1,
    updated_at = $2 WHERE customer_id = $1
"""
_BLANK_ENTRIES = """
UPDATE crm_core_web_form_entry SET name = '', mobile = '', phone = '', email = '', message = '',
    utm_source = '', utm_medium = '', utm_campaign = '', utm_term = '',
    utm_content = '', revision = revision + 1, updated_at = $2 WHERE customer_id = $1
"""
_REQUESTS = """
SELECT asked_at AS at, email, locale, asked_from, expires_at, confirmed_at, confirmed_from, withdrawn_at,
    (SELECT jsonb_object_agg(asked.key, CASE WHEN r.locale = 'zh_CN' AND t.text_zh <> '' THEN t.text_zh ELSE t.text END)
     FROM jsonb_each_text(r.texts) AS asked JOIN crm_core_consent_text t ON t.id = asked.value::bigint) AS texts
FROM crm_core_consent_request r WHERE customer_id = $1 ORDER BY id
"""
_REMOVED = """
SELECT resource, record_id FROM guanxi_audit
WHERE coalesce(after, before) ->> 'customer' = $1 AND action = 'delete'
    AND resource IN ('crm_core/addresses', 'crm_core/contact_points')
"""
"""what is gone, and in the audit log still"""
_GONE = (
    "DELETE FROM crm_core_address WHERE customer_id = $1",
    "DELETE FROM crm_core_contact_point WHERE customer_id = $1",
)
_EXTENDED = {
    "crm_core_customer": "id",
    **dict.fromkeys(
        ("crm_core_contact", "crm_core_activity", "crm_core_address", "crm_core_contact_point"), "customer_id"
    ),
}
"""tables that companies add fields to, and their key of the customer"""
_TABLES = {
    "contacts": "crm_core_contact",
    "addresses": "crm_core_address",
    "contact_points": "crm_core_contact_point",
    "activities": "crm_core_activity",
    "web_form_entries": "crm_core_web_form_entry",
    "consents": "crm_core_consent",
}
_RESOURCES = {
    "crm_core_customer": "crm_core/customers",
    **{table: f"crm_core/{name}" for name, table in _TABLES.items()},
}
_MERGES = "SELECT id FROM crm_core_merge WHERE survivor_id = $1 OR loser_id = $1"


async def _rows(sql: str, customer_id: int) -> list[dict[str, Any]]:
    return [dict(row) for row in await fetch(sql, customer_id)]


async def _custom_columns(table: str) -> list[str]:
    """The columns of the fields that the company added."""
    rows = await fetch(
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1"
        " AND starts_with(column_name, 'x_') ORDER BY ordinal_position",
        table,
    )
    return [row["column_name"] for row in rows]


async def _custom(table: str, key: str, customer_id: int) -> list[dict[str, Any]]:
    """What the fields that the company added hold, a row for each record."""
    names = ", ".join(f'"{name}"' for name in await _custom_columns(table))
    sql = f"SELECT {names} FROM {table} WHERE {key} = $1 ORDER BY id"  # noqa: S608
    return await _rows(sql, customer_id) if names else []


async def _custom_fields(customer_id: int) -> list[dict[str, Any]]:
    return [
        {"kind": table.removeprefix("crm_core_"), **row}
        for table, key in _EXTENDED.items()
        for row in await _custom(table, key, customer_id)
    ]


async def _erase_custom_fields(customer_id: int) -> None:
    for table, key in _EXTENDED.items():
        names = await _custom_columns(table)
        if names:
            cleared = ", ".join(f'"{name}" = DEFAULT' for name in names)
            await execute(f"UPDATE {table} SET {cleared} WHERE {key} = $1", customer_id)  # noqa: S608


async def _customer(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(_CUSTOMER, customer_id)


async def _own_customer(customer_id: int) -> list[dict[str, Any]]:
    return [{name: row[name] for name in _OWN} for row in await _customer(customer_id)]


def _without_notes(load: Load) -> Load:
    """Notes are what users wrote for each other."""

    async def own(customer_id: int) -> list[dict[str, Any]]:
        return [{name: value for name, value in row.items() if name != "notes"} for row in await load(customer_id)]

    return own


async def _contacts(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT name, job_title, mobile, phone, email, wechat, notes, created_at FROM crm_core_contact"
        " WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )


async def _more_addresses(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT kind, country, province, city, district, address, postcode, recipient, phone, notes, created_at"
        " FROM crm_core_address WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )


async def _points(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT kind, value, label, created_at FROM crm_core_contact_point WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )


async def _activities(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT at, kind, subject, outcome, details, next_contact_on FROM crm_core_activity"
        " WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )


async def _consents(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT c.at, c.purpose, c.decision, c.channel, c.version, t.text, t.text_zh FROM crm_core_consent c"
        " LEFT JOIN crm_core_consent_text t ON t.id = c.text_id WHERE c.customer_id = $1 ORDER BY c.id",
        customer_id,
    )


async def _entries(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        "SELECT created_at AS at, name, mobile, phone, email, message,"
        " utm_source, utm_medium, utm_campaign, utm_term, utm_content FROM crm_core_web_form_entry"
        " WHERE customer_id = $1 ORDER BY id",
        customer_id,
    )


async def _records(customer_id: int) -> dict[str, list[int]]:
    """Ids of the customer's records, by the key of their resource."""
    found = {"crm_core/customers": [customer_id]}
    for name, table in _TABLES.items():
        rows = await fetch(f"SELECT id FROM {table} WHERE customer_id = $1", customer_id)  # noqa: S608
        found[f"crm_core/{name}"] = [row["id"] for row in rows]
    for row in await fetch(_REMOVED, str(customer_id)):
        found[row["resource"]].append(row["record_id"])
    return found


async def _traces(customer_id: int) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = []
    for key, ids in (await _records(customer_id)).items():
        for kind, traces in (await traces_of(key, ids)).items():
            rows += [{"kind": kind, **trace} for trace in traces]
    return rows


async def _erase_traces(customer_id: int) -> None:
    for key, ids in (await _records(customer_id)).items():
        await erase_traces(key, ids)


async def _addresses(customer_id: int) -> list[str]:
    rows = await fetch(
        "SELECT email FROM crm_core_customer WHERE id = $1 AND email <> ''"
        " UNION SELECT email FROM crm_core_contact WHERE customer_id = $1 AND email <> ''"
        " UNION SELECT email FROM crm_core_consent_request WHERE customer_id = $1"
        " UNION SELECT value FROM crm_core_contact_point WHERE customer_id = $1 AND kind = 'email'",
        customer_id,
    )
    return [row["email"] for row in rows]


async def _mails(customer_id: int) -> list[dict[str, Any]]:
    return await mails_to(await _addresses(customer_id))


async def _erase_mails(customer_id: int) -> None:
    await erase_mails(await _addresses(customer_id))


async def _merged(customer_id: int) -> list[Text]:
    found = await fetch_value("SELECT 1 FROM crm_core_merge WHERE loser_id = $1 AND undone_at IS NULL", customer_id)
    return [] if found is None else [_("This customer was merged into another; anonymize that one.")]


async def _erase_merges(customer_id: int) -> None:
    """No merge of the customer can be undone any more: that would bring values back."""
    ids = [row["id"] for row in await fetch(_MERGES, customer_id)]
    await execute("DELETE FROM crm_core_merge_moved WHERE merge_id = ANY($1::bigint[])", ids)
    await execute(
        "UPDATE crm_core_merge SET name = '***', reason = '', changes = '{}', kept = false, revision = revision + 1"
        " WHERE id = ANY($1::bigint[])",
        ids,
    )
    await erase_traces("crm_core/merges", ids)
    requests = await fetch(
        "UPDATE crm_core_merge_request SET name = '***', note = '', answer = '', revision = revision + 1"
        " WHERE customer_id = $1 OR other_id = $1 RETURNING id",
        customer_id,
    )
    await erase_traces("crm_core/merge-requests", [row["id"] for row in requests])


async def _merges(customer_id: int) -> list[dict[str, Any]]:
    return await _rows("SELECT created_at AS at, name, reason FROM crm_core_merge WHERE survivor_id = $1", customer_id)


async def _erase_customer(customer_id: int) -> None:
    """The statements go around the gateway, whose audit entries would tell the values once more."""
    name = blank_name(await fetch_value("SELECT code FROM crm_core_customer WHERE id = $1", customer_id))
    now = clock.now()
    await execute(_BLANK_CUSTOMER, customer_id, name, name_key(name), now)
    for sql in (_BLANK_CONTACTS, _BLANK_ACTIVITIES, _BLANK_ENTRIES):
        await execute(sql, customer_id, now)
    for sql in _GONE:
        await execute(sql, customer_id)


async def _requests(customer_id: int) -> list[dict[str, Any]]:
    return await _rows(
        _REQUESTS,
        customer_id,
    )


async def _erase_requests(customer_id: int) -> None:
    """Links that were mailed lead nowhere from now on."""
    await execute("DELETE FROM crm_core_consent_request WHERE customer_id = $1", customer_id)


def _part(
    name: str,
    title: Text,
    load: Load,
    order: int,
    fields: tuple[Field, ...] = privacy_fields.MADE,
    own: Load | None = None,
) -> PersonalData:
    """Records of this add-on's resource of the same name; they are erased with the customer."""
    key = of(f"crm_core/{name}")
    return PersonalData(name=name, title=title, load=load, own=own, order=order, resource=key, fields=fields)


PERSONAL = (
    PersonalData(
        name="mails", title=_("Mails"), load=_mails, erase=_erase_mails, order=10, fields=privacy_fields.MAILS
    ),
    PersonalData(
        name="notes",
        title=_("Notes, to-dos and files"),
        load=_traces,
        erase=_erase_traces,
        order=20,
        fields=privacy_fields.TRACES,
    ),
    PersonalData(
        name="merges",
        title=_("Merges"),
        load=_merges,
        erase=_erase_merges,
        obstacles=_merged,
        order=25,
        fields=privacy_fields.MERGES,
    ),
    PersonalData(
        name="custom_fields",
        title=_("Custom fields"),
        load=_custom_fields,
        erase=_erase_custom_fields,
        order=30,
        resource=lambda row: _RESOURCES[f"crm_core_{row['kind']}"],
        fields=(Field("kind", _("Record"), choices=privacy_fields.Extended),),
    ),
    PersonalData(
        name="customer",
        title=_("Customer"),
        load=_customer,
        own=_own_customer,
        erase=_erase_customer,
        order=90,
        resource=of("crm_core/customers"),
        fields=privacy_fields.MADE,
    ),
    _part("contacts", _("Contacts"), _contacts, 91, own=_without_notes(_contacts)),
    _part("addresses", _("Addresses"), _more_addresses, 91, own=_without_notes(_more_addresses)),
    _part("contact_points", _("Further numbers"), _points, 91, own=_points),
    _part("activities", _("Follow-ups"), _activities, 92),
    _part("consents", _("Consents"), _consents, 93, privacy_fields.CONSENTS, own=_consents),
    PersonalData(
        name="consent_requests",
        title=_("Consents asked by e-mail"),
        load=_requests,
        own=_requests,
        erase=_erase_requests,
        order=93,
        fields=privacy_fields.REQUESTS,
    ),
    PersonalData(
        name="web_forms",
        title=_("Sent web forms"),
        load=_entries,
        own=_entries,
        order=94,
        resource=of("crm_core/web_form_entries"),
        fields=privacy_fields.ENTRIES,
    ),
)
