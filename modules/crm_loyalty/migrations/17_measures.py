"""Tier changes say of what their figure is, amounts stand as amounts, and a member's window is read alone; the words of given
tiers may be erased. Campaigns may multiply what the rule gives."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return f"""
        ALTER TABLE "crm_loyalty_tier" ADD "spend" BIGINT;
        ALTER TABLE "crm_loyalty_tier" ADD "currency" VARCHAR(3) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier_change" ADD "currency" VARCHAR(3) NOT NULL DEFAULT '';
        ALTER TABLE "crm_loyalty_tier_change" ADD "measure" VARCHAR(10);
        ALTER TABLE "crm_loyalty_campaign" ADD "factor" INT;
        COMMENT ON COLUMN crm_loyalty_tier_change."measure" IS 'GROWTH: growth\\nSPEND: spend\\nCOUNT: count';

        -- Where tiers were never made in another way, all figures are growth; else nobody knows of old ones.
        ALTER TABLE crm_loyalty_tier_change DISABLE TRIGGER append_only;
        UPDATE crm_loyalty_tier_change SET currency = (SELECT currency FROM guanxi_company);
        UPDATE crm_loyalty_tier_change SET measure = 'growth' WHERE figure IS NOT NULL
            AND (SELECT revision = 1 AND measure = 'growth' FROM crm_loyalty_tier_program);
        ALTER TABLE crm_loyalty_tier_change ENABLE TRIGGER append_only;
        ALTER TABLE crm_loyalty_tier_change ALTER currency DROP DEFAULT,
            ADD "spent" BIGINT GENERATED ALWAYS AS (CASE WHEN measure = 'spend' THEN figure END) STORED,
            ADD "counted" BIGINT GENERATED ALWAYS AS (CASE WHEN measure = 'spend' THEN NULL ELSE figure END) STORED,
            ADD CONSTRAINT crm_loyalty_tier_change_measured CHECK (
                measure IS NULL OR figure IS NOT NULL);
        DROP TRIGGER append_only ON crm_loyalty_tier_change;
        CREATE TRIGGER append_only BEFORE DELETE OR TRUNCATE ON crm_loyalty_tier_change
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER erased_only AFTER UPDATE ON crm_loyalty_tier_change FOR EACH ROW
            WHEN (NEW.reason <> '' OR to_jsonb(OLD) - 'reason' IS DISTINCT FROM to_jsonb(NEW) - 'reason')
            EXECUTE FUNCTION guanxi_append_only();

        ALTER TABLE crm_loyalty_tier ALTER currency DROP DEFAULT;
        CREATE FUNCTION crm_loyalty_tier_spend() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            NEW.spend := (SELECT NEW.threshold FROM crm_loyalty_tier_program WHERE measure = 'spend');
            NEW.currency := (SELECT currency FROM guanxi_company);
            RETURN NEW;
        END $$;
        CREATE TRIGGER keep_spend BEFORE INSERT OR UPDATE ON crm_loyalty_tier
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_tier_spend();
        UPDATE crm_loyalty_tier SET spend = NULL;
        CREATE FUNCTION crm_loyalty_measured() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            UPDATE crm_loyalty_tier SET spend = NULL;
            RETURN NULL;
        END $$;
        CREATE TRIGGER keep_spend AFTER UPDATE OF measure ON crm_loyalty_tier_program
            FOR EACH ROW WHEN (OLD.measure <> NEW.measure) EXECUTE FUNCTION crm_loyalty_measured();

        ALTER TABLE crm_loyalty_campaign ADD CONSTRAINT crm_loyalty_campaign_factor CHECK (
            factor IS NULL OR factor BETWEEN 101 AND 10000 AND trigger = 'purchase' AND points = 0 AND amount IS NULL);

        CREATE INDEX crm_loyalty_entry_booked ON crm_loyalty_entry (created_at, id);
        CREATE INDEX crm_loyalty_entry_earned ON crm_loyalty_entry (account_id, at) WHERE kind = 'earn';
        {_FIGURE.format(narrow=_NARROW)}
        {_PLACE.format(columns=", measure, currency", values=_MEASURE)}
        {_EARNED.format(ended=_ENDED, only=_ONLY)}
        {_SET.format(ended=_SET_ENDED)}
        {_NOTE.format(ended=_NOTE_ENDED, also=_ALSO, columns=", measure, currency", values=", 'growth', (SELECT currency FROM guanxi_company)")}
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return f"""
        {_FIGURE.format(narrow="")}
        {_PLACE.format(columns="", values="")}
        {_EARNED.format(ended="", only="")}
        {_SET.format(ended="")}
        {_NOTE.format(columns="", values="", ended="", also="")}
        DROP INDEX crm_loyalty_entry_earned;
        DROP INDEX crm_loyalty_entry_booked;
        ALTER TABLE crm_loyalty_campaign DROP CONSTRAINT crm_loyalty_campaign_factor;
        DROP TRIGGER keep_spend ON crm_loyalty_tier_program;
        DROP TRIGGER keep_spend ON crm_loyalty_tier;
        DROP FUNCTION crm_loyalty_measured;
        DROP FUNCTION crm_loyalty_tier_spend;
        DROP TRIGGER erased_only ON crm_loyalty_tier_change;
        DROP TRIGGER append_only ON crm_loyalty_tier_change;
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_tier_change
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        ALTER TABLE crm_loyalty_tier_change DROP CONSTRAINT crm_loyalty_tier_change_measured;
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "spend";
        ALTER TABLE "crm_loyalty_tier" DROP COLUMN "currency";
        ALTER TABLE "crm_loyalty_tier_change" DROP COLUMN "spent";
        ALTER TABLE "crm_loyalty_tier_change" DROP COLUMN "counted";
        ALTER TABLE "crm_loyalty_tier_change" DROP COLUMN "currency";
        ALTER TABLE "crm_loyalty_tier_change" DROP COLUMN "measure";
        ALTER TABLE "crm_loyalty_campaign" DROP COLUMN "factor";
    """


_NARROW = "AND e.at >= p_from AND e.at < p_until AND e.created_at < p_until"
_FIGURE = """
        CREATE OR REPLACE FUNCTION crm_loyalty_figure(
            p crm_loyalty_tier_program, p_member bigint, p_from timestamptz, p_until timestamptz
        ) RETURNS bigint LANGUAGE sql STABLE SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
            WITH RECURSIVE family AS (
                SELECT m.id FROM crm_loyalty_member m WHERE m.id = p_member AND m.merged_into_id IS NULL
                UNION
                SELECT m.id FROM crm_loyalty_member m JOIN family f ON m.merged_into_id = f.id
            ), earned AS MATERIALIZED (
                SELECT e.id, e.growth, e.amount, e.at, e.created_at, e.rule_id FROM crm_loyalty_entry e
                WHERE e.kind = 'earn' AND e.account_id = ANY (ARRAY(SELECT a.id FROM crm_loyalty_account a
                    WHERE a.member_id = ANY (ARRAY(SELECT id FROM family))
                    AND a.type_id = (SELECT id FROM crm_loyalty_point_type WHERE code = 'points')))
                {narrow}
            ), bought AS (
                SELECT e.growth - b.growth AS growth, e.amount, b.amount AS refunded,
                    r.currency IS NULL OR r.currency = (SELECT currency FROM guanxi_company) AS own
                FROM earned e
                LEFT JOIN crm_loyalty_rule r ON r.id = e.rule_id
                CROSS JOIN LATERAL (SELECT coalesce(-sum(t.growth), 0) AS growth, coalesce(sum(t.amount), 0) AS amount
                    FROM crm_loyalty_entry t
                    WHERE t.reverses_id = e.id AND t.kind = 'take_back' AND t.created_at < p_until) b
                WHERE e.at >= p_from AND e.at < p_until AND e.created_at < p_until
            )
            SELECT coalesce(CASE p.measure WHEN 'growth' THEN sum(growth)
                WHEN 'spend' THEN sum(greatest(0, amount - refunded)) FILTER (WHERE own AND amount IS NOT NULL)
                ELSE count(*) FILTER (WHERE amount > refunded) END, 0)::bigint FROM bought
        $$;
"""
_MEASURE = """,
                    CASE WHEN p_figure IS NOT NULL THEN (SELECT measure FROM crm_loyalty_tier_program) END,
                    (SELECT currency FROM guanxi_company)"""
_PLACE = """
        CREATE OR REPLACE FUNCTION crm_loyalty_place(
            m crm_loyalty_member, p_at timestamptz, p_why text, p_figure bigint, p_until date, p_reason text,
            p_now timestamptz, p_actor_id bigint, p_actor text
        ) RETURNS crm_loyalty_member LANGUAGE plpgsql AS $$
        DECLARE v_from bigint := m.tier_id;
        BEGIN
            m.tier_id := crm_loyalty_higher(m.earned_tier_id, m.granted_tier_id);
            IF m.tier_id IS DISTINCT FROM v_from OR p_why IN ('given', 'ended') THEN
                INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, created_by_id, member_id, from_tier_id,
                    to_tier_id, at, why, figure, until, reason, actor{columns})
                VALUES (1, p_now, p_now, p_actor_id, m.id, v_from, m.tier_id, p_at, p_why, p_figure, p_until, p_reason,
                    p_actor{values});
            END IF;
            RETURN m;
        END $$;
"""
_ENDED = """ AND NOT EXISTS (
                SELECT FROM crm_loyalty_member WHERE granted_until <= (SELECT max(created_at) FROM added))"""
_ONLY = """ AND (NOT crm_loyalty_tiers_follow_growth() OR EXISTS (SELECT FROM crm_loyalty_member m
                    WHERE m.id = a.member_id AND m.granted_until <= (SELECT max(created_at) FROM added)))"""
_EARNED = """
        -- What was given ends before a purchase counts, also where tiers follow all growth.
        CREATE OR REPLACE FUNCTION crm_loyalty_earned() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE v_ids bigint[];
        BEGIN
            IF crm_loyalty_tiers_follow_growth(){ended} THEN
                RETURN NULL;
            END IF;
            v_ids := ARRAY(SELECT DISTINCT crm_loyalty_root(a.member_id) FROM added e
                JOIN crm_loyalty_account a ON a.id = e.account_id WHERE e.kind IN ('earn', 'take_back'){only});
            IF cardinality(v_ids) > 0 THEN
                PERFORM crm_loyalty_retier(v_ids, (SELECT max(created_at) FROM added), false);
            END IF;
            RETURN NULL;
        END $$;
"""
_NOTE = """
        CREATE OR REPLACE FUNCTION crm_loyalty_note_growth() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE v_from bigint := OLD.tier_id;
        BEGIN{ended}
            INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, member_id, from_tier_id, to_tier_id, at,
                why, figure, reason, actor{columns})
            VALUES (1, NEW.updated_at, NEW.updated_at, NEW.id, v_from, NEW.tier_id, NEW.updated_at,
                CASE WHEN NEW.growth > OLD.growth THEN 'reached' WHEN NEW.growth < OLD.growth THEN 'lost' ELSE 'program' END,
                NEW.growth, '', ''{values});
            RETURN NULL;
        END $$;
        CREATE OR REPLACE TRIGGER note_growth AFTER UPDATE OF growth ON crm_loyalty_member
            FOR EACH ROW WHEN (OLD.tier_id IS DISTINCT FROM NEW.tier_id{also}) EXECUTE FUNCTION crm_loyalty_note_growth();
"""
_NOTE_ENDED = """
            IF OLD.granted_tier_id IS NOT NULL AND NEW.granted_tier_id IS NULL THEN
                INSERT INTO crm_loyalty_tier_change (revision, created_at, updated_at, member_id, from_tier_id, to_tier_id, at,
                    why, reason, actor, currency)
                VALUES (1, NEW.updated_at, NEW.updated_at, NEW.id, OLD.tier_id, OLD.earned_tier_id, OLD.granted_until,
                    'ended', '', 'system', (SELECT currency FROM guanxi_company));
                v_from := OLD.earned_tier_id;
            END IF;
            IF v_from IS NOT DISTINCT FROM NEW.tier_id THEN
                RETURN NULL;
            END IF;"""
_ALSO = " OR OLD.granted_tier_id IS DISTINCT FROM NEW.granted_tier_id"
_SET = """
        CREATE OR REPLACE FUNCTION crm_loyalty_set_tier() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE
            v_tier bigint := (SELECT id FROM crm_loyalty_tier WHERE threshold <= NEW.growth ORDER BY threshold DESC LIMIT 1);
        BEGIN{ended}
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
"""
_SET_ENDED = """
            IF TG_OP = 'UPDATE' AND NEW.granted_until <= NEW.updated_at AND NEW.growth <> OLD.growth
                AND crm_loyalty_tiers_follow_growth() THEN
                NEW.granted_tier_id := NULL;
                NEW.granted_until := NULL;
            END IF;"""


MODELS_STATE = (
    "eJztXWtz20ay/StT/LLZKkZlyYntVW7dKoqCLcUSqaUoOdkwhYyIIYkVOMPgIZq7N//9zu"
    "BBvEkMDJIg1F8SC0AD4OnBTHef7un/tsbmXDXYChv26qQzHjOH2q1z9N8WxXPC/5F5vo1a"
    "eLFInBVHbfxkJKVUHJF6smwTj8UTJtiwCD+kEWts6gtbZ1QIdtCczJ+I+TcLLZhObQuxCW"
    "KUIHu1ICfiHhob85vodFrscofqfzpEtdmU2DNicqHffmt5QqquuS/NLxX//P13/odONfKV"
    "WN5lY8ey2Tz7wsWzOtGJocXA8q5zj6vianHsQp9eU/uje614/Sd1zAxnTsPrFyt7xuhaQP"
    "ewmhJKTGwT8QTbdARW1DEMH+EAPu/nhZd47x+R0cgEO4ZAXEh7LxAea6lqrz9U75WhqrZS"
    "2ggkIoj7h8aMCk0KxF0ApuIVvv/H2dnbt+/P3rx99+HHH96///HDmw/8Wvd906fe/+W9TI"
    "iWdysXs+tP172heCHGh4s3pMSBv1wZbGNPylVTiL5JXnRLvHlKB7kKiIpsV0MA+iY9BAdC"
    "RYQjPUD9dLdqODv94f0PH96++2GN/vrIJtADgKPfPhG/XMV2GtJLfsbW5yQb17hkAlnNFz"
    "0J/rErnFv/M3HoWKCIpg6mX/WTscHGzyeULf+3tSMdbAB4eH2r3A87t3fi9nPL+tNwgewM"
    "FXHmzD26Shz97t3f45/B+iboy/XwCok/0b/6PcXFmVn21HSfGF43/FdLvBN2bKbyH65iLQ"
    "pWcDg4FNO/s9BK6j8uCfo/Tv0HX/HTSpVd2VKipWZXfw2TUnpDlrlQC9QRxkoa/u4Mm9ng"
    "hxIJ1PmPKfOtHda2mOOvqkHo1J7xP9+92YDnY2fQveoMvnv3JvHR9PwzZ+6pOLxP2MB0TO"
    "SGd0Rof2bDm0YN65mPa3HQAwlAvBziGnnKWMg3IR5IAOLlEF8QqvG3Urn7qxuyNlRKuAIz"
    "qmYLaqOMpXiwQMJUigvu71trnKUUC+sUV0BMDOAvDX8QH5MCPyIE0EtBL6KQk+fMSJg3ot"
    "OK+MhMok/pZ7JylXHN3zzHjI2GfW/XdzsyXfwVDLbgaLgCmni5jt/GJwAOgkYMYrswDPiy"
    "MLjuDluZU/23AjzmV590IzdrKL6JFa4Awi5KFQ3fO0EMDP0bNhThyCyag66YLZ7w+HmJTU"
    "2NTRviDDtjiSPra9On5mfz5BFM8dRFR/wM8dJRBXSZRlp5nJJ7si1FKI0Dka1s0pcZthH2"
    "OSJkE8OwED9izwhyOSlxkCGTaITMkcUQ/x0rn0g6R1PGNMT4+GqjCTP56TlBc506NuE3oR"
    "rXg06sNCW1p2dm8Fop/spn3vyBIZirNvotGpsHJqueTJY3HOQ0EMqAHVXahBVTizrD1kwm"
    "3BoTqibiemjwYzHXszdFgq78qtyoq3su4SyImSyN8v0cG0a+sxAINSYg9fbs/bv1iBZ/bB"
    "rD97edmxugaSHyFI88ka8Lnd+uhP7jkofSPwQYi7HxVjkq3qryA4cA8s70G7fWixt+cTkw"
    "/qoKokXyFqsIQ0SSJ49MG0WDEPGBWMc4BLWcefDz88IR4TVtyahEXHJrcOKKLaPOv8hcxc"
    "hgNnf0EaG2uUI2Y88/IUqm2NZfCFpyP5/wa0zyQkwLG2iK+VHu/c+RQOkEdRaCM/yeUWOV"
    "jkvs/nFFQhLuk9QgFMEfDwm1h/Z+IQxRE0VELPrgK5GCPioF4JcG35+UpKAPZQD4quwvdz"
    "hXZX0pwc2OTBNFba/ot1+AX+PjtSpkb9gxjvCiuIYfdv3sWW9M51my6xEvYcOuP7nt1muf"
    "EjRnL2TOZYQt6a37J2g4I0gYFE/YItx0nDgWsQThNZ5hOiWImchDEel22kat6qblyTEvUA"
    "I2aW1tUijygiKvGM7AHkCRF+gfiryOcZkLtfDMf20afJFzoFBnnrLHY2oIZOucetBSOoPe"
    "OSLYpCN60e893J+jJ0Yda0QHyqWi3J77KVEjqvxydz1Q+LUuOSnOPyqDe0UNrxPxSKIG13"
    "8adLr88ilHl1897HxW1ItO9zMfWPiZqMLeHtFL5WJ4jkQ5y4h+6Vw/8uuXWH/h13cuf364"
    "5+ew9m/H4meHg07v/qMyUPsPQzE2MbUmxFSZEz133Yuc0vkvulUGn/g958SckqRVWyTF4v"
    "RdgQyL0+Q0ESZYiFOJ0hOI3R3mS56abGln5A9tAj6UaUxiy55R9wsyVTyxs/KyC9RyhqIw"
    "+EurwWKOmVVLm588F0o0rlZ5J3lzeJ5NSm/MEFjLgIFWdmRzU9fKijrkj+xQYn+GWWtXHk"
    "98ZL8tNLLfbhjZbzNGtrQDCo7nMTueeGwzqW0t1gKN+552s1JAPtmhlwzXUbWkNZAQhEW7"
    "tAYcQ74iOSIEyEMuZY1zKZNDvSp4B/69jmugF4U28n0XwdWfi6vCtmgiyrGCG1+66pc0cc"
    "USdH7qZFsqZWIWiGzNmLjz8m4tYiNs6RpxK3wxWjjmeCbyGhyuWRMtcUburpxouewHyHeA"
    "fAfId4B8h6aHHSDf4XXrH/Id6uCZAz19KIbO5ghlR123Z5qshfcYgWULQiXntVb/TumdIy"
    "E5ot3O3fBhoFyeozFe2I5JNJFScqN07sUxk3sn3ILWgrSTyyDvREsa4YXSOM6KpHGc5adx"
    "nCWDuFDb/yoWJeDNgQ1p+MJzoJrGV2ttQTT+gNH4g9Qu1myoV1i6eMB4sShvzAsX+6WPEt"
    "Fiv+6ycLDYFptJjvmjURDNdbeB9Gy79bHcgLGEuPzmDRBCrtFs34YQMoSQIYQIIWTQP4SQ"
    "923pHcihxCYt9RHGBCEwVutPDb9g3cW5hJ6TsqDqWqu6RqHums2vTdIyEH8Hy0af8zcQ7y"
    "WFfUwM4C8NP/APhzYXYU/F/YIPBMRrIyCOFd16MxB++708EiLszifBQ4QNArdTER0U9G9D"
    "OnX7WC1MNjXxXGTUmJrXl0onZhvN2FKk/3vbTLvTRLiJnxAU20mbJM1W7OQJRQgNcVPgL+"
    "qwWLSBvwD+AuLXwF+A/oG/2LedeKBeg8I8pE52p+YN3QbjYg3M/iyU/Lkh9zOZ+gk7sh1i"
    "eLu2taXTrLRmschk4x6X2rTAHN80swFSsSykdw/RyVLNMnvz4YsJAXolLJyYIFBJdTZjpi"
    "amwhZxqK0bsnpOCYOu66xrP2cjErCRiOGnZMFoLbuqB59NKUVkCIMmymrC3WtaU/lLMGlF"
    "pGVBD99k58oqAL6AKhxonzSQD2LEBavx8F5JoH4DqysGdVWU49C/13F9B0UJx8jnX4TLDe"
    "0XgLcQn5sy+AqgHDVOAOYiMGeYcwVwjtgeVcEcUuDNBDptrlWQpZBeR9Pq6FMyZPw/RZQx"
    "5qo76UZudVQLaFFVJEyHInr49gwQt5pz6GGdnQQSXtGWygNxMyc8NbaL5YKIZkORnIulbs"
    "+QLtqJLynyO2lY52jkvP8HmYycH8/evGsjPm7mC6uN5rpB3G6O2O3uKBI9xkwj6A/vZn8g"
    "3ULYWOKVn8uRlSmy9+dvzyOBtBFIG4G0EUgbaXoMFtJGXrf+IW2kFlEvbrGkwd+QL+Jf37"
    "hEkbfFehBtaEGUTBRx/y8BbXB9nRtvlgT3XRFw3+WD+y4TXPU/GWk4m/H1RRrX8qcagFPR"
    "2APWKXh7Dg0Ih9rK3zMpflVbyls1I1IFXFUDm1PiN3adE8p9PrFpftC3tY0Y9xWRxb35J6"
    "atEOF3QZivl8JFjO6ftGSOoaEpE5UFaMbxQHOC6XLGncksB3VPTy23yb/Yt2m9iSuUPIDv"
    "Cr4r+K6vwXcB3/V16x981zr4riJ4n+0AbN97PpCts7PV6lz+/HA/PPfNvxEdDjq9+4/K4H"
    "xtACYtxiK+wmkRX+E031c4TTljsAsLtJGuQ5hhJ42kj67Fhe/XkkD5haebgfLPB740eo0s"
    "/HuMaOfubtB/FAe5b22yF6/jxc9K17/w32QcPOvgE5FGxrpWyi6LS0L2fp2tL7GJlPksN+"
    "sFEo2L/O1kzoPtpQ68sAfTUQkHIyUKDkZZLUCTkcNhLzrhSkMfEQLkS5egMLXs/J8SBS1U"
    "VA0Be9zteo+7cOzuH+SajfjChSfJz70AzEGH8yoADhqsNxPdyGJW1y0ajxTZAjs0Zhvj34"
    "KvT7Q8WE2uLUk5H/XbAHNAxI1aeRkl/um2ZCrJWmhbJkk+5EVyMIIcMUi2gGQLSLaAZIvX"
    "EO6FZIvXrX9ItqhDVAiy2UPestCmkqcbdpU8TW8rCQntu8cY8lQONHlYNl/wJAzi9fWN2S"
    "61MmuY+5b6S8ZMfMGYQTDN42UDoQSgT1xqV4gGrt9+zZuLfv8mZtlcXCeGZ+/h9kLhc4c7"
    "c/CLdDtn1B5XfmHrhTnjmZ8SKJH189h/6F6JnEJffkS7/Ye7fu8cjZmzYJT/3bm/Ui863c"
    "+igYY1U0UwplVmTq8832eqTzKcgvwVM7i+ectloQKw0w0VYKfpGrvlLMvl2rRYBhJgZpcm"
    "X7mMPO0aCoGRUhXjGmxjUwWfEttQ58iUUZgMDAdhDYP+jottTshfnGzLBfwDkQKFoy/EFM"
    "FdsUfQjC2DrYZEIaa3s5zoUsUoQWPHNAkdr35C1O1KNZ5hyn+RqPE0VmjCDIMt+dVPK3er"
    "IUq+2sGtswpH9/RU2M+oxrNbG2gKoCkgTA00BegfaIrmGvFRLfi2icSqFpFoztbd1a1qvn"
    "koE2WJyjSQ/nlbpN4mv9qmKCnxyhiJ6gLk8+wc3o11S2uZJkG672qZrws9KwW1WMA8lK7z"
    "lNHqKY8iVu76yiN62fn1/hxpeGWN6G2/N7zif80ZtWfB36rSu/QPqYRqI/rPh85gqAy843"
    "862LSJ6Z35Ven4h1fcQxfHSsXYzwrRphtY0+T85P0eifkpFNijk3h2JLOTGCsSWAaXAw+a"
    "MvSwoWvqxGRzWXcrLnkod2v3EdtGeFVCNfhrxmq+ie4OhQ5Md68t/xqz3ByeieA0Zlk20x"
    "aUI4KAdBGkPUo9KwVpC9IRwT0ivT4ShVq2ruFQWOdme22BOte/AqRzkLZsZhJN5QurI5uZ"
    "lCENM0km5imq+oB0qtuJKo9ODdpUSdCpQZes7XSq15zJQssZswia6FPHJMgkeDwjGvrDnn"
    "HTQ9RN/uEynTpFut1GblPekL6c8SWLmIL8TPOm1d8eCNJahy+AIN2mBiBIgSADghT0DwTp"
    "ES9zdanjqlHDF+hJcnQAr+1vudkjJtYcjn/fNVwLklUOswn4tQhM12VRP578i33td1pt9s"
    "Wcv6q+MDK7dOcznDGhPXp6b46FndN0K2crtXyqMyICdGdq9iXmiz4m6tjAVkZMO38ySAk2"
    "bkao3s544mBM9CzuYEi+5gzfqEwDIN7keCq/DGM+ZwDld7edX/4e8ztv+r1PweUR6Ls3/Y"
    "scyDPt5+2oN8eG3gfwdaMSum7NUWsToeBf0pamFdRxKLmVXeiLgij3elE3hdHcpQP+ZiFx"
    "JxHvnzBzzOW8JnzimNddD1toqr8QeoI6C2Hzfi+Kp07Qz0ynXNeiETxl/o3TnMO+Hlpkfz"
    "nv2ZEWf0BOADkB5ASQE00PTgM58br1D+REHaJd8l/fYb86SOIt9HEtZ6XLQnzRWteEDJRO"
    "98prhuYmCo3oTV+0bTSYaNo4UB6vlS/i5ItOliP66fpR6Z17pvuIKr1LIcnNdyF3N+h/Gn"
    "Ruz9HCZFMTz5O+QqEKkMp3WfLSoOQmxVAGZsOys+GcYCsT+GKfTkS81OezHx20Pg36X4ZX"
    "/IMw2dKejej9nVsE5XJH7l5kvaG7FZk3bg7/NQAjs1tGxlU1kbXBQiGYb76F4ZUsnF2LAO"
    "plUXfTh7PN3hyHMxDYZPUeH/obgBRG7FF2Pj7uHqA2yyDF8wFeCzQO37NC+J5twPcsja8o"
    "QPUYCtmAQ1IS5t7yFnaE7iiugJgY7BhRGn6blfsA4nIw/GXwT3G/ya8hrYpye57eru92ZN"
    "/CX8Fw27LhaWwWKNBGbj1tV4VwUGh3XEM9C97gBWL4Jpe5GMS9Pup0h9f9XqqJJyBcGOH4"
    "PJqH74GTQ+78UOim7JC7MFwqmx4SibRuzw+5Yks3A8PbSHeONXKChjMiakEtUfHZRthY4p"
    "WVTvKQkoSa0RovoG0EaRnb1ABpGUDLQ1oG6B/SMo54matLzeihIYeq0WOH+MBEermVw+PD"
    "JReJo2PTF8TUWekua6H0HhWDDUMNbAYZ1XRublSxJp6j4A4jOujf3Fz3Pp0jkxkG14Notn"
    "bDNdYZiF5rHHcNm/VQFGwDW6Vf80zIQpWGNCEFVZJJWKd8KBNVco/duBCAmm7eShZlJ+hA"
    "do/Tc5h5KDM5f7z+9DDgU7MnPaLcnzkXcbnDTb51KtJ79FuL5sVgH8PWoxLx10jD0u2h1y"
    "+i5g2jsWPZbE5MNGW2KIzzG5v95O6/Z83YAtn4mVhI5xdPuX4sm//T4haPllF5V9E9ixTW"
    "4bFrdEUq69rot5ZJXAVBud22yQziuhDXhbhuc+J6ENd93fqHuG4d4rrCgpGJOwbXN24vwL"
    "Ni+Z0b0juT4RLHKje7WVVObTUb5E2awFxFTeQSpKMyNa7IqlOS9AvLXB42dRQIRA7dvGH3"
    "H02FTRye9ay9HYvFeALZPcZ4IpEDmSDPY/+heyXat/nyLiFy1++5jMiCURF9v79SLzrdzy"
    "L8bs1UEUOpR/zdrReWmW3WAlCOUWSmiQdoipujcTkoBihtjMZiYcXxj4kB/KXhJ9Q25Z2x"
    "qBTsrFxNGYY/o6QVUS6HvRPe7sg+hKKFGPEpuEAlhjdnVAXwYH23huIbm2Jz4JUhpxKTTl"
    "oPfUqGjP9HRgtKcKujmnCKqiA6zxbRwLdTfh13UOcRfp1gyEvQfXgtU4Ds08czboHPF5h/"
    "j2iKXwjCFLko/M3y+bk2wqJRl7jyhZiCa+FHqOYyeMsZtk9QT3Rp9rfA1LLovx09RZ4QDF"
    "7C/1PDK48gXDgmv7FFvL8SVwFhCIQhEIZAGL6KeCsQhq9a/0AY1iFI4FtAEqtaRKJJwZnK"
    "1rXcJtUbBnRug+qjhnTPQ3ltWaegzw+pR2UaWHizk7j6E7Z0yfG9FmlMLvaex7ZwHzOtpG"
    "y8/cu/cTu5uo1tuf3kgP45dC5SPLYhYd7FBUEFQAEdB/QbKKBgTFdFUXQj9zuyT6FohDwx"
    "DRRggYBn2wXPBkRQw4ig9dyRxwVFJxcJOig6x21nhO5cn9erzvK9MMvrgzbR7bZ7fDwj4+"
    "fvdWqJTmniAKaI31N/0flLIgULrmfdZk23xcZbz2RhC34HB9xOmiTa54OL8EbB3hpBCVmw"
    "gRswQcAEARMETFDjmQBggl63/oEJqkOsALYEC3P9C1WPnW4oHztN148dy65ge0r53wnG/A"
    "Wm06zNoovVvUTE6zyqW3cPAoJ75XztwIxo90rpflavReWLcF5UnY6o2O/58Xr46/naeUk6"
    "Q4epfIm+TRk9ReVrXHbXSjYKvH8YPCpcG5ZjvpDViCqPiti8jbwQavOzHC2uUotDQNzGgR"
    "+vbxS3ceBENw64bU1Kc1mNAzfV74VCe6zgC/zSoy3ge8GGrqliy3wZ5i8u9Zr7SXlISPfi"
    "Soi9ZgQhk+VQzOnRNKTcm0lecUtKPM8mijYmBqxlwMksO7InOT3ockGf5PWgO2bQK4ucmn"
    "xEauKBJQ3pqPwePUyNLamkl9m67H/hvo2QHNGe0hHkGEeZcFtZtOR+uDtHzqKMjfyhwMTy"
    "IXdi+ZDaVFen+tzJMNk2dp8LhSBBrtzEIjDDXyUdk1AIHJPijgnHaSLSKWZZ6+cWuCOCsJ"
    "uLHObehiZZ5vgWzCOCgLkc5rke0BbIc70gQHwL4ha39oimci/ckQ0zZUjDtF4c/IXJNGec"
    "Ndp/vu/3crz9iEwyUqKPbfR/yNCtnVkwEd71ydENW6fWiXjeIUhXgVFMEYGN+N1t55ek+d"
    "i96V+4kEWIVHGDi6S3pJuWrebXtWz8HNLCMBdJfA5PumnPMssuirlWUfl9tjKhK1nPqtMT"
    "BBFdjehtvyc6zbj9KEb0ssOP+79AuuNPAa8qmXIQ6feT9Kr4gwh+lm0DkZBqjGtVYR8IF6"
    "Aycd6UaGPQ3XfVIjHVzGlmY5Q9FALcy+Oe1x59G/ShHKBfDv0nR5sSyfh7KAOol0M9Z8fR"
    "TaDn7TkKmBfEPNKOvTjqEaEG0R6HrcATmKa1UK4ybOjf67jUULQiKTL6KigJ21Hx0qO/Dc"
    "m2GqbHcLuSEqVMamS3k+IdrYL95yysa0jk4oi+Y0HFkM3cLlSUfLVP0BdTt21C0dPKPShq"
    "Tp6wuDXdttHdDp+UUbSU2qkuwOX3RDkT1CxBzRLULEHNUtNrVqBm6XXrH2qW6uBcwe51Va"
    "9rNjHnUhTgWmD//N9hEqV3wvTBXkl1CxfAhj072rDnkLEDURl3vSFm4J9vy8UK/Hq7YjGC"
    "DvLYA7TEYtcRYhLusrteO5u4nvmYcRSp2K5eEJc/8VNjwl19/kc6DPCtN8v09L1bRvetBx"
    "+/LhNWG3x88PHBxwMfH/QPPn5z7XLY+vibCne95CwJOyAUaJIDWZkhELOIJcq6omJNAvaw"
    "nnle1lY5v/x2fbcj00VRrzw2Cmvgk//1/0INJwA="
)
