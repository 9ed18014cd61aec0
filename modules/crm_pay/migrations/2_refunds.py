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
        COMMENT ON COLUMN "crm_pay_problem"."kind" IS 'DIFFERENT: different\nOVERPAID: overpaid\nPAID_TWICE: paid_twice\nOTHER_BACK: other_back\nEXCESS: excess\nTAKEN_BACK: taken_back\nNOT_BOOKED: not_booked';
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
    "eJztXW9P4zgT/ypWX+1JHILCAsedHqlA2K0WCk/J3u5zyykyidtGTe1c4gDVab/7YztJ87"
    "8koSlp8RtEbY/j/MYej2fGk387ujPTbDjf7VGKZjbtnIJ/OxjOEPsnU7cDOtC2YzW8hMIH"
    "K95ag7HWDy51oM57HUHLRazIQK7umDY1CeZEd2SGHogxB/qEuAhAYDvk0TSQAwjmv+AcWC"
    "ae7oI+dYFLIUXAdFnFyMM67wOQEaATBNAjwqwF+2XSXf5og+js2SYeN/oUD5v/eEijZIxY"
    "vcOe9eNvVmxiAz0jl//8wX48ElNHmmlwCvaXtfjRgbpOPEyD0nA8moNGyEFYR52/eUf2VB"
    "uZyDISbPFJRLlG57YoOzPHfUwvRVv+9g+aTixvhqP29pxOCF4QmFhwaIwwctj78idQx+Mc"
    "wp5lBTwNmea/ZtTEf78YjYFG0LM4nzm1P4CorKNpgxtVu1NUTetk5kBIEWNYUKQTzOcPG6"
    "orABjzIfz6W7d7cHDc3Ts4Ovl4eHz88WTvhLUV481WHf/0BxOh5XclMOt/6g9UPiDCJqk/"
    "iXnBT0EDKfSpBBsj9B30aLp85BkeFDIgTvIyG0LQl/EhLIgYEa2vEPX9ZtnQ3T88Pjw5OD"
    "pcoL8oWQZ6CHBcyiD+5kxuZCG9YDXUnKF8XJOUKWSNgHQ3/KcpnDt/LMTE2IP42dzVLaJP"
    "dzF5+k+nIR4sAVjtXyt3au/6lnc/c91/LAFkT1V4TVeUzlOlH45+SS6DRSfgW1/9DPhP8N"
    "fNQBE4E5eOHfHEqJ36V4ePCXqUaOzFNWjEwQqLw6IE/z3bqMn/JKXk/2byP1zFD3Ot6s6W"
    "Ia0lXYM9rBLTt2Sbi29roeKR4cD5BDpFG1uMKIU9e6U6K+5tNYwZfNYshMd0wn4edJeg+m"
    "dveP65N/xw0E0tnUFQ0xVVSZBDNS8fYwV7M4Fznw0KBqgm8I7TrwbuZuZ6R2VSgbEOufQe"
    "36nD/q1yCjj2NrrHvav+be9/pwBaJlO87/E3hcHFWj8hfeJL8qqM2t8rwaj9vUJG8aqUTu"
    "I5fF7PqyyGOE2bmVN3NZRZDMVrIY0wnPHjTzVxH9GsT4veOkEvjrd1BdCCeH0TnD/T4V1W"
    "FEFMLRmqygWXO4L+Hl/2+le8YARNi/++7fXZLxua4v+hqg2Vy6+DC0UUOpSfxT02MFYbVU"
    "RlfF5/Ui60s975l1PARJcz5poI1Ke1RNhhGRF2WCzCDov2Gq3Wzp5PXYvrbVOvkrh3S+0d"
    "3SWbRze7e0Cbeg6qqszGqNYn3/a2SriFGGq1NvA84jUKuqYOi43u4w5imOGqcz1OJed67R"
    "Mb24r4uCpCHyOT2NeUM8SotJ2G7bdOmnzcL3NIZq0KJYqoS50N3Gkte2CcbgXWwJYpLttk"
    "80t6vyqcAJNeM3kKrCvAkk7JCr7EBJ1kQG0GcH9zZfRjRBL62tDbcD5DNYRPkk66Gqrgz4"
    "MZRtNchzqf1FlGXBIHmWP8Bc0zFqkU8mGUyi2cXwVdbdgy+BnOtLA0mikOfFpEgMSXP3t/"
    "A1mICgSGCrexn6udPBH/WmgdpCPzkSPn7vajLrcU4uT+VgLlQCNZyQQObG69qMstRTmpxp"
    "VAORC9q5zLt1GXmyW0y4Kc3K4KQOZymdusn6BjaAkBzWtIl6RKFm2zVbPuLF0CMRwLgPib"
    "8HGHU50LasazTl60YVi3UyraUMjEadD8xXDDG4yAQ55OwdMEUhHz5wLoIDCDBgJPJp0Ayi"
    "swEdGCE2gASljlFIEHNGJTbQe4nj4B0AU24xGbMYBgNpfSFv8mn/NyyGGlwMG7GbSs9xI6"
    "eNA9PlqoNvzHMmXm7rp3dfVyPKCLdAflSKZiY1BEsYVu4qMyjqyjYkfWkXBkZdTFN5JToU"
    "6ZJ6di+mZJOVVORvUwgIbhIJeJDMoEiMkEwdOEoEfkMEnhApMCHWIRtMyEAgg0lqwMekU/"
    "9cKaZcCyDFiWAcsyYHnbjdcyYPl9818GLLfBikvJFGGNKTKTKrp3kmrrQpZXo30nwgULjj"
    "cqei6Y41t2vFkmuZTvakJohUB+uO59/yUhuK5uBp/C5jHgz69uzlKAo2fbZMKqxu6SpJQO"
    "8DbvIUzDZpIob/cgxEIQF+rlIVWKvQ+MrKnFtShZL0/Pbm6uEuw866eXz9frM2X4YV/wkT"
    "UyqfR2t2ezXuLyk66pplxTb2UncwgDd9bJtZMFdTul7GR2rPWLprJv3IgOgY0clx1muFGL"
    "EmARMgWQ7gJuhCcjgKA+AVPGXDAiDoAYBAkKshaz13eXYzj70QkaBIzjpL6tLGFOW9yskJ"
    "Y0aUmTljRpSXsPWrC0pL1v/ktLWhssaUIjyYBf7kJoSNtmU0/non95qQyVgXoKDHMk7jPS"
    "e3zzpzL0r4CSR+SE10D7F5r6rX+u+BdDNfrEVG7WVv2sDIOrnoRrduKi5z1Wvp8rd3enAD"
    "3ryHXvsdr7ogyCdhRyU6Pfjo+OnWe/8CukmFCNHdeDc3z1C4ul7isuua6YsfBt2oVgYiNc"
    "Ubp2bm6VAWMdo7zHF0yasZlAMKrDgKMyFtZiA2safQNRaFpVTNgRxdbdJjrYK3Mbl7Uqvp"
    "+4l7mN66AZdHIijJelNQkpJMJlEE4ecCvc5knQSfPaqsxrsQyMr41JjqV+3DBOlI5FTkzC"
    "1pnVEhHhBea1dNR4mSSdsdYvR816jutHrYpcmTyqeJFBMyf29aXWK45glfYvaf+S9i9p/9"
    "hA+4e0f71v/kv7VxvsXzIr44ZkZaQmtSqlXVkQbF2g30kZcE+KwT3JHuKZHH/MQXdpQFJE"
    "tMZ4pBD1jQ1H4itQm+WmEFqKdoJOAl4e8M0IYm3MBLiOENbW3NgLNuNr5LpQqBPFJpOwzU"
    "4pk4n4+Ec5g0kYSBR+ZcQPJbIM4Lk7gOcPdVjtmBADuOYYQ5518HfAhoCw8SvB1rw4NOlV"
    "PeZHJyXu4ouX1My8CKVkw9iHSuTnTFqv7BbbdBYMr6BWxWnarPDW1K0ayQm79U72eDbldK"
    "bl4vzJ8ezJvqvcb6uFXfgEmt9TrWPIyjMrt+VTCa1aNM19LOHNE1i3G/hGpJXMzv9WiWXl"
    "hycykqWMYCmfsJoSCnPibZYfvEMaeeuqwqnb37orbpLeulWdNQXerP5mrowcazquaSIO0L"
    "X8cynSt3LQydu4pfxw/kXCWoxOkUpP7GbOAJ6HT3MnsPvxqIpETZFtofa1+n1L5n5vWbSo"
    "zGDbUAbbN3KBDH0tOs/zMVwo2CUcHpE2/rLH45pgNOfXo6OYT5Hh1A2/vC6+zSE+or7wYV"
    "ACxmzrBPy1X/mB9/U/vkyKxGRosbzY3VoniAxslYGtUp2Wga2S/yvivwxsbYMzAXuzh6Kw"
    "1nzwI4qti5hcvYNS+mqa9tVIN+SbfVsUunnq8DLXTUixjdO6Ce/CxuVdcBBr7Nb4FPtQ+e"
    "9XplL44TxBH/E0DOmAofTx/m1uG0j/WuN5A+R3Xrf8HCAzQ7TM1i8zQ2xwZoif/wdxX6G0"
)
