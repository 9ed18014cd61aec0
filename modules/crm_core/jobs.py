"""What happens by itself."""

from __future__ import annotations

from crm_core.name_words import sound_columns
from guanxi import Job, Run, _, execute, fetch

_AT_ONCE = 5000
_EMPTY = "SELECT id, name, kind FROM crm_core_customer WHERE name_sound = '' AND id > $1 ORDER BY id LIMIT $2"
_FILL = """
UPDATE crm_core_customer c SET name_sound = n.name_sound, name_place = n.name_place
FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[]) AS n (id, name, name_sound, name_place)
WHERE c.id = n.id AND c.name = n.name
"""


async def fill_compared_names(after: int, count: int) -> tuple[int, int]:
    """Fills what doubles are found by where it is empty: for customers older than it, and those restored without it.

    Returns the last id looked at, and how many there were.
    """
    rows = await fetch(_EMPTY, after, count)
    made = [sound_columns(row["name"], row["kind"]) for row in rows]
    await execute(
        _FILL,
        [row["id"] for row in rows],
        [row["name"] for row in rows],
        [each["name_sound"] for each in made],
        [each["name_place"] for each in made],
    )
    return (rows[-1]["id"] if rows else after), len(rows)


async def _fill(run: Run) -> None:
    after, filled = int(run.cursor or 0), 0
    while True:
        async with run.step() as step:
            after, count = await fill_compared_names(after, _AT_ONCE)
            step.cursor = after
            step.done += count
        filled += count
        if count < _AT_ONCE:
            run.set_result({"customers": filled})
            return


FILL_COMPARED_NAMES = Job(
    name="crm_core.fill_compared_names",
    title=_("Prepare names for the search for doubles"),
    run=_fill,
    steps=True,
    timeout=3600,
)
