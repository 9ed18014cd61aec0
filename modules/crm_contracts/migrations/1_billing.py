"""What Tortoise cannot say: the start of a period, checks, searches, and charges that nobody changes."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_contracts_period_start(anchor date, unit text, step int, k int) RETURNS date
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT CASE unit
                WHEN 'day' THEN anchor + step * k
                WHEN 'week' THEN anchor + 7 * step * k
                ELSE (anchor + make_interval(months => step * k
                    * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'year' THEN 12 END))::date
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_period_start IS
            'Where period k starts: anchor + k intervals, clamped to the end of the month, never from period k-1.';

        CREATE INDEX crm_contracts_line_due ON crm_contracts_line (next_due_on, id)
            WHERE next_due_on IS NOT NULL AND NOT blocked;
        CREATE INDEX crm_contracts_contract_title_trgm ON crm_contracts_contract USING gin (title gin_trgm_ops);
        CREATE INDEX crm_contracts_contract_number_trgm ON crm_contracts_contract USING gin (number gin_trgm_ops);
        CREATE INDEX crm_contracts_product_name_trgm ON crm_contracts_product USING gin (name gin_trgm_ops);
        CREATE INDEX crm_contracts_product_code_trgm ON crm_contracts_product USING gin (code gin_trgm_ops);
        CREATE UNIQUE INDEX crm_contracts_problem_open ON crm_contracts_billing_problem (contract_line_id)
            WHERE state = 'open';

        ALTER TABLE crm_contracts_contract
            ADD CONSTRAINT crm_contracts_contract_number CHECK ((state = 'draft') = (number IS NULL)
                OR state = 'cancelled'),
            ADD CONSTRAINT crm_contracts_contract_total CHECK (subtotal + tax = total AND total >= 0),
            ADD CONSTRAINT crm_contracts_contract_term CHECK (ends_on >= starts_on);
        ALTER TABLE crm_contracts_line
            ADD CONSTRAINT crm_contracts_line_interval CHECK (interval BETWEEN 1 AND 366),
            ADD CONSTRAINT crm_contracts_line_schedule CHECK (next_due_on IS NULL OR recurrence <> 'none');
        ALTER TABLE crm_contracts_charge
            ADD CONSTRAINT crm_contracts_charge_period CHECK (period_end >= period_start),
            ADD CONSTRAINT crm_contracts_charge_amount CHECK (amount BETWEEN 0 AND 1000000000000000);

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_contracts_charge
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TRIGGER append_only ON crm_contracts_charge;
        ALTER TABLE crm_contracts_charge
            DROP CONSTRAINT crm_contracts_charge_amount,
            DROP CONSTRAINT crm_contracts_charge_period;
        ALTER TABLE crm_contracts_line
            DROP CONSTRAINT crm_contracts_line_schedule,
            DROP CONSTRAINT crm_contracts_line_interval;
        ALTER TABLE crm_contracts_contract
            DROP CONSTRAINT crm_contracts_contract_term,
            DROP CONSTRAINT crm_contracts_contract_total,
            DROP CONSTRAINT crm_contracts_contract_number;
        DROP INDEX crm_contracts_problem_open;
        DROP INDEX crm_contracts_product_code_trgm;
        DROP INDEX crm_contracts_product_name_trgm;
        DROP INDEX crm_contracts_contract_number_trgm;
        DROP INDEX crm_contracts_contract_title_trgm;
        DROP INDEX crm_contracts_line_due;
        DROP FUNCTION crm_contracts_period_start(date, text, int, int);
    """
