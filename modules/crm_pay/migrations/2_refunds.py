"""Refunds asked for here, WeChat Pay, and links that stand on papers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_pay_link_key" (
    "id" SMALLSERIAL NOT NULL PRIMARY KEY,
    "secret" VARCHAR(64) NOT NULL
);
COMMENT ON TABLE "crm_pay_link_key" IS 'One row: what links are made with that nobody had to make before, such as printed ones.';
        CREATE TABLE IF NOT EXISTS "crm_pay_refund" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(32) NOT NULL UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "detail" VARCHAR(300) NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "attempt_id" BIGINT NOT NULL REFERENCES "crm_pay_attempt" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_pay_ref_attempt_fb69de" ON "crm_pay_refund" ("attempt_id", "id");
COMMENT ON COLUMN "crm_pay_refund"."state" IS 'REQUESTED: requested\nDONE: done\nFAILED: failed';
COMMENT ON TABLE "crm_pay_refund" IS 'Money of a payment that somebody asked the provider to give back. Its state is a function of the events of it.';
        ALTER TABLE "crm_pay_attempt" ADD "provider" VARCHAR(10) NOT NULL DEFAULT '';
        UPDATE crm_pay_attempt t SET provider = a.provider FROM crm_pay_account a WHERE a.id = t.account_id;
        ALTER TABLE "crm_pay_attempt" ALTER COLUMN "provider" DROP DEFAULT;
        ALTER TABLE "crm_pay_attempt" ADD "code" VARCHAR(512) NOT NULL DEFAULT '';
        ALTER TABLE "crm_pay_attempt" ADD "asked_at" TIMESTAMPTZ;
        ALTER TABLE "crm_pay_attempt" ADD "refunding" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_pay_link" ALTER COLUMN "expires_at" DROP NOT NULL;
        COMMENT ON COLUMN "crm_pay_problem"."kind" IS 'DIFFERENT: different\nOVERPAID: overpaid\nPAID_TWICE: paid_twice\nEXCESS: excess\nTAKEN_BACK: taken_back\nNOT_BOOKED: not_booked';
        COMMENT ON COLUMN "crm_pay_account"."provider" IS 'TEST: test\nSTRIPE: stripe\nALIPAY: alipay\nWECHAT: wechat';
        ALTER TABLE "crm_pay_event" ADD "detail" VARCHAR(300) NOT NULL DEFAULT '';
        ALTER TABLE "crm_pay_event" ADD "refund" VARCHAR(64) NOT NULL DEFAULT '';
        COMMENT ON COLUMN "crm_pay_event"."kind" IS 'PAID: paid\nFAILED: failed\nREFUNDED: refunded\nCHARGEBACK: chargeback\nREFUND_FAILED: refund_failed';
        ALTER TABLE "crm_pay_event" ALTER COLUMN "kind" TYPE VARCHAR(14) USING "kind"::VARCHAR(14);
        COMMENT ON COLUMN crm_pay_attempt."provider" IS 'TEST: test\nSTRIPE: stripe\nALIPAY: alipay\nWECHAT: wechat';
        INSERT INTO crm_pay_link_key (secret)
        SELECT replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '');
        ALTER TABLE crm_pay_attempt ADD CONSTRAINT crm_pay_attempt_refunding CHECK (refunding >= 0);
        ALTER TABLE crm_pay_refund ADD CONSTRAINT crm_pay_refund_amount CHECK (amount > 0);
        CREATE INDEX crm_pay_refund_open ON crm_pay_refund (asked_at) WHERE state = 'requested';
        CREATE INDEX crm_pay_attempt_open ON crm_pay_attempt (created_at) WHERE state = 'started';
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_pay_refund
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_pay_refund FOR EACH ROW
            WHEN ((OLD.number, OLD.attempt_id, OLD.currency, OLD.amount)
                    IS DISTINCT FROM (NEW.number, NEW.attempt_id, NEW.currency, NEW.amount)
                  OR NEW.reason NOT IN (OLD.reason, '')
                  OR (OLD.state = 'done' AND NEW.state <> 'done') OR (OLD.state = 'failed' AND NEW.state = 'requested'))
            EXECUTE FUNCTION crm_pay_refuse_change();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_pay_attempt_open;
        ALTER TABLE crm_pay_attempt DROP CONSTRAINT crm_pay_attempt_refunding;
        UPDATE crm_pay_link SET expires_at = created_at, revoked = true WHERE expires_at IS NULL;
        ALTER TABLE "crm_pay_attempt" DROP COLUMN "provider";
        ALTER TABLE "crm_pay_attempt" DROP COLUMN "code";
        ALTER TABLE "crm_pay_attempt" DROP COLUMN "asked_at";
        ALTER TABLE "crm_pay_attempt" DROP COLUMN "refunding";
        ALTER TABLE "crm_pay_link" ALTER COLUMN "expires_at" SET NOT NULL;
        COMMENT ON COLUMN "crm_pay_problem"."kind" IS 'DIFFERENT: different\nOVERPAID: overpaid\nPAID_TWICE: paid_twice\nEXCESS: excess\nNOT_BOOKED: not_booked';
        COMMENT ON COLUMN "crm_pay_account"."provider" IS 'TEST: test\nSTRIPE: stripe\nALIPAY: alipay';
        ALTER TABLE "crm_pay_event" DROP COLUMN "detail";
        ALTER TABLE "crm_pay_event" DROP COLUMN "refund";
        COMMENT ON COLUMN "crm_pay_event"."kind" IS 'PAID: paid\nFAILED: failed\nREFUNDED: refunded\nCHARGEBACK: chargeback';
        ALTER TABLE "crm_pay_event" ALTER COLUMN "kind" TYPE VARCHAR(10) USING "kind"::VARCHAR(10);
        DROP TABLE IF EXISTS "crm_pay_refund";
        DROP TABLE IF EXISTS "crm_pay_link_key";"""


MODELS_STATE = (
    "eJztXW9P4zgT/ypWX+1JHILCAsfz6JEKhL1qoXCle7vPLafIJG4bNbGziQNUp/3uZztJ87"
    "8koSlp8RtEbY/j/MYej2fGk386mmOpNpzv9ihFlk07p+CfDoYWYv9k6nZAB9p2rIaXUPhg"
    "xlurMNb6waUO1HivY2i6iBXpyNUcw6YGwZzojljogehzoE2JiwAEtkMeDR05gGD+C86Bae"
    "DZLuhTF7gUUgQMl1WMPazxPgAZAzpFAD0izFqwXwbd5Y/WicaebeBJo0/xsPHDQyolE8Tq"
    "Hfas73+zYgPr6Bm5/Od39uORGBpSDZ1TsL+sxfcO1DTiYRqUhuNRHTRGDsIa6vzNO7Jn6t"
    "hApp5gi08iylU6t0XZmTHpY3op2vK3f1A1YnoWjtrbczoleEFgYMGhCcLIYe/Ln0Adj3MI"
    "e6YZ8DRkmv+aURP//WI0OhpDz+R85tT+AKKyjqoObkbqnTJS1U5mDoQUMYYFRRrBfP6wob"
    "oCgAkfwq+/dbsHB8fdvYOjk4+Hx8cfT/ZOWFsx3mzV8U9/MBFaflcCs/6n/mDEB0TYJPUn"
    "MS/4KWgghT6VYGOEvoMeDZePPMODQgbESV5mQwj6Mj6EBREjovUVor7fLBu6+4fHhycHR4"
    "cL9Bcly0APAY5LGcTfnMmNLKQXrIYaFsrHNUmZQlYPSHfDf5rCufPfhZiYeBA/G7uaSbTZ"
    "LiZP/+s0xIMlAI/618rdqHd9y7u3XPeHKYDsjRRe0xWl81Tph6Nfkstg0Qn42h/9DvhP8N"
    "fNQBE4E5dOHPHEqN3orw4fE/QoUdmLq1CPgxUWh0UJ/nu2XpP/SUrJ/83kf7iKH+Zq1Z0t"
    "Q1pLugZ7WCWmb8k2F9/WQsUjw4HzKXSKNrYYUQp79kp1VtzbahgWfFZNhCd0yn4edJeg+m"
    "dveP57b/jhoJtaOoOgpiuqkiCHal4+xgr2LIFznw0KBqgm8I7TrwbuZuZ6Z8SkAmMdcuk9"
    "vhsN+7fKKeDY2+ge9676t73/nwJoGkzxvsdfFQYXa/2EtKkvyasyan+vBKP29woZxatSOo"
    "nn8Hk9r7IY4jRtZk7d1VBmMRSvhTTC0OLHn2riPqJZnxa9dYJeHG/rCqAF8fomOH+mw7us"
    "KIKYWjIcKRdc7gj6e3zZ61/xgjE0TP77ttdnv2xoiP+HI3WoXH4ZXCii0KH8LO6xgbHaqC"
    "Iq4/P6k3KhnvXOP58CJrqcCddEoDarJcIOy4iww2IRdli016i1dvZ86lpcb5t6lcS9W2rv"
    "6C7ZPLrZ3QPa1HNQVWU2RrU++ba3VcItxFCttYHnEa9R0DV1WGx0H3cQwwxXnetxKjnXa5"
    "/Y2FbEx1UR+hiZxL6mnCF6pe00bL910uTjfplDMmtVKFFEXeps4M5q2QPjdCuwBrZMcdkm"
    "m1/S+1XhBJj0mslTYF0BlnRKVvAlJugkA2ozgPubK6MfI5LQ14behnML1RA+STrpaqiCPw"
    "9mGM9yHep8UmcZcUkcZEzwZzTPWKRSyIdRKrdwfhV0tWHL4Gc408LSaKY48GkRARJf/uz9"
    "dWQiKhAYKtzGfj7q5In410LrIA0Zjxw5d7cfdbmlECf3txIoBxrJSiZwYHPrRV1uKcpJNa"
    "4EyoHoXeVcvo263CyhXRbk5HZVADKXy9xm/QQdXU0IaF5DuiRVsmibrbK6VroEYjgRAPE3"
    "4eMOpzoX1Ixnnbxow7Bup1S0oZCJs6D5i+GGNxgBhzydgqcppCLmzwXQQcCCOgJPBp0Cyi"
    "swEdGCU6gDSljlDIEHNGZTbQe4njYF0AU24xGbMYBgNpfSFv8mn/NyyGGlwME7C5rmewkd"
    "POgeHy1UG/5jmTJzd927uno5HtBFmoNyJFOxMSii2EI38VEZR9ZRsSPrSDiyMuriG8mpUK"
    "fMk1MxfbOknCono3oYQF13kMtEBmUCxGCC4GlK0CNymKRwgUGBBrEIWmZCAQQaS1YGvaKf"
    "emHNMmBZBizLgGUZsLztxmsZsPy++S8DlttgxaVkhrDKFJlpFd07SbV1Icur0b4T4YIFx5"
    "sRei6Y41t2vFkmuZRvo4TQCoH8cN379ktCcF3dDD6FzWPAn1/dnKUAR8+2wYRVjd0lSSkd"
    "4G3eQ5iGzSRR3u5BiIkgLtTLQ6oUex8YWVOLa1GyXp6e3dxcJdh51k8vny/XZ8rww77gI2"
    "tkUOntbs9mvcTlJ11TTbmm3spO5hAGrtXJtZMFdTul7GR2rPWLprKv3IgOgY0clx1muFGL"
    "EmASMgOQ7gJuhCdjgKA2BTPGXDAmDoAYBAkKshaz13eXYzj73gkaBIzjpL6tLGFOW9yskJ"
    "Y0aUmTljRpSXsPWrC0pL1v/ktLWhssaUIjyYBf7kJoSNtmU0/non95qQyVwegU6MZY3Gek"
    "9/jmT2XoXwElj8gJr4H2L9TR1/654l8MVekTU7nvsfLtXLm7OwXoWUOue49Hvc/KILj6SS"
    "E3KXJF+h7zUbBz62d+VRQTqrJjeXBer34xsdS9xCXXEjOWvE27+EtshCtK0c7NrTJgDGWU"
    "9/iCSS3GcYJRHQYclbGkFhtS0+jriELDrGKqjii27tbQwV6ZW7esVfE9xL3MrVsHWdDJiS"
    "Relr4kpJAIl0E4eZCtcGsnQSfNaKsyo8UyLb429jiW4nHDOFE65jgxCVtnPktEfheY0dLR"
    "4WWSccZavxwd6zmuH50qcmLy6OFFpsycGNeXWq84UlXauaSdS9q5pJ1jA+0c0s71vvkv7V"
    "xtsHPJ7Isbkn2RGtSslF5lQbB1AX0nZcA9KQb3JHuIZ3L8MQfdpYFHEdEa445C1Dc27Iiv"
    "QNXKTRW0FO0EnQS8POCbEazamAlwHaGqrbmZF2zG18h1oVAnik0mYZudUiYT8ZGPcgaTMG"
    "Ao/JqIHzJk6sBzdwDPE+qw2gkhOnCNCYY8u+B/ABsCwvqvBJvz4hCkV/WYH4WUuHMvXlI1"
    "8iKRkg1jHySRny1pvbJbbNNZMLyCWhWnabPCW1O3aiT369Y70+NZk9MZlYvzJMezJPuucr"
    "+tGnbhE6h+T7WOISvPoNyWTyK0atE091GEN09U3W7gG5FWMgv/WyWQlR+YyEiWMoKlfGJq"
    "SijMibdZfvAOaeTtqgqnbn/rrrhJeutWddYUeLP6G7gycqzpuKapOEDX8s+lSN/KQSdv3Z"
    "byw/kXBmsxOkUqPbGbOQN4vj3VncLux6MqEjVFtoXa1+r3LZnjvWXRojJTbUOZat/IBTL0"
    "teg8z8dwoWCXcHhE2vjLHo9rgtGcX4OOYj5FJlM3/MK6+AaH+Fj6wodBCZiwrRPw137lh9"
    "zX//gyqRCTocXyAndrnSAysFUGtkp1Wga2Sv6viP8ysLUNzgTsWQ9FYa354EcUWxcxuXoH"
    "pfTVNO2rkW7IN/uGKHTz1OFlrpuQYhundRPehY3Lu+Ag1tit8cn1ofLHF6ZS+OE8QR/xNA"
    "zpgKH08f5tbhtI/1rjeQPk91y3/BwgM0O0zNYvM0NscGaIn/8CzXOZjA=="
)
