"""SQL of exchange differences as of a day.

$1 is the day, $2 the own currency, $3 and $4 the foreign currencies that have rates, each with the factor from its
minor units to those of the own one. All sums are exact and from the very first day on; each is rounded once, half to
even. What is booked is what they have grown by: so months never drift from the whole.
"""

MOVING = "('invoice', 'void', 'payment', 'refund', 'credit_note', 'write_off', 'reversal')"
"""Kinds of entries that change a position. The others move it between accounts or customers: they need no rate."""

RATED = "SELECT DISTINCT currency FROM crm_receivables_rate WHERE currency <> $1 ORDER BY currency"
UNRATED = f"""
SELECT p.currency, min(e.posted_on) AS day
FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id
WHERE e.posted_on <= $1 AND e.kind IN {MOVING} AND p.account IN ('receivable', 'credit') AND p.currency <> $2
GROUP BY p.currency
HAVING min(e.posted_on) < coalesce(
    (SELECT min(r.day) FROM crm_receivables_rate r WHERE r.currency = p.currency), 'infinity')
ORDER BY p.currency
"""  # noqa: S608
"""Currencies that cannot be valued, each with the first day that has no rate."""

FIGURES = """
WITH foreign_currency AS MATERIALIZED (
    SELECT * FROM unnest($3::text[], $4::numeric[]) AS f (currency, factor)
), moved AS MATERIALIZED (
    SELECT p.currency, e.posted_on AS day, sum(p.amount) AS amount
    FROM crm_receivables_posting p JOIN crm_receivables_entry e ON e.id = p.entry_id
    WHERE e.posted_on <= $1 AND p.account IN ('receivable', 'credit') AND p.currency = ANY($3)
    GROUP BY p.currency, e.posted_on
), worth AS (
    SELECT currency, sum(amount) AS position, sum(amount * crm_receivables_rate_on(currency, day)) AS historic
    FROM moved WHERE amount <> 0 GROUP BY currency
), settled (currency, given_on, owed_on, amount) AS (
    SELECT p.currency, a.received_on, a.invoiced_on,
        sum(CASE WHEN a.reverses_id IS NULL THEN a.amount ELSE -a.amount END)
    FROM crm_receivables_allocation a JOIN crm_receivables_payment p ON p.id = a.payment_id
    WHERE a.effective_on <= $1 AND p.currency = ANY($3) GROUP BY p.currency, a.received_on, a.invoiced_on
    UNION ALL
    SELECT p.currency, p.received_on, r.refunded_on, sum(r.amount)
    FROM crm_receivables_refund r JOIN crm_receivables_payment p ON p.id = r.payment_id
    WHERE r.refunded_on <= $1 AND p.currency = ANY($3) GROUP BY p.currency, p.received_on, r.refunded_on
    UNION ALL
    SELECT p.currency, p.received_on, r.reversed_on, sum(r.amount)
    FROM crm_receivables_reversal r JOIN crm_receivables_payment p ON p.id = r.payment_id
    WHERE r.reversed_on <= $1 AND p.currency = ANY($3) GROUP BY p.currency, p.received_on, r.reversed_on
    UNION ALL
    SELECT currency, voided_on, posted_on, sum(total) FROM crm_receivables_invoice
    WHERE voided_on <= $1 AND currency = ANY($3) GROUP BY currency, voided_on, posted_on
), gained AS (
    SELECT currency, sum(amount * (
        crm_receivables_rate_on(currency, given_on) - crm_receivables_rate_on(currency, owed_on))) AS realized
    FROM settled WHERE amount <> 0 AND given_on <> owed_on GROUP BY currency
), booked AS (
    SELECT x.currency, sum(x.realized) AS realized, sum(x.unrealized) AS unrealized
    FROM crm_receivables_exchange x JOIN crm_receivables_close c ON c.id = x.close_id
    WHERE c.until <= $5 GROUP BY x.currency
), known AS (
    SELECT DISTINCT currency FROM moved
), rounded AS MATERIALIZED (
    SELECT f.currency, coalesce(w.position, 0)::bigint AS position, r.day AS rate_on, r.rate,
        crm_receivables_half_even(coalesce(w.position, 0) * r.rate * f.factor) AS value,
        crm_receivables_half_even(coalesce(w.historic, 0) * f.factor) AS historic,
        crm_receivables_half_even(coalesce(g.realized, 0) * f.factor) AS realized
    FROM foreign_currency f JOIN known USING (currency) LEFT JOIN worth w USING (currency)
    LEFT JOIN gained g USING (currency)
    JOIN LATERAL (SELECT day, rate FROM crm_receivables_rate WHERE currency = f.currency AND day <= $1
        ORDER BY day DESC LIMIT 1) r ON true
), figures AS MATERIALIZED (
    SELECT n.currency, n.position, n.rate_on, n.rate, n.value,
        (n.historic + n.realized)::bigint AS historic, (n.value - n.historic)::bigint AS valuation,
        (n.realized - coalesce(b.realized, 0))::bigint AS realized,
        (n.value - n.historic - n.realized - coalesce(b.unrealized, 0))::bigint AS unrealized
    FROM rounded n LEFT JOIN booked b USING (currency)
)"""
"""$5: differences that months until this day have booked are not told again.

What settles something is worth more or less than what it settles: a payment or credit note than the invoice, a refund
or reversal than the payment, a void than its invoice. That is realized; what is open is not. All that moved the
position, each at the rate of its day, is what is open at the rates of its days less what was realized."""

REPORT = f"{FIGURES} SELECT *, $2::text AS own_currency FROM figures ORDER BY currency"  # noqa: S608
BOOK = f"""
{FIGURES}, due AS MATERIALIZED (
    SELECT *, CASE WHEN realized <> 0 OR unrealized <> 0
        THEN nextval(pg_get_serial_sequence('crm_receivables_entry', 'id')) END AS entry_id
    FROM (SELECT * FROM figures ORDER BY currency) AS each
), entry AS (
    INSERT INTO crm_receivables_entry (id, kind, posted_on, created_at, created_by_id)
    SELECT entry_id, 'exchange', $1, $8, $9 FROM due WHERE entry_id IS NOT NULL
), posting AS (
    INSERT INTO crm_receivables_posting (entry_id, account, currency, amount)
    SELECT due.entry_id, side.account, $2::text, side.amount FROM due
    CROSS JOIN LATERAL (VALUES ('valuation', realized + unrealized), ('realized', -realized),
        ('unrealized', -unrealized)) AS side (account, amount)
    WHERE side.amount <> 0
)
INSERT INTO crm_receivables_exchange (close_id, close_revision, entry_id, currency, own_currency, position, rate_on,
    rate, value, historic, realized, unrealized, created_at)
SELECT $6, $7, entry_id, currency, $2::text, position, rate_on, rate, value, historic, realized, unrealized, $8 FROM due
RETURNING currency, position, rate, value, realized, unrealized
"""  # noqa: S608
"""An entry for each currency whose worth has changed. $6 and $7: the month's close and its revision."""

IS_CLOSED = "SELECT EXISTS (SELECT FROM crm_receivables_close WHERE until = $1 AND state = 'closed')"
OWN_CURRENCY = "SELECT own_currency FROM crm_receivables_exchange LIMIT 1"
"""Once differences were booked, they are the books' for good."""

RATES_ON = """
WITH own AS MATERIALIZED (
    SELECT coalesce((SELECT own_currency FROM crm_receivables_exchange LIMIT 1), $3::text) AS currency
)
SELECT code AS currency, own.currency AS own_currency,
    CASE WHEN code = own.currency THEN 1 ELSE crm_receivables_rate_on(code, $2) END AS rate
FROM own, unnest($1::text[]) AS c (code)
"""
SAME_DAY = "SELECT id FROM crm_receivables_rate WHERE currency = $1 AND day = $2 AND id <> $3"
"""To say it well; of two that are entered at once, the unique key refuses one."""
HOLD_THE_RATES = "LOCK TABLE crm_receivables_rate IN ROW EXCLUSIVE MODE"
"""No month is closed until this transaction ends; one that is being closed is waited for."""
RATES_OPEN_FROM = "SELECT crm_receivables_rates_open_from($1)"
RATES_OPEN_FROM_OF = """
SELECT crm_receivables_rates_open_from(currency) AS open_from, day FROM crm_receivables_rate WHERE id = $1
"""
