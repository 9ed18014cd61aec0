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
    "eJztXVtz47YV/isYvTSdUTy7duLdOJ3OyDaTdbKWXVn2No0yDERCEmsJUHixVm3z3wvwIt"
    "4lkEuJFH1ekjWIQ1LfAYFzP//taOZCnbM1ntvrk56mMYfanQv03w7FC8L/kXm9izp4uUxc"
    "FaM2Hs+TVCqOUI0t28SaeMIEzy3Ch3RiaaaxtA1GBWEPLchiTMy/WGjJDGpbiE0QowTZ6y"
    "U5EffQmcZvYtCp3HSHGn84RLXZlNgzYnKiX3/teESqobsvzaeKf/72G//DoDr5TCxvmuZY"
    "NltkT1w+qxODzPUYWN48d1wVs8XYpTG9ofYP7lzx+mNVY3NnQcP5y7U9Y3RDYHhYTQklJr"
    "aJeIJtOgIr6sznPsIBfN7PC6d47x+h0ckEO3OBuKD2XiAc66hq/26oPihDVe2kuBFQRBD3"
    "hzRGBScF4i4AU/EKX393enp29u70zdn5+2+/effu2/dv3vO57vumL73703uZEC3vVi5mNz"
    "/e9IfihRhfLt6SEgN/ujTYxh6Vy6YQfZO8GJZ48xQPchkQJdnNhgD0bXwIBkJGhCs9QP3t"
    "ftlw+vabd9+8Pzv/ZoP+ZmQb6AHA0W+fiF+uYjsN6TW/YhsLko1rnDKBrO6TngT/2BfOnb"
    "9NHKoJFNHUwfSzcaLNmfZ8Qtnq75098WALwMObW+Vh2Lu9F7dfWNYfcxfI3lARV07d0XVi"
    "9Kvzv8Y/g81N0Keb4Qck/kT/uusrLs7Msqem+8Rw3vBfHfFO2LGZyn+4ivUoWMFwMBTjv7"
    "PUS/I/Tgn8P07+B1/xeK0WPdlSpKV2V/8MK8T0lhxzIReoI4SVNPxXM2xmgx9SJFDnP6bM"
    "t1avbLHAn9U5oVN7xv88f7MFz6fe4OpDb/DV+ZvER9P3r5y6l+LwjvEcU40UW94RosOJDW"
    "9ataxnPq7yoAcUgHg5xHUyzjjItyEeUADi5RBfEqrzt1K5+mvMi8pQKeIKxKiGHaitEpbi"
    "xoIColKc8HDfWuskpZhZR54BMTKAvzT8gX2sEPgRIoC+EPTCCjl5zrSEeSs6zYgfmEmMKf"
    "2ZrF1m3PA3zxFjo2bf283djowXfwaLLRgNT0ATrzb22/gGwEHQyZzYLgwDfiwMbq6Gncyt"
    "/ksB1vjsk6vIzVqKb+KEk0DYRami5XsvHAND/4YtRTiyi+agK3aLMdaeV9jU1di2Ia6wU5"
    "YY2cxNX1qcLpIjmOKpi474GeKlowy44m/vLILfnu1ais7pFnIvaQnKnS6mD2yF+AuvIx4j"
    "jObMRpgiQm1zjWzGnr9HlEyxbbwQtJoRk/A5JnkhpoXnaIr5qD0jCyRQOkG9pZDVv2Z0vk"
    "67qPb/uAwXV8qV5T7JdV510a8d/nhwZNUtOOU7sryVUowDIQ2IUaUl2M1XUgj6KBWAXxp8"
    "f1MqBH1IA8BXpTy4y7kq4UsJbnZknJAVvKLfvoRcy9drVch+ZMe4wmVxDT/s5smz3prOk2"
    "Q3K76ADLv55HZLr3eUoAV7IQtOI2RJ79w/QcMZQUKgGGOLcNFx4ljE4pIl0maYTgliJvJQ"
    "RIadllGruqmMJOqHg/ncDSRSL1AAZNLGyqQQXAXBVTGcIbgGgquA/xBcdYzHXMiFZ/5r0+"
    "CL0CqFOouUPB5jQ0BbTZDVfuDvKL1B/wIRbNIRvbzrPz5coDGjjjWiA+VaUW4vuFynE7IY"
    "UeWf9zcDhc/9vDRMIq4/KYMHRQ3nCXskUYP5Pw56V3z6lKPLZw97PyvqZe/qZ76w8DNRhb"
    "w9otfK5fACiTCSEf3Uu3ni81fYeOHze9c/PT7wa1j/t2Pxq8NBr//wgzJQ7x6HYm1iak2I"
    "qTIneu2mH7lk8F90qwx+5PdcEHNKklKtTDjZ23OJcLK3yW0iDCcTlxIhH2C7q+dLnppsxX"
    "laCPiQBiKcyqHuB0KqeGJn+UMlYihDUlj8pdlgMcfMimHNjxEOKVoXI3z6RiZImM/K3dbd"
    "a3GE8SJIYpNf4SENCGhlVzYXda0sq0P+yg4pDieYdfal8cRX9pnUyj7bsrLPMlZ2YQUUFM"
    "9jVjyxZrNC6SQbgtZ9T/s5KWIG7gKnRYwOhKEvODJcRdUqzIEEIRzapTngzItHAkeIAPmK"
    "fPmR2gtV+JwjBSCObCeS9TvHN2EJj75YtVXBO/DvdVwLXRbayPctg6u/F1eFrWwgyrGCGz"
    "+6mhc08YEl3Pmpi91CIROzgGRnxMS9F3drERthy9AJmjATYbR0TG0m4hoczlkTrXBG7G4x"
    "0nLRDxDvAPEOEO8A8Q5tNztAvMPr5j/EOzRBMwf3dF0eOpsjlG113R1psiE+oAWWLQktuK"
    "917u6V/gUSlCN61bsfPg6U6wuk4aXtmEQXISUfld6DGDO5dsIlaD0IO7kO4k70pBAuFcZx"
    "KhPGcZofxnGaNOJ6L2OVOK3ilHWdVvtXSVtxKIHfHLwhLT94asppfLXSFljja7TG15K72L"
    "ClXmHqYo32YpHemGcu9lMfC1iL/bxLaWOxPcM2l1sXBAXWXISp7ouom7Fcg3EB8uLFG8CE"
    "3KDdvgsmZDAhgwkRTMjAfzAhH1rSq0mhxCYt9RHGCMEw1uhPDb9gw8W5BJ+TtMDqRrO6Qa"
    "buhu2vbeIyOP5qi0Zf8DcQ71UI+xgZwF8afvA/1C0uQk3Fw4IPDojX5oA4VnSb7YHwy97n"
    "OSHCqvgF/BBhYX6ZVqhB3XRkUFH/GS1NNjXxQkTUmLrrUbANYnbRjK1E+L9XZtrdJsIifo"
    "JQlJM2M7un7uEJMg4NcVPwXzThsOiC/wL8F2C/Bv8F8B/8F4eWE+tRSIVooxZvqpoga2H0"
    "p1Tw55bYz2ToJ1Rkq2N5R2RredgjRLCxlN5YGtUB8pUoMFusXWJRV2WKGRpSHdoa9h3IGm"
    "Iin38FdhiZRnl3lAwZ/48MD764TV6tn4IsD+Sa5FVs4wp74+WZuWLd8wpYulzbkMfGrpy1"
    "S5RTjliVVoY9Q4ZomLaiyK8Val2gkfPuOzIZOd+evjnvIr5uFkurixbGnLj9KrDbv0KYsj"
    "SmE/S7d7PfkWEhPF/htW+tyrKFHfz5uy1lYBgDwxgYxsAw1nbDCBjGXjf/wTDWCP2VSyyF"
    "LGL+/NaZws7kqixvKbKcNIW5/y8AbTC/ya1FSoJ7LgPueT6455ngqv/JMDRux9cnaV1R42"
    "oATtlVaozE8LIqB4RDbeVnhcZndQtpq2aESkJVnWNzSvzWNV7PRFEWMOhM00WM64rI4tr8"
    "mOlrRPhdEObnpVARoxmiK+bMdTRlInYCzTgeaEEwXc24MpmloB7oqeWbOG7K1EBQB+iuoL"
    "uC7voadBfQXV83/0F3bYLu2vo+jnn9EsOGiEmJUUZXeCujK7zN1xXeppQxyDODRllNMDPs"
    "pVXW0RXx9PVaEjBfersZKP945EejV6rTv8eI9u7vB3dPYpDr1iZ78Wp6/qRc+RP/TbTgWb"
    "VvRDrRDL2UXBanhLTmJktfIk3WfC626wUUrbP87ac9ICTQ1nuwB9tRCQUjRQoKxpGlMQP2"
    "fET0+ikMfYQIkC8dTM7Usvt/ihS4UFFcM2Tx7zuLP1y7hwe5YSteOoQ8+blLwBz0cKsC4K"
    "CFXDvRjRxmTS1CcaTIStSgyBbGvwRf39HyaLU5qSSlfDSvxMeAiBt18iJK/MvdgqEkG6Jd"
    "kST5kMvEYAQxYhBsAcEWEGwBwRavwdwLwRavm/8QbNEEqxBEs0c6D0o5LrfUzXibLpwBAe"
    "37xxjiVGprhMoPvAIC8WZ+awrCVCYNc93SeMnYiS8ZmxNM8/yyAVEC0DGn2heigep3WPHm"
    "8u7uY0yyubxJLM/+4+2lwvcOd+fgkww7zxHCb1zcBRISwYZRlfcjKClRhW0zVtziyJghbZ"
    "gPF2EDDXCOi22O+U1c7BYzvgUkEklcL8QUhhZRr2PGVkHZD5EU5TWqETVxGSVIc0yTUG39"
    "PaJuDVxthin/RSLfar5GEzafsxWfPV67ZT8o+WwHt85K4jrQU6G2SIN3ty6YDMFkCCYjMB"
    "kC/8Fk2F4hPsoFXzYpcKpFKNpTELO6U80XD4vYCKM0LTTFnsnEvudHvssaCF+ZdbA6Y9Ui"
    "O55uaw7BhqZNkB46cl10aczZKHZnrYXUTd4yOn3lSeTCurryiF73fnm4QDpeWyN6e9cffu"
    "B/LRi1Z8HfqtK/9odUQvUR/cdjbzBUBt74Hw42bWJ6V35Rev7wmmvoYiyp1cv5MKRcGFs8"
    "GMn9yfs9BfankOCASuLpkexOYq0UwDKYDj6JlKCH54auTky2KKpuxSmhaXCjtSrBGvy5oO"
    "spJKrZ9bSR/BvsceLwTIRPY5YlM+1AOUIISMsgrTFnyR9dHOkI4QGR3oxEoS4aY1wX1rmR"
    "FzugztWvAOkcpC2bmURX+cHqFI0SyKCGnSQT85SrukZ3qtulJM+dGrQwKeBODTqo7Hanet"
    "1QLbSaMYsgr4sTMgnWZkRHv9szLnqIHKbfXU+nQZFhdxFX7Y156L6c8SOLmML5mfabVn97"
    "cJA22nwBDtJdbAAHKTjIwEEK/AcH6REfc03JqWhQ8wXoD3B0AG/k72K7R4ysPT7+OsKja9"
    "Q5n5ijzbaoncH1biHN8yVCtVP5/CTaGmAUdFBEU2ajCTP94NrvXR2QL7QlsvEzsbhyiPCU"
    "c82y3f5+oo1NWuOs6J7lmyl4dQQig6CPgj4K+ijoo23XR0Affd38B320CfooNAP01SWp5P"
    "Mtuefp1HPHKre7WVCT/Cg2sBeWuW9tc7cGJHV7to8qJxsqk9feciSiosrjHyMD+MsHdtdT"
    "krxhh3UTahJAReZ9V2QOq2pWAXBY2LOl+Ma22ArKPuysLXxHyZDx/xThgmxl4WZtOLIskC"
    "gsXLElvre1mG2vRC1bLF3KtvNpZmgzpOHFEvPvEU3xC0GYIheFv1i+2byLsIjhEjP99E4+"
    "QnXXsL6aYfsE9aPFLrKs8nt6SnE7ffAS/p86Xnt2+6Vj8htbxPsrMQvs+GDHBzs+2PFfgx"
    "kE7Pivm/9gx2+CkaABhTeagXtl5xpUjq1pKW8k6xT0+W6pKE2TCxiUdk7Jeae2uadS/qkx"
    "toyC63tD0pqE+EM3+cQZRhUhJWXj7U/fJhod4dregqKQaMD906w1m7BtFBDv4oTAAnABHQ"
    "f0W1xAwZquykVxFbnfkX0KshbyxDYg4QUCP9s+/GzgCGqZI2izd+T5gqKbSwF3UHSP2+0R"
    "uvdKm7tJE74WZiFbpFVMRHq+GNdmRHv+2qAW4n+IAUyR25/C4C+JFCx8Pa6TRpRLN2xkWO"
    "iZLG3h38H5RdYP+eCijRqFT0hUVVDBEwSeIPAEgSfoNXgCwBP0uvkPnqAm2AqgayN0bTxg"
    "mYG9YMxfYDr10sLTGO8uZh0hb/Kq7tw/CggelIuNAjOiVx+Uq5/Vm/6Fp7yoBh3R3tXw5u"
    "lm+MvFRnlJKkNSnJJi1BY+pdgUfZsyfIrSl2LUYTZ8rsE/3SifLpAQ/8lqRB8eB08K54bl"
    "mC9kPaLKk9IfXiDyQqjNr3K0OEstDgHn5/3g7oebj4LFJpsYc9IgzkFLyfyjtrr0pV2Vsn"
    "OiM6SrZDfmM9mT/89Dwq3yWBzADdlrRhAiWerynEL3nuRRVnH3nhq6zTRsK6gpJZRDqIvX"
    "Kin5RekPqBLpbEULqkWd67tPXBgXlCPaV3rCm8N5QbhwZ3Fh7/H+AjnLMkLde4kv4X3ul/"
    "A+1SfGoMbCyZAxtn0KESKI6Cr3JRx3h4yjkqSPr1XGZuSYMW9D04xjw/z4m2ccG+KtaqJx"
    "VOAvTaY7WtZq/+nhrp+jnkZokqq9odnof2huWHuTYCKOwrFjzG2DWifieXV4CQVGMUYEMu"
    "JXt71/JsXHq493ly5kEc+fuMFlgiUTw7RsNT8RY+vnkCaGvajA5zA2THuWmScgp1pF6Q+o"
    "WmG6LqpZ9frCo0HXfrNOv1Gn29bT7epZRqs6l9Cqkj7ySM3rpFbFH0Tws1qwbWSCqjWqVW"
    "WRQj5AZQyTKdLWoHvoNDtiqpnbzFazcEgEuJfHfeH2uSoOfUgH6JdDf+zoU1LQYBzSAOrl"
    "UJ8aLyQjznYb6BsSwLwc5kH4eSHUI0TgHKkoZSzorlhFKlPQ3PG42CCbQhNZfRXkMO0p2+"
    "bJr5uxK+nmKayvUSL3Ro2U55DvjBIUTLOwoSMRPCL6YAYpLjbbdMk8QZ9Mw7YJReO1OyiS"
    "JMZY3Jruqsy2xydlZNmkSqsFuPyWyL+BJBtIsoEkG0iyaXuSBSTZvG7+Q5JNE5QrKLdW9b"
    "lmE3NRyAW4ITi8/6+eyN69ePqguE/TzAVQYWZPFWbqtB2IVK6bLTYD/3q3mK3ATxCTsxH0"
    "kOc9QCssymQQk3CV3dXa2cTVzDXGUaSivrpwXH7PL2mEq/r8j7QZ4Etvlqnpe7eMFloHHb"
    "8pG1YXdHzQ8UHHAx0f+A86fnvlcqjV+0WZpl5wVgE5ICRokwJZmSAQk4gLpHVFydoEbL2a"
    "eV7UVjm9/HZztyPjhaxWHluFDdDJ//w/rnEOjg=="
)
