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
    "eJztXWtz4kbW/itdfEm2irjGdjIzS956q7CtmXFigxdjT7IhpbSlBrSGFtHFDLub/77duq"
    "A7dGsECPl8ScZSn5Z4Tqv73M9/Wpo1V2fmCs+c1UlX00yXOq0O+k+L4jlh/8i930YtvFik"
    "7vKrDn6apalUHKN6sh0La/wJYzyzCbukE1uzjIVjmJQTdtGczJ+I9Y2NFqZBHRuZY2RSgp"
    "zVgpzwOXRTY5MYdCI23KXGny5RHXNCnCmxGNFvv7V8ItXQvZdmQ/k/f/+d/WFQnXwhtj9M"
    "c23HnOcPXDyrY4PM9ARY/jjvuspH82sXxuSaOh+8sfz1n1TNnLlzGo1frJypSdcEho/VhF"
    "BiYYfwJziWy7Gi7mwWIBzC5/+8aIj//jEanYyxO+OIc2r/BaJrLVXt9YfqvTJU1VaGGyFF"
    "DPHgkmZSzkmOuAfAhL/Cd38/Ozs/f3f25vzt+x++f/fuh/dv3rOx3vtmb737y3+ZCC1/Kg"
    "+z64/XvSF/IZMtF39J8Qt/eTTYwT6Vx6YIfYu8GDZ/8wwPChkQJ9nOhhD0TXwIL0SMiFZ6"
    "iPrpbtlwdvr9u+/fn7/9fo3++som0EOA498+4b9cxU4W0it2xzHmJB/XJGUKWT0gPQn/sS"
    "ucW/83dqnGUUQTF9Mvxok2M7XnE2ou/7+1Ix5sAHh4favcD7u3d3z6uW3/OfOA7A4VfufM"
    "u7pKXf327d+Sn8F6EvT5evgJ8T/RP/s9xcPZtJ2J5T0xGjf8Z4u/E3YdU2U/XMV6HKzwcn"
    "gpwX93oZfkf5IS+H+c/A+/4qeVKnuyZUhL7a7BGSbF9IYccxEXqMuFlSz8l1Ns5YMfUaRQ"
    "Zz+mzLd2WNlijr+oM0InzpT9+fbNBjwfu4PLT93Bt2/fpD6aXnDnzLuVhPcJzzDViNzyjh"
    "HtT2x406hlPQ1wFQc9pADEyyGuk6ecg3wT4iEFIF4O8QWhOnsrlam/xkxWhsoQVyBG1exA"
    "bZSwlDQWSIhKScL9fWuNk5QSZh1xBiTIAP7S8If2MSnwY0QAvRT03Ao5fs61hPkrOsuID6"
    "ZFjAn9maw8ZlyzNy8QY+Nm39v1bEfGi7/CxRZejU5ACy/X9tvkBsBA0MmMOB4MA3YsDK4v"
    "h63crf5rAdbY6JPL2GQNxTd1wgkg7KFU0fK9446BYTBhQxGO7aIF6PLd4glrz0ts6Wpi2+"
    "B3zDMzdWU9NntrfjZPX8EUTzx0+M/gLx1nwCV7e3ce/vZ811J8TFvKvaSlKLe6mD6ZS8Re"
    "eBXzGGE0Mx2EKSLUsVbIMc3nHxElE+wYLwQtp8QibIxFXohl4xmaYHbVmZI54iidoO6Cy+"
    "rfmXS2yrqodv+4HBdXxpXlPclzXrXRby32eHBkHVpwKnZk+StFjgMRDYhRpSXY9VciBX2c"
    "CsAvDX6wKUlBH9EA8FUpD95yrkr4UsLJjowTooJX/NsXkGvZeq0K2RvzGFe4KK7Rh10/ed"
    "Zf00WS7HrFS8iw609uu/TapwTNzRcyZzRclvTP/RM0nBLEBYonbBMmOo5dm9hMskTaFNMJ"
    "QaaFfBSR4WRl1KomFZFEg3CwgLuhROoHCoBMWluZFIKrILgqgTME10BwFfAfgquO8ZiLuP"
    "DMfm0WfB5apVB3npHHE2wIaasJstoN/C2lO+h1EMEWHdGLfu/hvoOeTOraIzpQrhTltsPk"
    "Op2Q+Ygqv9xdDxQ29svCsAi//6gM7hU1GsftkUQNx38cdC/Z8AlDl40edn9W1Ivu5c9sYe"
    "FnonJ5e0SvlIthB/EwkhH93L1+ZOOX2Hhh47tXPz3cs3tY/5drs7vDQbd3/0EZqP2HIV+b"
    "mNpjYqmmG7933YvdMtgvulUGH9mcc2JNSFqqFQknO30rEE52mt4monAyfisV8gG2u8N8yR"
    "PLXDKeSgEf0UCEUznUg0BIFY+dPH+oQAxlRAqLvzQbbNO18mJYi2OEI4rGxQifvREJEmaj"
    "Crd1714SYTwPk9jEV3hEAwJa2ZXNRF07z+pQvLIjiv0JZq1daTzJlX0utLLPN6zs85yVLa"
    "2AguJ5zIon1hxTKp1kTdC472k3J0XCwC1xWiToQBj6iiPDU1RtaQ6kCOHQLs0BdyYfCRwj"
    "AuQr8uXHai9U4XOOFYA4sp1I1O+c3IQFPPp81VYF7yCY67gWuii0se9bBNdgL64KW9FAlG"
    "MFN3l01S9o4pOZcudnbralQiamIcnWiIk7P+7WJg7CtqETNDYthNHCtbQpj2twGWcttMQ5"
    "sbtypOWiHyDeAeIdIN4B4h2abnaAeIfXzX+Id6iDZg7u6UN56ByGUL7VdXukyZp4jxZYc0"
    "Go5L7W6t8pvQ7ilCN62b0bPgyUqw7S8MJxLaLzkJIbpXvPr1lMO2EStB6GnVyFcSd6WggX"
    "CuM4EwnjOCsO4zhLG3H9l7FLnFZJykOdVrtXSRtxKIHfHLwhDT94DpTT+GqlLbDGH9Aaf5"
    "DcxZot9QpTFw9oL+bpjUXm4iD1UcJaHORdChuLnSl2mNw6Jyi05iJM9UBEXV8rNBhLkMsX"
    "bwATco12+zaYkMGEDCZEMCED/8GEvG9J70AKJbZoqY8wQQiGsVp/avgFGx7OJficpgVW15"
    "rVNTJ112x/bRKXwfF3sGj0OXsD/l5S2CfIAP7S8IP/4dDiItRU3C/44IB4bQ6IY0W33h6I"
    "oOx9kRMiqoov4YeICvOLtEIN66Yjg/L6z2hhmRMLz3lEjaV7HgXHIFYbTc0lD//3y0x720"
    "RUxI8T8nLSVm731B08QcShwScF/0UdDos2+C/AfwH2a/BfAP/Bf7FvOfEwCikXbVT5pqop"
    "sgZGfwoFf26I/UyHfkJFtkMsb0+2to3clrb8kMnHPUm16YA5vm1mA6T8WMhWDzHIUs0Te4"
    "vhSxABeiUknAQhuJLqLMZMLEy5LFKqq22GGHhdZ14HMRsxg42EDT9DC0Jr2VM9/GxKMSKH"
    "GDhRlhNerWldZS9hlug0nKYFPnyVnCvdbRi+gAoU6Fp1On8lhvoNXl2+qKtyOQ4NoU7ENf"
    "sORB2Osc9fxJcbyS8Ar5A/NyPwCaAcF04AZhGYc8Q5AZxjskdVMAs3hj9SoLPiWgVRCiJt"
    "5PuUDE32HxFmfHUT+YMeoKKsEGshX3EESNQ5vigIJNFbXiIOxIuc8NnYFosF4c2GYjEXS8"
    "OZIoO3E19SFHTSsDto5L77OxmP3B/O3rxtI7Zu5gu7jebGjHjdHLHX3ZEHemimTtAf/mR/"
    "IMNGeLbEqyCWIy9SZO/P3x5HAmEjEDYCYSMQNtJ0GyyEjbxu/kPYSC2sXkxiyYK/IV4kGN"
    "+4QJFzsR5EG1oQpQNFvP9LQBuOr3PjzZLgvhUB920xuG9zwVX/nROGsxnfgKRxLX+qAThj"
    "jT1gnoJfc2hAGNR2cc2k5Ki2lLZqxagEVNUZtiYkaOw6J5TpfLxofti3tY1Mpisim2nzT6"
    "a+QoTNgjA7L7mKGK+ftDTdmY4mJs8sQFOGB5oTTJdTpkzmKah7emq5Iv+8btO6iCukPIDu"
    "Cror6K6vQXcB3fV18x901zrortx4n68AbK89H9LWWdlqda9+ergfdgLxb0SHg27v/oMy6K"
    "wFwLTEKKIrnIroCqfFusJpRhmDKizQRroOZoadNJI+uhYXgV5LQuYLbzcD5R8P7Gj0G1kE"
    "c4xo9+5u0H/kF5lubZkvfseLn5TLYOC/iBY+6+AbkU40Qy8llyUpIXq/ztIXLyJlPcvtei"
    "FF4yx/O9nzoLzUgQ/2cDsqoWBkSEHBKMsFaDJyOOx5J1xp6GNEgHzpFBRTLbv/Z0iBCxVl"
    "Q0CNu13XuIvW7v5BrtmKF048SX/uAjCHHc6rADhssN5MdGOHWV1LNB4psgIVGvOF8a/BN3"
    "C0PNhNzi3JKB/1K4A5IHyiVlFESXC7LRlKsibaFklSDLlIDEYYIwbBFhBsAcEWEGzxGsy9"
    "EGzxuvkPwRZ1sApBNHvktxQqKnm6oarkabasJAS07x5jiFM50OZhO+zAkxCI1+MbUy61Mm"
    "mY6ZbGS85OfGGaM4JpkV82JEoB+sSodoVoqPrtV7y56PdvEpLNxXVqefYebi8Utnd4Owcb"
    "ZDhFjhA2sbwLJCKCDaMq70dYUqIK22aiuMWRMUPYMB8twhoa4FwP2wLzG7/ZljO+hSQCSV"
    "wvxOKGFl6vY2ouw7IfPCnKr/LEO8aYlCDNtSxCtdWPiHodYrQppuwX8Xyr2QqNzdnMXLLR"
    "Tyuv7AclX5xw6rwkrj09FWqL1Hh3a4PJEEyGYDICkyHwH0yGzRXi41wIZBOJUy1G0Zwyut"
    "WdaoF4KGMjjNM00BR7LhL7Xhz5LmogfGXWweqMVfP8eLqNOQRrmiZBuu/I9S8LIy8cTCxr"
    "LaKu85bR6imPPBfW05VH9Kr7630H6Xhlj+htvzf8xP6am9SZhn+rSu8quKQSqo/oPx66g6"
    "Ey8K//6WLLIZZ/51elG1xeMQ2dX0tr9WI+DCEXxgYPRnp/8n+PxP4UEexRSTw7kt2JrxUJ"
    "LMPh4JPICHp4Zujq2DLnsupWkvJQ6tbuLbaN0Ko4a/AXSddTRHRg19Na8q+xx4nBM+Y+jW"
    "mezLQF5RghIC2CtGa6C/ZoeaRjhHtEen0lDrVsjPGhsC6MvNgCdaF+BUgXIG07pkV0lR2s"
    "rmyUQA417CS5mGdc1Qd0p3pdYYrcqWHLGAl3atixZrs71W+UYqPl1LQJGhsT1yLIIlibEh"
    "394UyZ6MFzmP7wPJ0GRYbTRl6DzMh9OWVHFrG48zPrN61+enCQ1tp8AQ7SbWwAByk4yMBB"
    "CvwHB+kRH3N1yamoUfMF6A9wdACv5W+53SNB1hwf/767dbPfYCxmub1Fi31BCaI9ysRvjs"
    "WPoRt2QQGYYqdQjAQcQ5m8H2K9GBpRtRm2c6x/xXtxhhB25K078hMDY2zkWVmH5EvB8o3T"
    "NADiTSK68sswIZ2HUH572/3lbwkJ/abf+xgOj0F/edO/KIA8V9LYjnpzpI19AF83o+ull5"
    "3R2mR6DYa0pQ2wqhZRbrXD9nnqiDeeZ5hgNPcMp9/YiM/ELaNj09IYnd86iF/zewJhG02M"
    "F0JPUHexIFT/jqeZnKCfTIMyXvP2tdQMJs5aZ/f1UJGqOP6zY42JwIwLZlww44IZt+lmPD"
    "Djvm7+gxm3DtYY+a/vsF8dhDsKfVzLaekA+oC01tHzA6V7+clv4eKFVIzoTZ83m5qZvNXU"
    "QHm8Vj7zmy8GWY7ox+tHpdfxRfcRVXpXnJKJ75zubtD/OOjedtDCMicWnqd1BaFY+cp7wf"
    "gBI3KbYkQDu2HZ3dALwcnfEAtEkZBg0354fOhvAJJvb0fZyeu4e9o4Zo67pBjgNUHj8D0T"
    "wvdsA75nWXx5Eodvu5IVRdOUsPeW9gvGDWHiDEiQQdZlafiZMFnqA0jSwfKXwX9D1TB/WW"
    "dZUa5u2O16tiP7FkSLhiV2AYG2COttuyqEw2D141rqefCGL5DAN33MJSDu9VH3cnjd72Wa"
    "0gDCwggn99EifA/sNrwLlORNfsO7SJGWdRzGdPDtnsNP5tLzzfnF6OZYJydoOCU8n8LmWR"
    "NthGdLvLKz7j8pSsi7qPEB2gaHHTjswGEDDjvgPzjs9i3avca8i0NDDpkXxw7xnGA717cl"
    "5p2Mke/RtD2xzKUzlTwkWh8H/c/DTx3kU4/o/Z1XlsteeHW6LvsPvWEHrSPwD+91XBDLMH"
    "N2djHORNR7ZAyezdRQZpBhTffmRuVnYgeFM4zooH9zc9372EGWOZsxPjAWdW8Yx7oDxiXM"
    "cNexVQ9GQSm1KvWaZ0IWqjSkKSrIn0nDOmFLmaiSdeqSRABqthkRWZTdoEPaPW7PUUyKzO"
    "b84frjw4BtzT71iDJ9psPtcofbfOuUvvFoutp0Q9mc8H5byv76EqPaanr9zLMhMNJc2zHn"
    "xEIT0+EpE0FzkB+9Gjb21FwgBz8TGxls8ITxx3bYP20m8eg5ORkVzSmScpHs+85zLtrot5"
    "bfBxkSMeqh8IJdd29nCth1X7ddD+y6r5v/YNetg12XSzAydsdwfOPq6Qg1z93QOzfbOte1"
    "y+1udpVbW80WeZM2sBczd9/aVC42JDl0Zd6j6imb1JvET4kkHcTolj4jEiqqOP4JMoC/NP"
    "yEOpa8jBSngqJh1URHBztKlhHlQku70XRH9iGIxkcnt2CBAGl/z6gK4MF6tobim9hiK2hb"
    "ndp0snzoUzI02X9kuKCEUx3VhiPKgvg+K8KBr7fEd71FXWSH74ZLXsIKj9c0AjZ4Q5siDc"
    "8XmH2PaIJfCMIUeSh8Ywdm8zbCvAY9Hxm0p2RXqO4Z1pdT7JygXrxZd55VfkdPkbfThy8R"
    "/KnjlW+3X7gWm9gm/l+pUWDHBzs+2PHBjv8azCBgx3/d/Ac7fh2MBDVoHF4P3Cs71wr7r2"
    "1Y0M3sbb3npbyWrDPQF7ul4jQNjIffSfWRJ2wbkut7TdKYEMk9r22uPuZKSfl4B8O/sspT"
    "3da2XJkncP8cOkQgaduQEO+ShMACcAEdB/QbXEDhmq7KRXEZm+/IPgVRC3lqGxDwAoGfbR"
    "d+NnAENcwRtN47inxB8c1Fwh0U3+O2e4TuPJ3XT5oItDDbb1wx5u2F+XVtSrTn7wxq89YW"
    "/AKmiM1pvBjsJZGCua9n3RfDcHg9nGeycLh/B4e+nayTaJ8PFvEbhSnvYWZHWFcJPEHgCQ"
    "JPEHiCGu8JAE/Q6+Y/eILqYCuASj1RFrZQUsfphqyO02xax7EU69lTYfSdYMxeYDLJq+Eq"
    "VnIgRl7nVd26e+AQ3CudtQIzopeflMuf1etex1deVIOOKC/D+ng9/LWzVl7SypAQpyovCB"
    "N/mzJ8itOXYtR+NvxWurPL/cPgUWHcsF3rhaxGVHlUeE0l8kKow+4ytBhLbQYB8Tq9fLi+"
    "UbxOL2NjdsBqEhnO5XV62ZS9FBHtMX8p1EuPNn3pBc8MXeWVrGU8f0mq19zmxUdCukVOiu"
    "w1IwiRLIfynLqWRahWcD4WaEIxmjoLLyXFxXOBk+y8uEdR5hyb5zuKNgYGrGlAySydEsog"
    "1PlrlZT84vR7VIl0c0kl1aLWVf8zE8Y55Yj2lC735jBeECbc8aZ/D3cd5C7KCHXvBb6E94"
    "VfwvtMcUaDGnM3R8bY2MUoIoKIrnJfAscMf5GUpCMikKTFJWmG05j7/6d5G/4WuGOEUHxB"
    "DnPNdBfs0fKYxwgBcznMC0X2LZAXiu2A+BbEbce0iK4ytdGVtYvkUMO2Lg7+wjJ1V8tb7T"
    "/d93sF6mmMJq3aG5qD/otmhr0zCSbmKHxyjZljUPuEP+8QXkKOUYIRoYz47W33l7T4eHnT"
    "v/Agi3n++AQXmUbQlu2oxYkYGz+HLDHsRRKfw5NhOdPcPAEx1SpOv8+S+HQlq1l1e9yjQV"
    "cjetvv8Y4FXl3zEb3qsuvBL5DuHCGgVaV95LG+EWmtij2I4GfZcuIpqsaoVhXWE/cAKmOY"
    "zJA2Bt19p9kRS83dZjaahSMiwL087kVtdrdBH9EB+uXQf3L1CZE0GEc0gHo51CfGC8mJs9"
    "0E+poEMC+Hebm26tBTvfKUMehGLZpCU9SJulwO046ybR6Duhnbkm4eo/oaJXJv1Fh5DvHO"
    "KGHBNBsbOuLBI7x/TZji4pheNxNKvjgn6LNlOA6h6GnlXeRJEk+YT023VWbb4ZNysmwypd"
    "VCXH5P5d9Akg0k2UCSDSTZND3JApJsXjf/IcmmDsoVlFur+lxziDWXcgGuCfbv/ztMZO9O"
    "PH1Q3Kdu5gKoMLOjCjOHtB3wVK7rDTaD4H5bzlYQJIiJ2Qi6yPceoCXmZTKIRZjK7mnt5t"
    "jTzDWToUh5fXXuuPyR3dIIU/XZH1kzwNdOlqvp+1PGC62Djl+XDasNOj7o+KDjgY4P/Acd"
    "v7lyOdTq/apMUz84S0IOiAiapEBWJggkJGKJtK44WZOAPaxmXhS1VU4vv13PdmS8ENXKE6"
    "uwBjr5X/8D34Hy4w=="
)
