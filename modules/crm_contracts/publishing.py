"""Templates and clauses: what saving one does, and how its texts become a version that never changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from crm_contracts.sample import sample_paper
from crm_contracts.template_texts import Bodies, latest_clauses, named_in, texts_for
from crm_contracts.text_models import Clause, Template
from guanxi import (
    Change,
    Conflict,
    InvalidInput,
    Outcome,
    _,
    clock,
    current_actor,
    elevated,
    execute,
    expand_texts,
    fetch_row,
    update,
)

_LATEST: Mapping[type[Any], str] = {
    Clause: "SELECT body, body_en FROM crm_contracts_clause_version WHERE clause_id = $1 ORDER BY number DESC LIMIT 1",
    Template: (
        "SELECT body, body_en FROM crm_contracts_template_version WHERE template_id = $1 ORDER BY number DESC LIMIT 1"
    ),
}
_PUBLISH: Mapping[type[Any], str] = {
    Clause: (
        "INSERT INTO crm_contracts_clause_version (clause_id, number, body, body_en, published_at, published_by_id)"
        " VALUES ($1, $2, $3, $4, $5, $6)"
    ),
    Template: (
        "INSERT INTO crm_contracts_template_version (template_id, number, body, body_en, published_at, published_by_id)"
        " VALUES ($1, $2, $3, $4, $5, $6)"
    ),
}


async def note_change(change: Change) -> None:
    """Sets `changed` where the texts are no longer those of the last version."""
    if change.before is None or not {"body", "body_en"} & change.values.keys():
        return
    row = await fetch_row(_LATEST[type(change.before)], change.before.id)
    texts = change.now("body"), change.now("body_en")
    change.values["changed"] = row is None or texts != (row["body"], row["body_en"])


async def publish_text(record: Clause | Template, values: Mapping[str, Any]) -> Outcome:
    """Make the texts the next version. Raises DocumentRefused (422) where they cannot be made out for a sample."""
    texts = Bodies(record.body, record.body_en)
    if not (texts.zh.strip() or texts.en.strip()):
        raise InvalidInput(message=_("There is no text yet."))
    if not record.changed:
        raise Conflict(_("Nothing has changed since the last version."))
    clauses = named_in(texts, await latest_clauses())
    await expand_texts(texts_for(sample_paper(), texts, clauses, ("zh", "en")))
    number = await make_version(record)
    return Outcome(_("Version {number} is published.", number=number), data={"version": number})


async def make_version(record: Clause | Template) -> int:
    """Copies the texts, unchecked, into the next version; its number."""
    number = record.version + 1
    author = current_actor().id if current_actor().signed_in else None
    await execute(_PUBLISH[type(record)], record.id, number, record.body, record.body_en, clock.now(), author)
    with elevated():
        await update(type(record), record.id, {"version": number, "changed": False})
    return number
