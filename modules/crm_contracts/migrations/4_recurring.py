"""Pauses, free periods, caps and usage: periods become parts, runs of days that are charged.

A part is cut by the end of its period, by the line's last day and by pauses. A part costs the difference of two shares of its
period's price (migration 1), so that all parts of a period, paused ones included, sum to the full price.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_pause" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "reason" VARCHAR(500) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_61f142" ON "crm_contracts_pause" ("contract_id", "starts_on");
COMMENT ON TABLE "crm_contracts_pause" IS 'Days of a contract that are not charged. No two of a contract overlap.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_usage" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "line" VARCHAR(300) NOT NULL,
    "used_on" DATE NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "reference" VARCHAR(120) NOT NULL,
    "billed_through" DATE,
    "late" BOOL NOT NULL,
    "charge_id" BIGINT REFERENCES "crm_contracts_charge" ("id") ON DELETE RESTRICT,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "contract_line_id" BIGINT NOT NULL REFERENCES "crm_contracts_line" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_contrac_a464f2" UNIQUE ("contract_line_id", "reference")
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_f97aa6" ON "crm_contracts_usage" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_used_on_ab1cec" ON "crm_contracts_usage" ("used_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_charge__106218" ON "crm_contracts_usage" ("charge_id");
COMMENT ON TABLE "crm_contracts_usage" IS 'What was used of a line on a day; append-only, corrected by negative quantities (migration 4).';
        ALTER TABLE "crm_contracts_charge" ADD "quantity" DECIMAL(20,4);
        ALTER TABLE "crm_contracts_contract" ADD "invoicing" VARCHAR(8) NOT NULL DEFAULT 'contract';
        ALTER TABLE "crm_contracts_line" ADD "included" DECIMAL(14,4) NOT NULL DEFAULT '0';
        ALTER TABLE "crm_contracts_line" ADD "cap" BIGINT;
        ALTER TABLE "crm_contracts_line" ADD "charged" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_contracts_line" ADD "stopped" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_contracts_line" ADD "period_cap" BIGINT;
        ALTER TABLE "crm_contracts_line" ADD "free_periods" SMALLINT NOT NULL DEFAULT 0;
        COMMENT ON COLUMN "crm_contracts_line"."billing" IS 'ADVANCE: advance\nARREARS: arrears\nUSAGE: usage';
        COMMENT ON COLUMN crm_contracts_contract."invoicing" IS 'CONTRACT: contract\nCUSTOMER: customer';

        DROP FUNCTION crm_contracts_due_periods;
        DROP FUNCTION crm_contracts_next_due;

        CREATE FUNCTION crm_contracts_period_of(anchor date, unit text, step int, day date) RETURNS int
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN crm_contracts_period_start(anchor, unit, step, near) > day THEN near - 1 ELSE near END
            FROM (SELECT CASE unit
                WHEN 'day' THEN (day - anchor) / step
                WHEN 'week' THEN (day - anchor) / (7 * step)
                ELSE ((extract(year FROM day) - extract(year FROM anchor)) * 12
                      + extract(month FROM day) - extract(month FROM anchor))::int
                     / (step * CASE unit WHEN 'month' THEN 1 WHEN 'quarter' THEN 3 ELSE 12 END)
            END AS near OFFSET 0) AS guess
        $$;
        COMMENT ON FUNCTION crm_contracts_period_of IS 'The number of the period that a day, not before the anchor, is in.';

        CREATE FUNCTION crm_contracts_days_left(
            anchor date, unit text, step int, next_period int, charged_through date, last_on date, paused datemultirange
        ) RETURNS datemultirange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE
                WHEN GREATEST(crm_contracts_period_start(anchor, unit, step, next_period), charged_through + 1) > last_on
                    THEN '{}'::datemultirange
                ELSE datemultirange(daterange(
                    GREATEST(crm_contracts_period_start(anchor, unit, step, next_period), charged_through + 1),
                    last_on + 1)) - paused
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_days_left IS 'The days that are still to be charged.';

        CREATE FUNCTION crm_contracts_part_end(
            anchor date, unit text, step int, first_day date, last_on date, paused datemultirange
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN first_day IS NOT NULL THEN LEAST(
                crm_contracts_period_start(anchor, unit, step, crm_contracts_period_of(anchor, unit, step, first_day) + 1) - 1,
                last_on, lower(paused * datemultirange(daterange(first_day, NULL))) - 1) END
        $$;
        COMMENT ON FUNCTION crm_contracts_part_end IS 'The last day of the part that starts on a day.';

        CREATE FUNCTION crm_contracts_next_due(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            paused datemultirange
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN billing = 'advance'
                THEN lower(crm_contracts_days_left(anchor, unit, step, next_period, charged_through, last_on, paused))
                ELSE crm_contracts_part_end(anchor, unit, step, lower(crm_contracts_days_left(
                    anchor, unit, step, next_period, charged_through, last_on, paused)), last_on, paused)
            END
        $$;
        COMMENT ON FUNCTION crm_contracts_next_due IS
            'When the next part is due: in advance on its first day, else on its last; null where nothing is left.';

        CREATE FUNCTION crm_contracts_due_periods(
            anchor date, unit text, step int, billing text, next_period int, charged_through date, last_on date,
            paused datemultirange, day date, most int
        ) RETURNS TABLE (k int, due_on date, period_start date, period_end date, complete boolean,
                         days_before int, days_through int, whole_days int)
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT k, due.due_on, part.period_start, part.period_end, part.period_end = whole.next_day - 1,
                part.period_start - whole.first_day, part.period_end - whole.first_day + 1, whole.next_day - whole.first_day
            FROM (
                SELECT days, crm_contracts_period_of(anchor, unit, step, lower(days)) AS first
                FROM (SELECT crm_contracts_days_left(
                          anchor, unit, step, next_period, charged_through, last_on, paused) AS days OFFSET 0) AS n
            ) AS open
            CROSS JOIN LATERAL generate_series(open.first, LEAST(
                open.first + most - 1, GREATEST(open.first, crm_contracts_period_of(anchor, unit, step, day)))) AS k
            CROSS JOIN LATERAL (
                SELECT crm_contracts_period_start(anchor, unit, step, k) AS first_day,
                       crm_contracts_period_start(anchor, unit, step, k + 1) AS next_day OFFSET 0
            ) AS whole
            CROSS JOIN LATERAL unnest(open.days * datemultirange(daterange(whole.first_day, whole.next_day))) AS run
            CROSS JOIN LATERAL (SELECT lower(run) AS period_start, upper(run) - 1 AS period_end) AS part
            CROSS JOIN LATERAL (
                SELECT CASE billing WHEN 'advance' THEN part.period_start ELSE part.period_end END AS due_on
            ) AS due
            WHERE due.due_on <= day
        $$;
        COMMENT ON FUNCTION crm_contracts_due_periods IS
            'The next parts of a line that are due on a day, of at most so many periods. They are the days from'
            ' days_before, not included, to days_through of a period of whole_days.';

        CREATE FUNCTION crm_contracts_usage_price(
            used numeric, included numeric, unit_price bigint, discount numeric, period_cap bigint,
            days_before int, days_through int, whole_days int
        ) RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN price <= 1000000000000000 THEN price::bigint END
            FROM (SELECT LEAST(
                round(GREATEST(used - (crm_contracts_share((included * 10000)::bigint, days_through, whole_days)
                        - crm_contracts_share((included * 10000)::bigint, days_before, whole_days)) / 10000.0, 0)
                    * unit_price * (100 - discount) / 100),
                crm_contracts_share(period_cap, days_through, whole_days)
                    - crm_contracts_share(period_cap, days_before, whole_days)) AS price OFFSET 0) AS exact
        $$;
        COMMENT ON FUNCTION crm_contracts_usage_price IS
            'What was used in a part, less its share of the included quantity, rounded once, halves away from zero, at most'
            ' its share of the cap of a period; null where that is out of range.';

        UPDATE crm_contracts_line l SET charged = g.amount
        FROM (SELECT contract_line_id, sum(amount)::bigint AS amount FROM crm_contracts_charge GROUP BY 1) g
        WHERE g.contract_line_id = l.id;
        ALTER TABLE crm_contracts_line
            ADD CONSTRAINT crm_contracts_line_free CHECK (free_periods BETWEEN 0 AND 9999),
            ADD CONSTRAINT crm_contracts_line_caps CHECK (
                cap BETWEEN 1 AND 1000000000000000 AND charged BETWEEN 0 AND COALESCE(cap, charged)
                OR cap IS NULL AND charged >= 0),
            ADD CONSTRAINT crm_contracts_line_usage CHECK (
                included >= 0 AND (period_cap IS NULL OR period_cap BETWEEN 1 AND 1000000000000000)
                AND (billing = 'usage' OR included = 0 AND period_cap IS NULL));
        ALTER TABLE crm_contracts_pause
            ADD CONSTRAINT crm_contracts_pause_days CHECK (ends_on >= starts_on),
            ADD CONSTRAINT crm_contracts_pause_apart EXCLUDE USING gist (
                int8range(contract_id, contract_id, '[]') WITH &&, daterange(starts_on, ends_on, '[]') WITH &&);
        ALTER TABLE crm_contracts_usage
            ADD CONSTRAINT crm_contracts_usage_quantity CHECK (quantity <> 0),
            ADD CONSTRAINT crm_contracts_usage_billed CHECK (
                (charge_id IS NULL) = (billed_through IS NULL) AND (charge_id IS NOT NULL OR NOT late));
        CREATE INDEX crm_contracts_usage_open ON crm_contracts_usage (contract_line_id, used_on) WHERE charge_id IS NULL;
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_contracts_usage
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER billed_once BEFORE UPDATE ON crm_contracts_usage FOR EACH ROW
            WHEN (OLD.charge_id IS NOT NULL
                  OR (OLD.contract_id, OLD.contract_line_id, OLD.used_on, OLD.quantity, OLD.reference) IS DISTINCT FROM
                     (NEW.contract_id, NEW.contract_line_id, NEW.used_on, NEW.quantity, NEW.reference))
            EXECUTE FUNCTION guanxi_append_only();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE crm_contracts_line
            DROP CONSTRAINT crm_contracts_line_usage,
            DROP CONSTRAINT crm_contracts_line_caps,
            DROP CONSTRAINT crm_contracts_line_free;
        DROP FUNCTION crm_contracts_usage_price;
        DROP FUNCTION crm_contracts_due_periods;
        DROP FUNCTION crm_contracts_next_due;
        DROP FUNCTION crm_contracts_part_end;
        DROP FUNCTION crm_contracts_days_left;
        DROP FUNCTION crm_contracts_period_of;
        CREATE FUNCTION crm_contracts_next_due(
            anchor date, unit text, step int, billing text, k int, charged_through date, last_on date
        ) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE billing WHEN 'advance' THEN n.first_day ELSE n.last_day END
            FROM (SELECT GREATEST(crm_contracts_period_start(anchor, unit, step, k), charged_through + 1) AS first_day,
                         LEAST(crm_contracts_period_start(anchor, unit, step, k + 1) - 1, last_on) AS last_day
                  OFFSET 0) AS n
            WHERE n.first_day <= n.last_day
        $$;
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
        ALTER TABLE "crm_contracts_charge" DROP COLUMN "quantity";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "invoicing";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "included";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "cap";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "charged";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "stopped";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "period_cap";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "free_periods";
        COMMENT ON COLUMN "crm_contracts_line"."billing" IS 'ADVANCE: advance\nARREARS: arrears';
        DROP TABLE IF EXISTS "crm_contracts_usage";
        DROP TABLE IF EXISTS "crm_contracts_pause";"""


MODELS_STATE = (
    "eJztXWt32jga/is6fNnuOUxOQpK2m9mz51DitswkkCWknQtzXIEV8MZIVLZDs7Pz31fyDf"
    "mCsVwuBvSpjazHNs8rS+9Nr/6sjehUHxHsUDhy7JN3pmWZeHxHydBC09oV+LOG4RSx/+R3"
    "rIManM1S3Xi7A1mP1BV96N9Anwl3GNreRdb5EVo2Yk0GskfUnDkmwfwWTUDRyKWUAQFDI+"
    "BMoANGxLUMgIkDhgiMJpCOkXEC2g6YQ9OxfwTQsgBxJojaYEwAwSf8YQYZsaexG635vi42"
    "v7pId8gY8Uvs7r//wZpNbKBvyOZ//l6zHegg3tk0auzi77WQFp01ZDXzd+LX/uC3mj3pjy"
    "ayjJh0fKDXrjsvM6/tnTluY+e915f/4iGj33KneNF/9uJMCI4AJnZ46xhhRNkb8ic41OVy"
    "wK5lBXIMReP/0EUX/xcKGAM9Qtfi0uRo/wUWbTVd73T7+r3W1/VaStIhQhBS0MQ44aOEva"
    "rtETDmr/DDPxqN8/M3jdPz128vL968uXx7+pb19d43fenNX/7LLNjyb+Vx1v7Q7vT5CxHG"
    "vD9wecNfHgY60Ed5glywT9GzafM3T8lgqQBEyGoxhKTnySFsWAhi8RWFrJ9tVgyNs4s3F2"
    "/PX19E7EcteaSHBIuTDeK/XIdOmtJrdsUxpyib1zgywawRQE/C/2yK59o/H1084iyCsQvx"
    "N/NkZJHR0wkm83/VNiSDHIL77Vvtvt+8veO3n9r2V8sjstnX+JWG1/qSaH31+u/xzyC6Cf"
    "jc7n8E/E/wW7ejeTwT2xlT74mLfv3favydoOsQnf1wHRoiWWFz2BSTvzszSso/jlTy30/5"
    "h1/x8EWXXdlS0FKza7CGSQn9QJa5hRS42pEmv8U0oWzqw/4JxtkP2dh3tqmPqTaF33QL4b"
    "EzYX+en57mkPmp2Wt9bPZesV6JT6YTXGr41+LssnFqZ6kMnF8Nu1OP4zZ7K4hHKEN/CNHb"
    "Y1t+gNc6XZ3NBb0+AxOd/RTqDPCd1mt3r6/ADFGTGAPcvO0+dFgPOCWu/3HKyuesUUA8Z4"
    "2l0uGX4sKJVPQysonAW/wQyAxhyY+h1r3TOleAIwe4daM1exqTCiMHUmSUEcPbAlJ4u1QI"
    "b5MySFhFEktAHLg99frgVoCUBVpODgJaCUNKGNzgf3zKNDpDdtMyeU8oMsf4Z/SSmqcS9M"
    "edOi3hjnsmkb/CsRe2LnQ4CueRwyQ5NTAqDGQhxyOjx9TWXrvVry3/BNbP9U1w10PnW5gC"
    "lpDOh/oQjp7mkBp6bMzzK6RBEi1R3/SlaWOabIEYjj2a+O/hb58Qh+feqy13eAYd6tKOzt"
    "ECWMC/6etEgDwCmOmTnEMbjM1nhAFxHfBIKAgcqUx9mrGF3PiBYOulDggD8KsIjiY+HGID"
    "eApYlvtzW4/N8I7+nv7C/Lfx1UXf5ym4T5ULtJIu0JjMUnLgPptsKSRxeR6b/Z0ns3jmjp"
    "aEuhWQwb6nEhQGqKMmcGFCFp8HFhilm5Y2FL66EDum85IxbtHInEIrm3sRlhy4Pu4kwO+f"
    "zy5v5Gqt9m3z5lXjtH7h2cP2V8v09aHQTr5I+YtUTOTIfeLKFq+8La6MxIM2EkP/SI6ZKL"
    "hQZA1FEbrKVFwugyIJKCPXdsgU0US+CWXDa27r4Z9kjlNdUqkrbPW24g3E8VdrAULZz/OD"
    "FWEjU1aTTTb7QtgitWhUll4lLT2V7KKSXZRip5JdlPzXpdirZJcKeDCwOx0imqZ/ebrLAl"
    "Eqzp9kfbeqRSLfpVC6S062S9J5EamJRcmNAFVObylJb6NQOlEjJ52okU4n2ruMFYPCR0dy"
    "fahd95rv+1fAww5wu6P3tE9t7fMVMLHOtUw0H+Dm3V2v+4nnsjALjJJnZAzwvcYzjGyEGe"
    "q+/aHDr/oGB+vf6rc/aaw3W8OeEbv+cH+nda69Lq7No1u8l/bLXdtLkEHfZiblLX2td9vu"
    "sBWENTqITk3MKRrgntbRPvNGz57iLa1mp6Xd3HjpNZx/yyqXYLP+PCce6kN4lOG3Xf5pip"
    "gD/DrPi8x9y6e+1MwX2sPFV/UIsj1b6fSg1nLbHZagXUQp5ssx78BvkmPdByi+y/H9giC1"
    "MmbvPMoXGMV6yflFdGkWDdPHQN8Zpa+YxSYXpBd8v0W5EyDHzNxCy5TkLwU8Zha5FSD77S"
    "4gR82cGKIpzJ0IOmb2ZvBlysfRFDEOMhx9xUz19F22aLMPIX7SGQHYfvQ9XzK2+7tm52e9"
    "32t27t9rvSsQuxezwm/ad81fmRVumewnDvBnjRlUzGafo9EEMqu99VFr/czs5wkaPXGL+v"
    "4jN6btSRk7ulHM/5LjfklaeSZ+JuaIv0FJscZusEWJilFnGWG2uh0myhYTUHgHJpSH+373"
    "lss2DDCXEc6adxFZEI9dOC7tGhPxW5TLfyd6qyMrlN8+MtAV8LADzDd38a1d77p99q0MiV"
    "PqW7ksII7LpeK4TIqDuFTnKwJ0CJXyOqWAB7fL9KyQW/gsxy18lnYLOxNklmQ8A6o4L8Q5"
    "07btNNN99G2ZEyQEHAC/eZFZ7RfPtI6CsiGLr26bv3gER4HZm27nQ9hdYL11032XRbaOMl"
    "TSFXwHGEW5NOUQY5Th5lvOdwRQZJcjW3J8ixhFuTTlM0gdE2XM4D/ddztL9uAsIEkT1xw5"
    "4H/AMu09TMXIYZ5zkc98kuR6PHWG3yDJfCIxVSIRJg5Ume2lfdsGhXMszb+IUjlIZbkXM6"
    "6Lcy+iFPdluV8kv0uRH4Mp9kvHjRlGmnsBpJhf104mwXP3fZuYKDppCTfbs8W38N6luOJR"
    "oKCIN11/D71BkvWDXYjYig3yoryKi1oBUj1uvnvIJndx9YO7HibFwvRZgGFPw1s/xZ0oif"
    "owSRYV4wIs++rE+mk+XIJjCliVd416m3hX7xwN9/pK7h4NNx4XKTLE+/4InAkCvi5lg0dK"
    "puALG1ETQnWCvwCCAaTI6xNU+gH2aIIM10LJKkEEs4c8oZkDhi/gC9/5Y3/JqjG0pacW2v"
    "+aXW99Ronh+q1q82k1N5+KL58Sw/JQVgJ2AD7RLRSoZT80Y0ficpLD/gfH7vrTRapQLqcc"
    "42c7cPKH5XLOLiTK5fDRqM+oOcqwC/Lm6zhOZUiX9CKb9ii7FFfuABdhOxrgpyenpzsc45"
    "f1RuEh7rBJimbu+sslWYTtiOTX+0PyvpSUO6z5w1f0Ec6avYsWyBfvsEWdBBOMJMd2rdPt"
    "aEwADDnA1zwL1vBTYLWfeQIsehrg226HZ/FNmeUyGeB/PzR7fZ5oyTQC6vD02V+1JvuTb+"
    "1Jml47yLlkD0H0OWv/3T2bVazltpKAO5g6MeeNN6+jb4X/kfd13LPp6Sb9OQTWcNlvQYBv"
    "8UOAxrPwNoW/heb1J75d+goE+AFu9npsdN+zFvZBQ2oP8MN98wPr4dpBYu6Ox/sjRUj3y7"
    "Bm+O7yx3wSezArxjrG/QjO5FbeAKDCgWUXXhOPLNdAWQWI83RKEbYrxX1fLNOgXrP02I7j"
    "1BAvO8Qjh3PGGF+6iy0GOuZdbBa0ZXdPCpBjZg6jb06w0qfZW/rVJ1AHox6sr3yifzKv7k"
    "wocccTmYGZAT36AWq4SPLzTsCOmcFgQEnqrAvQwXzdW17ShzwAnMk7IRaCOJt4AZUgfshg"
    "m2I+atnuaH3X7d7wO0f5+u/aya0QD7fvtN6rs4Qim1X+hMxm0mwLKMW2BNvqGMSdTy9CYo"
    "iUBOI4ZbGtK0dZnXy4jZMPg9G7PpbvFjfcr1FflOP4917lZMS+L6BVyYhhArRkMmKYjb3R"
    "YyxUhl4lM/TU8RDqeIgYz+p4AHU8hJK/Oh5iH5c5wTcKp1LnF4T915NvUaGzITZSMYn/q/"
    "83w3efT3AAObiE841w7B9vIOm0W4C26LMLB/deuexS/oqd2nmeTW5ZvFJobbmZJ/aqS1t5"
    "ZgJd5Hh7SB2+k4vv8AoKmYKZBfEVgODRZOMB+KmzdUAoa7InfDsY6z/nh9BzkNjJBmzcPq"
    "PM8+w39ZySu8uUrVpJW5VxgzKSVJcvOhFALTlFlhz5WLIKI/OmGaIjJL15RkAd4Vnqak9H"
    "NWdfFchUgbS9kMh6A2k71f7DQNtyzV8IxUlq/UJUcMOnlIcuFKVAV1aBVsEeFeyJ8ayc/S"
    "rYo+Svgj37uMyJerEhFewJ+x9csOeiiFPoYrlPKG167zaOtuvRvPljwL2wWNZpASsiaQdz"
    "WMAWOFaFsTZWGEtVbdrpuqdOg09V1itSV0/iNHhVsmkL7n2V6XA8mQ6JQtKrc9oXFaclPZ"
    "94AVyZ6qA9I/oCfARweFbBHNoAsVYwZsMMA+I6dWAT/xomYAxnwMQAeiWc/mYDG1ETsX8c"
    "+GIDF6NvM4uJFhnpbIfNPqqIo3ZCLCMq1h4W02W38+ersCZVQJ9y5SpXrnLlKlfuwbvylC"
    "v3uOWvXLlVMGkXSlthd1iEODh37nmxKvE5ReKTplao3MXJza94GGIOKY9nHcUOI405PVJX"
    "l/iMwFX2wdSue83PnSvgHYrDq3hq17yIJzIGuKf1H3od/jdFjksxb/vUbbO/n4k/B+64xi"
    "ebkm25QycWiINz/F4Wcqtf5rjVL9Nu9Z3mB6rFkrXEDPni/Mdgiv01JWf6rKYloQ4KjKVj"
    "xgZfgaomO8153VOO9yDltTmbUcJLxy93AEdd6tKuXyhCVzp/P3NHK8EIUH5wGbSfbPBIqN"
    "cS3vIENKP/+47ZEZkiG3BOvM7ct4bmYIwcG2D2Hwa2077fjT5J7XXbt9Wkrvy7yr+r/HvK"
    "v6vkr/y721Ymd3RQFFN8pJwyQf8qu8lKOmU2soXbdlDGMRX5Dt4Qoxy8R+fg/dxs99udD1"
    "dgDk2H0TrAd1rn2muZIWx4Lc27u173E3f1+maV7/79SWv1fffvf9DI4W3Xve7dHW8yaFQ5"
    "esdOYGjb5hjzEwOIzKSTgFVZglXKs+apjUYpDSuOXIOGVbG19qD0KDKdZha7yNtvE0FUaK"
    "VIaCWYaOVd+wmg0lPL6qnQfipnKySASgLlN/Wp8iO7PhU8WJZLfAYpqPoQSpvMxELS/Asg"
    "xfyaIryq/M6aY5Gt5n2rea3VMnUfFUlfwWxC1ysQS+eTwhpo7QW3OUxahZmzAKWhuqdG66"
    "rRGteLC1C7UCEUuSvITWlbVU756Lke1avSPnqB579k6oceRg5W53+Eq7ANHALmE3M0AdCy"
    "/OQL0wH8NW3u+7T4trs5xLzVBuGDeMKGl87h79fzOmPiTJhcgennd7C7pXNBtvZUdTRPhd"
    "XNOlApIKvEoFJAVAqASgFR8lcpIHu8zFWlpFiFtvcdcQLIhjWGdWR/qOJKmy6uNDWxOXWn"
    "chOxAFJTcOnAjmmPso9UyC1rJcLUkRVXqqbVzmpaqWSJKk0nO4lQVm6p3An1HCNNvQBSg3"
    "5NwWGPwZQUvjcw3A/uul8CKRq2EMZh5aKXVZteNhS+VMH2dQbbdxpfu2YvNIYBAcuia0Kn"
    "unRszYiDVwbW3lMyDY7npLbD41z8Dwuy/xvwpQ6+BDdEX4AfwbT9Ez2/uGwsfQHM1rAM8G"
    "rgXg7h2cB93Xjzj4F7gdD5wH1zcfr67+mY2jYeWGSbdfiYYLQwk8m0+DmJf/BKm/xZav91"
    "FZbzugq+qeCbCr6o4JuSvwq+bVvz3I2/4JFpSJJnPAuQ7zzkuaI2VabPN33Kc6TFSXAnYo"
    "6avIRGLLORJAZUrsLSn75gdxSnXwAp6tflK3TtbXpcqiaCoi4XYegVyhb35wnF6+pk8diM"
    "WkVX1h1kwq8t92L51+vyh2FHuJW+q2t+ugp5BDBRjQ9SxBOtwWgCKfsJJ6BDgDMnia7cVW"
    "jBWdpDtb7blij3xwY+ZSxwR5TyOlXS67SQkISSGQMdtZaJsCFLngD5TuoqZl/KMafKpW+8"
    "XLryfx63/0vVs6iYGab28x9mbfEHG47zrAf/urz14Ea4YiXF+bmO/LQUX4m3TIwA4ec4Gv"
    "DlR76Rk6kePxBsvdSZgk+pV0UPDF8A9mLszwh8ZdOsYzp8/+erqTmmXuQdXGTEvTf/uAxr"
    "QzAv+MN4L4oeEU+AR76Bsar0eBANNwL9K2zybSBdBccra6ao4LgKjivlUAXHlfzXZRyo4H"
    "gFImShGlPUBRL2PzgHyHkhB8h5jgPkPO0AETS9wuHzBeSo/ZqBap6xFzV3v54I++79evvE"
    "YLBh7+yiflF4x97CdpGYAWKgA9zxe9YotEW9kbNFvZFiemhaFi+uPqHEHU9k5oM08ph99l"
    "ZmuDt3h2kI2eL+0qhlbzeYLvwRcoqZCFNKWVmlTPnNqyMCrvCWl4OAVsJQQYzKBzGWfgLr"
    "5/omuOuh8y1MAUVI91bQNbId3W+/Ft7CNIsaRwUic3/9H5EW+sk="
)
