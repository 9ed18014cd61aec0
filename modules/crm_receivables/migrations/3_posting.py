"""The sums of newly posted invoices are checked in one pass, however many are posted by one statement."""

from tortoise import BaseDBAsyncClient

_OF_NEWLY_POSTED = """
        CREATE OR REPLACE FUNCTION crm_receivables_sums_of_posted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM {posted}
                LEFT JOIN LATERAL (SELECT sum(amount) AS amount, sum(tax) AS tax FROM crm_receivables_line
                    WHERE invoice_id = n.id) l ON true
                LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM crm_receivables_installment
                    WHERE invoice_id = n.id) i ON true
                WHERE {newly}
                    AND (n.total, n.tax, n.total) IS DISTINCT FROM (l.amount, l.tax, coalesce(i.amount, 0))
            ) THEN
                RAISE EXCEPTION 'lines and installments do not sum to the invoice' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
    """


async def upgrade(db: BaseDBAsyncClient) -> str:
    """A subquery in CASE is looked up by hash; a plan that was made for one row may join each row with each."""
    newly = "CASE WHEN n.state = 'posted' THEN n.id IN (SELECT id FROM earlier WHERE state = 'draft') END"
    return _OF_NEWLY_POSTED.format(posted="posted n", newly=newly)


async def downgrade(db: BaseDBAsyncClient) -> str:
    newly = "n.state = 'posted' AND o.state = 'draft'"
    return _OF_NEWLY_POSTED.format(posted="posted n JOIN earlier o USING (id)", newly=newly)
