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
    """


MODELS_STATE = (
    "eJztXVtz4kYW/itdvGy2irhm7MQzcba2CttKhmSMvRh7NhtSSiM1oDV0E13MsLv579utC7"
    "pDSyNAiPOSjFt9WuI7fTn3/m9LM+fqjK3wzF6ddTSNOdRuXaH/tiieE/6PzOdt1MKLReKp"
    "aLXxaJakUnGEamTZJtbEG8Z4ZhHepBNLM42FbTAqCDtoTuYjYv7FQgtmUNtCbIwYJcheLc"
    "iZGENnGh/EoBO57g41/nCIarMJsafE5ES//tryiFRDdz+adxX//O03/odBdfKZWF43zbFs"
    "Ns/uuHhRxwaZ6TGwvH5uuyp6i7ZrY9Kl9g9uX/H5I1VjM2dOw/6LlT1ldE1geFhNCCUmto"
    "l4g206AivqzGY+wgF83s8Lu3jfH6HRyRg7M4G4oPY+IGxrqWrvfqA+KgNVbaW4EVBEEPeb"
    "NEYFJwXiLgAT8Qlff3d+fnHx7vzNxeX7b7959+7b92/e877u96YfvfvT+5gQLW8oF7Puj9"
    "3eQHwQ49PFm1Ki4U+XBtvYo3LZFKJvklfDEl+e4kEuA6Ik29kQgL6JD0FDyIhwpgeov90t"
    "G87ffvPum/cXl9+s0V+3bAI9ADi69on45Sq205De8ie2MSfZuMYpE8jqPulZ8I9d4dz629"
    "ihmkARTRxMPxtn2oxpL2eULf/e2hEPNgA86N4pj4PO3YMYfm5Zf8xcIDsDRTw5d1tXidav"
    "Lv8aXwbrQdCn7uADEn+if933FBdnZtkT031j2G/wr5b4JuzYTOU/XMV6FKygOWiK8d9Z6C"
    "X5H6cE/h8n/4NVPFqpRU+2FGmp3dU/wwoxvSHHXMgF6ghhJQ3/zRSb2eCHFAnU+Y8ps9YO"
    "K1vM8Wd1RujEnvI/L99swPO507/50Ol/dfkmsWh6/pNz91Ec3hGeYaqRYtM7QrQ/seFNo6"
    "b11MdVHvSAAhAvh7hORhkH+SbEAwpAvBziC0J1/lUqV3+NWVEZKkVcgRhVswO1UcJS3FhQ"
    "QFSKE+5vrTVOUoqZdeQZECMD+EvDH9jHCoEfIQLoC0EvrJDjl0xLmDej04z4gZnEmNCfyc"
    "plRpd/eY4YGzX73q1HOzJe/BlMtqA1PAFNvFzbb+MbAAdBJzNiuzD0+bHQ794MWplb/ZcC"
    "rPHeZzeRwRqKb+KEk0DYRami6fsgHAMDf8CGIhzZRXPQFbvFCGsvS2zqamzbEE/YOUu0rP"
    "umH83P58kWTPHERUf8DPHRUQbc8K935sFvz3YtRfu0C7mXtATlVhfTB7ZE/INXEY8RRjNm"
    "I0wRoba5QjZjL98jSibYNl4JWk6JSXgfk7wS08IzNMG81Z6SORIonaHOQsjqXzM6W6VdVL"
    "t/XYaLK+XKct/kOq/a6NcWfz04sg4tOOU7sryZUowDIQ2IUaUl2PUqKQR9lArALw2+vykV"
    "gj6kAeCrUh7c6VyV8KUEgx0ZJ2QFr+jal5Br+XytCtmP7BhnuCyu4cKunzzrzek8SXY94w"
    "vIsOslt116vacEzdkrmXMaIUt65/4ZGkwJEgLFCFuEi45jxyIWlyyRNsV0QhAzkYciMuy0"
    "jFrVoDKSqB8O5nM3kEi9QAGQSWsrk0JwFQRXxXCG4BoIrgL+Q3DVMR5zIRde+K9Ngy9Cqx"
    "TqzFPyeIwNAW01QVa7gb+ldPq9K0SwSYf0+r739HiFRow61pD2lVtFubvicp1OyHxIlX8+"
    "dPsK7/t5YZhEPH9W+o+KGvYT9kiiBv1/7HduePcJR5f3HnR+VtTrzs3PfGLhF6IKeXtIb5"
    "XrwRUSYSRD+qnTfeb9l9h45f07tz89PfJnWP+3Y/Gng36n9/iD0lfvnwZibmJqjYmpMif6"
    "rNuLPDL4L7pT+j/yMefEnJCkVCsTTvb2UiKc7G1ymwjDycSjRMgH2O4Os5InJltynhYCPq"
    "SBCKdyqPuBkCoe21n+UIkYypAUJn9pNljMMbNiWPNjhEOKxsUIn7+RCRLmvXK3dfdZHGE8"
    "D5LY5Gd4SAMCWtmZzUVdK8vqkD+zQ4r9CWatXWk88Zl9ITWzLzbM7IuMmV1YAQXF85gVT6"
    "zZrFA6yZqgcetpNydFzMBd4LSI0YEw9AVHhquoWoU5kCCEQ7s0B5xZ8UjgCBEgX5EvP1J7"
    "oQqfc6QAxJHtRLJ+5/gmLOHRF7O2Knj7/ljHNdFloY2sbxlc/b24KmxlA1GOFdz40VW/oI"
    "kPLOHOTz1sFwqZmAYkWyMmHry4W4vYCFuGTtCYmQijhWNqUxHX4HDOmmiJM2J3i5GWi36A"
    "eAeId4B4B4h3aLrZAeIdTpv/EO9QB80c3NOH8tDZHKFsq+v2SJM18R4tsGxBaMF9rXX/oP"
    "SukKAc0pvOw+Cpr9xeIQ0vbMckuggp+ah0HkWbybUTLkHrQdjJbRB3oieFcKkwjnOZMI7z"
    "/DCO86QR1/sYq8RpFac81Gm1e5W0EYcS+M3BG9Lwg+dAOY0nK22BNf6A1viD5C7WbKpXmL"
    "p4QHuxSG/MMxf7qY8FrMV+3qW0sdieYpvLrXOCAmsuwlT3RdR1W67BuAB58eINYEKu0W7f"
    "BhMymJDBhAgmZOA/mJD3LekdSKHEJi21CGOEYBir9VLDr9hwcS7B5yQtsLrWrK6Rqbtm+2"
    "uTuAyOv4NFo8/5F4jvKoR9jAzgLw0/+B8OLS5CTcX9gg8OiFNzQBwruvX2QPhl7/OcEGFV"
    "/AJ+iLAwv8xVqEHddGRQUf8ZLUw2MfFcRNSYuutRsA1ittGULUX4v1dm2t0mwiJ+glCUkz"
    "Yzb0/dwRtkHBpiUPBf1OGwaIP/AvwXYL8G/wXwH/wX+5YTD6OQCtFGLX6paoKsgdGfUsGf"
    "G2I/k6GfUJHtENM7IlvLwx4hgo2l9MZSqxsgT0SB2WDtEpO6KlPMwJC6oa1m60DWEBNZ/h"
    "XYYWQuyrunZMD4f2R48MXX5B10KcjyQO6SvIptXOHdeHlmrtjteQUsXa5tyGNjW87aJcop"
    "R6xKS8OeIkNcmLakyK8Val2hofPuOzIeOt+ev7lsIz5v5gurjebGjLj3VWD3/gphytKYTt"
    "Dv3mC/I8NCeLbEK99alWUL2/v7t1vKwDAGhjEwjIFhrOmGETCMnTb/wTBWC/2VSyyFLGJ+"
    "/8aZwi7kqixvKLKcNIW5/y8AbdC/zleLlAT3Ugbcy3xwLzPBVf+TYWjcjK9P0riixtUAnL"
    "KrHDASw8uq7BMOtZWfFRrv1S6krZoRKglVdYbNCfGvrvHuTBRlAYObadqIcV0RWVybHzF9"
    "hQgfBWF+XgoVMZohumTOTEcTJmIn0JTjgeYE0+WUK5NZCuqe3lr+Esd1mRoI6gDdFXRX0F"
    "1PQXcB3fW0+Q+6ax1018bf45h3X2J4IWJSYpTRFd7K6Apv83WFtyllDPLM4KKsOpgZdnJV"
    "1tEV8fT1WhIwX3q76Sv/eOJHo1eq0x9jSDsPD/37Z9HIdWuTvXo1PX9SbvyO/yZa8K6Db0"
    "Q60Qy9lFwWp4S05jpLXyJN1nwptusFFI2z/O3mekBIoD3swR5sRyUUjBQpKBhHlsYM2PMW"
    "cddPYegjRIB86WByppbd/1OkwIWK4pohi3/XWfzh3N0/yDWb8dIh5MnlLgFzcIdbFQAHV8"
    "g1E93IYVbXIhRHiqxEDYpsYfxL8PUdLU9Wk5NKUspH/Up89IkYqJUXUeI/bhcMJVkTbYsk"
    "yYdcJgYjiBGDYAsItoBgCwi2OAVzLwRbnDb/IdiiDlYhiGaP3Dwo5bjcUDfjbbpwBgS07x"
    "5jiFM52EWo/MArIBCv+zemIExl0jDXLY3XjJ34mrEZwTTPLxsQJQAdcapdIRqofvsVb67v"
    "7z/GJJvrbmJ69p7urhW+d7g7B+9k2HmOED5wcRdISAQbRlXej6CkRBW2zVhxiyNjhrRhPp"
    "yENTTAOS62OeY38bBdzPgWkEgkcb0SUxhaRL2OKVsGZT9EUpR3UY2oicsoQZpjmoRqq+8R"
    "dWvgalNM+S8S+VazFRqz2Ywtee/Ryi37QclnOxg6K4lrT2+F2iI13t3aYDIEkyGYjMBkCP"
    "wHk2FzhfgoF3zZpMCpFqFoTkHM6k41XzwsYiOM0jTQFHshE/ueH/kuayA8MetgdcaqeXY8"
    "3cYcgjVNkyDdd+S6uKUxZ6PYnrUWUtd5y2j1lGeRC+vqykN62/nl8QrpeGUN6d19b/CB/z"
    "Vn1J4Gf6tK79ZvUgnVh/QfT53+QOl77X842LSJ6T35Ren4zSuuoYu2pFYv58OQcmFs8GAk"
    "9yfv9xTYn0KCPSqJ50eyO4m5UgDLoDv4JFKCHp4Zujo22byouhWnhEuDa6dV1akkmFuPPc"
    "9wHBRrL2A4DmrFbzcce/e+WWg5ZRZB3n0ViCuK2pTo6Hd7ykEW0dq/uzZdgyLDbiMuxBiz"
    "0FA7NSZTYgozb9pCXP3wYAqutaAGpuC9nU1gCj69QwtMwcB/MAUf/pirS/RojcpMQyXkow"
    "N4LX8X2z1iZM3xZhwiEOyAOuczc7TpBrUzeN4upHm+Rqi2Kp+fRAFnHF7bPWE2GjPTDyP6"
    "3tUB+URbIBu/EIsrhwhPONcs273JSBTsT2ucFY1Zvmy0lzEJ94HXYb21QR8FfRT0EdBHgf"
    "+gj2YyvSHHHFx7lFKXqr8B3LHK7W4WVF89ig3slWXuW5vSzwKSPSafrVuONvsMarAevLh6"
    "REWVxz9GBvCXD2E7TPHVmh3Wdci+hNqTu649GdYPqwLgsIRZQ/GNbbEVJLhuraJ4T8mA8f"
    "8U4YJsDcV6bTiyLJAooVixJb6zsWxfp0TVPixdtK/1aWpoU6Th+QLz9Ygm+JUgTJGLwl8s"
    "32zeRljEcImefiILb6G6a1hfTrF9hnrRtN4sq/yO3lLcTh98hP+njlee3X7hmHxgi3h/JX"
    "qBHR/s+GDHBzv+KZhBwI5/2vwHO34djAQ1SDGuB+6VnWtQI+9AU3ktWaegz3dLRWnqnKpZ"
    "2jkl553a5J5K+adG2DIKzu81SWNS//Z9nRnOMKoIKSk303KbaHSEc3sDikKiAfdPveZswr"
    "ZRQLyLEwILwAV0HNBvcAEFc7oqF8VNZLwjWwqyFvLENiDhBQI/2y78bOAIapgjaL135PmC"
    "optLAXdQdI/b7hF68Iq4ukkTvhZmIVukVYxFer5o16ZEe/naoBbif4gGTJFbidvgH4kULH"
    "w9rpNGFIY1bGRY6IUsbOHfwfnlZPf54qJXUgmfkKiqoIInCDxB4AkCT9ApeALAE3Ta/AdP"
    "UB1sBXA/FdxPtccyAzvBmH/AZOKlhacx3l62M0Je51ndengSEDwqV2sFZkhvPig3P6vd3p"
    "WnvKgGHdLOzaD73B38crVWXpLKkBSnpBi1gU8pNkW/pgyfovSlGLWfDZ9r8M9d5dMVEuI/"
    "WQ7p41P/WeHcsBzzlayGVHlWeoMrRF4JtflTjhZnqcUh4Px86N//0P0oWGyysTEjNeIcXJ"
    "6Vf9RWl760rSZoTnSGdD3Q2iyTHfn/PCTcKo/FAVyTnTKCEMlyKM8p3FOQPMoqvqfgAHX1"
    "a7YVHCgllEOoi88qKflF6feoEulsSQuqRa3b+09cGBeUQ9pTOsKbw3lBuHBncWHv6eEKOY"
    "syQt17iZXwPnclvE9VxDeoMXcyZIxNSyFCBBFd5VaCwAx/LihJh0QgSctL0hynsfD/T7M2"
    "/C1wRwih+EIxzDXmLPiri2MeIQTMi2GeK7JvgTxXbAfEtyBu2cwkusrVRqeoXSSDGrZ1ef"
    "AXJtMdLWu2//R438tRTyM0SdXe0Gz0PzQzrJ1JMBFH4cgxZrZBrTPxvkN4CQVGMUYEMuJX"
    "d51/JsXHm4/31y5kEc+fGOA6wZKxYVq2mp+IsXE5pIlhLyqwHEaGaU8z8wTkVKso/R5VK0"
    "xXRTWrTk94NOjKv5bMv5LMvcDMvb+sjFZ1KaFVJX3kkZrXSa2Kv4jgF7XgBVkJqsaoVpVF"
    "CvkAlTFMpkgbg+6+0+yIqWZuMxvNwiER4F4e97l7z1Vx6EM6QL8c+iNHn5CCBuOQBlAvh/"
    "rEeCUZcbabQF+TAOblMA/CzwuhHiEC50hFKWPB7YpVpDIFlzseFxtkU2gis6+CHKYdZds8"
    "+3UztiXdPIf1NUrk3qiR8hzyN6MEBdMsbOhIBI+IezCDFBebrW/JPEOfTMO2CUWjldsoki"
    "RGWAxNt1Vm2+GbMrJsUqXVAlx+S+TfQJINJNlAkg0k2TQ9yQKSbE6b/5BkUwflCsqtVX2u"
    "2cScF3IBrgn27/87TGTvTjx9UNynbuYCqDCzowozh7QdiFSu7gabgf+8XcxW4CeIydkIOs"
    "jzHqAlFmUyiEm4yu5q7WzsauYa4yhSUV9dOC6/5480wlV9/kfaDPClg2Vq+t6Q0ULroOPX"
    "ZcNqg44POj7oeKDjA/9Bx2+uXA61er8o09QLziogB4QETVIgKxMEYhJxgbSuKFmTgD2sZp"
    "4XtVVOL79bj3ZkvJDVymOzsAY6+Z//B8j9yOU="
)
