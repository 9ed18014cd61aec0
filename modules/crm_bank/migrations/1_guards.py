"""What the bank said never changes; what became of a line is one of three things."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_bank_line
            ADD CONSTRAINT crm_bank_line_occurrence CHECK (occurrence >= 0),
            ADD CONSTRAINT crm_bank_line_matched CHECK ((state = 'matched') = (payment_id IS NOT NULL)),
            ADD CONSTRAINT crm_bank_line_customer CHECK ((state = 'matched') = (customer_id IS NOT NULL)),
            ADD CONSTRAINT crm_bank_line_category CHECK ((state = 'set_aside') = (category <> 'none')),
            ADD CONSTRAINT crm_bank_line_settled CHECK ((state = 'open') = (settled_at IS NULL)),
            ADD CONSTRAINT crm_bank_line_payment FOREIGN KEY (payment_id) REFERENCES crm_receivables_payment (id);
        ALTER TABLE crm_bank_learned ADD CONSTRAINT crm_bank_learned_says CHECK (
            (counterparty = '') <> (name_key = ''));
        ALTER TABLE crm_bank_statement ADD CONSTRAINT crm_bank_statement_lines CHECK (
            lines_new BETWEEN 0 AND lines_read);
        CREATE INDEX crm_bank_line_open ON crm_bank_line (booked_on, id) WHERE state = 'open';
        CREATE INDEX crm_bank_line_name_trgm ON crm_bank_line USING gin (name gin_trgm_ops);
        CREATE INDEX crm_bank_line_text_trgm ON crm_bank_line USING gin (text gin_trgm_ops);

        CREATE FUNCTION crm_bank_line_guard() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION 'what the bank said of line % is not changed', OLD.id
                USING ERRCODE = 'restrict_violation';
        END $$;
        CREATE TRIGGER kept BEFORE DELETE ON crm_bank_line FOR EACH ROW EXECUTE FUNCTION crm_bank_line_guard();
        CREATE TRIGGER unchanged BEFORE UPDATE ON crm_bank_line FOR EACH ROW WHEN (
            (OLD.account_id, OLD.statement_id, OLD.booked_on, OLD.value_on, OLD.amount, OLD.currency, OLD.reference,
                OLD.bank_reference, OLD.charges, OLD.kind, OLD.fingerprint, OLD.occurrence)
            IS DISTINCT FROM
            (NEW.account_id, NEW.statement_id, NEW.booked_on, NEW.value_on, NEW.amount, NEW.currency, NEW.reference,
                NEW.bank_reference, NEW.charges, NEW.kind, NEW.fingerprint, NEW.occurrence)
            OR NEW.name NOT IN (OLD.name, '') OR NEW.counterparty NOT IN (OLD.counterparty, '')
            OR NEW.text NOT IN (OLD.text, '') OR NEW.end_to_end_id NOT IN (OLD.end_to_end_id, '')
        ) EXECUTE FUNCTION crm_bank_line_guard();
        CREATE TRIGGER kept_whole BEFORE TRUNCATE ON crm_bank_line
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER kept_whole ON crm_bank_line;
        DROP TRIGGER unchanged ON crm_bank_line;
        DROP TRIGGER kept ON crm_bank_line;
        DROP FUNCTION crm_bank_line_guard();
        DROP INDEX crm_bank_line_text_trgm;
        DROP INDEX crm_bank_line_name_trgm;
        DROP INDEX crm_bank_line_open;
        ALTER TABLE crm_bank_statement DROP CONSTRAINT crm_bank_statement_lines;
        ALTER TABLE crm_bank_learned DROP CONSTRAINT crm_bank_learned_says;
        ALTER TABLE crm_bank_line DROP CONSTRAINT crm_bank_line_payment, DROP CONSTRAINT crm_bank_line_settled,
            DROP CONSTRAINT crm_bank_line_category, DROP CONSTRAINT crm_bank_line_customer,
            DROP CONSTRAINT crm_bank_line_matched, DROP CONSTRAINT crm_bank_line_occurrence;
    """
