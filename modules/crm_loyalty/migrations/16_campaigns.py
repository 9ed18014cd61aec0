"""Campaigns that give points, their versions, what they gave, and check-ins."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_loyalty_campaign" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "trigger" VARCHAR(10) NOT NULL,
    "activity" VARCHAR(10),
    "active" BOOL NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "points" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT,
    "rounding" VARCHAR(8) NOT NULL,
    "minimum" BIGINT NOT NULL,
    "on_tax" BOOL NOT NULL,
    "on_freight" BOOL NOT NULL,
    "on_coupons" BOOL NOT NULL,
    "on_points" BOOL NOT NULL,
    "on_stored_value" BOOL NOT NULL,
    "products" JSONB NOT NULL,
    "first_purchase" BOOL NOT NULL,
    "birthday" VARCHAR(6) NOT NULL,
    "streak_days" INT NOT NULL,
    "streak_points" BIGINT NOT NULL,
    "per_day" BIGINT NOT NULL,
    "per_member" BIGINT NOT NULL,
    "budget" BIGINT NOT NULL,
    "given" BIGINT NOT NULL,
    "tier_id" BIGINT REFERENCES "crm_loyalty_tier" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_name_d3c5e8" ON "crm_loyalty_campaign" ("name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_tier_id_282c3d" ON "crm_loyalty_campaign" ("tier_id");
COMMENT ON COLUMN "crm_loyalty_campaign"."trigger" IS 'PURCHASE: purchase\nCHECK_IN: check_in\nACTIVITY: activity';
COMMENT ON COLUMN "crm_loyalty_campaign"."activity" IS 'REVIEW: review\nSURVEY: survey\nEVENT: event\nSHARE: share\nPROFILE: profile';
COMMENT ON COLUMN "crm_loyalty_campaign"."rounding" IS 'DOWN: down\nNEAREST: nearest\nUP: up';
COMMENT ON COLUMN "crm_loyalty_campaign"."birthday" IS 'ANY: any\nMONTH: month\nDAY: day';
COMMENT ON TABLE "crm_loyalty_campaign" IS 'Points for purchases that fit, for check-ins or for an activity. Each change of it is kept as a version.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_award" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "version" INT NOT NULL,
    "points" BIGINT NOT NULL,
    "purchase" VARCHAR(200) NOT NULL,
    "basis" BIGINT NOT NULL,
    "day" DATE NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_loyalty_account" ("id") ON DELETE RESTRICT,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_loyalty_campaign" ("id") ON DELETE RESTRICT,
    "entry_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_loyalty_entry" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_account_0932f6" ON "crm_loyalty_award" ("account_id", "campaign_id", "day");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_purchas_074b97" ON "crm_loyalty_award" ("purchase");
CREATE INDEX IF NOT EXISTS "idx_crm_loyalty_campaig_1b95ba" ON "crm_loyalty_award" ("campaign_id", "id");
COMMENT ON TABLE "crm_loyalty_award" IS 'Which campaign gave an entry''s points, as which version, and for what. Never changed.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_campaign_version" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "version" INT NOT NULL,
    "terms" JSONB NOT NULL,
    "campaign_id" BIGINT NOT NULL REFERENCES "crm_loyalty_campaign" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_loyalty_campaig_24298a" UNIQUE ("campaign_id", "version")
);
COMMENT ON TABLE "crm_loyalty_campaign_version" IS 'What a campaign said from one change to the next. Written by the database, never changed.';
        CREATE TABLE IF NOT EXISTS "crm_loyalty_check_in" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "day" DATE NOT NULL,
    "streak" INT NOT NULL,
    "member_id" BIGINT NOT NULL REFERENCES "crm_loyalty_member" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_loyalty_member__3b15b6" UNIQUE ("member_id", "day")
);
COMMENT ON TABLE "crm_loyalty_check_in" IS 'A member was there on one of the company''s days; once a day.';
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nBONUS: bonus\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nTRANSFER_OUT: transfer_out\nTRANSFER_IN: transfer_in\nMERGE: merge';

        ALTER TABLE crm_loyalty_rule ADD on_tax BOOL NOT NULL DEFAULT true, ADD on_freight BOOL NOT NULL DEFAULT true,
            ADD on_coupons BOOL NOT NULL DEFAULT false, ADD on_points BOOL NOT NULL DEFAULT false,
            ADD on_stored_value BOOL NOT NULL DEFAULT true;
        ALTER TABLE crm_loyalty_entry DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'bonus', 'reverse_redeem', 'grace', 'waive', 'transfer_in') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt', 'transfer_out') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);
        ALTER TABLE crm_loyalty_campaign ADD CONSTRAINT crm_loyalty_campaign_sound CHECK (
            points >= 0 AND amount > 0 AND minimum >= 0 AND streak_days >= 0 AND streak_points >= 0 AND per_day >= 0
            AND per_member >= 0 AND given >= 0 AND budget >= 0 AND (budget = 0 OR given <= budget)
            AND (activity IS NOT NULL) = (trigger = 'activity') AND jsonb_typeof(products) = 'array');
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_campaign_version
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_loyalty_award
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        ALTER TABLE crm_loyalty_award ADD CONSTRAINT crm_loyalty_award_sound CHECK (points > 0 AND basis >= 0),
            ADD CONSTRAINT crm_loyalty_award_version FOREIGN KEY (campaign_id, version)
                REFERENCES crm_loyalty_campaign_version (campaign_id, version);

        CREATE OR REPLACE FUNCTION crm_loyalty_heir(p_account bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        DECLARE
            v_heir bigint := p_account;
            v_next bigint;
        BEGIN
            LOOP
                SELECT b.id INTO v_next FROM crm_loyalty_account a JOIN crm_loyalty_member m ON m.id = a.member_id
                    JOIN crm_loyalty_account b ON b.member_id = m.merged_into_id AND b.type_id = a.type_id
                    WHERE a.id = v_heir;
                IF v_next IS NULL THEN
                    RETURN v_heir;
                END IF;
                v_heir := v_next;
            END LOOP;
        END $$;

        -- Each revision of a campaign is a version. What it gave of its budget is not a part of what it says.
        CREATE FUNCTION crm_loyalty_keep_version() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO crm_loyalty_campaign_version (revision, created_at, updated_at, created_by_id, campaign_id,
                version, terms)
            VALUES (1, NEW.updated_at, NEW.updated_at, NEW.created_by_id, NEW.id, NEW.revision,
                to_jsonb(NEW) - '{id,revision,created_at,updated_at,created_by_id,given}'::text[]);
            RETURN NULL;
        END $$;
        CREATE TRIGGER keep_first_version AFTER INSERT ON crm_loyalty_campaign
            FOR EACH ROW EXECUTE FUNCTION crm_loyalty_keep_version();
        CREATE TRIGGER keep_version AFTER UPDATE ON crm_loyalty_campaign
            FOR EACH ROW WHEN (OLD.revision <> NEW.revision) EXECUTE FUNCTION crm_loyalty_keep_version();
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE OR REPLACE FUNCTION crm_loyalty_heir(p_account bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        BEGIN
            RETURN p_account;
        END $$;
        ALTER TABLE crm_loyalty_entry DISABLE TRIGGER append_only;
        UPDATE crm_loyalty_entry SET kind = 'earn' WHERE kind = 'bonus';
        ALTER TABLE crm_loyalty_entry ENABLE TRIGGER append_only, DROP CONSTRAINT crm_loyalty_entry_sound;
        ALTER TABLE crm_loyalty_entry ADD CONSTRAINT crm_loyalty_entry_sound CHECK (
            CASE WHEN kind IN ('earn', 'reverse_redeem', 'grace', 'waive', 'transfer_in') THEN points > 0
                 WHEN kind IN ('redeem', 'expire', 'debt', 'transfer_out') THEN points < 0
                 WHEN kind = 'take_back' THEN points <= 0
                 WHEN kind = 'merge' THEN true
                 ELSE points <> 0 END);
        COMMENT ON COLUMN "crm_loyalty_entry"."kind" IS 'EARN: earn\nREDEEM: redeem\nEXPIRE: expire\nREVERSE_REDEEM: reverse_redeem\nGRACE: grace\nTAKE_BACK: take_back\nDEBT: debt\nWAIVE: waive\nADJUST: adjust\nTRANSFER_OUT: transfer_out\nTRANSFER_IN: transfer_in\nMERGE: merge';
        DROP TABLE IF EXISTS "crm_loyalty_check_in";
        DROP TABLE IF EXISTS "crm_loyalty_award";
        DROP TABLE IF EXISTS "crm_loyalty_campaign_version";
        DROP TABLE IF EXISTS "crm_loyalty_campaign";
        DROP FUNCTION crm_loyalty_keep_version;
        ALTER TABLE crm_loyalty_rule DROP COLUMN on_tax, DROP COLUMN on_freight, DROP COLUMN on_coupons,
            DROP COLUMN on_points, DROP COLUMN on_stored_value;
    """


MODELS_STATE = (
    "eJztXWtz4kbW/itdfEm2irjGduKZJW+9VRhrxk5s8GLsSTaklLbUgNaiRXQxw+7mv2+3Lk"
    "hCEnRruAj5fEnGUp+WeE6r+9zPfxqaPVVNa4FNd3HS1jTLo26jhf7ToHhK2D9y7zdRA89m"
    "K3f5VRc/m6tUKk5QPTuujTX+hBE2HcIu6cTRbGPmGhblhG00JdNnYn/joJllUNdB1ghZlC"
    "B3MSMnfA7d0tgkBh2LDfeo8adHVNcaE3dCbEb022+NgEg1dP+l2VD+z99/Z38YVCdfiBMM"
    "0zzHtab5A2cv6sggpp4CKxjnX1f5aH7t0hjfUPejP5a//rOqWaY3pfH42cKdWHRJYARYjQ"
    "klNnYJf4Jrexwr6plmiHAEX/Dz4iHB+ydodDLCnskR59TBC8TXGqra7Q3UB2Wgqo0MNyKK"
    "BOLhJc2inJMccR+AMX+F7/5+dnZ+/v7s3fnFhx++f//+hw/vPrCx/vtmb73/K3iZGK1gKh"
    "+zm0833QF/IYstl2BJ8Qt/+TTYxQGVz6YYfZu8Gg5/8wwPChmQJNnMhgj0dXyILsSMiFd6"
    "hPrpbtlwdvr9++8/nF98v0R/eWUd6BHAyW+f8F+uYjcL6RW74xpTko9rmnIFWT0kPYn+sS"
    "ucG/838qjGUURjD9MvxolmWtrLCbXm/9/YEQ/WADy4uVMeBu27ez791HH+NH0g2wOF3znz"
    "ry5Wrn578bf0Z7CcBH2+GVwj/if6Z6+r+Dhbjju2/SfG4wb/bPB3wp5rqeyHq1hPghVdji"
    "6l+O/N9JL8T1MC/4+T/9FX/LxQZU+2DGmp3TU8w6SYXpNjLuYC9biwkoW/M8F2PvgxxQrq"
    "7MeU+dYOK1tM8RfVJHTsTtifF+/W4PnU7neu2/1vL96tfDTd8M6ZfysN7zM2MdWI3PJOEO"
    "1PbHhXq2U9CXEVBz2iAMTLIa6T55yDfB3iEQUgXg7xGaE6eyuVqb+GKStDZYi3IEZV7ECt"
    "lbCUNhZIiEppwv19a7WTlFJmHXEGpMgA/tLwR/YxKfATRAC9FPTcCjl6ybWEBSs6y4iPlk"
    "2MMf2ZLHxm3LA3LxBjk2bfu+VsR8aLv6LFFl2NT0Abz5f22/QGwEDQiUlcH4Y+Oxb6N51B"
    "I3er/1qANTb6pJOYrKb4rpxwAgj7KG1p+d5zx8AgnLCmCCd20QJ0+W7xjLWXObZ1NbVt8D"
    "vWmbVyZTk2e2t6Nl29gike++jwn8FfOsmAjqWTRpFPyb/ZlHIoaRHJRm/S5wl2EQ59RMgl"
    "pukgdsWdEOT7pPhFC9lEJ2SKHAux37EIHUktNLYsHVlsfTXRyLLZ7SlBU4N6LmGTUJ3xwS"
    "BO1iW1p2fm+LUy/qvQ8xYuDO65aqLfkrZ58GRV05MVLAc5DsQ0IEeVFmH51qJOsDORMbem"
    "iLZjcT00+Cmb69k7EaMrG1VodfXvrSgLfCfLovwwxaZZrCxERLUxSJ2fvb9Yrmj+x7o1/H"
    "DXvr0FNy1YntKWJ/JlZrDpSvA/TXko/oOBUcwb75RzxTvb/MDBgLwz/qaldXHBL00Hwt+2"
    "jGiJuMVtmCESwZNHxg1RI0R6IVbRDkEdbxr9/CJzRDymKWmVSFNuNE5cW/Ok8s8jVzEyLZ"
    "cp+ohQ114g17JefkSUjLFrvBI0Z3o+YWNs8kpsB5tojNlVpv1PEUfpBLVn3Gf4nUXNRdYu"
    "sfvHiZgk/CepkSmCPR4Cag+t/YIZoiKMSEj00VciBX2SCsAvDX64KUlBH9MA8NuSv/zlvC"
    "3pS4kmOzJOiMpeyW9fwL/G1uu2kL21jnGFi+Iaf9jVk2eDNV0kyS5XvIQMu/zkNkuvPUrQ"
    "1HolU0bDZcng3D9BgwlBXKB4xg5houPIc4jDHV7aBNMxQZaNAhSR4WZl1G1NWt45FhhKQC"
    "atrEwKSV6Q5JXCGbwHkOQF/Ickr2M85mIuvLBfmwWfxxwo1Jtm5PEUGyLaKoceNJR2v9tC"
    "BNt0SC973ceHFnq2qOcMaV+5UpS7VhgSNaTKL/c3fYWN9Z2T/P6T0n9Q1Hgct0cSNRr/qd"
    "/usOFjhi4bPWj/rKiX7c7PbGHhF6JyeXtIr5TLQQvxdJYh/dy+eWLj59h4ZePbVz89PrB7"
    "WP+X57C7g367+/BR6au9xwFfm5g6I2Krlpe8d9NN3DLYL7pT+p/YnFNij8mqVCsSYnF6IR"
    "Bhcbq6TcQBFvzWSuoJ2O4O8yWPbWvu5sQPrQM+pqlNYMueUQ8TMlU8cvPisgVyOWNSWPyl"
    "2eBYnp2XS1scPBdT1C5XeSdxc3ia75ReGyGwpAEBrezKZqKuk2d1KF7ZMcX+BLPGrjSe9M"
    "o+F1rZ52tW9nnOypZWQEHxPGbFE2uuJVXWYklQu+9pNycFxJMd+sjwFVVHmgMrhHBol+aA"
    "Z8pnJCeIAHmIpaxwLOXqUt8WvP1wruNa6KLQJr5vEVzDvXhb2IoGohwruOmjq3pBE9fWij"
    "s/c7MpFTIxiUg2RkzcB3G3DnERdgyd+Bm+GM08W5vwuAaPcdZGc5wTuytHWi76AeIdIN4B"
    "4h0g3qHuZgeId3jb/Id4hypo5uCePpSHzmUI5VtdN0eaLIn3aIG1ZoRK7muN3r3SbSFOOa"
    "Sd9v3gsa9ctZCGZ65nE52HlNwq7Qd+zWbaCZOg9Sjs5CqKO9FXhXChMI4zkTCOs+IwjrNV"
    "Iy7k9r+JQwn85uANqfnBc6CcxjcrbYE1/oDW+IPkLlZsqW8xdfGA9mKe3lhkLg5THyWsxW"
    "HepbCx2OXFJDX2aBRZc/0ykIFst7xWaDCWIJcv3gAm5Art9k0wIYMJGUyIYEIG/oMJed+S"
    "3oEUSmzTUh9hihAMY5X+1PArNnycS/B5lRZYXWlWV8jUXbH9tU5cBsffwaLRp+wN+HtJYZ"
    "8iA/hLww/+h0OLi1BTcb/ggwPirTkgjhXdansgwvZ7RU6IuDufhB8ibhC42RXRRlH/NmRQ"
    "v4/VzLbGNp7yiBpbD/pSGcRuook15+H/QZlpf5uIi/hxQl5O2iZZb8VOniDi0OCTgv+iCo"
    "dFE/wX4L8A+zX4L4D/4L/Yt5x4oF6DXDykXn6n5jXdBtNkNYz+FAr+XBP7uRr6CRXZDrG8"
    "fdnaMWheWDM/ZPJxT1OtO2COb5tZAyk/FrLVQwwyV/PE3mL4UkSAXgkJJ0UIrqQqizFjG1"
    "Mui3jUNUxZPmeIgddV5nUYs5Ew2EjY8DO0ILSWPdWjz6YUI3KIgRNlOeHXmtZV9hKWNCOy"
    "tMCHr5JzZRkAX8A2FOjQaSBvxEgTbkfDeyOG+jVeXb6ot+VyHIRzHdd3IOpwTHz+Ir7cWH"
    "4BeIX8uRmBTwDlpHACMIvAnCPOCeCckD22BXPsAq8n0FlxbQtRCtlzNMuOHiUDi/1HhBka"
    "Y91JJzHVUR2goqxYER1E+PD1ESB+NucgwDo/CCQe0ZSKA/EjJwI2NsViQXizoUTMxdxwJ8"
    "jg7cTnFIWdNJwWGnrv/05GQ++Hs3cXTcTWzXTmNNHUMInfzRH73R15oIdm6QT9EUz2BzIc"
    "hM05XoSxHHmRInt//uY4EggbgbARCBuBsJG622AhbORt8x/CRiph9WISSxb8NfEi4fjaBY"
    "qci/UgWtOCaDVQxP+/BLTR+Co33iwJ7oUIuBfF4F7kgqv+OycMZz2+IUntWv5sB+CMNfaA"
    "eQpBzaE+YVA7xTWT0qOaUtqqnaASUFVNbI9J2Nh1SijT+XjR/KhvaxNZTFdEDtPmny19gQ"
    "ibBWF2XnIVMVk/aW55po7GFs8sQBOGB5oSTOcTpkzmKah7emq5Iv+8btOyiCukPIDuCror"
    "6K5vQXcB3fVt8x901yrortx4n68AbK49H9FWWdlqtK9+enwYtELxb0gH/Xb34aPSby0FwF"
    "WJUURXOBXRFU6LdYXTjDIGVVigjXQVzAw7aSR9dC0uQr2WRMwX3m76yj8e2dEYNLII5xjS"
    "9v19v/fELzLd2rZeg44XPymdcOC/iBY96+AbkU40Qy8ll6UpIXq/ytIXLyJlv8jtehFF7S"
    "x/O9nzoLzUgQ/2aDsqoWBkSEHBKMsFaDJyOOx5J1xp6BNEgHzpFBRLLbv/Z0iBC1vKhoAa"
    "d7uucRev3f2DXLEVL5x4svq5C8AcdTjfBsBRg/V6ops4zKpaovFIkRWo0JgvjH8NvqGj5d"
    "Gpc25JRvmoXgHMPuETNYoiSsLbTclQkiXRpkiSYshFYjCiGDEItoBgCwi2gGCLt2DuhWCL"
    "t81/CLaoglUIotljv6VQUcnTNVUlT7NlJSGgffcYQ5zKgTYPx2UHnoRAvBxfm3KpW5OGmW"
    "5pvObsxJeWZRJMi/yyEdEKoM+MaleIRqrffsWby17vNiXZXN6sLM/u492lwvYOf+dggwy3"
    "YNUeV3xh49XytEkYEigR9fPUe+xc85jCkH5IO73H+163hTTLm1mU/d1+uFYv252feQMNZ6"
    "JyY0yjzJ6+9XifsTHKUQqKT8xofP2OS6EEsNM1GWCn2Ry7+SRP5Vp3WEYUIGaXdr4yGnm3"
    "a0wEQsq2PK5RGZtt+FNSBXWOjBnCzsB4EVbQ6O/52BaY/PnNppzBPyIRSBx9JTY37vIaQR"
    "NrHpUa4omYQWU53qXKogRpnm0Tqi1+RNTvSqVNMGW/iOd4mgs0skzTmrPRzwu/1BAlX9xo"
    "6rzE0T09FeoZVXh3a4KbAtwUYKYGNwXwH9wU9RXik1wIZROJUy1BUZ/S3ds71ULxUMbKkq"
    "SpofvnXCTfpjjbRtQp8cY8EtszkE/zY3jX5i0taeoE6b6zZb7MjLwQVDGDeUxd5S2j0VWe"
    "uK3c15WH9Kr960ML6XjhDOldrzu4Zn9NLepOor9VpXsVXlIJ1Yf0H4/t/kDpB9f/9LDtEj"
    "u486vSDi8vmIbOr5WysZ8JuU3XeE1X96fg90jsTzHBHpXEsyPZnfhakcAyGg5+0Iygh01D"
    "V0e2NZVVt9KUh1K3dm+xrYVWxVmDv+Sc5uvc3THRgd3dS8m/wl5uBs+I+zQmeTLTBpQThI"
    "C0CNKBSz0vBGkD0gnCPSK9vJKEWjav4VBYF0Z7bYC6UL8CpAuQdlzLJrrKDlZPNjIphxp2"
    "klzMM67qA7pT/U5URe7UqE2VhDs16pK12Z0aNGdy0HxiOQSNjLFnE2QTrE2Ijv5wJ0z04H"
    "mTf/ieToMiw20ivylv7L6csCOL2Nz5mfWbbn96cJBW2nwBDtJNbAAHKTjIwEEK/AcH6REf"
    "c1XJ46pQwxfoSXJ0AC/lb7ndI0VWHx//njeOKfsNxszM7Wdc7AtKEe1RJn53LH4M3XAKik"
    "4VO4USJOAYyuQaEvvV0IiqmdjJsf4V78UZQtiRN+7IzwyMkZFnZR2QLwXLN0lTA4jXiejK"
    "L4OUdB5B+e1d+5e/pST02173UzQ8AX3ntndZAHmupLEZ9fpIG/sAvmpG146fndFYZ3oNhz"
    "SlDbCqFlNutMP2eOqIP55nmGA09Q2n3ziIz8QtoyPL1hhd0K6MXwv6kGEHjY1XQk9QezYj"
    "VP+Op5mcoJ8sgzJe85bZ1Aonzlpn9/VQkUpcwbMTzdDAjAtmXDDjghm37mY8MOO+bf6DGb"
    "cK1hj5r++wXx2EOwp9XPNJ6QD6kLTS0fN9pd25DtpG+SEVQ3rb4w3uTIu3t+srTzfKZ37z"
    "1SDzIf1086R0W4HoPqRK94pTMvGd0933e5/67bsWmtnW2MbTVV1BKFZ+6/VogoARuU0xpo"
    "HdsOxu6Ifg5G+IBaJIRLBuPzw+9NcAybe3o+weeNx9tFwrx11SDPCSoHb4ngnhe7YG37Ms"
    "vjyJI7BdyYqiq5Sw95b2CyYNYeIMSJFB1mVp+JkwWeoDSNPB8pfBf03VsGBZZ1lRrm7Y3X"
    "K2I/sWRIuGpXYBgVYsy217WwhHwerHtdTz4I1eIIXv6jGXgrjbQ+3O4KbXzTTCAoSFEU7v"
    "o0X4HthteB8qyev8hvexIi3rOEzo4Js9h9fW3PfNBcXoplgnJ2gwITyfwuFZE02EzTleOF"
    "n3nxQl5F1U+ABtgsMOHHbgsAGHHfAfHHb7Fu3eYt7FoSGHzItjh3hKsJPr2xLzTibI92ja"
    "HtvW3J1IHhKNT/3e58F1CwXUQ/pw75flcmZ+na5O77E78JtjBJvf4b2OM2IbVulOJTH1Hh"
    "mDTVONZAYZ1rRvb1V+JrZQNMOQ9nu3tzfdTy1kW6bJ+MAbltwyjrX7vF8Jw13HdjUYBaXU"
    "tqnXvBAyU6UhXaGC/JlVWMdsKRNVsk5dmghAzTZAI7OyG3REu8ftOY5JkdmcP958euyzrT"
    "mgHlKmz7S4Xe5wm2+V0jeewvZcRTbYp7h9l4T9NdH0a7Pp9TPPhsBI8xzXmhIbjS2Xp0yE"
    "zUF+9GvYOBNrhlz8QhxksMFjxh/HZf90mMSj5+RkbGlOkZQLrPlCVyLnool+awS91yERox"
    "oKL9h193amgF33bdv1wK77tvkPdt0q2HW5BCNjd4zG166ejlDD7jX9urPtuj2n3O7mbHNr"
    "q9gir9MG5jNqJBcgnaQp9QlVjJ97CJJ+tXKPh3VVeSOSQxdAhnbh0C58q+3CX4lUvsuSAN"
    "IxRHaatIFGXBxN00EyQGlhNGULE8c/RQbwl4afUNeWV8aSVFCdcDtpGOGOkmVEuRj2djzd"
    "kX0IookY6S1YIBMj2DO2BXB/OVtN8U1tsQXwyjinVjadLB96lAws9h8ZLijRVEe14YiyIL"
    "nPinDg611+bX9RFzn82tGSl3D34SWNgLPP0CZMAp/OMPse0Ri/EoQp8lH4xgn9c02EebML"
    "PjLsg8uuUN334M0n2D1BXd7pMCyOpue5/3b0FHmHYPQS4Z86XgQOwplns4kdEvy1Mgochu"
    "AwBIchOAzfhL0VHIZvmv/gMKyCkSCUgCROtQRFnYwzWzvXChs9rlnQhU0ejxrSPS/lpWSd"
    "gb7YpJ6kqWHizU7s6s/YMSTX95KkNrHYe17bXH3MlZLy8Q6Hf2U5uaqtbbl6cuD+OXQsUt"
    "q2ISHepQmBBeACOg7o17iAojW9LRdFJzHfkX0KohbylW1AwAsEfrZd+NnAEVQzR9By7yjy"
    "BSU3Fwl3UHKP2+wRuvd13iA7K9TCnKBDzoj3MefXtQnRXr4zqMN76PALmCI2p/FqsJdECu"
    "a+nmUDHsPlhbdeyMzl/h0c+XayTqJ9PljEbxTV1ohSyKICbuAJAk8QeILAE1R7TwB4gt42"
    "/8ETVAVbAZQEi2P9hbLHTtekj51m88eOpSrYnkL+d4Ixe4HxOK9YtFjeS4K8yqu6cf/IIX"
    "hQWksFZkg710rnZ/WGZ75w5UU16JDyes9PN4NfW0vlZVUZOkzmS/JtyvApSV/htLvGagup"
    "h8f+k8K44Xj2K1kMqfKk8OJt5JVQl91laDGWOgwC4reU+nhzq/gtpUaGecCyNRnO5bWUWp"
    "e/FxPtMYMv0kuPNoHvFZuGrvKS+TKevzTVW+4nFSAh3YtrhewtIwiRLIfynHq2TahWcD4W"
    "aEIJmioLLyXFxXOBk+y8uBla5hyb5juK1gYGLGlAySydEsog1PlrlZT8kvR7VIl0a04l1a"
    "LGVe8zE8Y55ZB2lTb35jBeECbc8e6ij/ct5M3KCHUfBL6ED4VfwodMFViDGlMvR8ZY2y4t"
    "JoKIrnJfAscMf5GUpGMikKTFJWmG04j7/yd5G/4GuBOEUH5EDvOgAkee/LgB8wQhYC6Hea"
    "HIvgHyQrEdEN+AuONaNtFVpjZ6snaRHGrY1sXBn9mW7ml5q/2nh163QD1N0Kyq9obmov8i"
    "03B2JsEkHIXPnmG6BnVO+PMO4SXkGKUYEcmI3961f1kVHzu3vUsfsoTnj09wmek4bzuuWp"
    "yIsfZzyBLDXiTxOTwbtjvJzRMQU62S9PvsvUEXsppVu8s9GnQxpHe9Lm+N4jdQGNKrNrse"
    "/gLpFjUCWtWqjzzRoGZVq2IPIvhFtm/BClVtVKstNi7wASpjmMyQ1gbdfafZEVvN3WbWmo"
    "VjIsC9PO5F/bw3QR/TAfrl0H/29DGRNBjHNIB6OdQLSmSuA72oSCZgLoh5on+4OOoJInCO"
    "bCllDNrei6bQFLW8L5fDtKNsm6ewbsampJunuL5GidwbNVGeQ7wFU1QwzcGGjnjwCG+UFa"
    "W4uJbfNomSL+4J+mwbrksoel74F3mSxDPmU9NNldl2+KScLJtMabUIl99X8m8gyQaSbCDJ"
    "BpJs6p5kAUk2b5v/kGRTBeUKyq1t+1xziT2VcgEuCfbv/ztMZO9OPH1Q3Kdq5gKoMLOjCj"
    "OHtB3wVK6bNTaD8H5TzlYQJoiJ2QjaKPAeoDnmZTKITZjK7mvt1sjXzDWLoUh5fXXuuPyR"
    "3dIIU/XZH1kzwNdOlqvpB1MmC62Djl+VDasJOj7o+KDjgY4P/Acdv75yOdTq/apM0yA4S0"
    "IOiAnqpEBuTRBIScQSaV1JsjoBe1jNvChqq5xefrec7ch4IaqVp1ZhBXTyv/4Hr8YDTQ=="
)
