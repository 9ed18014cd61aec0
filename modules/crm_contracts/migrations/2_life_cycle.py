"""States of a contract's whole life, approval, contract types and the register of numbers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_type" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "active" BOOL NOT NULL
);
        CREATE TABLE IF NOT EXISTS "crm_contracts_number" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "year" SMALLINT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "contract_id" BIGINT REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "holder_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_holder__2072da" ON "crm_contracts_number" ("holder_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_e51b79" ON "crm_contracts_number" ("state", "year", "number");
COMMENT ON COLUMN "crm_contracts_number"."state" IS 'DRAWN: drawn\nUSED: used\nRETURNED: returned\nVOID: void';
COMMENT ON TABLE "crm_contracts_number" IS 'Every number that was ever given out, so that no gap in a year''s series stays unexplained.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_approval" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "rule" VARCHAR(100) NOT NULL,
    "step" SMALLINT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "assigned_to" VARCHAR(200) NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "comment" VARCHAR(500) NOT NULL,
    "approver_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "asked_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE CASCADE,
    "decided_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "role_id" BIGINT REFERENCES "guanxi_role" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_bf1600" ON "crm_contracts_approval" ("contract_id", "id");
COMMENT ON COLUMN "crm_contracts_approval"."state" IS 'WAITING: waiting\nPENDING: pending\nAPPROVED: approved\nREJECTED: rejected\nDROPPED: dropped';
COMMENT ON TABLE "crm_contracts_approval" IS 'What one rule asks for one contract. A contract that comes back for review gets new ones.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_approval_rule" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "step" SMALLINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "minimum" BIGINT,
    "discount" DECIMAL(5,2),
    "active" BOOL NOT NULL,
    "approver_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "role_id" BIGINT NOT NULL REFERENCES "guanxi_role" ("id") ON DELETE RESTRICT,
    "type_id" BIGINT REFERENCES "crm_contracts_type" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_contracts_approval_rule" IS 'Contracts to which all that it names applies want its approval. A rule that names nothing is for all.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_delegation" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "delegate_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_delegat_3dd943" ON "crm_contracts_delegation" ("delegate_id", "until_on");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_user_id_ae0311" ON "crm_contracts_delegation" ("user_id", "id");
COMMENT ON TABLE "crm_contracts_delegation" IS 'From the first to the last day, `delegate` decides what `user` could (审批代理).';
        ALTER TABLE "crm_contracts_contract" ADD "renews_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "drawn_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "type_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "sent_on" DATE;
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nIN_REVIEW: in_review\nAPPROVED: approved\nSENT: sent\nSIGNED: signed\nACTIVE: active\nSUSPENDED: suspended\nEXPIRED: expired\nTERMINATED: terminated\nRENEWED: renewed\nCANCELLED: cancelled';
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_925f604b" FOREIGN KEY ("type_id") REFERENCES "crm_contracts_type" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_83c627fc" FOREIGN KEY ("renews_id") REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_1a2d7287" FOREIGN KEY ("drawn_id") REFERENCES "crm_contracts_number" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_renews__88d4ac" ON "crm_contracts_contract" ("renews_id");
        ALTER TABLE crm_contracts_contract DROP CONSTRAINT crm_contracts_contract_number;
        UPDATE crm_contracts_contract SET state = CASE
            WHEN state = 'confirmed' THEN 'approved'
            WHEN state = 'ended' AND terminated_on IS NOT NULL THEN 'terminated'
            ELSE 'expired' END
        WHERE state IN ('confirmed', 'ended');
        ALTER TABLE crm_contracts_contract
            ADD CONSTRAINT crm_contracts_contract_number CHECK (number IS NOT NULL
                OR state IN ('draft', 'in_review', 'cancelled'));
        CREATE UNIQUE INDEX crm_contracts_contract_drawn ON crm_contracts_contract (drawn_id);
        CREATE UNIQUE INDEX crm_contracts_contract_next_term ON crm_contracts_contract (renews_id)
            WHERE state <> 'cancelled';

        INSERT INTO crm_contracts_number (number, year, state, contract_id, reason, revision, created_at, updated_at)
        SELECT number, substr(number, 4, 4)::smallint, CASE state WHEN 'cancelled' THEN 'void' ELSE 'used' END, id, '',
            1, created_at, updated_at
        FROM crm_contracts_contract WHERE number IS NOT NULL ORDER BY number;
        CREATE UNIQUE INDEX crm_contracts_number_contract ON crm_contracts_number (contract_id);
        CREATE INDEX crm_contracts_number_trgm ON crm_contracts_number USING gin (number gin_trgm_ops);
        ALTER TABLE crm_contracts_number
            ADD CONSTRAINT crm_contracts_number_holder CHECK (state IN ('used', 'void') OR holder_id IS NOT NULL),
            ADD CONSTRAINT crm_contracts_number_used CHECK (state <> 'used' OR contract_id IS NOT NULL);

        ALTER TABLE crm_contracts_approval_rule
            ADD CONSTRAINT crm_contracts_approval_rule_step CHECK (step BETWEEN 1 AND 9);
        ALTER TABLE crm_contracts_approval
            ADD CONSTRAINT crm_contracts_approval_who CHECK ((approver_id IS NULL) <> (role_id IS NULL));
        ALTER TABLE crm_contracts_delegation
            ADD CONSTRAINT crm_contracts_delegation_days CHECK (until_on >= from_on);
        CREATE INDEX crm_contracts_approval_approver ON crm_contracts_approval (approver_id, contract_id)
            WHERE state = 'pending';
        CREATE INDEX crm_contracts_approval_role ON crm_contracts_approval (role_id, contract_id)
            WHERE state = 'pending';
        CREATE INDEX crm_contracts_approval_decider ON crm_contracts_approval (decided_by_id, contract_id);
        CREATE VIEW crm_contracts_approver AS
            SELECT id AS approval_id, contract_id, approver_id AS user_id
            FROM crm_contracts_approval WHERE state = 'pending' AND approver_id IS NOT NULL
            UNION
            SELECT a.id, a.contract_id, r.user_id
            FROM crm_contracts_approval a JOIN guanxi_user_role r ON r.role_id = a.role_id WHERE a.state = 'pending'
            UNION
            SELECT a.id, a.contract_id, d.delegate_id
            FROM crm_contracts_approval a JOIN crm_contracts_delegation d ON d.user_id = a.approver_id
            WHERE a.state = 'pending' AND CURRENT_DATE BETWEEN d.from_on - 1 AND d.until_on + 1
            UNION
            SELECT a.id, a.contract_id, d.delegate_id
            FROM crm_contracts_approval a JOIN guanxi_user_role r ON r.role_id = a.role_id
            JOIN crm_contracts_delegation d ON d.user_id = r.user_id
            WHERE a.state = 'pending' AND CURRENT_DATE BETWEEN d.from_on - 1 AND d.until_on + 1
            UNION
            SELECT id, contract_id, decided_by_id FROM crm_contracts_approval WHERE decided_by_id IS NOT NULL;
        COMMENT ON VIEW crm_contracts_approver IS
            'Who sees a contract for its approval: whoever may decide or has. The days of stand-ins count a day longer'
            ' to either side, for the time zones; deciding asks for the exact day.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP VIEW crm_contracts_approver;
        DROP INDEX crm_contracts_contract_next_term;
        DROP INDEX crm_contracts_contract_drawn;
        ALTER TABLE crm_contracts_contract DROP CONSTRAINT crm_contracts_contract_number;
        UPDATE crm_contracts_contract SET number = CASE WHEN state IN ('draft', 'in_review') THEN NULL ELSE number END,
            state = CASE WHEN state = 'in_review' THEN 'draft' WHEN state IN ('approved', 'sent') THEN 'confirmed'
                WHEN state IN ('signed', 'suspended') THEN 'active'
                WHEN state IN ('expired', 'terminated', 'renewed') THEN 'ended' ELSE state END;
        ALTER TABLE crm_contracts_contract
            ADD CONSTRAINT crm_contracts_contract_number CHECK ((state = 'draft') = (number IS NULL)
                OR state = 'cancelled');
        DROP INDEX IF EXISTS "idx_crm_contrac_renews__88d4ac";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_1a2d7287";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_83c627fc";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_925f604b";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "renews_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "drawn_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "type_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "sent_on";
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nCONFIRMED: confirmed\nACTIVE: active\nENDED: ended\nCANCELLED: cancelled';
        DROP TABLE IF EXISTS "crm_contracts_delegation";
        DROP TABLE IF EXISTS "crm_contracts_approval_rule";
        DROP TABLE IF EXISTS "crm_contracts_approval";
        DROP TABLE IF EXISTS "crm_contracts_number";
        DROP TABLE IF EXISTS "crm_contracts_type";"""


MODELS_STATE = (
    "eJztXWtz4jgW/SsqvmxPFZtKSNLJZLa2ihB3N9MJsITunplmyhFYAW+MRFtySGa2//tKfo"
    "D8AGw3DwP6lCDrGHOuHvel679LfXuk9wlmNuwzenRtWpaJBy2b9Cw0Kl2Bv0sYjhD/Z3HH"
    "MijB8TjWTbQzyHvErug97wb6WLpDj7oXeedHaFHEmwxE+7Y5ZibB4hZVYKO+Y9scCDgaAT"
    "aEDPSJYxkAEwZ6CPSH0B4g4wjUGZhAk9FfALQsQNgQ2RQMCCD4SHyZQfr82/iNVnxfB5vf"
    "HKQzMkDiEr/71z95s4kN9IKo+Pi1RBlkSHQ2jRK/+LUU0KLzhqRm8Uzi2p/iVuMn/dFElh"
    "GSjgd023X2Onbbrs1BHbN3bl/xi3ucfssZ4Vn/8SsbEjwFmJiJ1gHCyOZPKL6B2Y6QA3Ys"
    "y5djIBrvh866eL9QwhjoETqWkKZAew8wayvpeqPZ0e+1jq6XYpIOEJKQ/CbOiRgl/FGpS8"
    "BAPMI/f65UTk8vKsenby/Pzy4uzi+PL3lf93njly6+ew8zY8u7lctZ/X290REPRDjz3sAV"
    "Dd9dDGTQQ7mCnLFvo2eTiiePyWCuAGTIcjEEpC+SQ9AwE8RsFgWsn6xXDJWTs4uzy9O3Z1"
    "P2py2LSA8IlhcbJH65Dlmc0ht+hZkjlMxrGBlh1vChR8E/6+K59K9HB/cFi2DgQPxiHvUt"
    "0n86wmTy79KaZLCA4E79TrvvVO9a4vYjSr9ZLpHVjiauVNzW10jrm7c/hafB9CbgS73zAY"
    "iP4I9mQ3N5JpQNbPcbZ/06f5TEM0GHEZ3/cB0aMllBc9AUkr8zNnLKP4xU8t9N+QezuPeq"
    "Z93ZYtBcq6u/h2US+p5sczMpCLUjTn6Na0LJ1Af9I4zzH7K2ebauyVQawRfdQnjAhvzj6f"
    "HxAjI/V9u1D9X2G94rMmUa/qWKdy3MLh+nNEllEPxq2Bm5HNf5U0HcRwn6Q4DeHNvZB3ip"
    "0dT5WtDucDDR+U+xWRe3tHa9eXMFxsg2idHF1bvmpwbvAUfE8SZnVvmcVFKI56QyVzriUl"
    "g4UxU9j2ym4A1OBDJGOONkKDVbWuMKCGQX1261alvjUuHkQBsZecRwmUIKl3OFcBmVQcQq"
    "yrAFhIGbU6/3bgeIWaD55CChlTAyCUMY/I9PiUZnwG5cJu+IjcwB/oheY+tUhP6wU6cm3X"
    "HHJPI9GHtB60yHs+Fk6jCJLg2cCgNZiLlktLna2q7XOqX5U2D1XN/6d913vqUlYA7pYqj3"
    "YP9pAm1DD415cYVUSKRl2jd+aVQZRVsghgOXJvF7xNNHxOG690rzHZ5+h3JmR2d/Bkzh3/"
    "R0IkAeAUz0SU4gBQPzGWFAHAYeiQ18RypXn8Z8Izf+SbD1WgaEA8RVBPtDDw6xAVwFLMn9"
    "uamvTfCOfo3PMO9pPHXR83lK7lPlAi2kCzQks5gchM8mWQpR3CKPze6uk0k8C0dLRN3yye"
    "DzKQeFPuqgCZyZkOnXgRlG6ab5DQXlsD9sh60yFAtvKCoLZq8tmMB4X2DDSPZ9VitGhi6z"
    "Y+bLIE12RN+hjIyQHUmGsPnwmlA9+EgmONYlllfBTGaFGwiDVgRi85/nedKDRq5JRZsony"
    "F8k5o1KjOkkGaIysRQmRhKsVOZGEr+q1LsVSZGAcxr7Ix6yE6ORyeTP0PkCkJHWd+uahFJ"
    "xkiVi7EgFSMaaJ6qiWnJnQKKnHuRk95KqlyXyoJcl0o812Xn0ikMGz6yjPtD6aZdfde5Ai"
    "62i+sNva19rmtfroCJdaFlokkXV1utdvOzSLTgFphNnpHRxfeaSH+hCHPUff19Q1z1DA7e"
    "v9apf9Z4b76HPSN+/dN9S2vcuF0cKkIvopf2W6vuZm+gl7Fpi5aO1r6rN/gOwhsZskcmFh"
    "R1cVtraF9Eo2tPiZZatVHTbm/d3A/Bv2Xly/5YfRKOiEMh3H/NMjVlzB7OztM0a9/8pS+2"
    "8gX2cPpdfQrZnK10vFd7OXV6OWiXUYr5fMwz+JJxrHsAxXc+vl8RtK2E1XsR5TOMYj3n+i"
    "K7NNPGkEOgHwwhF8xiyxZBlny/abmTIIfM3EzLzMhfDHjILAorIOvcnUEOmjk5RJOaOxl0"
    "yOyN4etIjKMR4hwkOPrSmerxu2zQZu9B/KRzAjB99DxfWWz362rjo95pVxv377T2FQjdi1"
    "vht/VW9XduhVsm/4ld/EXjBhW32SeoP4Tcaq990Gofuf08RP0nYVHffxDGNB3msaMr6fwv"
    "C9wvUSvPgnjgwEFuB4yM36A8/xrqtUZWOf7xgYOugIvtYnG+RZxuuW52uER6hOWSyHkKgZ"
    "zPlcd5VBzEsXWx7kBG7Ey+jRhw7w7anaRyPp4scD6exJ2PbIjMnIwnQBXnqTjnOh2NM91B"
    "L/NM7QCwB/wuiv9pv3VCob+AxTd31d9+CoX/bpuN90F3ifXabfM6iWwdJSg+S/j2MYryzJ"
    "RDjFGCM2k+31OAIjsf2RnHt4xRlGemfAxtZqKEFfzX+2ZjzjGEGSRqSJl9Bv4HLJPuYMB/"
    "AfOCi8XMR0kuhxM0xA2izEfSHzOkW4SBKn86twfVsOEEZ+ZfRqlMl7zcy3m96bmXUYr7vN"
    "zPUqwzkR+CKfZzRyc5JjP3Ekgxv6rzMv5GGpdE1qMyNjqqSTfbsc039QmZsOKRoqaCu1z/"
    "CL1+Ku8nmorYgg3ytLzKm1oKUl1ufnjIRs8Kdfy77ifF0vKZgmFXw1s9xY1pqu5+kiwrxi"
    "lY9tSJ1dO8vwSHFLAin010j4ouP58YnCjNeEYxON6aps6K6PsLYEMEPF2KgkebjMADH1FD"
    "YusEPwCCAbSR28cvdgJof4gMx0LRQikE8y95QmMGeq/gQZwvoQ9JZVY29K2pTlkml5we28"
    "RwvFZ1xLGYRxzlh4+JYX4oKwLbA5/oBmp08h+acO5tPslB/71jd/VJCd+4Cs9MlhCOvUF9"
    "cwStZIZlWNTN7OGOfPzaGD/ZgpP/RqvV76q3b07OymcuyfSbZXp7fMD+WeLo1ce22U+wCx"
    "at12GcysPN6UU2aT+5GtHCAS7DtjTAj4+Oj7c4xs/LldRDnPFFyk48W7aQZBm2JZLf7g7J"
    "u1JVa7/WD0/RRzhp9U5bI1y+wwZ1Ekwwyji2S41mQ+MC4MguvhG5loaXaKl9FGmW6KmL75"
    "oNkcU34pbLsIv/86na7ohUTa4R2Ewkaf6uVflHcYAkanql0XBWXLyafwmyn5NOed3zVcWa"
    "bytJuL2pRnJauXg7nSviw6LZcc+Xp9v4dPCt4bxzQYJvcCJA41l6mtRzoXrzWRzKvQI+vo"
    "ur7TYf3fe8hU9oaNMCjPCp0yJh752bbx8CHXK+vQVp1nMeEuSQmcPohVsnbs3TOHtz19UI"
    "am+UktUVevJecKezoU2cwTDLwEyAHvwANRyUcXpHYIfMYE84s1GSl5kQC0GcTKCEipDX47"
    "B1ze9py2ZZu242b8Wdp7mH1/VoWuenu2ut/eYkYuYteMmHes/Ktmw9KeySSQJhnMoAWlUG"
    "kHq1yiZereKP3tWx3JrdcLdGfVqOw/O9yKH+jiegZaH+IL0oY6g/yHVaayliFf8uZPxblf"
    "hVJX5DPKsSr6rEr5K/KvG7i9uc5DWCo0w1aIP+q4lmFKi+71rqEYi/+l8JXs3FBPuQvUvn"
    "WgvHXonajE67GWiDPrtgcO+Uyy7mr9iqnefa5JYlqj2V5pt5cq9yZivPjKDTvD8T2kzkSY"
    "v8ab8YFRhbEF8BCB5NPh78t4yXAbF5Ex2KZGvefyLecilAcicK+Lh9RokvzFzX9+TM3Va2"
    "aiFtVc4NSkgBmb/pTAFqy0mz5WSPsqkAm2gaI7uPMqemSqgfTprcIfpUxmShV18VyFSBtJ"
    "2QyGoDaVvV/oNA23zNXwrFZdT6pajgmt80GbhQlAJdWAVaBXtUsCfEs3L2q2CPkr8K9uzi"
    "NifrxUamYE/Qf++CPWdpnEJn831CcdN7u3G0bY/m9b/K0Q2LJdXiXRJJ25tSvBvgWJWdWF"
    "vZCVUTYav7nnqjZ6xuTZqqNRne6KkKImzAva8yHQ4n0yFSpnF5TvusnmNGz+fsne3LUx20"
    "Z2S/Ag8BmMgqmEAKEG8FAz7MMCAOKwNKvGuYgAEcAxMD6BZI+AcFFNkm4n8YfKXAwehlbH"
    "HRIiOe7bDer0rjqB0Sy5iWQg1K1U1fCx5UfPDpU65c5cpVrlzlyt17V55y5R62/JUrtwgm"
    "7UxpS+0OmyL2zp17mq4G64ISrFFTK1DuwuQurqEVYPYpj2cVJbSmGnN8pC4voDUFF9kHU7"
    "ppV780roBbcr6LP91rN1fAocjo4rbW+dRuiM82Yo6NRdvnZp1/fibeGrjlelp8SabZSjrP"
    "EHvn+D1P5VY/X+BWP4+71beaH6g2S94SMuTT8x+CKfZXlJzpsRqXhHoNTygdMzT4UlQ12W"
    "rO645yvAMpr9Xx2CaiMOt8B/C0Szmz6xfK0KXO3y/C0UowArZ4LQikTxQ8EtttCW55BKrT"
    "/z3HbJ+MEAWCE7ez8K2hCRggRgHm/3Awjft+1/pN6qzbru0mZeXfVf5d5d9T/l0lf+Xf3b"
    "QyuaXXMHDFJ5NTxu9fZDdZTqfMWo5wU4bGWR28AUY5eA/OwfulWu/UG++vwASajNPaxS2t"
    "ceO2jBE23JZqq9VufhauXs+s8ty/v2q1juf+/S/qM9F20262WqLJsMl4jIrgBIaUmgMsaq"
    "mTLItOBFZkCRYpz1qkNhq5NKwwcgUaVsH22r3So8holFjsYtF5mylEhVbShFb8hTa7az8C"
    "VHpqXj0V0qd8tkIEqCSQ/1CfKj+y7Xdu+ttyjmkQg6qJkNtkJhbKzL8EUsyvKMKryu+sOB"
    "ZZq97XqjdaKVH3UZH0JcxGdL0UsXSxKKyA1rZ/m/2kVVo5U1AaqHtqtC4brWG9OAW1MxVC"
    "kbuE3Ji2VeSUj7bjUr0s7aPte/5zpn7oQeRgef5HsAtTwAiYDM3+EEDL8pIvTAbEY1Lh+7"
    "TEsbsJxKKVguCLRMKGm87hnddzO2PChlyuwPTyO/jd4rkgG/tW9WqeAqubZaBSQJaJQaWA"
    "qBQAlQKi5K9SQHZ4mytKSbECHe874ASQNWsMq8j+UMWV1l1caWRic+SMsi3EEkgtwbkDOy"
    "btJ79SYWFZKxmmXllxpWpaba2mlUqWKNJyspUIZeG2yq1QLzCZqZdAatCvKDjsMhiTwo8G"
    "hjv+XXdLIGnDFtI4LFz0smjLy5rClyrYvspg+1bjazf8gQbQJ2BedE3qVM4cWzPC4KWBtX"
    "c2Gfmv57QpE3Eu8cGC/H8DvpbBg39D9AC8CCb13uj54PCx9AC4rWEZ4E3XOe/Bk67ztnLx"
    "c9c5Q+i061ycHb/9KR5T28QXpjlmHXyNP1q4yWRa4j2Jf4pKm+K71PnrImznZRV8U8E3FX"
    "xRwTclfxV827TmuR1/wSPXkDK+41mC/OBLngtqUyX6fONveZ5qcRm4kzEHTV5EI85ykCQE"
    "VK7C3FNfsjvS0y+BFPWr8hU6dJMel6KJIK3LRRp6qbLFvXVC8bo8WTy0ohbAlfX9/xmRiU"
    "w="
)
