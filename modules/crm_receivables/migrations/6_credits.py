"""Credit notes, write-offs and reversals; each gives or takes back credit, which is allocated like money."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_receivables_credit_note" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "payment_id" BIGINT NOT NULL UNIQUE,
    "posted_on" DATE NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "subtotal" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "total" BIGINT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_56db71" ON "crm_receivables_credit_note" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_custome_7f65fd" ON "crm_receivables_credit_note" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_posted__ad7c2e" ON "crm_receivables_credit_note" ("posted_on", "id");
COMMENT ON COLUMN "crm_receivables_credit_note"."state" IS 'POSTED: posted\nREVERSED: reversed';
COMMENT ON TABLE "crm_receivables_credit_note" IS 'Takes back part or all of a posted invoice. It never changes but for its state.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_credit_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "description" VARCHAR(300) NOT NULL,
    "tax_rate" DECIMAL(5,2) NOT NULL,
    "amount" BIGINT NOT NULL,
    "tax" BIGINT NOT NULL,
    "line_id" BIGINT NOT NULL REFERENCES "crm_receivables_line" ("id") ON DELETE RESTRICT,
    "note_id" BIGINT NOT NULL REFERENCES "crm_receivables_credit_note" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_receiva_note_id_7a9b11" UNIQUE ("note_id", "line_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_line_id_c90202" ON "crm_receivables_credit_line" ("line_id");
        CREATE TABLE IF NOT EXISTS "crm_receivables_reversal" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "payment_id" BIGINT NOT NULL UNIQUE,
    "amount" BIGINT NOT NULL,
    "cause" VARCHAR(10) NOT NULL,
    "reversed_on" DATE NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "entry_id" BIGINT NOT NULL REFERENCES "crm_receivables_entry" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "crm_receivables_reversal"."cause" IS 'BOUNCED: bounced\nCHARGEBACK: chargeback\nMISTAKE: mistake';
COMMENT ON TABLE "crm_receivables_reversal" IS 'A payment, credit note or write-off that does not count any more; append-only.';
        CREATE TABLE IF NOT EXISTS "crm_receivables_write_off" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" VARCHAR(300) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "decided_on" DATE,
    "remark" VARCHAR(300) NOT NULL,
    "payment_id" BIGINT UNIQUE,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "decided_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_invoice_e839e7" ON "crm_receivables_write_off" ("invoice_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_custome_24c5a1" ON "crm_receivables_write_off" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_receiva_state_8ba4fd" ON "crm_receivables_write_off" ("state", "id");
COMMENT ON COLUMN "crm_receivables_write_off"."state" IS 'REQUESTED: requested\nAPPROVED: approved\nREJECTED: rejected\nREVERSED: reversed';
COMMENT ON TABLE "crm_receivables_write_off" IS 'What will not be paid any more, once somebody else agrees.';
        ALTER TABLE "crm_receivables_invoice" ADD "credited" BIGINT NOT NULL DEFAULT 0;
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nCREDIT_NOTE: credit_note\nWRITE_OFF: write_off\nREVERSAL: reversal\nTRANSFER: transfer';
        ALTER TABLE "crm_receivables_payment" ADD "reversed" BIGINT NOT NULL DEFAULT 0;
        COMMENT ON COLUMN "crm_receivables_payment"."direction" IS 'IN: in\nOUT: out\nNOTE: note\nLOSS: loss';
        ALTER TABLE "crm_receivables_payment" ALTER COLUMN "method" DROP NOT NULL;
        COMMENT ON COLUMN "crm_receivables_posting"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit\nBAD_DEBT: bad_debt';

        ALTER TABLE crm_receivables_invoice
            ADD CONSTRAINT crm_receivables_invoice_credited CHECK (credited BETWEEN 0 AND total);
        ALTER TABLE crm_receivables_payment
            DROP CONSTRAINT crm_receivables_payment_used,
            DROP CONSTRAINT crm_receivables_payment_on_account,
            ADD CONSTRAINT crm_receivables_payment_used CHECK (allocated >= 0 AND refunded >= 0
                AND reversed IN (0, amount) AND allocated + refunded + reversed <= amount),
            ADD CONSTRAINT crm_receivables_payment_on_account CHECK (
                CASE direction WHEN 'out' THEN on_account = 0 AND allocated = 0 AND refunded = 0 AND reversed = 0
                    ELSE on_account = amount - allocated - refunded - reversed END),
            ADD CONSTRAINT crm_receivables_payment_method CHECK ((method IS NULL) = (direction IN ('note', 'loss')));
        DROP INDEX crm_receivables_payment_reference;
        CREATE UNIQUE INDEX crm_receivables_payment_reference ON crm_receivables_payment (method, reference)
            WHERE reference <> '' AND reversed = 0;

        ALTER TABLE crm_receivables_credit_note
            ADD CONSTRAINT crm_receivables_credit_note_amounts CHECK (
                total = subtotal + tax AND total > 0 AND tax BETWEEN 0 AND total),
            ADD CONSTRAINT crm_receivables_credit_note_payment
                FOREIGN KEY (payment_id) REFERENCES crm_receivables_payment (id);
        ALTER TABLE crm_receivables_credit_line
            ADD CONSTRAINT crm_receivables_credit_line_amounts CHECK (amount > 0 AND tax BETWEEN 0 AND amount);
        ALTER TABLE crm_receivables_reversal
            ADD CONSTRAINT crm_receivables_reversal_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_reversal_payment
                FOREIGN KEY (payment_id) REFERENCES crm_receivables_payment (id);
        ALTER TABLE crm_receivables_write_off
            ADD CONSTRAINT crm_receivables_write_off_amount CHECK (amount > 0),
            ADD CONSTRAINT crm_receivables_write_off_booked CHECK (
                (state IN ('approved', 'reversed')) = (payment_id IS NOT NULL)
                AND (state = 'requested') = (decided_on IS NULL)),
            ADD CONSTRAINT crm_receivables_write_off_payment
                FOREIGN KEY (payment_id) REFERENCES crm_receivables_payment (id);
        CREATE UNIQUE INDEX crm_receivables_write_off_waiting ON crm_receivables_write_off (invoice_id)
            WHERE state = 'requested';

        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_credit_line
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_receivables_reversal
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_receivables_credit_note
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER never_deleted BEFORE DELETE OR TRUNCATE ON crm_receivables_write_off
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_credit_note FOR EACH ROW
            WHEN ((OLD.number, OLD.invoice_id, OLD.payment_id, OLD.posted_on, OLD.currency, OLD.subtotal, OLD.tax, OLD.total)
                  IS DISTINCT FROM
                  (NEW.number, NEW.invoice_id, NEW.payment_id, NEW.posted_on, NEW.currency, NEW.subtotal, NEW.tax, NEW.total)
                  OR (OLD.state = 'reversed' AND NEW.state <> 'reversed'))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER facts_stay BEFORE UPDATE ON crm_receivables_write_off FOR EACH ROW
            WHEN ((OLD.invoice_id, OLD.currency, OLD.amount) IS DISTINCT FROM (NEW.invoice_id, NEW.currency, NEW.amount)
                  OR (OLD.state <> 'requested' AND OLD.payment_id IS DISTINCT FROM NEW.payment_id))
            EXECUTE FUNCTION crm_receivables_refuse_change();
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_credit_note FOR EACH ROW
            WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm_receivables_only_merged();
        CREATE TRIGGER customer_stays BEFORE UPDATE ON crm_receivables_write_off FOR EACH ROW
            WHEN (OLD.customer_id <> NEW.customer_id) EXECUTE FUNCTION crm_receivables_only_merged();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    """What was credited, written off or reversed is not known before: only an add-on that is removed goes back here."""
    return """
        ALTER TABLE crm_receivables_payment
            DROP CONSTRAINT crm_receivables_payment_used,
            DROP CONSTRAINT crm_receivables_payment_on_account,
            DROP CONSTRAINT crm_receivables_payment_method;
        DROP INDEX crm_receivables_payment_reference;
        ALTER TABLE crm_receivables_payment DISABLE TRIGGER facts_stay;
        UPDATE crm_receivables_payment SET method = coalesce(method, 'imported'),
            reference = CASE WHEN reversed > 0 THEN '' ELSE reference END WHERE method IS NULL OR reversed > 0;
        ALTER TABLE crm_receivables_payment ENABLE TRIGGER facts_stay;
        CREATE UNIQUE INDEX crm_receivables_payment_reference ON crm_receivables_payment (method, reference)
            WHERE reference <> '';
        ALTER TABLE "crm_receivables_invoice" DROP COLUMN "credited";
        COMMENT ON COLUMN "crm_receivables_entry"."kind" IS 'INVOICE: invoice\nVOID: void\nPAYMENT: payment\nALLOCATION: allocation\nUNALLOCATION: unallocation\nREFUND: refund\nTRANSFER: transfer';
        ALTER TABLE "crm_receivables_payment" DROP COLUMN "reversed";
        COMMENT ON COLUMN "crm_receivables_payment"."direction" IS 'IN: in\nOUT: out';
        ALTER TABLE "crm_receivables_payment" ALTER COLUMN "method" SET NOT NULL;
        COMMENT ON COLUMN "crm_receivables_posting"."account" IS 'RECEIVABLE: receivable\nREVENUE: revenue\nTAX: tax\nCASH: cash\nCREDIT: credit';
        DROP TABLE IF EXISTS "crm_receivables_write_off";
        DROP TABLE IF EXISTS "crm_receivables_reversal";
        DROP TABLE IF EXISTS "crm_receivables_credit_line";
        DROP TABLE IF EXISTS "crm_receivables_credit_note";
        ALTER TABLE crm_receivables_payment
            ADD CONSTRAINT crm_receivables_payment_used CHECK (
                allocated >= 0 AND refunded >= 0 AND allocated + refunded <= amount) NOT VALID,
            ADD CONSTRAINT crm_receivables_payment_on_account CHECK (
                CASE direction WHEN 'in' THEN on_account = amount - allocated - refunded
                    ELSE on_account = 0 AND allocated = 0 AND refunded = 0 END) NOT VALID;"""


MODELS_STATE = (
    "eJztXetz2joW/1c0fOqd4WYSkrZZurMzhLi33CaQJSS9j9xxhS3AG5CoLSfN3u3/vpIf+I"
    "ExtsPDwPmSIbKPML9zLOm8/65o5kQ1iUaMJ9wfE+uoMR4zDXOD0Uod/V2heELEh7TbqqiC"
    "p9OEm+QVLj8lXFNxdIK+xU2scXHnAI8tIoZ0YmmmMfWepNJAU2xyxAYIi08vE0I54iPMkU"
    "U4FxMiTJFBLS7mldc+IPFMhOo/Mzp+OUItbiGTPBHTwuMqMsQk9KWKpsyg4gJnyOBH8jF0"
    "ponnMOhwY99oU+ObTVTOhoSPiCm+98+/xLBBdfJdICj+/bPifblq6JJC/BV3/ClueWKGRu"
    "ZGZw/kXSGDAdG48URUAeRfcvLpozowyFiPMNi92RlX+cvUGbswhi3KPzr3SnT6qsbG9oQG"
    "909f+IjRGYH4cXJ0SCgxMSfyG7hpS25Sezz2RMFnsPvTg1vc3xyi0ckA22MpE5LafYBgrK"
    "Kq7U5PvVV6qlqZkxefIsRQb0hjVMqa5IMDwFA+ws//qNVOT9/Xjk/fnb89e//+7fnxubjX"
    "ed75S+9/uA8ToOVO5WDW+qXV7skHYkKgXdmXAz8cGsyxS+WwNkAfT5jtYpedAwHNci74mK"
    "exwR8I+BC8invGiAD4yNsxB/+lgC8Z/DhdjAWC0YQbE3IkP+wgM1JwvWz0lBiI7jonFvW8"
    "i0iMsJAce4vF4a0m4c2ZSHxUnLCCXHqSmMyAKGWaEMsP6xLkyj8HNtUk1mhoY/rdONLE4e"
    "DxiLLnf1U2L+G91rVy22tc38jpJ5b1bezLvbxSc0ZfYqNv3v0U5dJsEvSl1fuE5L/oj05b"
    "cXBmFh+azjcG9/X+qMhnwjZnqvjhKtbDYPnD/lAi//svud/AOdKVvIOHuZVQbuZnQJgK9v"
    "HC4M+fe3McZedogRGvYERYLcnDhDAdMKAwA6LaYnYGROmAAbkYINXqwWOiaucs8POs+MhM"
    "YgzpZ/LisKMl1yCqkQTs46aXX5ltUjxW/Hl3jCk/fMHzR4Pzg4mfZ5aJyMYo0NDJmHAHj6"
    "44L3VbzV4lSexXCfRNMOWeYhx95zOgHNoqV4l0KzrtnqI9f87IhLizL64W7dmUe4t0+DCx"
    "AGW5Zvex9viMTV2NLN7yCqux2Mjs3vlLk9okPoIpHjoAyV8inztN5tMs7bF3o4CpPfbSZr"
    "G1B+R1x/rt2cGlwdtB1jWEGxbSbYKE2o6Rjl+O0FfPqk/0r0gbYTokFuq/oK9Sm7e+Ijxm"
    "lCQZ2tf9dVms7Mn2dPGFnoVPjoD1vJTWc5M8GZaRZMBNszzOSDZ31j1ZLxtqJ2fvz85P35"
    "3N0J+NpIEOBkUwKEYNivZUL8j/KCXwfzf5DwblMlhyqD3pi8PKHPzNETaTwQ8oYqiLH1Pk"
    "Xdvu2WKCv6tjQod8JP49O07B877RbX5qdN+cHcdemrZ3peZcim1ytmkSqiXYZhYDHKZZDc"
    "TbluwIyKcZMD5dCPFpHGHxo8k4D7wzgs1hW1nXfhBF9uQ4i/yKuxai61yL4hsoJ1nDFgKK"
    "gw5YgHCbLW1pM4U9J/Zhss3Bf7xX2DObSxOhLp8sF/oxQhD/wix4YoaeKPuMjQmmyfAHRD"
    "Hk+4JqXdDPRja7Vl90OlcRJemiFQO1fXd9oYid0tknxU0GX4C1F1um59whY2Sv3CZLpsfk"
    "2yU12+JsQsz8OmCUEBYMiKbYJQakOPPBG7cub1zSwvNamDVx91EzNNmeAhxbb8vq73TlPN"
    "3XOXsXCvk5A+qlPk6Zn+OqdBaics/3PIiICXlChuNtlGZVon9AfESQdD71sUWQSQa2RSx5"
    "y5uJMTSdHCZ08tO8X3M9X5HFlxkTCN+ZKQTJQUX1B8Tbw20H1KifU15znyw2CO7QkuxRVX"
    "CHgjsU3GHgDgX+gzt00+fSA3GHliuzMOqoy+JNOl3sTDqd8yWJMyeRrs0E3XYxwBGifcP4"
    "PAvG54sxPp/D2GK2mQ/ggGLf0H2XBd13i9F9B/78jfvzpbq4QHwVsdbOmWSiouwTb9C3r5"
    "t4wHOecCqX3cbHXh05tA/0pnPbUy7rnqL+QO87LfGf9MnE9f1Ma0qWJWXxipLEEFd/L8oR"
    "l3q3WNK5Udp1xKaECvY0ur2r39WbhuSKDBwfv6hTbOjyijskP3fule7lnSKInoip2+S1bD"
    "ypZQnmqC2O5ajFORmxtmT1VUWIDtlT5bpIc6IXITpk9LYYRrTTuFl2nzOOEyLc0jTCMBWE"
    "shRTBTn+ng90jwDwLoh3fjEHGX8l5hAqtz3sdy9Ubr/w10yiG7lFP0wFyBetHmJygySolL"
    "/edtoLtJCAJH4aNDSO/ofGhrWDRu4UKCUWEd+Fr9m9uW78Flf6mledi7hTQk5wETdvs0W2"
    "lQXGbbZxc8q6fEVR5fptplSJtympEm/nUyXCoQ/5FpUoIbhvCq/pEE1asmBGCLNbR5hd0q"
    "rzeoTdeayjZmjG3Vp1MqMcXXBLHcx4ZVBSyRDQ6NxXLRTUOPZJl0U0LmZEQsRgKBZQfoG/"
    "tBLTYLoqRNHkbnTfkgopEABYygDA8MPnOFHGyPbRH5rpaHmacrQ8nT9afrMx5QZP8DtfEs"
    "2Y4HEy2mGyuN7k0h159Gs7z5+s60CfZkdXmq3rxtWbk7PqWSyHK5zFH4VY/CyuTs3EzIu0"
    "ZSVKBzaBwtZ21Uz0/KcKeJhsSwJ+vEUBf1utZZbvXclH3zu5Bi/SJi0ACUfOAoaY8IEVrD"
    "FF7bzho/78ur445CRGd8j+fw8LQhMkeSmCHtUh4wfJzeWyB0Jy856WGo5UjE8zV8VLyxew"
    "V83K3WcoMxz0y/uADO4mwwqeWMiyJ7JH3n+JyZBBEcHaCPmh2lX0PDLE/5GMWW1EtEcLDZ"
    "jp3uwEG8uCxwnVhjf1rTmLDrtJt0FB9lgSLtjaymlrezSStv9sAdg+bZktbQKC+06rqdT9"
    "Wtzh2GkZZf37tdLu1f0OmQ+0cXXVaTZ6rU67joImnw/0rh2+YtPwta7y8a4t5pSJ71TM2u"
    "wql62efCzxvW5Yhyr93Q/0S7fVU9TOx4919GwKvVplg4Gkv1e6t42r+qzl5gPtdRvt249K"
    "VwolptbAdU1BpHdZd9qMh0bIxYZcXMjF3bb5YIuqG+Bf32qTr4PFv6yac8kYsraqYFvt8L"
    "WjIGdq8LVl64TPhDTDRIhRBWwSIclZbRhN1sJb7sNEqmmBOl9KdR5qZ0HtrAjOoK9B7Szg"
    "P+jru7jNQSuhDRXP0g1xwlscbrvcExCZYIMZXQbNuYYJ2ZKegAfauevVEbP5A3Wt9K55/q"
    "pze1tHY2ZZRYztZxn4cra4w1OcKxNxTmeFnTMB9UpKb2ViRx/TRzXirsjBmYtG+7MaeD0i"
    "c0m3TOum8bt0yRhCHXqgXxSBmmDhM9FGWHCx+Ulpfq67Lk3xX+P2k/gHWyP5uXspP5v6A2"
    "1d33S6Tj0kYzJlppdsm5fPtSwvYG3xC1ibD6DUtOQIysULXIhk71IoV1+6bkvlAcsM8kkm"
    "MT5JkeOTeUGOWQqy+gdjZIftIYQ6gGuuA7gr4ep7d4yHmjDbw96NTckLfZgKkC+KvNuSKy"
    "/yARUgX7AOElUXnqxTyyBF6AD918k9dLArehSEmjprrakDFV22vUSMMNXHBTgQpQO7+ori"
    "gKCizror6niC+xqAPTfenZUJ2pKJeVZkoy94SQN/3MSbSmrgj3dPtVjgT4h6vYE/TtrTLG"
    "0ndPgNizgE/ZQz6CfVe7DcU7QVT0KBTJ6u0lRa942LK0XmyfhviZs9075T3OQZKrsj9Bq/"
    "CTnA32OOICcrx0/IeaAXjUv1UrnoSV+TLh6jz4s4g1afYQMGYDAA79XKBSpXiVgw2+lz4R"
    "+mAvBXpW/Nks1XlRAQT4DfMaZk1Q7C0gj92Lek1m5Z++o6nqlKmvLl3VItpHuZAfHSShDX"
    "jJIXxAYI+3nkaGiIsyiSv/kDwkHJhiP0Vbb0UpnNv8r+6bIeg/g8ZIJvPu18zYc1zJ9FKY"
    "xm34ACWFoF0Gd5gXzKCOFqdvaDYQgoFFsH3o9PyO1jjJAddLyZSbCVr9ByQLF3jsa1VFiG"
    "HDLIIYIcom1vFWD4OMyCH4fLALA8bdvytNWaH7uK8S4U/Wg6PsSl/XNCt1ULWaG84oHr6q"
    "IjAwY9nP2y5PN9cyJXwPpTOusPtMvZpDK3s91EtmRw2ON2InuysuxSR5G9g7xQL5HXthAB"
    "6OVI6PCTHfoQEUC/Km00Oc+luI7kHrvbbJet90vVpJAkZtBEfQ1iVRDHOoPuKcahhbbMeq"
    "gj6cv1UP+FKK6H+i/q8pCIHn4klhOfgKbY5IiZspq+F8PgVIP3C/IfoRZHVCb9IW2E6VCS"
    "2dzpSiHbWzhNKeZDItYwf86GF9WgPuaCspmRqvegQJdWgYaimVA0M4IzODyhaCbwHxzeu7"
    "jNQdHMDRXNLJNL+2AOcdCHqsgGAlXmMi0Rq00ytOw+Z9z152RfHcJUYGAET8YOQZ5f2EHS"
    "VxEBvwvh27vt83dshMkQLy+vMCPeYLC8e87JqapWbjq3Tm1sl9pvS6pc+m1Ji1XLPs/Aj/"
    "PFpZyhalfplhxofF8u9yk0vt9E/z7IIt/LLHK333YlPY/cu6laMJM8RL7Ucdrw07SrXqEi"
    "pzWJ9G86DcN/ZoMB4iPMkc6IJa8hp3oTwvQFTYRoRdPB5/ymq59+udsU3J6ldHuCARNyxg"
    "/l9BTZyLFtFdbmZsRl1p0rF527dlMqbn0hL5rU5aQ29Yty0XCbJGFzSORO+kCvW7e9xmel"
    "jiaG+MWPpIiGd5KpkUxKH5mENjIlKB1etrcF0vrLZRWCKBeIcoAoh23v5pDWXx5DFGSVry"
    "2rfMt2ki/SONAZDCppdpLZTdVCdhLHAKEyj36poeSLtFI8G+OxY6XoEySLmc3sFFXEhIgh"
    "i01In+kviIg5EBbLv3jOOaPI66Zaedz4zGMEMeOlNZ5AzDjEjMNpGmLGgf+gTe38Ngcx4x"
    "uKGYeoW2jtsacrx27YmyEOcaPWfZOIm4uEInaVf98pbjTibI4H2ri56Xbu5SCeTk325AYp"
    "/qo0vRv/Q7QVBi6u3q0lKz3lL1YdpTrkfrgmmWDzMd8a41OATyvLCrPFmJC4ZB6MkQlim0"
    "vEAn+xLaCGzpGCGgoR5jvEAIgwhwjznQI4f/vtYIl+DcYH0YF7bjcrgWP6x/8BBG2gDA=="
)
