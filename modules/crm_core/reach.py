"""Where customers are reached and who looks after them, for add-ons that write to many of them at once."""

from __future__ import annotations


def reach_sql() -> str:
    """A relation of all customers, to join in SQL written by hand: `id`, `name`, `email`, `locale`, `owner_id`,
    `owner`, `last_contact_on`, `next_contact_on`; whatever the current actor may see.

    `email` is the customer's own, else its first contact's, the main one before others; empty where there is none or
    the customer is archived. An owner who left is none.
    """
    return """(SELECT c.id, c.name, c.locale, u.id AS owner_id, coalesce(u.name, '') AS owner, c.last_contact_on,
        c.next_contact_on, CASE WHEN c.archived THEN '' WHEN c.email <> '' THEN c.email ELSE coalesce((
            SELECT p.email FROM crm_core_contact p WHERE p.customer_id = c.id AND NOT p.archived AND p.email <> ''
            ORDER BY p.main DESC, p.id LIMIT 1), '') END AS email
        FROM crm_core_customer c LEFT JOIN guanxi_user u ON u.id = c.owner_id AND u.active)"""
