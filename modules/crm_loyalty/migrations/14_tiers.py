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
    "name" VARCHAR(60) NOT NULL,
    "name_zh" VARCHAR(60) NOT NULL,
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
        ALTER TABLE "crm_loyalty_member" ADD "earned_tier_id" BIGINT;
        ALTER TABLE "crm_loyalty_member" ADD "granted_until" TIMESTAMPTZ;
        ALTER TABLE "crm_loyalty_member" ADD "granted_tier_id" BIGINT;
        ALTER TABLE "crm_loyalty_member" ADD "review_at" TIMESTAMPTZ;
        ALTER TABLE "crm_loyalty_member" ADD "merged_into_id" BIGINT;
        ALTER TABLE "crm_loyalty_member" ADD "tier_since" DATE;
        ALTER TABLE "crm_loyalty_member" ADD "review_on" DATE;
        ALTER TABLE "crm_loyalty_tier" ADD "multiplier" INT NOT NULL DEFAULT 100;
        ALTER TABLE "crm_loyalty_tier" ADD "benefits" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "service_class" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "benefits_zh" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier" ADD "discount" INT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_ee83b661" FOREIGN KEY ("earned_tier_id") REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_0ad73770" FOREIGN KEY ("merged_into_id") REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_loyalty_member" ADD CONSTRAINT "fk_crm_loya_crm_loya_8923a226" FOREIGN KEY ("granted_tier_id") REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT;

        ALTER TABLE crm_loyalty_tier ALTER multiplier DROP DEFAULT, ALTER discount DROP DEFAULT,
            ALTER service_class DROP DEFAULT, ALTER benefits DROP DEFAULT, ALTER benefits_zh DROP DEFAULT,
            ADD CONSTRAINT crm_loyalty_tier_sound CHECK (multiplier BETWEEN 0 AND 10000 AND discount BETWEEN 0 AND 10000);
        ALTER TABLE crm_loyalty_tier_program ADD CONSTRAINT crm_loyalty_tier_program_sound CHECK (
            id = 1 AND months BETWEEN 1 AND 120 AND keep_months BETWEEN 0 AND 120 AND grace_days BETWEEN 0 AND 366
            AND (keep_months > 0 OR period = 'all_time'));
        INSERT INTO crm_loyalty_tier_program (id, revision, created_at, updated_at, name, name_zh, measure, period, months,
            keep_months, grace_days, step)
            VALUES (1, 1, now(), now(), 'Tiers', '会员等级', 'growth', 'all_time', 12, 0, 0, 'figure');
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
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_8923a226";
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_0ad73770";
        ALTER TABLE "crm_loyalty_member" DROP CONSTRAINT IF EXISTS "fk_crm_loya_crm_loya_ee83b661";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "earned_tier_id";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "granted_until";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "granted_tier_id";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "review_at";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "merged_into_id";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "tier_since";
        ALTER TABLE "crm_loyalty_member" DROP COLUMN "review_on";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "multiplier";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "benefits";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "service_class";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "benefits_zh";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "discount";
        DROP TABLE IF EXISTS "crm_loyalty_tier_change";
        DROP TABLE IF EXISTS "crm_loyalty_tier_program";
        UPDATE crm_loyalty_member SET growth = growth;
"""


MODELS_STATE = (
    "eJztXetz2zYS/1cw+tLejOqJ5dZp1ZubUWzGcWtLPllOeq06LEzCEmsSUPmworvp/34AH+"
    "JbBhlaouT90sYkFqR+Cy72hd3/dTTbUk22wqa7OhpoGvOo2+mj/3Uotgj/R+H9LurgxSJz"
    "V1x18b2ZpVJxgurecW2siSc8YNMh/JJOHM02Fq7BqCAcIItY98T+ykELZlDXQewBMUqQu1"
    "qQIzGHzjQ+iUFncsM9avzlEdVlM+LOic2JfvutExCphu6/NB8q/vn77/wPg+rkM3GCYZrn"
    "uMwqHrh4VB8MYuopsIJx/nVVjBbX3hmzS+q+98eK179XNWZ6Fo3HL1bunNE1gRFgNSOU2N"
    "gl4gmu7QmsqGeaIcIRfMHPi4cE75+g0ckD9kyBuKAOXiC+1lHV4Wii3ioTVe3kuBFRJBAP"
    "L2mMCk4KxH0AZuIVvvmh1zs5edt7c3L6/Xffvn373fdvvudj/ffN33r7d/AyMVrBVD5mlx"
    "eXw4l4IcaXS7CkxIW/fRrs4oDKZ1OMvk2eDEe8eY4HpQxIkjzPhgj0TXyILsSMiFd6hPrx"
    "y7Khd/zt22+/Pzn9do3++som0COAk98+Eb9cxW4e0nN+xzUsUoxrmjKDrB6SHkX/eCmcO/"
    "988KgmUEQzD9PPxpFmMu3xiLLlvzovxIMNAE8ur5XbyeD6RkxvOc5fpg/kYKKIOz3/6ipz"
    "9evTf6Q/g/Uk6NPl5AMSf6JfR0PFx5k57sz2nxiPm/zaEe+EPZep/IerWE+CFV2OLqX47y"
    "30mvxPUwL/95P/0Vd8v1Kr7mw50lrSNdzDKjH9QLa5mAvUE8pKHv6zObaLwY8pMqjzH1Pn"
    "W9utbmHhz6pJ6Myd8z9P32zA8+NgfPZhMP769E3moxmGd3r+rTS899jEVCPVlneCaHtqw5"
    "uDWtbzEFd50CMKQLwe4jq5L9jINyEeUQDi9RBfEKrzt1K5+WuYVXWoHHEDalTLNtSDUpbS"
    "zoIKqlKacHvf2sFpSim3jjwDUmQAf234I/9YJfATRAB9JeiFF/LhsdATFqzoPCPeM5sYM/"
    "ozWfnMuORvXqLGJt2+1+vZ9owXf0eLLboa74A2Xq79t2kBwEHQiUlcH4Yx3xbGl2eTTqGo"
    "/1KANT766Cwx2YHim9nhJBD2UWpo+d6IwMAknPBAEU5I0RJ0hbS4x9rjEtu6mhIb4g7rsc"
    "yV9dj8LatnZa9gimc+OuJniJdOMuCMv71nRb+9OLSUHNOtFF7SMpTPhpg+sCXiL7xKRIww"
    "MpmLMEWEuvYKuYw9/ogomWHXeCJoOSc24WNs8kRsB5tohvlVd04sJFA6QoOF0NW/YdRc5U"
    "NUL/+4ghBXLpTlP8kPXnXRbx3+eAhk7VpxKg9kBSulGgdiGlCjamuw66+kEvRJKgC/Nvih"
    "UKoEfUwDwDdlPPjLuSnlS4km2zNOyCpeyW9fQq/l67UpZK/YPq5wWVzjD7t9+mywpss02f"
    "WKr6DDrj+557XXESXIYk/E4jRClwz2/SM0mRMkFIp77BCuOj54DnG4Zom0OaYzgpiNAhSR"
    "4eZ11KYmldFEw3SwkLuRRhokCoBO2lqdFJKrILkqhTMk10ByFfAfkqv2cZuLufDIf20efJ"
    "FapVDPyunjKTZEtM0kWb0M/B1lMB72EcE2ndKxcq4o132uyemEWFOq/HJzOVb43c8Lwybi"
    "/kdlfKuo8TjhgSRqNP5iPDjjw2ccTz56MvhZUd8Nzn7mSwk/ElVo2FN6rryb9JFIHJnST4"
    "PLj3z8EhtPfPzg/Ke7W34P6396Dr87GQ+Gt++VsTq6m4jViKnzQGyVecl7l8PELYP/hmtl"
    "fMHntIg9I1k9ViaB7PhUIoHsOCsY4gQycSuT5AHeut18uzObLTlPKwEf00BOUz3Uw9RHFT"
    "+4RRFQiazJmBQWf202OMyzi7JWy7OCY4qDywruvZFJC+ajSsW6fy+NMLaiY2vyKzymAZWs"
    "7srmyq1T5GcoX9kxxfZUsc5L2TjplX0itbJPNqzsk4KVXdnkBFNzn01NrLms0gGSNcHBfU"
    "8vs1OkXNoVdosUHShDX7Bl+IaqU5kDGULYtGtzwDOr5/4miAD5hqL3iWoLTUSZEyUf9kwS"
    "yUaa00JYIoYvVm1T8I7DufZroctCm/i+ZXANZXFT2MqmnuwruOmtq31pEh9YJoCfu9mtlC"
    "Qxj0iezZG4CTJtHeIi7Bg6QQ/MRhgtPFubi0wGj3PWRktckK1bjbRevgNkOECGA2Q4QIbD"
    "obsdIMPhdfMfMhzaYJlDeHpXETqXI1TsdX0+t2RNvEUPLFsQWlGudUY3yrCPBOWUng1uJn"
    "dj5byPNLxwPZvoIqXkShncims2t064Bq1HaSfnUd6JnlXCpdI4ejJpHL3yNI5e1okbvIxT"
    "Y7dKU+5qt3p5k/QgNiWIm0M05MA3nh2dYny12hZ443fojd/JacWWLfUGDyvu0F8sDjSWuY"
    "vDw44VvMXhSUtpZ7E7xy7XWy2CIm8uwlQPVdT1tVKHcQXy6uUawIXcImnfBRcyuJDBhQgu"
    "ZOA/uJC3rentyKDENq31EaYIwTHW6k8NP2HDx7kGn7O0wOpWs7pFru6WyddD4jIE/naWjW"
    "7xNxDvVQn7FBnAXxt+iD/sWl2EKorbBR8CEK8tALGv6LY7AhEWui8LQsR18CvEIeJS/DLN"
    "T6NK6cigouIzWthsZmNLZNTYuh9RcA1id9GcLUX6f1BY2hcTcdk+QSgKSNuF/VJf4AkyAQ"
    "0xKcQv2rBZdCF+AfEL8F9D/AL4D/GLbeuJuzFIhWqjVm+jmiE7wOxPqeTPDbmf2dRPqMi2"
    "i+Xt69aOUdjEVmwyxbinqTZtMPsnZjZAKraFfPUQgyzVIrW3HL4UEaBXQ8NJEUIoqc1qzM"
    "zGVOgitfrY5oiB123mdZizkXDYVPDh52hBaa27q0efTS1GFBADJ+pywq81rav8JViN3sJZ"
    "WuDDF+m5lfsLwxfQgAHdqt7mr8RRvyGqKxZ1UyHHiSHVe7hl34FswDHx+cvEcmP9BeCViu"
    "fmFD4JlJPKCcAsA3OBOieBc0L3aApm6Vbwewp0Xl1rIEtBpnH8iJIJ4/+RYcYXt43f6QYq"
    "ywq5pvENZ4DEveLLkkBS3eQr5IH4mRMBG7tyuSCivVAi52JpuHNkiAbiS4rCThpOH029tz"
    "+Qh6n3Xe/NaRfxdWMtnC6yDJP4/Rux389RJHpoTCfoj2CyP5DhIGwu8SrM5SjKFNn685/P"
    "I4G0EUgbgbQRSBs5dB8spI28bv5D2kgrvF5cY8mDvyFfJBx/cIkiJ3I9iDa0IMomivj/rw"
    "BtNL7NrTZrgnsqA+5pObinheCq/y1Iw9mMb0hycC1/mgE4543d4TmFoObQmHConfKaSelR"
    "3UrWqp2gkjBVTWzPSNjY1SKU23yiaH7Ut7WLGLcVkcOt+XumrxDhsyDM90thIibrJy2ZZ+"
    "poxsTJAjTneCCLYLqcc2OyyEDd0lPrFfkXdZvWRVzhyAPYrmC7gu36GmwXsF1fN//Bdm2D"
    "7Sqc98UGwPO15yPaNhtbncH5T3e3k36o/k3pZDwY3r5Xxv21ApjVGGVshWMZW+G43FY4zh"
    "ljUIUF2ki3wc3wIo2k967FRWjXkoj50uJmrPz7jm+NQSOLcI4pHdzcjEcfxUVuW9vsKeh4"
    "8ZNyFg78k2jRs3YuiHSiGXotvSxNCdn7bda+RBEp+7Ga1IsoDs7z9yIyD8pL7Xhjj8RRDQ"
    "MjRwoGRl0uQJOR3WEvOuFWhj5BBMjXPoLC1LryP0cKXGjoNATUuHvpGnfx2t0+yC1b8dIH"
    "T7KfuwTMUYfzJgCOGqwfJrqJzaytJRr3FFmJCo3FyviX4BsGWu6cQz5bkjM+2lcAc0zERJ"
    "2yjJLwdrdiKsma6LlMknLIZXIwohwxSLaAZAtItoBki9fg7oVki9fNf0i2aINXCLLZ47il"
    "VFHJ4w1VJY/zZSUhof3lMYY8lR0JD8flG14FhXg9/mDKpTamDXPb0ngqkMTvGDMJpmVx2Y"
    "goA+g9p3opRCPTb7vqzbvR6Cql2by7zCzP4d31O4XLDl9y8EGGWxYI4RNXD4HERCAwmop+"
    "RCUlmvBtpopb7BkzpB3z8SJsoQPO87Etcb+Jm91qzreIROIQ1xOxhaNF1OuYs2VU9kMcig"
    "qqPImOMYwSpHm2Tai2+hFRv0OMNseU/yJx3spcoQdmmmzJR9+v/LIflHx2o6mLDnFt6alQ"
    "W6TF0q0LLkNwGYLLCFyGwH9wGR6uEp/kQqibVNjVEhSHU0a3uV0tVA+r+AiTNAfoij2RyX"
    "0vz3yXdRC+Mu9gc84qqzifbuMZgjXNIUG67cz1zwujKB1M7tRaTN1mkdEZKh/FWVjfVp7S"
    "88F/bvtIxytnSq9Hw8kH/pfFqDuP/laV4Xl4SSVUn9J/3w3GE2UcXP/Lw7ZL7ODOf5RBeH"
    "nFLXRxLWvVy8UwpEIYGyIYWfkU/J4K8ikm2KKR2NsT6STWSgUso+EQk8gpetg0dPXBZlZV"
    "cytNuStz6+U9tntrVbWpJJhf/77McRwVx6/gOI5q8z/vOA5KwjtoOWcOQQ/GzLMJ4oaiNi"
    "c6+sOdc5BFtvYfvk/XoMhwu8hvBRY7aufGbE5s4ebNe4ibnx5cwa1W1MAVvLW9CVzBr2/T"
    "Alcw8B9cwbvf5tqSPdqiMtNQCXnvAF7r39WkR4rscKIZ2+5Lyn+DsTALu6iVe71SRFvUid"
    "/si8dGN5ySo+7l7q8ECbjAchnOxH4yNKJqJnYKnIrlsjhHCBL5WYl8z8F4MIoCdRPyuWT5"
    "JmkOAOJNKrryyySlnUdQfn09+OUfKQ39ajS8iIYnoD+7Gr0rgbxQ03ge9cPRNrYBfNucrm"
    "d+Hmpnk+s1HNKt7IBVtZjyWT/sSCTJ+uNFLi1Glu84/cpBYibhGX1gtsbpgiYJ4lrQ/QA7"
    "aGY8EXqEBosFofo3IqH2CP3EDMp5LRr1URZOnPfObuuhMuf/g2cnWjCAGxfcuODGBTfuob"
    "vxwI37uvkPbtw2eGOqf327/eogsUPq41rOa6cKhqStzhMcK4OzD0Gxej+lYkqvRqKthslE"
    "U42x8vFS+SRuPhlkOaUXlx+VYT9Q3adUGZ4LSq6+C7qb8ehiPLjuo4XNZja2sraCVFZg41"
    "Xvg4SRakIxpgFpWFca+ik4xQKxRBWJCDbJw/1DfwOQQrztZc+S/a7e77KCcEk5wGuCg8O3"
    "J4VvbwO+vTy+Il018F1VVUWzlCB7a8cFk44weQakyOB8SW34uTJZ6wNI08Hyr4L/hvoowb"
    "LOs6JehZTr9Wx79i3IlkdJSQGJAtBrsd0UwlGy+n4t9SJ4oxdI4Zvd5lIQD0docDa5HA1z"
    "5fcBYWmE03K0DN8dhw1vQiN5U9zwJjakqwYOEzb485HDD2zpx+aCsjsW1skRmsyJOE/hiF"
    "MTXYTNJV45+fBfJUo4d9HiDbQLATsI2EHABgJ2wH8I2G1btXuN5y52DTmcvNh3iC2CncLY"
    "llx0MkG+Rdf2zGZLd15xk+hcjEefJh/6KKCe0tsbvwCJs/ArkpyN7oaTPlpn4O8+6rggts"
    "EKJLscZ2LqLTIGm6Ya6QxVWDO4ulLFnthH0QxTOh5dXV0OL/rIZqbJ+cBZNLjiHBuMOZcw"
    "x13HdjsYBUVjmrRrHglZqJUhzVDB+ZksrDO+lIlasSJPmghAzbddIIu6Ajqi3aJ4jnNSqg"
    "jn95cXd2MumgPqKeX2TF/45XYnfNt0fOMj87T5hrI50f1uJf/rU4LqWdfrJ3EaAiPNc1xm"
    "ERvNmCuOTIRl0H/0a9g4c7ZALn4kDjL44Bnnj+Pyfzpc49ELzmQ0NKfMkYt0h1tx5qKLfu"
    "sEHR/hIEY7DF7w625tTwG/7uv264Ff93XzH/y6bfDrCg2mit8xGn9w9XSk2gRu6BKYbxLo"
    "OfWkm9OkaGvZIj8kAfbECuXWpvZ5EckWm+etr+xt97y03SS/S6TpIEe39h6RMlHl8U+RAf"
    "y14SfUtavrSEkqKBrWTHZ0KFHyjKiXWjqIp9uzD0E2PzotgiUSpAOZ0RTA4/VsB4pvSsQ2"
    "0KAzI3TyfBhRMmH8P1W4oERT7ZXAkWVBUs7KcKCGJ/7v/wOC8/aN"
)
