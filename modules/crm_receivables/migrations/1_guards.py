"""What must always hold, held by the database: amounts, the append-only journal, and posted invoices that never change."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_receivables_invoice
            ADD CONSTRAINT crm_receivables_invoice_amounts CHECK (total = subtotal + tax AND total >= 0 AND tax >= 0),
            ADD CONSTRAINT crm_receivables_invoice_allocated CHECK (allocated BETWEEN 0 AND total),
            ADD CONSTRAINT crm_receivables_invoice_outstanding CHECK (
                outstanding = CASE WHEN state = 'posted' THEN total - allocated ELSE 0 END),
            ADD CONSTRAINT crm_receivables_invoice_number CHECK (
                (state = 'draft') = (number IS NULL) AND (state = 'draft') = (posted_on IS NULL)),
            ADD CONSTRAINT crm_receivables_invoice_voided CHECK (
                (state = 'void') = (voided_on IS NOT NULL) AND voided_on >= posted_on);
        ALTER TABLE crm_receivables_line
            ADD CONSTRAINT crm_receivables_line_amounts CHECK (amount >= 0 AND tax BETWEEN 0 AND amount);
        ALTER TABLE crm_receivables_installment
            ADD CONSTRAINT crm_receivables_installment_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_installment_allocated CHECK (allocated BETWEEN 0 AND amount),
            ADD CONSTRAINT crm_receivables_installment_outstanding CHECK (
                outstanding = CASE WHEN voided THEN 0 ELSE amount - allocated END AND NOT (voided AND allocated > 0));
        ALTER TABLE crm_receivables_payment
            ADD CONSTRAINT crm_receivables_payment_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_payment_used CHECK (
                allocated >= 0 AND refunded >= 0 AND allocated + refunded <= amount),
            ADD CONSTRAINT crm_receivables_payment_on_account CHECK (
                CASE direction WHEN 'in' THEN on_account = amount - allocated - refunded
                    ELSE on_account = 0 AND allocated = 0 AND refunded = 0 END);
        ALTER TABLE crm_receivables_allocation
            ADD CONSTRAINT crm_receivables_allocation_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_allocation_reverses
                FOREIGN KEY (reverses_id) REFERENCES crm_receivables_allocation (id);
        ALTER TABLE crm_receivables_refund
            ADD CONSTRAINT crm_receivables_refund_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_refund_paid_out
                FOREIGN KEY (paid_out_id) REFERENCES crm_receivables_payment (id);
        ALTER TABLE crm_receivables_posting ADD CONSTRAINT crm_receivables_posting_amount CHECK (amount <> 0);

        CREATE UNIQUE INDEX crm_receivables_payment_reference ON crm_receivables_payment (method, reference)
            WHERE reference <> '';
        CREATE INDEX crm_receivables_installment_owed ON crm_receivables_installment (customer_id, currency, due_on, id)
            WHERE outstanding > 0;
        CREATE INDEX crm_receivables_installment_due ON crm_receivables_installment (due_on, id) WHERE outstanding > 0;
        CREATE INDEX crm_receivables_payment_credit ON crm_receivables_payment (customer_id) WHERE on_account > 0;

        CREATE FUNCTION crm_receivables_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'posted rows of % are not changed like this', TG_TABLE_NAME
                USING ERRCODE = 'restrict_violation';
        END $$;

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_entry
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_posting
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_allocation
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_refund
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_receivables_payment
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_receivables_installment
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_emptied BEFORE TRUNCATE ON crm_receivables_invoice
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_emptied BEFORE TRUNCATE ON crm_receivables_line
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_payment FOR EACH ROW
            WHEN ((OLD.number, OLD.customer_id, OLD.direction, OLD.method, OLD.reference, OLD.received_on, OLD.currency,
                   OLD.amount) IS DISTINCT FROM
                  (NEW.number, NEW.customer_id, NEW.direction, NEW.method, NEW.reference, NEW.received_on, NEW.currency,
                   NEW.amount))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_installment FOR EACH ROW
            WHEN ((OLD.number, OLD.invoice_id, OLD.customer_id, OLD.currency, OLD.label, OLD.due_on, OLD.amount) IS DISTINCT FROM
                  (NEW.number, NEW.invoice_id, NEW.customer_id, NEW.currency, NEW.label, NEW.due_on, NEW.amount)
                  OR (OLD.voided AND NOT NEW.voided))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_invoice FOR EACH ROW
            WHEN (OLD.state <> 'draft' AND (
                  (OLD.number, OLD.reference, OLD.source, OLD.customer_id, OLD.contract_id, OLD.currency, OLD.posted_on,
                   OLD.subtotal, OLD.tax, OLD.total) IS DISTINCT FROM
                  (NEW.number, NEW.reference, NEW.source, NEW.customer_id, NEW.contract_id, NEW.currency, NEW.posted_on,
                   NEW.subtotal, NEW.tax, NEW.total)
                  OR NEW.state = 'draft' OR (OLD.state = 'void' AND NEW.state <> 'void')))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER posted_stay BEFORE DELETE ON crm_receivables_invoice FOR EACH ROW
            WHEN (OLD.state <> 'draft') EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER drafts_first BEFORE INSERT ON crm_receivables_invoice FOR EACH ROW
            WHEN (NEW.state <> 'draft') EXECUTE FUNCTION crm_receivables_refuse_change();

        CREATE FUNCTION crm_receivables_only_drafts() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM changed c JOIN crm_receivables_invoice v ON v.id = c.invoice_id
                       WHERE v.state <> 'draft') THEN
                RAISE EXCEPTION 'rows of % of a posted invoice are never changed', TG_TABLE_NAME
                    USING ERRCODE = 'restrict_violation';
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER only_drafts_insert AFTER INSERT ON crm_receivables_line REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_drafts();
        CREATE TRIGGER only_drafts_update AFTER UPDATE ON crm_receivables_line REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_drafts();
        CREATE TRIGGER only_drafts_leave AFTER UPDATE ON crm_receivables_line REFERENCING OLD TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_drafts();
        CREATE TRIGGER only_drafts_delete AFTER DELETE ON crm_receivables_line REFERENCING OLD TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_drafts();
        CREATE TRIGGER only_drafts_insert AFTER INSERT ON crm_receivables_installment REFERENCING NEW TABLE AS changed
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_only_drafts();

        CREATE FUNCTION crm_receivables_sums_of_posted() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (
                SELECT 1 FROM posted n JOIN earlier o USING (id)
                LEFT JOIN LATERAL (SELECT sum(amount) AS amount, sum(tax) AS tax FROM crm_receivables_line
                    WHERE invoice_id = n.id) l ON true
                LEFT JOIN LATERAL (SELECT sum(amount) AS amount FROM crm_receivables_installment
                    WHERE invoice_id = n.id) i ON true
                WHERE n.state = 'posted' AND o.state = 'draft'
                    AND (n.total, n.tax, n.total) IS DISTINCT FROM (l.amount, l.tax, coalesce(i.amount, 0))
            ) THEN
                RAISE EXCEPTION 'lines and installments do not sum to the invoice' USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
        CREATE TRIGGER sums_of_posted AFTER UPDATE ON crm_receivables_invoice
            REFERENCING NEW TABLE AS posted OLD TABLE AS earlier
            FOR EACH STATEMENT EXECUTE FUNCTION crm_receivables_sums_of_posted();

        CREATE FUNCTION crm_receivables_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF EXISTS (SELECT 1 FROM crm_receivables_posting WHERE entry_id = NEW.entry_id
                       GROUP BY currency HAVING sum(amount) <> 0) THEN
                RAISE EXCEPTION 'entry % does not balance', NEW.entry_id USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        END $$;
        CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON crm_receivables_posting
            DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION crm_receivables_balanced();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_receivables_balanced() CASCADE;
        DROP FUNCTION crm_receivables_sums_of_posted() CASCADE;
        DROP FUNCTION crm_receivables_only_drafts() CASCADE;
        DROP FUNCTION crm_receivables_refuse_change() CASCADE;
        DROP TRIGGER never_emptied ON crm_receivables_line;
        DROP TRIGGER never_emptied ON crm_receivables_invoice;
        DROP TRIGGER never_deleted ON crm_receivables_installment;
        DROP TRIGGER never_deleted ON crm_receivables_payment;
        DROP TRIGGER append_only ON crm_receivables_refund;
        DROP TRIGGER append_only ON crm_receivables_allocation;
        DROP TRIGGER append_only ON crm_receivables_posting;
        DROP TRIGGER append_only ON crm_receivables_entry;
        DROP INDEX crm_receivables_payment_credit;
        DROP INDEX crm_receivables_installment_due;
        DROP INDEX crm_receivables_installment_owed;
        DROP INDEX crm_receivables_payment_reference;
        ALTER TABLE crm_receivables_posting DROP CONSTRAINT crm_receivables_posting_amount;
        ALTER TABLE crm_receivables_refund
            DROP CONSTRAINT crm_receivables_refund_paid_out, DROP CONSTRAINT crm_receivables_refund_amount;
        ALTER TABLE crm_receivables_allocation
            DROP CONSTRAINT crm_receivables_allocation_reverses, DROP CONSTRAINT crm_receivables_allocation_amount;
        ALTER TABLE crm_receivables_payment
            DROP CONSTRAINT crm_receivables_payment_on_account, DROP CONSTRAINT crm_receivables_payment_used,
            DROP CONSTRAINT crm_receivables_payment_amount;
        ALTER TABLE crm_receivables_installment
            DROP CONSTRAINT crm_receivables_installment_outstanding,
            DROP CONSTRAINT crm_receivables_installment_allocated,
            DROP CONSTRAINT crm_receivables_installment_amount;
        ALTER TABLE crm_receivables_line DROP CONSTRAINT crm_receivables_line_amounts;
        ALTER TABLE crm_receivables_invoice
            DROP CONSTRAINT crm_receivables_invoice_voided, DROP CONSTRAINT crm_receivables_invoice_number,
            DROP CONSTRAINT crm_receivables_invoice_outstanding, DROP CONSTRAINT crm_receivables_invoice_allocated,
            DROP CONSTRAINT crm_receivables_invoice_amounts;
    """
