"""What of a contract is found by its full text, beside its files and kept documents."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from guanxi import fetch

_TEXTS = """
SELECT k.id, concat_ws(E'\\n', k.number, k.title, k.terms, k.terms_en, k.annex, k.annex_en, k.our_signatory,
    k.their_signatory, (SELECT string_agg(l.description, E'\\n' ORDER BY l.id) FROM crm_contracts_line l
        WHERE l.contract_id = k.id)) AS text
FROM crm_contracts_contract k WHERE k.id = ANY($1::bigint[])
"""


async def contract_texts(ids: Sequence[int]) -> Mapping[int, str]:
    return {row["id"]: row["text"] for row in await fetch(_TEXTS, list(ids))}
