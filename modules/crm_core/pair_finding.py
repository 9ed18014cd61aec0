"""Looks for the doubles of customers that changed, and keeps the pairs.

The database notes customers whose name, numbers or addresses change. Indexes give what shares one of them; whether and
why two of these are the same is for `duplicates` alone to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations, product

from crm_core.duplicates import compared_name, judge
from guanxi import Job, Run, _, execute, fetch

AT_ONCE = 2000
LISTED = 60
"""percent of confidence below which a pair is not kept: they have a trade name in common and little else"""
_MOST = 20
"""What more customers share than these tells nothing of any two: a franchise's trade name, a hotel's number, a name
that thousands of people have. It would also make pairs by the square."""
_ONE_AFTER_ANOTHER = 0x6378_0003
_TAKE = """
DELETE FROM crm_core_changed WHERE id IN (SELECT id FROM crm_core_changed ORDER BY id LIMIT $1) RETURNING customer_id
"""
_OWN = "SELECT id FROM crm_core_customer WHERE {} AND NOT archived LIMIT {}"
_THEIRS = "SELECT customer_id FROM crm_core_contact WHERE {} AND NOT archived LIMIT {}"
_POINTS = "SELECT customer_id FROM crm_core_contact_point WHERE value = k.reach AND kind IN ({}) LIMIT {}"
_COMPANY = "kind = 'organization'"
_NEAR = ("name_sound", "name_sound name_place", "name_sound name_business")
"""of organizations: a trade name of many is told apart by the place, or by the trade"""


def _same(found: str, columns: str, condition: str = "true") -> str:
    """Who has the same in these columns as one of the customers."""
    names = columns.split()
    own = _OWN.format(" AND ".join(f"{name} = k.{name}" for name in names) + f" AND {condition}", _MOST + 1)
    given = " AND ".join(f"{name} <> ''" for name in names)
    return (
        f"SELECT '{found}' AS found, ARRAY({own}) AS own, '{{}}'::bigint[] AS theirs"  # noqa: S608
        f" FROM (SELECT DISTINCT {', '.join(names)} FROM due WHERE {given} AND {condition}) AS k"
    )


def _reached(found: str, mine: tuple[str, ...], theirs: tuple[str, ...], points: str) -> str:
    """Who is reached by the same number or address, or has a contact, or a further number, that is the same."""
    asked = [f"SELECT {name} AS reach FROM due" for name in mine] + [f"SELECT {name} FROM people" for name in theirs]  # noqa: S608
    asked.append(f"SELECT value FROM points WHERE kind IN ({points})")  # noqa: S608
    own = [_OWN.format(f"{name} = k.reach", _MOST + 1) for name in mine]
    people = [_THEIRS.format(f"{name} = k.reach", _MOST + 1) for name in theirs]
    people.append(_POINTS.format(points, _MOST + 1))
    return (
        f"SELECT '{found}' AS found, ARRAY({_union(own)}) AS own, ARRAY({_union(people)}) AS theirs"  # noqa: S608
        f" FROM ({' UNION '.join(asked)}) AS k WHERE reach <> ''"
    )


def _union(statements: list[str]) -> str:
    return " UNION ".join(f"({sql})" for sql in statements)


_SHARED = f"""
WITH due AS MATERIALIZED (
    SELECT id, kind, name_key, name_sound, name_place, name_business, mobile, phone, email, tax_number
    FROM crm_core_customer WHERE id = ANY($1::bigint[]) AND NOT archived
), people AS MATERIALIZED (
    SELECT p.mobile, p.phone, p.email FROM crm_core_contact p JOIN due ON due.id = p.customer_id WHERE NOT p.archived
), points AS MATERIALIZED (
    SELECT p.kind, p.value FROM crm_core_contact_point p JOIN due ON due.id = p.customer_id
)
{_same("tax_number", "tax_number")}
UNION ALL {_same("name", "name_key")}
UNION ALL {_reached("phone", ("mobile", "phone"), ("mobile", "phone"), "'mobile', 'phone', 'other'")}
UNION ALL {_reached("email", ("email",), ("lower(email)",), "'email'")}
{"".join(f" UNION ALL {_same('near', columns, _COMPANY)}" for columns in _NEAR)}
"""  # noqa: S608
_NAMES = "SELECT id, kind, name, name_key FROM crm_core_customer WHERE id = ANY($1::bigint[]) AND NOT archived"
_CLEAR = "DELETE FROM crm_core_alike WHERE one_id = ANY($1::bigint[]) OR other_id = ANY($1::bigint[])"
_KEEP = """
INSERT INTO crm_core_alike (one_id, other_id, confidence, reasons)
SELECT one, other, confidence, to_jsonb(string_to_array(reasons, ' '))
FROM unnest($1::bigint[], $2::bigint[], $3::int[], $4::text[]) AS each (one, other, confidence, reasons)
"""

Couple = tuple[int, int]
"""ids of two customers, the lower first"""


async def look_again(count: int = AT_ONCE) -> int:
    """Looks at so many changes, in the caller's transaction; how many there were."""
    await execute("SELECT pg_advisory_xact_lock($1)", _ONE_AFTER_ANOTHER)
    taken = [row["customer_id"] for row in await fetch(_TAKE, count)]
    changed = sorted({*taken})
    judged = await _judged(await _couples(changed))
    await execute(_CLEAR, changed)
    await execute(
        _KEEP,
        [one for one, _other, _confidence, _reasons in judged],
        [other for _one, other, _confidence, _reasons in judged],
        [confidence for _one, _other, confidence, _reasons in judged],
        [" ".join(reasons) for _one, _other, _confidence, reasons in judged],
    )
    return len(taken)


async def _couples(changed: list[int]) -> dict[Couple, set[str]]:
    """What two customers have in common, for each two of which one has changed."""
    among = frozenset(changed)
    found: dict[Couple, set[str]] = defaultdict(set)

    def note(couples: Iterable[Couple], reason: str) -> None:
        for one, other in couples:
            if one != other and (one in among or other in among):
                found[min(one, other), max(one, other)].add(reason)

    for row in await fetch(_SHARED, changed):
        own, theirs = row["own"], row["theirs"]
        if 1 < len({*own, *theirs}) <= _MOST:
            note(combinations(own, 2), row["found"])
            note((*product(own, theirs), *combinations(theirs, 2)), f"contact_{row['found']}")
    return found


async def _judged(couples: dict[Couple, set[str]]) -> list[tuple[int, int, int, list[str]]]:
    """Those that may be the same: the two, percent of confidence, reasons."""
    ids = sorted({id for couple in couples for id in couple})
    names = {row["id"]: (row["name_key"], compared_name(row["name"], row["kind"])) for row in await fetch(_NAMES, ids)}
    found = []
    for (one, other), shared in sorted(couples.items(), key=lambda each: each[0]):  # rows are locked in one order
        if one not in names or other not in names:
            continue
        (key, mine), (their_key, theirs) = names[one], names[other]
        confidence, reasons = judge(shared, key == their_key != "", mine, theirs)
        if confidence >= LISTED:
            found.append((one, other, confidence, reasons))
    return found


async def _find(run: Run) -> None:
    looked = 0
    while True:
        async with run.step() as step:
            count = await look_again()
            step.done += count
        looked += count
        if count < AT_ONCE:
            run.set_result({"customers": looked})
            return


FIND_DOUBLES = Job(
    name="crm_core.find_doubles", title=_("Look for doubles of changed customers"), run=_find, steps=True, timeout=3600
)
