"""The import of vCards. A card is found again by its UID, else by its name and a number or an address for mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from crm_core import rules
from crm_core.choices import AddressKind, CustomerKind
from crm_core.company_names import name_key, normalize
from crm_core.contact_models import Address, ContactPoint
from crm_core.contact_points import kind_of
from crm_core.duplicates import Duplicate
from crm_core.models import Contact, Customer
from crm_core.permissions import CorePermission
from crm_core.queries import scope_arguments, scope_condition
from crm_core.vcard_cards import COLUMNS, HELP, MAX_NOTES, WORDS, card_row
from crm_core.vcard_reading import is_vcard, parse_cards
from crm_core.writing import double_text
from guanxi import (
    Existing,
    Field,
    GuanxiError,
    ImportChange,
    Importer,
    ImportProblem,
    ImportResult,
    ImportRow,
    InvalidInput,
    Kind,
    NotFound,
    Resource,
    _,
    create,
    current_company,
    fetch,
    fetch_row,
    fetch_value,
    get,
    keep_keys,
    records_by_key,
    transaction,
    update,
)

_LONGEST_UID = 200
_KNOWN_POINT = "SELECT 1 FROM crm_core_contact_point WHERE customer_id = $1 AND value = $2"
_KNOWN_ADDRESS = (
    "SELECT 1 FROM crm_core_address WHERE customer_id = $1 AND address = $2"
    " UNION ALL SELECT 1 FROM crm_core_customer WHERE id = $1 AND address = $2 LIMIT 1"
)
_AT_CONTACT = ("job_title", "mobile", "phone", "email", "wechat", "notes")
_AT_CUSTOMER = (
    *("mobile", "phone", "fax", "email", "address", "postcode", "country", "website", "birth_month", "birth_day"),
    "tags",
)
_COLUMN_OF = {"name": "full_name", "introduction": "notes"}
_FIND_CONTACT = """
SELECT id FROM crm_core_contact WHERE customer_id = $1 AND lower(name) = lower($2)
    AND (($3 = '' AND $4 = '' AND $5 = '') OR ($3 <> '' AND mobile = $3) OR ($4 <> '' AND phone = $4)
         OR ($5 <> '' AND lower(email) = $5)) ORDER BY archived, id LIMIT 1
"""
_FIND_CUSTOMER = f"""
SELECT c.id, u.name AS holder, {scope_condition(5)} IS TRUE AS visible
FROM crm_core_customer c LEFT JOIN guanxi_user u ON u.id = c.owner_id
WHERE c.name_key = $1 AND (($2 = '' AND $3 = '' AND $4 = '') OR ($2 <> '' AND c.mobile = $2)
    OR ($3 <> '' AND c.phone = $3) OR ($4 <> '' AND c.email = $4))
ORDER BY visible DESC, c.archived, c.id LIMIT 1
"""  # noqa: S608


def read_vcards(content: bytes) -> list[list[str]] | None:
    """None for what is no vCard file. Raises UnreadableCard."""
    if not is_vcard(content):
        return None
    return [list(COLUMNS), *(card_row(card) for card in parse_cards(content))]


async def write(rows: list[ImportRow]) -> ImportResult:
    result = ImportResult()
    for row in rows:
        try:
            async with transaction():
                done = await _write(row)
        except InvalidInput as error:
            found = {_COLUMN_OF.get(name, name): text for name, text in error.fields.items()} or {"": error.text}
            result.problems += [ImportProblem(row.number, name, text) for name, text in found.items()]
        except GuanxiError as error:
            result.problems.append(ImportProblem(row.number, "", error.text))
        else:
            setattr(result, done.outcome, getattr(result, done.outcome) + 1)
            result.changes += [done.change] if done.change is not None else []
    return result


@dataclass(slots=True)
class _Done:
    """What became of a card."""

    outcome: str
    """`created`, `updated` or `unchanged`"""
    change: ImportChange | None = None


async def _write(row: ImportRow) -> _Done:
    given = {name: value for name, value in row.values.items() if value not in (None, "", [])}
    if given.get("organization"):
        return await _contact(row, given)
    return await _customer(row, given)


async def _contact(row: ImportRow, given: dict[str, Any]) -> _Done:
    id = await _known("contacts", given)
    if id is None:
        customer_id, country = await _organization(given)
    else:
        customer_id = (await get(Contact, id)).customer_id
        country = (await get(Customer, customer_id)).country
    values = {"name": given["full_name"], **{name: given[name] for name in _AT_CONTACT if name in given}}
    cleaned = _cleaned(values, country)
    if id is None:
        numbers = [cleaned.get(name, "") for name in ("mobile", "phone", "email")]
        found = await fetch_row(_FIND_CONTACT, customer_id, cleaned["name"], *numbers)
        id = None if found is None else int(found["id"])
    id, done = await _save(row, Contact, "contacts", id, cleaned, {**values, "customer": customer_id})
    return await _add_more(done, row, given, country, customer_id, id)


async def _organization(given: dict[str, Any]) -> tuple[int, str]:
    """The id and the country of the customer that the card names; a new one gets the card's number and address."""
    name = given["organization"]
    row = await fetch_row(_FIND_CUSTOMER, name_key(name), "", "", "", *scope_arguments())
    if row is not None:
        if not row["visible"]:
            raise InvalidInput({"organization": double_text(Duplicate(row["holder"], [], 100))})
        customer = await get(Customer, row["id"])
        return customer.id, customer.country
    first: dict[str, Any] = {
        key: given[key] for key in ("phone", "address", "postcode", "country", "website", "fax") if key in given
    }
    if "phone" not in first and "mobile" in given:
        first["mobile"] = given["mobile"]
    made = await create(Customer, {"name": name, "kind": CustomerKind.ORGANIZATION.value, **first})
    return made.id, made.country


async def _customer(row: ImportRow, given: dict[str, Any]) -> _Done:
    kind = given.get("kind") or CustomerKind.PERSON
    values = {"name": given["full_name"], **{name: given[name] for name in _AT_CUSTOMER if name in given}}
    if "notes" in given:
        values["introduction"] = given["notes"]
    id = await _known("customers", given)
    cleaned = _cleaned(values, given.get("country", "CN").upper())
    if id is None:
        numbers = [cleaned.get(name, "") for name in ("mobile", "phone", "email")]
        found = await fetch_row(_FIND_CUSTOMER, name_key(cleaned["name"]), *numbers, *scope_arguments())
        if found is not None and not found["visible"]:
            raise InvalidInput({"full_name": double_text(Duplicate(found["holder"], [], 100))})
        id = None if found is None else int(found["id"])
    id, done = await _save(row, Customer, "customers", id, cleaned, {**values, "kind": str(kind)})
    return await _add_more(done, row, given, given.get("country", "CN").upper(), id)


def _cleaned(values: dict[str, Any], country: str) -> dict[str, Any]:
    """As the values will be stored. Raises InvalidInput."""
    cleaned = dict(values)
    errors = rules.clean(cleaned, country)
    if errors:
        raise InvalidInput(errors)
    return {name: value for name, value in cleaned.items() if value not in ("", None)}


async def _save(
    row: ImportRow, model: Any, kind: str, id: int | None, cleaned: dict[str, Any], values: dict[str, Any]
) -> tuple[int, _Done]:
    """Writes what the card says differently; what it leaves out stays. The UID stands for the record from now on."""
    if id is None:
        record, done = await create(model, values), _Done("created")
    else:
        record, done = await get(model, id), _Done("unchanged")
        held = {name: getattr(record, name) for name in cleaned}
        changed = {name: v for name, v in cleaned.items() if held[name] != v and row.may_change(held[name])}
        if changed:
            await update(model, id, changed)
            pairs = {name: (held[name], value) for name, value in changed.items()}
            done = _Done("updated", ImportChange(row.number, _resource(kind).key, id, pairs))
    uid = row.values.get("uid")
    if uid and not (id is not None and row.existing is Existing.LEAVE):
        await keep_keys(_resource(kind), {uid: record.id})
    return record.id, done


async def _add_more(
    done: _Done, row: ImportRow, given: dict[str, Any], country: str, customer_id: int, contact_id: int | None = None
) -> _Done:
    """Numbers and addresses beyond the first, those that are not there yet, but none to what is to stay as it is."""
    if done.outcome != "created" and row.existing is Existing.LEAVE:
        return done
    added = 0
    for text in given.get("more_numbers", ()):
        kind, value = kind_of(text, country)
        point = {"customer": customer_id, "contact": contact_id, "kind": kind.value, "value": value}
        if await fetch_value(_KNOWN_POINT, customer_id, value) is None:
            await create(ContactPoint, point)
            added += 1
    for line in dict.fromkeys(given.get("more_addresses", "").splitlines()):
        if line and await fetch_value(_KNOWN_ADDRESS, customer_id, normalize(line)) is None:
            await create(Address, {"customer": customer_id, "kind": AddressKind.OTHER.value, "address": line})
            added += 1
    if added and done.outcome == "unchanged":
        done.outcome = "updated"
    return done


async def _known(kind: str, given: dict[str, Any]) -> int | None:
    """Raises InvalidInput where the UID stands for a record that the user may not see."""
    uid = given.get("uid")
    if not uid:
        return None
    id = (await records_by_key(_resource(kind), [uid])).get(uid)
    if id is not None:
        try:
            await get(Contact if kind == "contacts" else Customer, id)
        except NotFound as error:
            raise InvalidInput({"uid": _("This customer is there already, held by somebody else.")}) from error
    return id


def _resource(name: str) -> Resource:
    return current_company().catalog.resources[f"crm_core/{name}"]


async def uids(kind: str, ids: list[int]) -> dict[int, str]:
    """The UIDs that records came with, or one that stays."""
    rows = await fetch(
        "SELECT record_id, min(key) AS key FROM guanxi_external_key WHERE resource = $1 AND record_id = ANY($2)"
        " GROUP BY record_id",
        f"crm_core/{kind}",
        ids,
    )
    known = {row["record_id"]: row["key"] for row in rows}
    return {id: known.get(id) or f"guanxi-{current_company().name}-{kind}-{id}" for id in ids}


def _text(name: str, label: Any, limit: int, *, required: bool = False, kind: Kind = Kind.TEXT) -> Field:
    return Field(name, label, kind=kind, required=required, max_length=limit)


VCARD_IMPORT = Importer(
    name="vcards",
    title=_("Import vCards"),
    permission=CorePermission.IMPORT,
    write=write,
    read=read_vcards,
    help=HELP,
    words=WORDS,
    batch=200,
    changes_existing=True,
    shown_on="crm_core/contacts",
    fields=(
        _text("full_name", _("Name"), 120, required=True),
        _text("organization", _("Organization"), 200),
        Field("kind", _("Kind"), kind=Kind.CHOICE, choices=CustomerKind, required=False),
        _text("job_title", _("Job title"), 120),
        _text("mobile", _("Mobile"), 30, kind=Kind.PHONE),
        _text("phone", _("Phone"), 30, kind=Kind.PHONE),
        _text("fax", _("Fax"), 30, kind=Kind.PHONE),
        _text("email", _("E-mail"), 254, kind=Kind.EMAIL),
        _text("wechat", _("WeChat"), 60),
        _text("address", _("Address"), 300),
        _text("postcode", _("Postcode"), 12),
        _text("country", _("Country"), 2),
        _text("website", _("Website"), 200, kind=Kind.URL),
        Field("birth_month", _("Birthday: month"), kind=Kind.INTEGER, required=False, minimum=1, maximum=12),
        Field("birth_day", _("Birthday: day"), kind=Kind.INTEGER, required=False, minimum=1, maximum=31),
        Field("tags", _("Tags"), kind=Kind.TAGS, required=False),
        _text("notes", _("Notes"), MAX_NOTES, kind=Kind.MULTILINE),
        _text("uid", _("UID", "vCard"), _LONGEST_UID),
        Field("more_numbers", _("Further numbers"), kind=Kind.TAGS, required=False),
        _text("more_addresses", _("Further addresses"), MAX_NOTES, kind=Kind.MULTILINE),
    ),
)
