"""What customers are reached at, in a spelling that compares: to find those that are one person."""

from __future__ import annotations


def contact_keys_sql(customers: str) -> str:
    """A relation `customer_id`, `kind` (`email phone address`), `value`, for SQL written by hand; `customers`: an
    expression for an array of their ids. With their contacts, and with what was merged into them.

    `li+shop@example.com` counts as `li@example.com`, a number by its last eleven digits.
    """
    return f"""(SELECT DISTINCT spelled.customer_id, spelled.kind, spelled.value FROM (
        SELECT said.customer_id, said.kind, CASE said.kind
            WHEN 'email' THEN regexp_replace(lower(trim(said.value)), '[+][^@]*@', '@')
            WHEN 'phone' THEN right(regexp_replace(said.value, '[^0-9]', '', 'g'), 11)
            ELSE lower(regexp_replace(said.value, '[[:space:]]', '', 'g')) END AS value
        FROM (
            SELECT f.customer_id, v.kind, v.value FROM crm_core_family({customers}) f
            JOIN crm_core_customer c ON c.id = f.member_id, LATERAL (VALUES
                ('email', c.email), ('phone', c.mobile), ('phone', c.phone), ('address', c.address)) v (kind, value)
            UNION ALL SELECT f.customer_id, v.kind, v.value FROM crm_core_family({customers}) f
            JOIN crm_core_contact p ON p.customer_id = f.member_id, LATERAL (VALUES
                ('email', p.email), ('phone', p.mobile), ('phone', p.phone)) v (kind, value)
            UNION ALL SELECT f.customer_id, CASE p.kind WHEN 'email' THEN 'email' ELSE 'phone' END, p.value
            FROM crm_core_family({customers}) f
            JOIN crm_core_contact_point p ON p.customer_id = f.member_id AND p.kind IN ('email', 'mobile', 'phone')
            UNION ALL SELECT f.customer_id, 'address', a.address FROM crm_core_family({customers}) f
            JOIN crm_core_address a ON a.customer_id = f.member_id
        ) AS said
    ) AS spelled WHERE length(spelled.value) >= CASE spelled.kind WHEN 'phone' THEN 7 ELSE 4 END)"""  # noqa: S608
