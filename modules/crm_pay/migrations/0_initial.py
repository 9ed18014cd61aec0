from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_pay_account" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "provider" VARCHAR(10) NOT NULL,
    "title" VARCHAR(80) NOT NULL UNIQUE,
    "active" BOOL NOT NULL,
    "test_mode" BOOL NOT NULL,
    "secret" TEXT NOT NULL
);
COMMENT ON COLUMN "crm_pay_account"."provider" IS 'TEST: test\nSTRIPE: stripe\nALIPAY: alipay';
COMMENT ON TABLE "crm_pay_account" IS 'Ours with a payment provider.';
        CREATE TABLE IF NOT EXISTS "crm_pay_link" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "token_hash" VARCHAR(64) NOT NULL UNIQUE,
    "secret" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "revoked" BOOL NOT NULL,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_pay_lin_invoice_f8dedd" ON "crm_pay_link" ("invoice_id", "id");
COMMENT ON TABLE "crm_pay_link" IS 'An address at which whoever has it can pay one invoice.';
        CREATE TABLE IF NOT EXISTS "crm_pay_attempt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "reference" VARCHAR(32) NOT NULL UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "state" VARCHAR(14) NOT NULL,
    "provider_reference" VARCHAR(120),
    "captured" BIGINT NOT NULL,
    "captured_currency" VARCHAR(3) NOT NULL,
    "returned" BIGINT NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_pay_account" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT,
    "link_id" BIGINT NOT NULL REFERENCES "crm_pay_link" ("id") ON DELETE RESTRICT,
    "payment_id" BIGINT REFERENCES "crm_receivables_payment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_pay_att_invoice_e1bd10" ON "crm_pay_attempt" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_pay_att_account_29bf1e" ON "crm_pay_attempt" ("account_id", "provider_reference");
COMMENT ON COLUMN "crm_pay_attempt"."state" IS 'STARTED: started\nFAILED: failed\nPAID: paid\nPART_REFUNDED: part_refunded\nREFUNDED: refunded\nCHARGED_BACK: charged_back';
COMMENT ON TABLE "crm_pay_attempt" IS 'Somebody chose a provider on a pay link. Its state is a function of the events of it.';
        CREATE TABLE IF NOT EXISTS "crm_pay_problem" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(12) NOT NULL,
    "state" VARCHAR(6) NOT NULL,
    "detail" VARCHAR(300) NOT NULL,
    "remark" VARCHAR(300) NOT NULL,
    "attempt_id" BIGINT NOT NULL REFERENCES "crm_pay_attempt" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_pay_pro_attempt_b62ad2" UNIQUE ("attempt_id", "kind")
);
CREATE INDEX IF NOT EXISTS "idx_crm_pay_pro_state_b34f61" ON "crm_pay_problem" ("state", "id");
COMMENT ON COLUMN "crm_pay_problem"."kind" IS 'DIFFERENT: different\nOVERPAID: overpaid\nPAID_TWICE: paid_twice\nEXCESS: excess\nNOT_BOOKED: not_booked';
COMMENT ON COLUMN "crm_pay_problem"."state" IS 'OPEN: open\nDONE: done';
COMMENT ON TABLE "crm_pay_problem" IS 'What a person has to look at. One of each kind for an attempt.';
        CREATE TABLE IF NOT EXISTS "crm_pay_event" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "event_id" VARCHAR(120) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "reference" VARCHAR(32) NOT NULL,
    "provider_reference" VARCHAR(120) NOT NULL,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "total" BOOL NOT NULL,
    "happened_at" TIMESTAMPTZ NOT NULL,
    "received_at" TIMESTAMPTZ NOT NULL,
    "body_sha256" VARCHAR(64) NOT NULL,
    "account_id" BIGINT NOT NULL REFERENCES "crm_pay_account" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_pay_eve_account_780efc" UNIQUE ("account_id", "event_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_pay_eve_account_4bce18" ON "crm_pay_event" ("account_id", "reference");
CREATE INDEX IF NOT EXISTS "idx_crm_pay_eve_account_1f8186" ON "crm_pay_event" ("account_id", "provider_reference");
COMMENT ON COLUMN "crm_pay_event"."kind" IS 'PAID: paid\nFAILED: failed\nREFUNDED: refunded\nCHARGEBACK: chargeback';
COMMENT ON TABLE "crm_pay_event" IS 'What a provider has told us, under a good signature; append-only.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_pay_event";
        DROP TABLE IF EXISTS "crm_pay_problem";
        DROP TABLE IF EXISTS "crm_pay_attempt";
        DROP TABLE IF EXISTS "crm_pay_link";
        DROP TABLE IF EXISTS "crm_pay_account";"""


MODELS_STATE = (
    "eJztXW1P2zoU/itWPm0Sq6CwwuVeXalA2KpBi0r2cgdTZBK3jZraneMUqon/fu00ad5LEm"
    "hpi7+gxvZxnOfYx/bj48MfxaAjfQyntSZjaDRmyjH4o2A4QvxHKm8HKHA8juSIFAbv7Ghp"
    "HUZK3zmMQkPU2oO2g3iSiRyDWmNmESyErskI3RFzCowBcRCAYEzJxDIRBQSLJzgFtoWHNd"
    "BiDnAYZAhYDs/oudgQdQDSA2yAAJogzEvwJ4vVxKtNYvB3W7i/1Le42PrtIp2RPuL5lL/r"
    "5hdPtrCJHpAjHm/4w4RYBtItU0jwv7zEjQINg7iY+alBe3SKeogibCDll6hoPNR7FrLNmF"
    "pmIl66zqZjL+3E6rcwO/fKiq+/0w1iuyMclh9P2YDguYCFPQ31EUaUf694A6Ou0BB2bdvX"
    "aaC02WeGRWbfF5ExUQ+6ttCzkJ41IExTdL3d0fRrVdN1JdUHAomIwvwkg2DRf3hTHQ+Avm"
    "jCh7/q9f39w/rufuPo48Hh4cej3SNe1mtvOuvwcdaYEK1ZVR5mrU+ttiYaRHgnnXVikfDo"
    "yUAGZ1KeGkP0KZpYjmh5Sge5CoiKPK2GAPRFeggSQkWE4ytAfW+5aqjvHRweHO03Duboz1"
    "MWgR4AHLUySHw5txtpSM94DrNGKBvXuGQCWdMXrQU/loWz8s/cTPRdiB+smmETY1jD5P5f"
    "ZUk6WACw1rpUr7Xm5ZWofuQ4v20PyKamipy6lzpNpL5rvI8Pg3kl4HtL+wzEI/jZaasezs"
    "Rhfeq9MSyn/VREm6DLiM4/XIdmFKwgOUiK6d8dmxX1H5eU+t9M/Qej+G6ql53ZUqKVrKs/"
    "h5VS+pZMc9FpLVh4pDRwOoA0b2KLCCWw559UZcS97gpjBB90G+E+G/DH/foCVL81u6efm9"
    "13+/XE0Gn7OXUvKzHVuVTANS2DcVTmZSB+7f4dB7kIxvkQJxGGI7GqLmdFQpnVLc62zn54"
    "u6bsfq1id+Qh3+LthL61iGlgLry6Di7eSUWV5bSg8Nmuq6lnx8CXv8XnzdaFSOhByxbPV8"
    "0WfxpDy/vd1fSuev61faZ6iZSJLZ7LG8Zzw4wwTfTrT+qZftI8/XLM96uQ9sUEB41hcldb"
    "ZHTtHRQYXnsHueNLZMX1nLFTLWHMsqUraX3dZu047vXdIsDXd/ORF3mJ2QOOmUtR2TVSRG"
    "p19m13q4xbgKFeaQLPEl6hoVvWHmSp8zhFHDNctq9HpWRfr9bX48RkiVVUnNCUK6mqCojz"
    "xSVo3picVEBlBYijgNLoR4Qk9JWhH8PpCFUwPnE5yQKVwV+cM/WGmWcdolOnFXFOKLL6+A"
    "uapnZ1CeSDA8QrOL3wq9qwYfAY9LQgNewpFN7PD+eiw59/v4lsxDwEuuq11m2dakqWiX8u"
    "tBQZyJoI5JxaK6xySyGOz28FUPZXJC/Sgf19azOscktRji/jCqDsm96X7MtXYZWbZbSLgh"
    "yfrnJAFnZZ8D73kJp6zECLHFIniZR52XTWqD5KpkAM+x5A4ktEu5O2OssRJGLHCziCBLPH"
    "014gTQygaVLkOAAycD+wjAH/S9AEUTCADrAYMCD2/DQIRsC3BGk/j2fUU82TQ/poSB8N6a"
    "MhfTS2/Yxe+mi8bf1LH411YEcYGSKs84XMoMz5Q1xq67w0GkWOOBv5R5yN1BGng3ifzTB0"
    "GnrI6eOhxFZ4aCyyXOoPLWa0AiDfXTZ/vI8ZrotO+1NQPAL86UXnJAE4ehhb3FhVmF3ikq"
    "81u7ySKjZtEuFLbG6KsqYPQmwEce7CPJBK6PeOiy1LpfOU1er0pNO5iKnzpJUcP18vT9Tu"
    "uz1Pj7yQxeQx0vrM1gu4dMn5LovzfS2ijBIO7kjJJMr8vJ1CRNk4UvpJruz7ADJxZwlRh+"
    "9mBKvFCLAJGQLIaqCDkbiehKAxAEOuXNAjFEAM/EtZacrs+dVlMGc3il/AV5wQnZFlMT5t"
    "7vYnqTRJpUkqTVJpb2EVLKm0t61/SaWtA5XmrUhS4Be7rRDIrjPXo5y1zs/VrtrWjoFp9T"
    "xne3aLO9/U7ux+ApkgGtxRaJ3p2vfWqTq7taCze77kvsXqj1P1+voYoAcDOc4tFm/j+9Mv"
    "4r4CJkzn229/X17eO76Qc/wC3/gUZbdpt0/IGOGS1lLpXKltrjgueYvPuHXimiUYVVFAow"
    "hlms+YJtE3EYOWXYaTDiW2zxF+t8jVD14q3xl+N3X1g6IRpBmueIuuZgYSEuEiCMc3rCXc"
    "3mNyki57KbosEkXmuc57kfA1G6aJwk57sU64djRZzHUyhy5LulcWCTQUKf0kbdZxqQPuLT"
    "aYxfsR7nfzKEBpVuzJ0k+7i0k+S/JZks+SfNa28xmSz3rb+pd81jrwWcHipCoHEpVfa15L"
    "4x2W6xw57BaLle2VKkJx8ALoFjcvWlfN/44BtC1/zViamSoUtmFB1IbUvpJZzC4VImMusH"
    "WeekdFwD3KB/covWnndnuSge5Ch6JQaIX+RAHqG+tOJEacPiJmWbRjchLw4oBvhhfq0ii/"
    "VfigpuinV6ZILpHjQG/5kE+RBGV2ClEkXsDiYgRJ4AgUREaeuQLZJnCdHSCCU1Ge2yfEBI"
    "7Vx1CEtPkb8CYgbH4g2J7muxY9q8Zs76LYJVXvI3Ury8MoXjASXFmGYF77xW0+hzNXeIll"
    "VVRmnRe4FddWSwk4tvWH5NFQfckwfvnB+aKh+SoH5nvxjca6BHBdq2Hx8iFc1yb+4XoDvx"
    "R7JIO7vlb8Qxm3eMnxDhlhMMODZvHWOpCR96JK7KsH3g6j0oFFQlReN1zrg4nZTalKik6I"
    "yqOpzewB4l8+6c4A1j82ysxcCbEtnLxe/s68jBq7Zu5zMvbdkmLfrZIjfvwfXWmFhg=="
)
