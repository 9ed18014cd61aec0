"""What Tortoise cannot say: the periods of recurring lines, checks, searches, and charges that nobody changes."""

from tortoise import BaseDBAsyncClient


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE FUNCTION crm_contracts_period_start(anchor date, unit text, step int, k int) RETURNS date
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE unit
                WHEN 'day' THEN anchor + step * k
                WHEN 'week' THEN anchor + 7 * step * k
                ELSE (anchor + make_interval(months => step * k
                    * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 WHEN 'year' THEN 12 END))::date
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_period_start IS
            'Where period k starts: anchor + k intervals, clamped to the end of the month, never from period k-1.';

        CREATE FUNCTION crm_contracts_next_due(
            anchor date, unit text, step int, billing text, k int, charged_through date, last_on date
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE billing WHEN 'advance' THEN n.first_day ELSE n.last_day END
            FROM (SELECT GREATEST(crm_contracts_period_start(anchor, unit, step, k), charged_through + 1) AS first_day,
                         LEAST(crm_contracts_period_start(anchor, unit, step, k + 1) - 1, last_on) AS last_day
                  OFFSET 0) AS n
            WHERE n.first_day <= n.last_day
        $$;
        COMMENT ON FUNCTION crm_contracts_next_due IS 'When period k is due; null where nothing is left to charge.';

        CREATE FUNCTION crm_contracts_share(amount bigint, days int, whole_days int) RETURNS bigint
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT div(2 * amount::numeric * days + whole_days, 2 * whole_days)::bigint
        $$;
        COMMENT ON FUNCTION crm_contracts_share IS
            'What the first days of a period cost: exact, halves rounded away from zero. A part of a period costs the'
            ' difference of two shares, so that any split of it sums to the full price.';

        CREATE FUNCTION crm_contracts_due_periods(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            full_amount bigint, day date
        ) RETURNS TABLE (k int, due_on date, period_start date, period_end date, complete boolean, amount bigint)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT k, due.due_on, part.period_start, part.period_end, part.period_end = whole.last_day,
                crm_contracts_share(full_amount, part.period_end - whole.first_day + 1, whole.days)
                    - crm_contracts_share(full_amount, part.period_start - whole.first_day, whole.days)
            FROM generate_series(next_period, GREATEST(next_period, LEAST(next_period + 99, CASE unit
                WHEN 'day' THEN (day - anchor) / step
                WHEN 'week' THEN (day - anchor) / (7 * step)
                ELSE ((extract(year FROM day) - extract(year FROM anchor)) * 12
                      + extract(month FROM day) - extract(month FROM anchor))::int
                     / (step * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END)
            END))) AS k
            CROSS JOIN LATERAL (
                SELECT first_day, next_day - 1 AS last_day, next_day - first_day AS days
                FROM (SELECT crm_contracts_period_start(anchor, unit, step, k) AS first_day,
                             crm_contracts_period_start(anchor, unit, step, k + 1) AS next_day OFFSET 0) AS bounds
            ) AS whole
            CROSS JOIN LATERAL (
                SELECT GREATEST(whole.first_day, charged_through + 1) AS period_start,
                       LEAST(whole.last_day, last_on) AS period_end
            ) AS part
            CROSS JOIN LATERAL (
                SELECT CASE billing WHEN 'advance' THEN part.period_start ELSE part.period_end END AS due_on
            ) AS due
            WHERE part.period_start <= part.period_end AND due.due_on <= day
        $$;
        COMMENT ON FUNCTION crm_contracts_due_periods IS
            'The next periods of a line that are due on a day, cut by its last day: at most a hundred.';

        CREATE FUNCTION crm_contracts_problem(
            anchor date, unit text, step int, next_period int, charged_through date, amount bigint
        ) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE
                WHEN anchor IS NULL THEN 'no_start'
                WHEN unit NOT IN ('day', 'week', 'month', 'quarter', 'year')
                    OR step::bigint * next_period NOT BETWEEN 0 AND 40000
                    OR charged_through NOT BETWEEN crm_contracts_period_start(anchor, unit, step, next_period) - 1
                        AND crm_contracts_period_start(anchor, unit, step, next_period + 1) - 2
                    THEN 'period'
                WHEN amount NOT BETWEEN 0 AND 1000000000000000 THEN 'amount'
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_problem IS 'Why a line cannot be charged, or null.';

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
        DROP FUNCTION crm_contracts_problem;
        DROP FUNCTION crm_contracts_due_periods;
        DROP FUNCTION crm_contracts_share;
        DROP FUNCTION crm_contracts_next_due;
        DROP FUNCTION crm_contracts_period_start;
    """
