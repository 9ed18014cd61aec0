"""Tiers by windows: how they are made, what they bring, who was given one, and why a member is in one.

Where tiers follow all growth, as before, the trigger of members sets them as before; else the functions of `tiers_of_14`.
"""

from importlib import import_module

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return _UPGRADE + str(import_module("crm_loyalty.migrations.tiers_of_14").UPGRADE)


async def downgrade(db: BaseDBAsyncClient) -> str:
    return str(import_module("crm_loyalty.migrations.tiers_of_14").DOWNGRADE) + _DOWNGRADE


_UPGRADE = """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_tier_program" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "measure" VARCHAR(10) NOT NULL,
    "period" VARCHAR(10) NOT NULL,
    "months" INT NOT NULL,
    "keep_months" INT NOT NULL,
    "grace_days" INT NOT NULL,
    "step" VARCHAR(10) NOT NULL
);
COMMENT ON COLUMN "crm_loyalty_tier_program"."measure" IS 'GROWTH: growth\nSPEND: spend\nCOUNT: count';
COMMENT ON COLUMN "crm_loyalty_tier_program"."period" IS 'ALL_TIME: all_time\nROLLING: rolling\nCALENDAR: calendar';
COMMENT ON COLUMN "crm_loyalty_tier_program"."step" IS 'FIGURE: figure\nONE: one';
COMMENT ON TABLE "crm_loyalty_tier_program" IS 'How tiers are made. There is one, always.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_tier_change" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "at" TIMESTAMPTZ NOT NULL,
    "why" VARCHAR(10) NOT NULL,
    "figure" BIGINT,
    "until" DATE,
    "reason" VARCHAR(300) NOT NULL,
    "actor" VARCHAR(200) NOT NULL,
    "from_tier_id" BIGINT,
    "member_id" BIGINT NOT NULL REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT,
    "to_tier_id" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_member__d733db" ON "crm_loyalty_tier_change" ("member_id", "id");
COMMENT ON COLUMN "crm_loyalty_tier_change"."why" IS 'REACHED: reached\nLOST: lost\nREVIEW: review\nGIVEN: given\nENDED: ended\nPROGRAM: program';
COMMENT ON TABLE "crm_loyalty_tier_change" IS 'One change of a member''s tier in force, or a tier that was given. Append-only. Joining is no change.';
        ALTER TABLE "crm_loyalty_member" ADD "review_at" TIMESTAMPTZ;
        ALTER TABLE "crm_loyalty_member" ADD "granted_until" TIMESTAMPTZ;
        ALTER TABLE "crm_loyalty_member" ADD "earned_tier_id" BIGINT;
        ALTER TABLE "crm_loyalty_member" ADD "granted_tier_id" BIGINT;
        ALTER TABLE "crm_loyalty_member" ADD "tier_since" DATE;
        ALTER TABLE "crm_loyalty_member" ADD "review_on" DATE;
        ALTER TABLE "crm_loyalty_member" ADD "merged_into_id" BIGINT;
        ALTER TABLE "crm_loyalty_tier" ADD "service_class" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "multiplier" INT NOT NULL DEFAULT 100;
        ALTER TABLE "crm_loyalty_tier" ADD "benefits_zh" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "benefits" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "discount" INT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_8923a226" FOREIGN KEY ("granted_tier_id") REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_0ad73770" FOREIGN KEY ("merged_into_id") REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_ee83b661" FOREIGN KEY ("earned_tier_id") REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT;

        ALTER TABLE crm_loyalty_tier ALTER multiplier DROP DEFAULT, ALTER discount DROP DEFAULT,
            ALTER service_class DROP DEFAULT, ALTER benefits DROP DEFAULT, ALTER benefits_zh DROP DEFAULT,
            ADD CONSTRAINT crm_loyalty_tier_sound CHECK (multiplier BETWEEN 0 AND 10000 AND discount BETWEEN 0 AND 10000);
        ALTER TABLE crm_loyalty_tier_program ADD CONSTRAINT crm_loyalty_tier_program_sound CHECK (
            id = 1 AND months BETWEEN 1 AND 120 AND keep_months BETWEEN 0 AND 120 AND grace_days BETWEEN 0 AND 366
            AND (keep_months > 0 OR period = 'all_time'));
        INSERT INTO crm_loyalty_tier_program (id, revision, created_at, updated_at, measure, period, months, keep_months,
            grace_days, step) VALUES (1, 1, now(), now(), 'growth', 'all_time', 12, 0, 0, 'figure');
        ALTER TABLE crm_loyalty_member ADD CONSTRAINT crm_loyalty_member_tier CHECK (
            (granted_tier_id IS NULL) = (granted_until IS NULL) AND (review_on IS NULL) = (review_at IS NULL)
            AND merged_into_id IS DISTINCT FROM id);
        CREATE INDEX crm_loyalty_member_review ON crm_loyalty_member (review_at) WHERE review_at IS NOT NULL;
        CREATE INDEX crm_loyalty_member_granted ON crm_loyalty_member (granted_until) WHERE granted_until IS NOT NULL;
        CREATE INDEX crm_loyalty_member_merged ON crm_loyalty_member (merged_into_id) WHERE merged_into_id IS NOT NULL;
        DROP TRIGGER set_tier ON crm_loyalty_member;
        DROP FUNCTION crm_loyalty_set_tiers;
        UPDATE crm_loyalty_member SET earned_tier_id = tier_id;

        CREATE FUNCTION crm_loyalty_tier_of(p_figure bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
            SELECT id FROM crm_loyalty_tier WHERE threshold <= p_figure ORDER BY threshold DESC LIMIT 1
        $$;
        CREATE FUNCTION crm_loyalty_higher(p_one bigint, p_other bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
            SELECT id FROM crm_loyalty_tier WHERE id IN (p_one, p_other) ORDER BY threshold DESC LIMIT 1
        $$;
        CREATE FUNCTION crm_loyalty_level(p_tier bigint) RETURNS bigint LANGUAGE sql STABLE AS $$
            SELECT coalesce((SELECT threshold FROM crm_loyalty_tier WHERE id = p_tier), -1)
        $$;

        -- What was reached so far, as the tiers are now.
        INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, member_id, from_tier_id, to_tier_id, at, why,
            figure, reason, actor)
        SELECT 1, now(), now(), g.member_id, t.before, t.after, g.created_at,
            CASE WHEN g.growth > 0 THEN 'reached' ELSE 'lost' END, g.grown, '', ''
        FROM (SELECT a.member_id, e.id, e.created_at, e.growth,
                sum(e.growth) OVER (PARTITION BY a.member_id ORDER BY e.id)::bigint AS grown
            FROM crm_loyalty_entry e JOIN crm_loyalty_account a ON a.id = e.account_id WHERE e.growth <> 0) g
        CROSS JOIN LATERAL (
            SELECT crm_loyalty_tier_of(g.grown - g.growth) AS before, crm_loyalty_tier_of(g.grown) AS after) t
        WHERE t.before IS DISTINCT FROM t.after ORDER BY g.id;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_tier_change
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();

        -- Members join with the tier of nothing. Where tiers follow all growth, they do so here, at once.
        CREATE FUNCTION crm_loyalty_tiers_follow_growth() RETURNS boolean LANGUAGE sql STABLE AS $$
            SELECT measure = 'growth' AND period = 'all_time' AND keep_months = 0 FROM crm_loyalty_tier_program
        $$;
        CREATE OR REPLACE FUNCTION crm_loyalty_set_tier() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            v_tier bigint := (SELECT id FROM crm_loyalty_tier WHERE threshold <= NEW.growth ORDER BY threshold DESC LIMIT 1);
        BEGIN
            IF v_tier IS DISTINCT FROM NEW.earned_tier_id THEN
                IF TG_OP = 'INSERT' OR crm_loyalty_tiers_follow_growth() THEN
                    NEW.earned_tier_id := v_tier;
                END IF;
            END IF;
            NEW.tier_id := NEW.earned_tier_id;
            IF NEW.granted_tier_id IS NOT NULL THEN
                NEW.tier_id := crm_loyalty_higher(NEW.earned_tier_id, NEW.granted_tier_id);
            END IF;
            RETURN NEW;
        END $$;
        CREATE TRIGGER set_tier BEFORE INSERT OR UPDATE OF growth, earned_tier_id, granted_tier_id ON crm_loyalty_member
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_set_tier();

        CREATE FUNCTION crm_loyalty_note_growth() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, member_id, from_tier_id, to_tier_id, at,
                why, figure, reason, actor)
            VALUES (1, NEW.updated_at, NEW.updated_at, NEW.id, OLD.tier_id, NEW.tier_id, NEW.updated_at,
                CASE WHEN NEW.growth > OLD.growth THEN 'reached' WHEN NEW.growth < OLD.growth THEN 'lost' ELSE 'program' END,
                NEW.growth, '', '');
            RETURN NULL;
        END $$;
        CREATE TRIGGER note_growth AFTER UPDATE OF growth ON crm_loyalty_member
            FOR EACH ROW WHEN (OLD.tier_id IS DISTINCT FROM NEW.tier_id) EXECUTE FUNCTION crm_loyalty_note_growth();

        -- After a change of tiers that follow all growth. Members are locked in id order, as everywhere.
        CREATE FUNCTION crm_loyalty_set_tiers(p_now timestamptz) RETURNS void LANGUAGE plpgsql AS $$
        DECLARE v_ids bigint[];
        BEGIN
            v_ids := ARRAY(SELECT m.id FROM crm_loyalty_member m WHERE m.review_at IS NOT NULL
                OR m.granted_tier_id IS NOT NULL OR m.earned_tier_id IS DISTINCT FROM (
                    SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= m.growth ORDER BY t.threshold DESC LIMIT 1)
                ORDER BY m.id FOR NO KEY UPDATE);
            UPDATE crm_loyalty_member SET growth = growth, tier_since = NULL, review_on = NULL, review_at = NULL,
                updated_at = p_now WHERE id = ANY (v_ids);
        END $$;
"""
_DOWNGRADE = """
        DROP TRIGGER note_growth ON crm_loyalty_member;
        DROP TRIGGER set_tier ON crm_loyalty_member;
        DROP FUNCTION crm_loyalty_set_tiers;
        DROP FUNCTION crm_loyalty_note_growth;
        DROP FUNCTION crm_loyalty_tiers_follow_growth;
        DROP FUNCTION crm_loyalty_level;
        DROP FUNCTION crm_loyalty_higher;
        DROP FUNCTION crm_loyalty_tier_of;
        ALTER TABLE crm_loyalty_member DROP CONSTRAINT crm_loyalty_member_tier;
        ALTER TABLE crm_loyalty_tier DROP CONSTRAINT crm_loyalty_tier_sound;
        CREATE OR REPLACE FUNCTION crm_loyalty_set_tier() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.tier_id := (SELECT id FROM crm_loyalty_tier WHERE threshold <= NEW.growth
                            ORDER BY threshold DESC LIMIT 1);
            RETURN NEW;
        END $$;
        CREATE TRIGGER set_tier BEFORE INSERT OR UPDATE OF growth ON crm_loyalty_member
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_set_tier();
        CREATE FUNCTION crm_loyalty_set_tiers() RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
            PERFORM 1 FROM crm_loyalty_member m WHERE m.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= m.growth ORDER BY t.threshold DESC LIMIT 1)
                ORDER BY m.id FOR NO KEY UPDATE;
            UPDATE crm_loyalty_member m SET growth = m.growth WHERE m.tier_id IS DISTINCT FROM (
                SELECT t.id FROM crm_loyalty_tier t WHERE t.threshold <= m.growth ORDER BY t.threshold DESC LIMIT 1);
        END $$;
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_ee83b661";
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_0ad73770";
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_8923a226";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "review_at";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "granted_until";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "earned_tier_id";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "granted_tier_id";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "tier_since";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "review_on";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "merged_into_id";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "service_class";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "multiplier";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "benefits_zh";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "benefits";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "discount";
        DROP TABLE IF EXISTS "crm_loyalty_tier_change";
        DROP TABLE IF EXISTS "crm_loyalty_tier_program";
        UPDATE crm_loyalty_member SET growth = growth;
"""


MODELS_STATE = (
    "eJztXW1z2zYS/isYfWlvRvXEcuu06s3NKDbjuLUlnywnvVYdFiZhiTUJqHyxorvpfz+AL+"
    "K7DDK0RMn7pY1JLEk9Cy4Wuw93/9fRbEs12Qqb7upooGnMo26nj/7Xodgi/B+F57uogxeL"
    "zFlx1MX3ZlZKxQmpe8e1sSbu8IBNh/BDOnE021i4BqNCcIAsYt0T+ysHLZhBXQexB8QoQe"
    "5qQY7ENXSm8YsYdCY33KPGXx5RXTYj7pzYXOi33zqBkGro/kPzoeKfv//O/zCoTj4TJxim"
    "eY7LrOKBi0f1wSCmngIrGOcfV8VoceydMbuk7nt/rHj8e1VjpmfRePxi5c4ZXQsYAVYzQo"
    "mNXSLu4NqewIp6phkiHMEX/Lx4SPD8CRmdPGDPFIgL6eAB4mMdVR2OJuqtMlHVTk4bkUQC"
    "8fCQxqjQpEDcB2AmHuGbH3q9k5O3vTcnp99/9+3bt999/+Z7PtZ/3vypt38HDxOjFVzKx+"
    "zy4nI4EQ/E+HQJppQ48Lcvg10cSPlqitG3yZPhiCfP6aBUAUmR59UQgb5JD9GBWBHxTI9Q"
    "P35ZNfSOv3377fcnp9+u0V8f2QR6BHDy3Sfil6vYzUN6zs+4hkWKcU1LZpDVQ9Gj6B8vhX"
    "Pnnw8e1QSKaOZh+tk40kymPR5RtvxX54V0sAHgyeW1cjsZXN+Iy1uO85fpAzmYKOJMzz+6"
    "yhz9+vQf6ddgfRH06XLyAYk/0a+joeLjzBx3Zvt3jMdNfu2IZ8Key1T+w1WsJ8GKDkeHUv"
    "r3FnpN/aclQf/7qf/oLb5fqVVXtpxoLesarmGVlH4gy1ysBeoJZyUP/9kc28XgxxIZ1PmP"
    "qfOu7da3sPBn1SR05s75n6dvNuD5cTA++zAYf336JvPSDMMzPf9UGt57bGKqkWrTOyG0Pb"
    "fhzUFN63mIqzzokQQgXg9xndwXLOSbEI8kAPF6iC8I1flTqXz7a5hVfaiccANuVMsW1INy"
    "ltLBggquUlpwe+/awXlKqbCOvAJSYgB/bfij+Fgl8BNCAH0l6EUU8uGxMBIWzOi8It4zmx"
    "gz+jNZ+cq45E9e4sYmw77X66vtmS7+jiZbdDReAW28XMdv0waAg6ATk7g+DGO+LIwvzyad"
    "QlP/pQBrfPTRWeJiB4pvZoWTQNhHqaHpeyMSA5PwggeKcMKKlqArrMU91h6X2NbVlNkQZ1"
    "iPZY6sx+ZPWT0rewRTPPPRET9DPHRSAWf86T0r+u3FqaXkmG6l9JKWkXw2xfSBLRF/4FUi"
    "Y4SRyVyEKSLUtVfIZezxR0TJDLvGE0HLObEJH2OTJ2I72EQzzI+6c2IhgdIRGiyEr/4No+"
    "Yqn6J6+dsVpLhyqSz/Tn7yqot+6/DbQyJr145TeSIrmCnVNBDLgBtV24NdvyWVoE9KAfi1"
    "wQ+NUiXoYxkAvqnNgz+dm3K+lOhie6YJWccr+e5L+LV8vjaF7BXbxxkui2v8YrfPnw3mdJ"
    "knu57xFXzY9Sv3vPc6ogRZ7IlYXEb4ksG6f4Qmc4KEQ3GPHcJdxwfPIQ73LJE2x3RGELNR"
    "gCIy3LyP2tRFZTzRkA4WajfySAOiAPikrfVJgVwF5KoUzkCuAXIV6B/IVfu4zMVaeOS/Ng"
    "++oFYp1LNy/nhKDZFsMySrl4G/owzGwz4i2KZTOlbOFeW6zz05nRBrSpVfbi7HCj/7eWHY"
    "RJz/qIxvFTUeJyKQRI3GX4wHZ3z4jOPJR08GPyvqu8HZz3wq4UeiCg97Ss+Vd5M+EsSRKf"
    "00uPzIxy+x8cTHD85/urvl57D+p+fws5PxYHj7Xhmro7uJmI2YOg/EVpmXPHc5TJwy+G+4"
    "VsYX/JoWsWck68fKEMiOTyUIZMdZwxATyMSpDMkDonW7eXdnNltynVYCPpYBTlM91EPqo4"
    "of3KIMqARrMhaFyV9bDQ7z7CLWajkrOJY4OFZw740MLZiPKjXr/rk0wtiKPluTn+GxDLhk"
    "dWc2d26dojhD+cyOJbbninVeao+TntknUjP7ZMPMPimY2ZW3nLDV3OetJtZcVukDkrXAwb"
    "1PL7NSpELaFVaLlBw4Q1+wZPgbVaeyBjKCsGjX1oBnVuf+JoQA+Yay94lqC01kmRMlH/bM"
    "EslmmtNGWCKHL2ZtU/COw2vt10SXhTbxfsvgGtriprCVpZ7sK7jppat9NIkPLJPAz53sVi"
    "JJzCORZzkSNwHT1iEuwo6hE/TAbITRwrO1uWAyeFyzNlriArZuNdF6fAdgOADDARgOwHA4"
    "9LADMBxet/6B4dCGnTmkp3eVoXM5QsVR1+e5JWvhLUZg2YLQinatM7pRhn0kJKf0bHAzuR"
    "sr532k4YXr2UQXlJIrZXArjtl8d8I9aD2inZxHvBM964RL0Th6MjSOXjmNo5cN4gYP49RY"
    "rdKSu1qtXn5LehCLEuTNIRty4AvPjr5ifLXeFkTjdxiN38nXii2b6g1+rLjDeLH4oLEsXB"
    "x+7FghWhx+aSkdLHbn2OV+q0VQFM1FmOqhi7o+VhowriBevVwDhJBbZO27EEKGEDKEECGE"
    "DPqHEPK2Pb0dbSixTWu9hClBCIy1+lXDT9jwca6h56wsqLrVqm5RqLtl9vWQtAyJv52x0S"
    "3+BOK5KmGfEgP4a8MP+Yddu4tQRXG74EMC4rUlIPYV3XZnIMJC92VJiLgOfoU8RFyKX6b5"
    "aVQpHRlUVHxGC5vNbGwJRo2t+xkF1yB2F83ZUtD/g8LSvpmIy/YJQVFA2i7sl/oCd5BJaI"
    "iLQv6iDYtFF/IXkL+A+DXkL0D/kL/Ytp+4mw2pcG3U6m1UM2IHyP6UIn9u4H5mqZ9QkW0X"
    "09v3rR2jsImtWGSKcU9LbVpg9s/MbIBULAv56iEGWapFbm85fCkhQK+Gh5MShFRSm92YmY"
    "2p8EVq9bHNCYOu26zrkLORCNhUiOHnZMFprbuqR69NLUUUCIMm6mrCrzWtq/whWI3ewllZ"
    "0MMX+bmV+wvDG9DABrpVvc1fSaB+Q1ZXTOqmUo4TQ6r3cMveA9mEY+L1l8nlxv4LwCuVz8"
    "05fBIoJ50TgFkG5gJ3TgLnhO/RFMzSreD3FOi8u9YAS0GmcfyIkgnj/5FRxhe3jd/pAiqr"
    "Crmm8Q0zQOJe8WUkkFQ3+Qo8EJ85EaixK8cFEe2FEpyLpeHOkSEaiC8pCjtpOH009d7+QB"
    "6m3ne9N6ddxOeNtXC6yDJM4vdvxH4/R0H00JhO0B/Bxf5AhoOwucSrkMtRxBTZ+v2f55EA"
    "bQRoI0AbAdrIocdggTbyuvUPtJFWRL24x5IHfwNfJBx/cESRE7keRBtaEGWJIv7/K0AbjW"
    "9zq82a4J7KgHtaDu5pIbjqfwtoOJvxDUUOruVPMwDnorE7/E4hqDk0Jhxqp7xmUnpUt9Ju"
    "1U5ISWxVTWzPSNjY1SKU7/lE0fyob2sXMb5XRA7fzd8zfYUIvwrCfL0UW8Rk/aQl80wdzZ"
    "j4sgDNOR7IIpgu53wzWbRB3dJd6xX5F3Wb1kVc4ZMH2LvC3hX2rq9h7wJ719etf9i7tmHv"
    "KoL3xRuA52vPR7Jt3mx1Buc/3d1O+qH7N6WT8WB4+14Z99cOYNZjlNkrHMvsFY7L9wrHuc"
    "0YVGGBNtJtCDO8SCPpvWtxEe5rSaR8aXMzVv59x5fGoJFFeI0pHdzcjEcfxUG+t7bZU9Dx"
    "4iflLBz4J9Gie+3cEOlEM/RafllaEtj7bfa+RBEp+7Ga1YskDi7y9yI2D8pL7Xhhj8xRjQ"
    "1GThQ2GHW1AE1Gdoe96IRbGfqEECBf+xMUpta1/zlR0EJDX0NAjbuXrnEXz93tg9yyGS/9"
    "4Un2dZeAOepw3gTAUYP1w0Q3sZi1tUTjniIrUaGx2Bn/EnzDRMudc8jfluQ2H+0rgDkm4k"
    "KdMkZJeLpbkUqyFnqOSVIOuQwHI+KIAdkCyBZAtgCyxWsI9wLZ4nXrH8gWbYgKAZs9zltK"
    "FZU83lBV8jhfVhII7S+PMfBUdmQ8HJcveBUc4vX4gymX2pg3zPeWxlOBJX7HmEkwLcvLRk"
    "IZQO+51EshGm39tuvevBuNrlKezbvLzPQc3l2/U7jt8C0HH2S4ZYkQfuHqKZBYCAxGU9mP"
    "qKREE7HNVHGLPVOGdGA+noQtDMB5PrYl4Tdxslst+BaJSHzE9URsEWgR9TrmbBmV/RAfRQ"
    "VVnkTHGEYJ0jzbJlRb/Yio3yFGm2PKf5H43spcoQdmmmzJR9+v/LIflHx2o0sXfcS1pbtC"
    "bZEWW7cuhAwhZAghIwgZgv4hZHi4TnxSC6FvUmFVS0gcThnd5la10D2sEiNMyhxgKPZEhv"
    "teznyXDRC+suhgc8Eqq5hPt/EbgrXMIUG6beb654VRRAeT+2otlm6zyegMlY/iW1h/rzyl"
    "54P/3PaRjlfOlF6PhpMP/C+LUXce/a0qw/PwkEqoPqX/vhuMJ8o4OP6Xh22X2MGZ/yiD8P"
    "CK79DFseyuXi6HIZXC2JDByNqn4PdUsE+xwBY3ib09sU5irlTAMhoOOYmco4dNQ1cfbGZV"
    "3W6lJXe13Xr5iO3e7qraVBLMr39fFjiOiuNXCBxHtfmfDxwHJeEdtJwzh6AHY+bZBPGNoj"
    "YnOvrDnXOQBVv7Dz+ma1BkuF3ktwKLA7VzYzYntgjz5iPEzV8eQsGtdtQgFLy1tQlCwa9v"
    "0YJQMOgfQsG7X+bawh5tUZlpqIS8dwCv/e9q1iMldjjZjG33JeW/wViYhV3UyqNeKaEt+s"
    "Rv9iVioxtOyafu5eGvhAiEwHIMZ2I/GRpRNRM7BUHFclucEwSL/KxFvudgPBhFiboJ+Vwy"
    "fZMyBwDxJhdd+WWS8s4jKL++Hvzyj5SHfjUaXkTDE9CfXY3elUBe6Gk8j/rheBvbAL5tQd"
    "czn4fa2RR6DYd0KwdgVS2WfDYOOxIkWX+84NJiZPmB068cJK4kIqMPzNa4XNAkQRwLuh9g"
    "B82MJ0KP0GCxIFT/RhBqj9BPzKBc16JRH2XhhfPR2W3dVOb7/+DeiRYMEMaFMC6EcSGMe+"
    "hhPAjjvm79Qxi3DdGY6m/fbt86IHZIvVzLeW2qYCjaap7gWBmcfQiK1fuUiim9Gom2GiYT"
    "TTXGysdL5ZM4+WSQ5ZReXH5Uhv3AdZ9SZXguJLn7LuRuxqOL8eC6jxY2m9nYyu4VpFiBjV"
    "e9Dwgj1YxiLAPWsK419Ck4xQaxxBWJBDbZw/1DfwOQwrztZc+S/a7e77KCdEk5wGuBg8O3"
    "J4VvbwO+vTy+gq4axK6quqJZSbC9tfOCyUCYvAJSYvB9SW34uTNZ6wVIy8H0r4L/hvoowb"
    "TOq6JehZTr9dX27F2QLY+SsgISBaDXZrsphCOy+n5N9SJ4owdI4Ztd5lIQD0docDa5HA1z"
    "5fcBYWmE03a0DN8dpw1vwk3yprzhTbyRrpo4TOzBn88cfmBLPzcXlN2xsE6O0GROxPcUjv"
    "hqoouwucQrJ5/+qyQJ3120eAHtQsIOEnaQsIGEHegfEnbbdu12FSbBTmFuQC67kxDfYmhw"
    "ZrOlO6/4knUuxqNPkw99FEhP6e2NX8DBWfgVHc5Gd8NJH60ZzLvP2iyIbbDa/etj6S0qBp"
    "umGtncKqoZXF2pwqb0UXSFKR2Prq4uhxd9ZDPT5HrgKhpccY0NxlxLmOOu45Z0t4eiG036"
    "hY+ELNTKkGak4PuDLKx8J6wRtWJFk7QQgJovW08WdQ10JLtF8xzn9KsY5/eXF3djbpoD6S"
    "nl/mBfxDV2Z3zbRH//yDxtvqHsSHS+Wyl+9ZSQejZ09UmwyTHSPMdlFrHRjLmCch6Wkf7R"
    "rwHizNkCufiROMjgg2dcP47L/+lwj0cv4LQ3dE0Zynq6Q6jgrHfRb52gYx4Q2duxYYC42N"
    "bWFIiLve64CMTFXrf+IS7WhriY8GCKPfsS6MPxB1ePRKrN2oYua/kma55Tz7o5TZq2lk3y"
    "QzJgT6zQbm1qPxaJbLH52PrI3nYfS++b5FeJtBxwHGuvEaktqjz+KTGAvzb8hLp2dR8pKQ"
    "VFl5phl4YWJa+IetS8QXy5PXsRZPmlaRMsQTANbEZTAI/XVztQfFMmtoEGhxmjk9fDiJIJ"
    "4/+pogUlutReGRxZFSTtrIwGakTi//4/MjAXbw=="
)
