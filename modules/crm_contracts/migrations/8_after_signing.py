"""Amendments, automatic renewal, reminders, and what is delivered."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_price_index" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "active" BOOL NOT NULL
);
COMMENT ON TABLE "crm_contracts_price_index" IS 'A series of monthly values that contracts name, such as a consumer price index (价格指数).';
        CREATE TABLE IF NOT EXISTS "crm_contracts_index_value" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "month" DATE NOT NULL,
    "value" DECIMAL(14,4) NOT NULL,
    "price_index_id" BIGINT NOT NULL REFERENCES "crm_contracts_price_index" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_price_i_d6f0ba" UNIQUE ("price_index_id", "month")
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_month_ff2b67" ON "crm_contracts_index_value" ("month", "id");
        CREATE TABLE IF NOT EXISTS "crm_contracts_reminder" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(6) NOT NULL,
    "day" DATE NOT NULL,
    "days_before" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_contrac_941e2b" UNIQUE ("contract_id", "kind", "day", "days_before")
);
COMMENT ON COLUMN "crm_contracts_reminder"."kind" IS 'EXPIRY: expiry\nNOTICE: notice';
COMMENT ON TABLE "crm_contracts_reminder" IS 'That the owner of a contract was told of a day, so many days before it: once for each.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_renewal_problem" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "title" VARCHAR(200) NOT NULL,
    "due_on" DATE NOT NULL,
    "reason" VARCHAR(8) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_c64e12" ON "crm_contracts_renewal_problem" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_287dea" ON "crm_contracts_renewal_problem" ("contract_id", "id");
COMMENT ON COLUMN "crm_contracts_renewal_problem"."reason" IS 'BASE: base\nVALUE: value\nDRAFT: draft\nPAUSED: paused\nFAILED: failed';
COMMENT ON COLUMN "crm_contracts_renewal_problem"."state" IS 'OPEN: open\nCLEARED: cleared';
COMMENT ON TABLE "crm_contracts_renewal_problem" IS 'A contract that should have gone on and waits. All others go on.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_delivery" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "what" VARCHAR(300) NOT NULL,
    "quantity" DECIMAL(14,4) NOT NULL,
    "due_on" DATE NOT NULL,
    "delivered" DECIMAL(14,4) NOT NULL,
    "delivered_on" DATE,
    "accepted_on" DATE,
    "accepted_by" VARCHAR(100) NOT NULL,
    "state" VARCHAR(9) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "told_late_for" DATE,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "contract_line_id" BIGINT REFERENCES "crm_contracts_line" ("id") ON DELETE SET NULL,
    "responsible_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_02092c" ON "crm_contracts_delivery" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_due_on_a3d1b3" ON "crm_contracts_delivery" ("due_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_627cc9" ON "crm_contracts_delivery" ("state", "due_on");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_respons_34e672" ON "crm_contracts_delivery" ("responsible_id");
COMMENT ON COLUMN "crm_contracts_delivery"."state" IS 'PLANNED: planned\nPARTLY: partly\nDELIVERED: delivered\nACCEPTED: accepted';
        ALTER TABLE "crm_contracts_contract" ADD "renewed_unsigned" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "crm_contracts_contract" ADD "notice_given_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "index_month" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "counted_from" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "price_revision" VARCHAR(7) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "revision_percent" DECIMAL(6,2);
        ALTER TABLE "crm_contracts_contract" ADD "notice_by" VARCHAR(8);
        ALTER TABLE "crm_contracts_contract" ADD "amended_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "price_index_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "notice_days" SMALLINT NOT NULL DEFAULT 30;
        ALTER TABLE "crm_contracts_contract" ADD "version" SMALLINT NOT NULL DEFAULT 1;
        ALTER TABLE "crm_contracts_contract" ADD "delivery" VARCHAR(9) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "renewal" VARCHAR(9) NOT NULL DEFAULT 'none';
        ALTER TABLE "crm_contracts_contract" ADD "amends_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "term_months" SMALLINT;
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nIN_REVIEW: in_review\nAPPROVED: approved\nSENT: sent\nSIGNED: signed\nACTIVE: active\nSUSPENDED: suspended\nEXPIRED: expired\nTERMINATED: terminated\nRENEWED: renewed\nAMENDED: amended\nCANCELLED: cancelled';
        COMMENT ON COLUMN crm_contracts_contract."price_revision" IS 'NONE: none\nPERCENT: percent\nINDEX: index';
COMMENT ON COLUMN crm_contracts_contract."notice_by" IS 'US: us\nCUSTOMER: customer';
COMMENT ON COLUMN crm_contracts_contract."delivery" IS 'NONE: none\nPLANNED: planned\nPARTLY: partly\nDELIVERED: delivered\nACCEPTED: accepted\nLATE: late';
COMMENT ON COLUMN crm_contracts_contract."renewal" IS 'NONE: none\nAUTOMATIC: automatic\nSTOPPED: stopped';
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_9d5d25c7" FOREIGN KEY ("price_index_id") REFERENCES "crm_contracts_price_index" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_fd5c0224" FOREIGN KEY ("amends_id") REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_deliver_b1f29d" ON "crm_contracts_contract" ("delivery", "id");
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_amends__a90e90" ON "crm_contracts_contract" ("amends_id");
        CREATE UNIQUE INDEX crm_contracts_contract_next_version ON crm_contracts_contract (amends_id)
            WHERE amends_id IS NOT NULL AND state <> 'cancelled';
        CREATE INDEX crm_contracts_contract_goes_on ON crm_contracts_contract (ends_on, id) WHERE renewal = 'automatic';
        CREATE INDEX crm_contracts_contract_index ON crm_contracts_contract (price_index_id)
            WHERE price_index_id IS NOT NULL;
        CREATE INDEX crm_contracts_delivery_line ON crm_contracts_delivery (contract_line_id)
            WHERE contract_line_id IS NOT NULL;
        CREATE UNIQUE INDEX crm_contracts_renewal_problem_open ON crm_contracts_renewal_problem (contract_id)
            WHERE state = 'open';
        ALTER TABLE crm_contracts_contract
            ADD CONSTRAINT crm_contracts_contract_version CHECK (version >= 1 AND (version = 1 OR amends_id IS NOT NULL)),
            ADD CONSTRAINT crm_contracts_contract_renewal CHECK (
                notice_days BETWEEN 0 AND 999 AND term_months BETWEEN 1 AND 600 AND revision_percent >= -100
                AND (renewal = 'stopped') = (notice_given_on IS NOT NULL)
                AND (notice_given_on IS NULL) = (notice_by IS NULL)),
            ADD CONSTRAINT crm_contracts_contract_index_month CHECK (extract(day FROM index_month) = 1);
        ALTER TABLE crm_contracts_index_value
            ADD CONSTRAINT crm_contracts_index_value_month CHECK (value > 0 AND extract(day FROM month) = 1);
        ALTER TABLE crm_contracts_delivery
            ADD CONSTRAINT crm_contracts_delivery_quantity CHECK (quantity > 0 AND delivered BETWEEN 0 AND quantity),
            ADD CONSTRAINT crm_contracts_delivery_state CHECK (state = CASE
                WHEN accepted_on IS NOT NULL THEN 'accepted' WHEN delivered = quantity THEN 'delivered'
                WHEN delivered > 0 THEN 'partly' ELSE 'planned' END
                AND (accepted_on IS NULL OR delivered = quantity));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        UPDATE crm_contracts_contract SET state = 'terminated' WHERE state = 'amended';
        ALTER TABLE crm_contracts_contract
            DROP CONSTRAINT crm_contracts_contract_index_month,
            DROP CONSTRAINT crm_contracts_contract_renewal,
            DROP CONSTRAINT crm_contracts_contract_version;
        DROP INDEX crm_contracts_contract_index;
        DROP INDEX crm_contracts_contract_goes_on;
        DROP INDEX crm_contracts_contract_next_version;
        DROP INDEX IF EXISTS "idx_crm_contrac_amends__a90e90";
        DROP INDEX IF EXISTS "idx_crm_contrac_deliver_b1f29d";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_fd5c0224";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_9d5d25c7";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "renewed_unsigned";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_given_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "index_month";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "counted_from";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_revision";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "revision_percent";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_by";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "amended_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_index_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "notice_days";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "version";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "delivery";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "renewal";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "amends_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "term_months";
        COMMENT ON COLUMN "crm_contracts_contract"."state" IS 'DRAFT: draft\nIN_REVIEW: in_review\nAPPROVED: approved\nSENT: sent\nSIGNED: signed\nACTIVE: active\nSUSPENDED: suspended\nEXPIRED: expired\nTERMINATED: terminated\nRENEWED: renewed\nCANCELLED: cancelled';
        DROP TABLE IF EXISTS "crm_contracts_delivery";
        DROP TABLE IF EXISTS "crm_contracts_renewal_problem";
        DROP TABLE IF EXISTS "crm_contracts_reminder";
        DROP TABLE IF EXISTS "crm_contracts_index_value";
        DROP TABLE IF EXISTS "crm_contracts_price_index";"""


MODELS_STATE = (
    "eJztXWtz2sjS/itTfDnZKo7LdyfeU6eKYCXhLMa8GDvZDafIGA2g12LE6mKH3Tf//Z3Rjd"
    "EVSeEiRH9JjDQ9gqdHM91P9/T8XRvps+FIo6aOR6Zx9F5RVYVOurr2pJJZ7Rr9XaN4Rtgf"
    "6Q3rqIbn80gzft3ErEXkzvDJ6WA4F3p4MuybrPEYqwZhl2RijHRlbioa5V00kE5Glq4zQc"
    "SkCTKn2EQjzVJlRDUTPRE0mmJ9QuQj1DLRK1ZM41eEVRVp5pToBppoSKNH/GGyNmJPYx2t"
    "uV+LKn9aZGhqE8Jvsd6//pddVqhMvhODf/xaM0xsEt5YkWvs5teaB8uQXYi7zL8Tv/df3t"
    "X8eThWiCoHtOMI2teH5mJuX3uvTFrU/GC35b/4icGvWjO6bD9fmFON+gIKNfnVCaFEZ9+Q"
    "P8HULa4Haqmqq0dPNc4PXTZxfqEgI5MxtlSuTS7tfIHltdpw2LnrD++l/nBYi2jakxCU5F"
    "5imPBRwr6qYQMw4V/hn+9OT8/Ork6Pzy7fXpxfXV28PX7L2trfN3rr6ofzZZZoOV3ZmLU+"
    "tjp9/oU0hrwzcPmFH7YMNrEjZStyib5OXhSDf/OIDhIVIIqsVoMHepoevAtLRSzfIg/1k8"
    "2q4fTk/Or87dnluY++fyUNdA9gcbIh/JcPsRmF9IbdMZUZicc1KBlCVnZFj7w/NoVz7V9j"
    "i444imhiYfpdORqp2uj5iGqv/65tSAcpAPdbt9J9v3Hb5d3PDONP1Qay0Zf4nVP76iJ09c"
    "3lL8HXwO8EfW71PyH+Ef1x15FsnDXDnOj2E5ft+n/U+HfClqkN2Q8fYlkEy7vsXQro35rL"
    "BfUflAT976f+vbf4aTHMu7JFRAvNru4alkvpFVnmllrgZkcU/CazhOKh99qHEGc/ZGPv2a"
    "ZeptoMfx+qhE7MKft4dnycAuZjo9f81Oi9Ya1Cr0zHvXXq3Auiy8apEWcycHwlas1sjFvs"
    "W2E6IjH2gye9PbTzD/Ba527I5oJenwlrQ/ZTdHNAu1KvdXdzjeZEVzR5QBu3dw8d1gLPNM"
    "t5OfPq5+Q0g3pOThO1w28FleOb6EV04wtv8UXQ5oTmfBlqd12pc4245IA221KjJzGtMHCw"
    "TuQianibQQtvE5XwNqyDkFeUYwkICm7PvK7cChDxQIvpQZAGZeRSBnf4x8+xTqeHblQnHz"
    "SdKBP6G1lE5qkQ/EFSpyn0uGca+eGNPe/q0obT8atPmISnBgaFTFRi2mD0mNnaazX7teRX"
    "YP1Yt91eq463MAUkgM6H+hMePb9iXR4Gxjy/o51qoSt+2+it2eksfAVTPLFh4r+Hf/uQOm"
    "x6r5ZMeLoN6rmJztFSMAO/6dhESBsjHMtJvmIDTZQXQpFmmWis6cglUpn5NGcLufxPjaqL"
    "OtKYAL9L8GjqiGMqI9sAi6M/t/XYGHb0a/QNc76NYy46nKdAnwIFWkoKNKCziB44ZxOvhb"
    "BcGmOzv/NkHM6caAmZWy4Y7H0qAKErddAALl3I7PPAUgZs08KOwp8WpqZiLmLGLRkpM6zG"
    "Yy+KhQeuI3fkyu8fZ5c2cqVm67bRfnN6XD+3/WHjT1Vx7CHPTz6P8EUQEzlwThx88dL74u"
    "AkVtpJ9PiRFDdRoFDyOoqi6CpXMVkHWRJQRpZhajOih/JNdDa8Xo2h95H9QCovPzJ1MA9Q"
    "X4gS2iuN9BLJbmELvBq8oJnOgi6I6AwBJ57hXbQfHrxksJeIrWPLi+AMltIZhHwYyIcB2w"
    "/yYUD/67L9IR+mBCQHtWZPRI/Cn5wRs5QolAoQRn23pkUoJSZTRkxKQkyY3/DNxKzg+gJl"
    "zoApCO9ppoyj05SMo9O4jCNm37OpwKKOIR0zkWiaSjBNMtGi4iHon5j8prD3r2x3rXh/d9"
    "cOLBPvW6GJovNw+17qvTkJMXnR+YN5T/FW8f0Mq2riDC6IVcYyPju9uvTnav4hbXa+v220"
    "23HJKRblK9tY12Z54iVhuZ+MmJRsacwbMGFutu9SZ0UwKHXI+O1dnqCs47GZ0+Su3fQaH/"
    "rXyJYd0FZn2JMeW9Lna6TQIXfcyeuANrrd3t0jzyDE87muvRB5QO8lntdpEMqk7lsfO/yu"
    "s3aw9s1+61FirZlb8ELY/Yf7rtS5sZtYxtweYAMqfem27LRE8n2u6PxKX+rdtjpME+yiSf"
    "SZQjlEA9qTOtJnftFdpnheqdufO1wHtNnoNKV2205z5BpR1WKJjuvPN+UpF4SOYuJnyfaP"
    "KFNBE+gsi4GZbF9GzEuPdMzuOvki21t2jyvlMBnWUwHYRSlAvhjyJv6ec6w7AoB3MbwXBO"
    "tqzOydBvlSBlAvOL+IcaOsxmtA6JBtVyHAlhU7QeSQkVvanTnxiwgeMoq+mZ/3BQ7JHTKG"
    "trMTZ2Bl3UXoi2/RB6Ua9b5Kjo2EHYlvIqTMVWw89O9uG/1Wk7l2lqnNsKmMmAPZv+t2bf"
    "fR1ObzYo7duww+x7tEn+Nd2OegGvtmZCjjhZGX9AuJbs9CONuwibAO5s8Fx96RkHPyiBE9"
    "5PnDheMpgXhYPYMEOlhLkGsz+NUe7q+RZQxo84FNFLdS7xp5WVBFJoo1b3XldsFwplFzmn"
    "uiCIlWKLq7jplirvPRmZyPlG2QR3vZo9WyK/WaNg87J/rIpmJbnRvpCydv2VOLDP40PXiD"
    "/ypx8F9Fw5IOrkP3C8ZM52l7COLED3AvwWX9NPNWAvtXOJNGnrUzJHbI66aYDFtkRhHl92"
    "kuaTc6dhRnrmJqh3G6jV6//Tu7gHVTXQzojdRuPUp2yMb9jU6wpyl17ZANHo3I3A7YtBmq"
    "10h1B8uOLXUeo8rrhi5FDvlNCORkZ8ZOFDpk9OZ4MePjaEYYBjEJORntk0gvW5xTnjB9Hj"
    "IAqDF2bekck8v7Rue3Yb/X6Nx/4CZ5oC82bbRb3QabXLCqsJ84oJ8l9voyS+aVjKaYGTLN"
    "T1LzN2bIT8nomUd37z/xwK4xLTKhnGZLuErJt4qusi+aMuLfoKBaAx1sUaPiTpQ8ymzedZ"
    "gqm0xBXg8ldbfY4jWx8KRw4oYov0W9/DUdNjt5lfLHJyZ0jWzZAeUFn3i5p/d3ffauPGlm"
    "oXflIoM6LhLVcRFWh2bpQ74iYFNLsqjil5GIYOUqz51kygM9SckDPYnmgZpTohREPEYUMM"
    "+EOdFnMdxOn3xP4XXiGJ19xDdtK4b0xQ7z+um1HopvbhtfbID9nRjtu85Hr7mAerN99z4O"
    "7CGJMUlX4O3KAOS5IefuYEzKSTLevgCAXQzsnONblAHIc0PO+Q2FxMzg/7m/68QjLoiEXV"
    "xlZKL/Q6pi7CE7n4I8xyId+TDI9eBeOd5BGPmRii2DDN1dELk0ECMKmiiuCfaNLJtnSNzI"
    "khilihPdYdbb8U/Yimve2s0AUcaLoak9x83nyZZ4WK5yGwyz5NifJefYn0Vy7Jf1LCIwp9"
    "cHE8QqFF7ddinhYM2RHBuYg4JQtKiwCmQdv9Lc+ItSMPyLYi9WysmOvSgF2BfF3knfcKLX"
    "eTUQlQU9FNXDsr5ULhUExAD9wpslCFZzYy8IAfKFN2OR2ZznOeRGPyQIGvhpDbjuZ3FNBD"
    "sAjRTWCJPJr4WlECCfB3leJzGpdKkQlg9qIm/VUp0cNYXO9swl++ENtlXFSoPuaIYTRGwj"
    "/mfgdUumPRiZgC3ZIM+Kq+jqZADVxuanh2y4bGvf7bWaEAvTZwaEbb9//RB3/JJo1QRZpE"
    "syoOw4N+uHuboAB9zBDAg7/C0gnB3hAOOdAWGBI1kfzF3eacvrs5pAR8mlLCuf64qsD+q+"
    "0GM1gQ450jlQTo51/izaj8uOKw560GfOAD5nndYH+D3Z4y1fK1EWGLoyn5lgH2Gx+twE76"
    "SLnGcneMduZDlij7f9FZlTghxiwUC8ECT6xsbSVNOHGv2GNIqwTuw27jl3yBhNiWypJHxG"
    "nkbZQ57J3ERPC/SNF7U2vsWdsLelp2Y6/SF4BqZ3uMJc12TLuQrnKpTzXAXxy0fUkJwqEh"
    "KrQPbfFo5nZz80ZidyMshe+8qhu/6NUWU4LK4Y4iebgjzDBu+T8xyHxfHROLTdi3zzdVAO"
    "6tIVTLRRjFH8QZSpA1wU29EAPz46Pt7hGL/IUcTAZJOUHusHp4Isiu0I5Mv9AXlfDlSt1v"
    "zhGPqExs3eWQu7iT3sUYWJG77fW3Y2e0u/8a3e5HlAb+86fL+qXXpkQP/nodHr8y3FzCLQ"
    "Tb5R/HepwT7ygqph1yuLhbPm3cXsIUR/iWMw0is5iXJw0IMAqOsNF30XBPEtvghYfhG+Te"
    "Z3oXHzyIvUXyNXfkAbvR4b3ffsCnuhsW4M6MN946PEq5m5W9B3PN7HOiFD5xDy3NXLwrKV"
    "WTHWcsAJnudbeV0ByI0puvAqdKRaMokhuVJtSlFsV4b7vnimzss+zD22g3IwxIsOcZ9wjh"
    "njyQf+iEKHXK9JxUbeOmGCyCEjR8l3013po+gll0EOSlXGPFjfycDMBJ4Q1m6qa9YkVznH"
    "GNGDH6CyRfIWlA6KHTKC7oDKabMuhSrzdm95SX/iAeBY3NOO8xSk4BTPHKd4CscL5EBbkA"
    "K0c6AdSlbIMa8EBWHb+E9sn/UTQ3JpICgHHtu6NuwI+cdbz2gu2xuReddOcDbIlNRsj971"
    "odxddrhfoz57NrP4vpc5GbHvKGhVMqK3GyhnMqK3NWllMmKyBlan8UGGXikz9JJPGkkpb5"
    "B4rMj+hv3Wx2/oxD4uD8cl07jOdYIBGJBM88v5Hxsj5v81tuiIo4jcbZwj7ncdUe313zug"
    "7PutWzYVN267AfOc+/L8zql9dRG6+uYyFAv0O0GfW/1PiH9Ef9x1JBtnoYac367/B19ba/"
    "ywtiH74UMsi2B5l71LwUS2uVxQ/0FJ0P9+6t97i58W+T3AsCi4IEVdQPv/CPjJydBe+/Xk"
    "W5SoKuFGaoPz/4d/xXD36QC7IpVLON8IxswOV17ikqHTSLul0BY5O29w7xVlF+Erdurn2T"
    "65qvKCs7VkN09sVc/t5Skh6Qw7z3hBaL6Ti+/wco/ssQ/SukYYjRU2HpCTOltHms4uGVO+"
    "HYy1f51i0xYSGxmIjdsXErfXbGPPKbi7DHzVUvqqDBuScHJ0UiaDKwBLTpYlJ38sGcLI/F"
    "KxY0AP+/RP2NNRztkXApkQSNsLjaw3kLZT698LtCVb/kIoLqfVL0QFNxre+epTKGBAl9aA"
    "hmAPBHsCOAPZD8Ee0D8Ee/ZxmRPtYjlXsMdrX7lgz3kWUug8mROKut67jaPtejSHygplqy"
    "uUVlgoPpKW7xw1QaRytOZGMIbCWBsrjAVVm3Z7Qp1dMSXXeeiiTAUn6bMsdfWSq+pByaZd"
    "0PuQ6XA4mQ6hUxVW57Qvj1/IyXzSpeDKVAfphegL5Eggk2cVvGIDEXYVTdgwo0izzDoyNO"
    "ce1dAEz5FCEbZLOP3DQAbRFcL+M/HCQBYl3+cqUy2Ro9kOm31UFqJ2qqmyf3KJV0yXdefM"
    "V15NKhc+oHKBygUqF6jcylN5QOUetv6Byi2DS7s02jLTYb5E5ejcs2xV4lOKxIddLc+4C4"
    "KbXvHQk6lSHs86ih36FnN0pK4u8ekLl5mDqd30Gp8718g+IY5X8ZRueBFPIg9oT+o/9Dr8"
    "s05MS6f82uNdi31+0Zw5cMc1PtmUbOQ7dGIpUTni9yITrX6RQqtfRGn1neYHwmLJrgQc+e"
    "z4B8QA/TUlZzqoRjUBp+YG0jEDgy9DVZOd5rzuKcZ7kPLamM91jZeOTyaA/Sb13NQvFkVX"
    "kr+fOdGqUYJ0fnAZNp4NNNZ0+4rX5RFq+H87xOxImxEDcUzsxpxbI69oQkwDUfYHEzai3O"
    "9GnwR73fZtNakDvwv8LvB7wO+C/oHf3bYxuaODopjhk4uUcduXmSYrSMpsZAu3YZKYYyrS"
    "CV5PBgjegyN4Pzda/Vbn4zV6xYrJYB3QrtS5sa/MCZXtK41ut3f3yKlex61y6N//SM2+Q/"
    "/+LxmZ/NpN767b5Zdk3a8cvWMSGBuGMqH8xAAtz6QTEiuzBsuUZ81TG+VCFlZQcg0WVsnW"
    "2krZUdpsFlvsIm2/jS8CoZUsoRV3os1P7YcEwU4taqdi47mYrxASBA0U39QH5Ud2fSq4uy"
    "wXeA0iovAiFHaZNZXkxl8QAuTXFOGF8jtrjkU2G/fNxo1Ui7V9IJK+AtmQrZchls4nhTXA"
    "2nO7qSaswsyZAVLP3IPRumq0Bu3iDNAuTQgAdwW4EWurzCkfPcuGelXaR89l/gumfgy9yM"
    "Hq/A9vFTaQqaHXqTKaIqyqTvKFYiL+NQ3Ofap8290rpvyqgbwH8YQNO53D2a9nN6aaOWV6"
    "RYqT38F6i+aCbO2pcDRPic3NOoIUkFVqgBQQSAGAFBDQP6SA7PEyV5aSYiXa3nfACSAbth"
    "jWkf0BxZU2XVxpplBlZs3yTcSCEEzBhQM7ijGKP1IhtayVKAZHVlxDTaud1bSCZIkyTSc7"
    "iVCWbqncCfRcJjf0ghAM+jUFh20EI1r42cBw3+11vxSSNWwhjMPSRS/LNr1sKHwJwfZ1Bt"
    "t3Gl+7YV9ogl0AkqJrQqN67tiaHBReGVj7oGsz93hO3TB5nIt/UDH7W8aLOvrmdki+ISeC"
    "aTgnen6z2Fj6hpivocrozcC6eMInA+vy9OrdwDon5GxgXZ0fX/4Sjalt44FZtll7j3FHC3"
    "OZFJWfk/hfXmmTPwv2X5dhOa9D8A2CbxB8geAb6B+Cb9u2PHfDF4yZhZTzjGdB5CcPeS6p"
    "TxXL+UZPefatuBzYiTIHDV7IIs6zkSQgCFRh4Vdf8Duywy8IAfTr4gotY5uMS9lUkJVyEY"
    "ZepmxxZ54AXFcniwdm1DJSWU0VM+3XUg6HcRrUc1NYo6XgSvqqgUzy3S3CZ5LZXGWgGWhu"
    "mfw4lqeFnY/Nj5K8Rt/+/hs5Pb8Z1OZ4wXe7D2q/oB8/vkVJqvV1C6dy781qUAeqCagmoB"
    "qAagL9A9W0bcsQTuXetl0Bp3JvC1w4lXtPMX7S5Jjc+j5zjeIB9tpXAN20tVb60g8ssx6G"
    "b24bX34JLLXtu85Hr7mAebN99z4G6tjhnI52dYbztgF/IXpOh06QqMxp6Ovz56aYTkicJZ"
    "eWTS9IQTp9jnR62LlwQKdx2+ziozv5rOJbH5eTVCHadSjMcivp12RdxdCeX2tLYlc8uBqK"
    "XJTDK0wmP5MO/EyEP/G8z70OSK5trSy/Wb2bnISDNqwrBPncelIVY1qI3Q3LAr+7n/zuUo"
    "8FGN4YYeB4C3O8jl2Xm2UXxaq0jO+4QK1vA69pF6Lf355pI2sqTGAcljERpu/mh9SSXTO/"
    "ST23V2aKoivTYfpTgkyizwykjRFGz0y3/C+vuzp6VcwpesG6wp9m1PkdWeHSBsKsrQN2zK"
    "mY6+wYUmL2ZiKrp3iFkBIDKTFgMkNKDOh/TfqHlJgyuEuQtwF5G5C3sbfoAr1cccAhb6MG"
    "eRt7lEwAeRsHmrfhkX6rMzfCLeuFWcJNZm+ITCTkb5TPhYH8DcjfqGAywb4Y2BWCHPI3gI"
    "yE/I3druZC1WLPtstdQjooWKWlfMd1pAVLeD1ZHGKCwJ5pJGseR2g0ljGT4zcyN2+0kcVr"
    "eNSS3bVAs3puX+2ZiQ9lUT5DlROvPXqdagZBTwtej4QS5u4hh4s5QjxFg7sAT5g10MmY51"
    "vw8rrOfaTpyAEc6dqr8atbglclyD680q1pMsXGNK4ayrYfnyVFJHRqNWSKlNb/hEwRyBQB"
    "4xwyRUD/a9I/ZIqUwTHjSbBR8Hkag0StWcQBCKjBky0zP1W7lzr9a2Twinb0vvWxI92wT8"
    "y9ITL73Gx02KcRpmFzMUvWw9sMOQ9vEzMe3obzHVRmYlrMtC+qDVG+1Br549OwyWD/a8r+"
    "G1CJ/UnogL6/63+6Rk8ag7aALi4y6OIiURcXYV3sSXx+j8INxhSfXlzGj+14RJcSmxrNu6"
    "vUdHmeYbxenicOWH4rhK/yV8zMkThcveYwViF7MjWz7yLLzMpaJWf2XURm1xDpkcPuCwpW"
    "afDueEOfC+z6yOCm0OOeaSTzpr7gaCwjGXxPsFpLJoHt2/Xc5K/hiWXgfOfKyLR0wvfZcb"
    "Z0pM3mmC7+YSDeiX0E2snlaGBdYXL8i8O/UvJKDLOOlDGimolM/Ewowq/8WLWJRgzE/G37"
    "LDXFcO14NHZPY6PsXhzxu5PvsJr9BaK3lERvGS3VHVoA6zdVgfgF4g+Iv10TfzqZaS+F3s"
    "Kg5BrewpLpY9/ftXJlkHdXnLDSLXjAyjz7+So3eOGWfPDEnUNRMLMJuXk3Yis7+wlHqKMh"
    "81ULNeWnMat4HjUs19dtgUwB5obpDAV+1i/YkeW0I30Nxc6vCaakKHTQB/kRKucFTxD5Se"
    "j2Z0WKQY7ZSEYccMkOzFKiAns5Q4GhTFuTL1K2Jl9EtyaDB3N4VhUQ2DtfbYHAPjgC+8HA"
    "kzTvwbmf33uwfLmV3sNnbtO/YgMxf0N2jHhVoYRzwBjJePErYs9mpsc/NaoueM04XScjNl"
    "Z4PjDlB2AqLwT9yaZZUzF5mvCbmTJhg4lPvue/RL2KzT8uvqy5Nxb4w3grnYyJTvibEt4g"
    "G5u1XEdf+UGqsmt/eZccH2gIec2ldVMgrxnymsE4hLxm0D+EN/Z+mROyaV0zJisF4rWvHA"
    "FylokAOUshQM6iBIhg6WUl5wSRg+Y1XdM8pvbGDRkpM6zGwyeKhfFz5I5c+YohKDVbt432"
    "m5Pz+nmoXpJ4ommYAfV8lxwzQECogokcJ6dZJgLWKnEisO+FCpsoqsrea3Oqa9Zkmmc+iE"
    "oeMmcfvxM/taSaJ7LFgmr+lb2qqBaqFOjyEfkMM1EMjLKiRhnw5uVRATd4i+tBkAZlQBCj"
    "9EGMxFdg/Vi33V6rjrcwBWQB3V5B14i2399+LbyZYRYtjjJG5locv0esWmnhOaFRPXeMzt"
    "bQ8MWXXnMp2LmujIjzENu4ZM+dxsS6nOt1qM2zcyMGYlir1AAxLIhhQAwL9A8xrD1e5pZa"
    "8E2PrJyqL3DQERbfYswRXvFlILayIrYimM35SypHZIE8Whd5FHJn1uNld3mnLa/PPVNLVl"
    "c7OirL6G8LqkjZTBfQV94ddcERlKW6g0F0nmOqjZG99KgLZE+khrMRzu8a8W9bR4Y1miJs"
    "OLvgDGtGdGQ/E9nP5IUYzsn4amBdvj0bsX/PjvnfF1fHMVmy23001HIo8ZxYB2IAiAFwDI"
    "EYAP0DMVBd0788BQp3a1cEc9oyJbeepCS3niQc7vxXDPGy4nDnv+Kol/1PIN4IxnCI6EZT"
    "3spVAqZHZhxhvZbsuPpN6rndVl0UXemz9rl3yKsAaq9srIRqsvBtl6amutsuZV7uz9AQ+3"
    "kL/sFAT2Ss6cxnNK+RRpnzyD4hgkcxp81s7jGpuzd5A68qO+vK/c8YOj3CUadlWs6TvdbK"
    "1+SXvnRbvd+vEfk+V/TFgLK2raZ0zasmKe5vylulMMMSFbabhRqF4eXJfXeyxl3c5gcddR"
    "HnmQh09zOsqomzR0i0SjGBs9OrS3/u4B/SZov720a7DZwL+NxQbaYEKzQkah9ctZkeQ/4V"
    "q11dY1DPamnuSqBhEafF7mA4F3rIEG8LFpo0pprFvIgpfiFoork1YqjM/AuFfUfUUFWkcR"
    "/BYHcTSqP/fIdZaleyl8CxgPyyMNECMuCLlNIXgQgaRNDAmoMIGugfImh7v8wttWAqppor"
    "hOYLVC6+c5opvnOaEt85jcZ3ZGYS5qsPs5Q4aBotrXjzavZ3F4WcC/C/7xv30jV6wgYZ0M"
    "dG+4F9sJP3BvSm1/jQv0ayjsfmgHYbD/f8vFa71r88oB8arTb/PMaKSuQiPPGaz2z1HZsi"
    "yvKFtzilaHNCc04rtbsuP6OVSw5osy01elwFDBusl0IHQI8BPVZijVSIHrshqvJC9EUtmR"
    "jzm9RzU2KyKLrWvd4RPiqhfvHSBPGu+FO0e8u+yJyBOdOmwn4FFDbetUkPzNUqNQBzBcwF"
    "MFegf2Cu9niZW2qBnzuch7jy2peZECjIXG2ktDHU5801ixXaQw7sYNEkO8dHIjHTb+roDM"
    "jtZnjWjnewxhYbnR5YecdoSO6Q6xnj0YjMzdwQhsQAQdtmyrPch8QqF63ayG6kvaPx5yqm"
    "lMg5Ia91241Oxw6oOPI8wtLrt3/nERbdVBcDeiO1W4+SzfD709mANppNqdvnF73hVYT3f5"
    "dBce8S1fYusk1PS9JZwh49betq2s4rsZEjTvn+pCEvMT8ca3qeKTwieMiTOMSmdu4vl6Tg"
    "ecmG8W50EYqc5NJEVBb0APHassdry1d3vmQvQG64k8rOsy+COg/tdi1pxvkZxN14wYNBsh"
    "iLewpxdIYtQRLCj/8H+F8BZA=="
)
