from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_collection_policy" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(80) NOT NULL,
    "name_zh" VARCHAR(80) NOT NULL,
    "standard" BOOL NOT NULL,
    "currency" VARCHAR(3),
    "daily_rate" DECIMAL(9,6) NOT NULL,
    "gap_days" SMALLINT NOT NULL,
    "active" BOOL NOT NULL,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_collection_policy" IS 'Which one holds for an installment: the customer''s own, else the one of value class and currency, of the value';
        CREATE TABLE IF NOT EXISTS "crm_collection_level" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" SMALLINT NOT NULL,
    "basis" VARCHAR(10) NOT NULL,
    "days" SMALLINT NOT NULL,
    "channel" VARCHAR(8) NOT NULL,
    "interest" BOOL NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "subject_zh" VARCHAR(200) NOT NULL,
    "text" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    "policy_id" BIGINT NOT NULL REFERENCES "crm_collection_policy" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_collect_policy__add3e3" UNIQUE ("policy_id", "number")
);
COMMENT ON COLUMN "crm_collection_level"."basis" IS 'DUE: due\nMONTH_END: month_end\nPREVIOUS: previous';
COMMENT ON COLUMN "crm_collection_level"."channel" IS 'MAIL: mail\nLETTER: letter\nCALL: call\nTASK: task';
COMMENT ON TABLE "crm_collection_level" IS 'What is sent `days` after `basis`; below zero: a friendly reminder before the day it is due.';
        CREATE TABLE IF NOT EXISTS "crm_collection_level_fee" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "level_id" BIGINT NOT NULL REFERENCES "crm_collection_level" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_collect_level_i_11dedc" UNIQUE ("level_id", "currency")
);
COMMENT ON TABLE "crm_collection_level_fee" IS 'What a notice of the level costs the customer, once for each notice.';
        CREATE TABLE IF NOT EXISTS "crm_collection_terms" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "daily_rate" DECIMAL(9,6),
    "note" VARCHAR(300) NOT NULL,
    "policy_id" BIGINT REFERENCES "crm_collection_policy" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_collection_terms" IS 'What holds for one customer alone.';
        CREATE TABLE IF NOT EXISTS "crm_collection_charge" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "kind" VARCHAR(8) NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE NOT NULL,
    "step_id" BIGINT UNIQUE,
    "amount" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "installment_id" BIGINT NOT NULL REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_invoice_f55647" ON "crm_collection_charge" ("invoice_id");
COMMENT ON COLUMN "crm_collection_charge"."kind" IS 'INTEREST: interest\nFEE: fee';
COMMENT ON TABLE "crm_collection_charge" IS 'Late interest of an installment for the days after `starts_on` up to `ends_on`, or the fee of a step, on an';
        CREATE TABLE IF NOT EXISTS "crm_collection_notice" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "number" VARCHAR(30) NOT NULL UNIQUE,
    "level_number" SMALLINT NOT NULL,
    "channel" VARCHAR(8) NOT NULL,
    "run_on" DATE NOT NULL,
    "locale" VARCHAR(10) NOT NULL,
    "address" VARCHAR(300) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "text" TEXT NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "mail_id" BIGINT,
    "done_on" DATE,
    "result" VARCHAR(500) NOT NULL,
    "assignee_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "level_id" BIGINT NOT NULL REFERENCES "crm_collection_level" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_custome_cd5ed7" ON "crm_collection_notice" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_state_ef180b" ON "crm_collection_notice" ("state", "run_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_run_on_45974c" ON "crm_collection_notice" ("run_on", "id");
COMMENT ON COLUMN "crm_collection_notice"."channel" IS 'MAIL: mail\nLETTER: letter\nCALL: call\nTASK: task';
COMMENT ON COLUMN "crm_collection_notice"."state" IS 'SENT: sent\nOPEN: open\nDONE: done';
COMMENT ON TABLE "crm_collection_notice" IS 'What one customer got, or is to be told, at one level on one day, for all its installments at that level.';
        CREATE TABLE IF NOT EXISTS "crm_collection_step" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" VARCHAR(40) NOT NULL,
    "level_number" SMALLINT NOT NULL,
    "run_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "outstanding" BIGINT NOT NULL,
    "interest" BIGINT NOT NULL,
    "fee" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "installment_id" BIGINT NOT NULL REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT,
    "notice_id" BIGINT NOT NULL REFERENCES "crm_collection_notice" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_collect_install_fe8314" UNIQUE ("installment_id", "level_number")
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_notice__78b949" ON "crm_collection_step" ("notice_id", "id");
COMMENT ON TABLE "crm_collection_step" IS 'An installment in a notice, as it was that day; append-only. An installment gets each level once (A14).';
        CREATE TABLE IF NOT EXISTS "crm_collection_block" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "until_on" DATE,
    "reason" VARCHAR(500) NOT NULL,
    "lifted_on" DATE,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "installment_id" BIGINT REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_custome_6c1231" ON "crm_collection_block" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_install_e2f269" ON "crm_collection_block" ("installment_id");
COMMENT ON TABLE "crm_collection_block" IS 'Somebody decided that a customer, or an installment, is not dunned.';
        CREATE TABLE IF NOT EXISTS "crm_collection_dispute" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "resolved_on" DATE,
    "resolution" VARCHAR(500) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "installment_id" BIGINT REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT,
    "invoice_id" BIGINT NOT NULL REFERENCES "crm_receivables_invoice" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_custome_4df0c3" ON "crm_collection_dispute" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_invoice_925173" ON "crm_collection_dispute" ("invoice_id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_state_31aded" ON "crm_collection_dispute" ("state", "id");
COMMENT ON COLUMN "crm_collection_dispute"."state" IS 'OPEN: open\nACCEPTED: accepted\nREFUSED: refused';
COMMENT ON TABLE "crm_collection_dispute" IS 'The customer does not agree with an invoice, or with one installment of it.';
        CREATE TABLE IF NOT EXISTS "crm_collection_promise" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "due_on" DATE NOT NULL,
    "made_on" DATE NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "received" BIGINT NOT NULL,
    "settled_on" DATE,
    "note" VARCHAR(500) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "installment_id" BIGINT REFERENCES "crm_receivables_installment" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_custome_0a4635" ON "crm_collection_promise" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_state_5b8806" ON "crm_collection_promise" ("state", "due_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_collect_due_on_fbccbe" ON "crm_collection_promise" ("due_on", "id");
COMMENT ON COLUMN "crm_collection_promise"."state" IS 'OPEN: open\nKEPT: kept\nBROKEN: broken\nWITHDRAWN: withdrawn';
COMMENT ON TABLE "crm_collection_promise" IS 'The customer said that it pays `amount` by `due_on`.';
        CREATE TABLE IF NOT EXISTS "crm_collection_credit_limit" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "amount" BIGINT NOT NULL,
    "hold" BOOL NOT NULL,
    "note" VARCHAR(300) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_collect_custome_cd3dd1" UNIQUE ("customer_id", "currency")
);
COMMENT ON TABLE "crm_collection_credit_limit" IS 'No contract comes into force that lets the customer owe more in this currency (`crediting.check`).';
        CREATE TABLE IF NOT EXISTS "crm_collection_credit_release" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "reason" VARCHAR(500) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "contract_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_collect_custome_8c7857" ON "crm_collection_credit_release" ("customer_id", "id");
COMMENT ON TABLE "crm_collection_credit_release" IS 'Somebody lets one contract pass limit and hold.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_collection_credit_release";
        DROP TABLE IF EXISTS "crm_collection_credit_limit";
        DROP TABLE IF EXISTS "crm_collection_promise";
        DROP TABLE IF EXISTS "crm_collection_dispute";
        DROP TABLE IF EXISTS "crm_collection_block";
        DROP TABLE IF EXISTS "crm_collection_step";
        DROP TABLE IF EXISTS "crm_collection_notice";
        DROP TABLE IF EXISTS "crm_collection_charge";
        DROP TABLE IF EXISTS "crm_collection_terms";
        DROP TABLE IF EXISTS "crm_collection_level_fee";
        DROP TABLE IF EXISTS "crm_collection_level";
        DROP TABLE IF EXISTS "crm_collection_policy";"""


MODELS_STATE = (
    "eJztXW1z4jgS/isqvlymik1lQmaSZa+uiiTMLjUkpBJmd28nWyBsAb4YibVFMuzW/PeTZP"
    "xuHNvhxUB/mQmy2pin263W0y3pn4pmTXoaM02icYPR4zZ5Jmaljv6pUDwh4o/kDlVUwdNp"
    "/LK8wPHATJDsmZ7kwOYW1rjoM8SmTUSTTmzNMqbqFkLytzHmyLCRTShHfR3P7T7CQ04s1B"
    "9g27D7P6EBMdkL+ptYrI4wGloGobo5RxaZGFQXHQdkyCyC+JggIY8MdT99Ro7lE+hME49g"
    "0NEmvmxGjb9mpMfZiIgOlvjKr18rU2Ya2lxeprPJQLT++af4W97tG7FlF/lx+tQbGsTUQ/"
    "owdCml2nt8PlVtl8aoRfkn1Vf+vIHEfTahfv/pnI+FDlwBg3LZOiKUWJgT+Q3cmhH1OKa5"
    "UKCrHOcH+F2cpwzI6GSIZ6bUp5R2HsBvq/R6t51u76HZ7fUqMV27EgGNLJo0RqWdiEe1FQ"
    "Aj+Qg//Hh6Wqudn57UPl58ODs//3BxciH6queNXzr/7jyMj5ZzK4VZ6+fWbVc+EBPG6Fis"
    "bPiuZDDHjpRSho++RZ4Ne2HoYR0sVUBQ5HU1uKCn6cFt8BXhv0cu6u/Xq4bT92fnZxe1j2"
    "ce+l5LGuguwEH3QuQv72Eeh/RaXOHGhCTjGpaMIKsvRI/dP9aFc+XfwxlVDg6NZph+M441"
    "k2lPx5S9/KeyJh2kANxt3TQfuo2bO3n7iW3/ZSogG92mvHKqWueR1qOP78KvgXcT9Fur+w"
    "uSH9EfndumwpnZfGSpb/T7df+oyGfCM8564of3sB4Ey212m0L6n031gvoPS4L+d1P/7ls8"
    "mPfyjmwx0ULedTGG5VL6ngxzvhYWQUgM/ocJNs2lCvClNjeurR/62un5Rw9s+SEN3oebRr"
    "sdx1MFjnE4r8bYagrUFJwt8eWYaiQGqyccQVU869q8mAhWc3qryvWXZl0GuY/0pnPb/aXX"
    "vL2uowmjfNwT4fEjvbtv/trqfHmoo6kMgdjMjobeS9Qwwd/EZIGO+FjGMScp6P/auL/6pX"
    "F/9P4k4sFuF1dO1aWwbmSEn9fSXRmw80j0NsaUOrO6IpYeEN+grU+wYeY19ptGqy2sW0g+"
    "0naz223e15FJuJglPtIrAU0dacJ+Hmm38fBZjCnYfipi7BcZbP1iqalfRC1dfAkRQ3VCZH"
    "XJmEkwXTJjDIhF1DIQcuvSi9ey2YjpstNph4Kly1ZkuLz9cnPZFE5GAS86GXzJKGrPBv8j"
    "WgLc8m1Ixjogsrk3YJ2+JWTPpydZvLfotdSm1bVElHt/jwsAvZACrLNhzcm3BHPuitZklN"
    "3+G/Tm25hkNX/vhlyGi+HRTeP3d6E5Vrtz+7PbPYD5VbtzmQB1ok2no71xg94bwB0KNves"
    "MyS2T/HgBqacktQePiUSqz4hHlbFJ2YRY0Q/k3kslIyAH0lU3Hk33DF1fHctzm2teCSFhV"
    "+8jEDYEAUOOhEBqULivvnQvW9dCcQl4AOsPb1gS++FkJdX2CmLtHh945cmp5NoC6Z4pPCR"
    "P0Q+dlKu6BMhldfySbJPtWhKqTdcSGdLK2FEGTc0gthQJWzUPZDGbG6rz9rM5mxCrCpiws"
    "7QkFmIYG28kFqSPlrBTRPTRF7OTJtZFqHCniFPVBpvVk3JE3n6yhGiBmX2MECtZQhPa0uD"
    "01o0NMUTNqNJU9sUG/dlYOAuzBU7TjevewlKAfiripq88WFFQZNX3bFjysgaMwWtsJQh0y"
    "JqTQmY/Lg2d7jkx9hZYiVDxCeMEjRm4geokAVTZEhTMs0Jobweimz+ZSP2QquIiLupC1JU"
    "REPP2JyJXia2bSGvI3eQq7qhkuqQEFVt8usfqerhNfq9vPvJN0gXalY3PurrIlQTM87ju0"
    "67dfXf/rtlIRxEa2XxomnRGlT1QFVPCGeo6oCqHtA/VPXs4jAXqOrBzhuSlYBw++8h+XCR"
    "JTl2sTw3dhFLjcn/c+YgAyJ7kK9ZN8BuxJ3gPtKqF4JiUL2Qo3phK5Rl2fz0OhlLHRvmvC"
    "fBSAiKiGZMsLms+iwoGI2JHMnjxR3W5kZOjk8+bCH0uW5etW4a7aMfqx8jFuxq4CzmOUZ4"
    "2itS5ReU29yc7ny9MccqyvywCIWfE6w21RH7Qht0wy53sbNeWPFRPUVH5Q6d47IQO6+IaA"
    "9A+3a63SLHXWJNdk8VWWn2uCGWkmyXSnDsYgnX7nSoFqDauSeZrSrBZ7klv+yy2gib4uOS"
    "moNXRYCOLrGvqQIdDXQ00JFAR4P+gY7e35C6jPxHyZSxYvKDsiR8U0hplgjr7jPStUwLYm"
    "opC2Jq8QUxW1s0UDKj3Y4HcSc5+b14WHA1EfKBzFRKuWijZK/DttZsxF+NuDI6lHSZ+Ccz"
    "N3UVuNVOvRNZtRDxBln0sBK+SQ7C6rVdSjgtelQLME6aL/oq5dQWGkXuMm9Z9BgurVSk0m"
    "IzM9vdC01ctbjdY7SPZlPEGeoTqqvPVbToPiSq5hIjm5OpXOoi7hvjrjb43Y/UoM/M0MhP"
    "SMApRH5g1Jxn5Ma+VhbC0kr+BKaslEzZk/jxycHu65tPuLJlrnaREDSlS6p7r8wj/dRs1t"
    "Fi0duWd5jwXsxkXmVphYYvlEaplEcPK5nMNbrNCHwLL5YHvIDIQUMn3XzuaUBAaCWTsIPx"
    "wLDsbuvAw4rSdddnQZYIsgSQJdi2nwvMBXOrIS4LA84bFOFNf3MqISgHClgV2Row7rcyrh"
    "bRiPEswbaPW+Hb7phmslJ+cc+whPVLeANWi7Z3y71FOvj6l7Lu71btulNJ4WEXPaoFeFjq"
    "i2Yr/QtV740YV5SmYUuac0DEv6ZeRYtuzrZCIr6TH3Q8rzrr4k0TGdwOsqi2lODy7kpkSQ"
    "Xhpr45C9ka4eQl51pFXyVX5JAZ1owuaA/3UrgFCNpSErRQygiljCGcYZIKpYygfyApdnGY"
    "e/28jJQyu2VnZRQkYrcbW0QK7TLV2aWU2UWZWGebrmKHkkRl94mAONQjGwokznfywAZ/Sp"
    "M1HexLHHQ2WIQQ2MxV9uxLlNmMC3rk1R+aIyIUEcQsOdJoSdbXF4Ha8iy15XB8yCZQLv+R"
    "Ftvxqms5Y8Gj74qEGp5wmaGvPDRvu3V1ePAj7dw1b+uITQl9pNdiAlhHOqNlqNOTcVDu+W"
    "JACGaKhRe9CQPIGdMFRN4Y1JVMA/liOhE8yG/PMRr6EnsXcHzINBR+SBkKP8SHQmzbxoiS"
    "/Cn+iCB4h/1Y0HaQKoDjDMpT4rJ8EVuBLZbesoytHAPlihayxaz97fDCgRHJ8LoD41sQXq"
    "TFvtiZTLdkw2hWXCMRRCnLhB44mVZSioTU9WqBEiHbFXy1QKgRXhtpUO+ksSrCNjI4esG2"
    "U26j43l4mSOKCI8It51Tx9xiHo2go8b7s3fx8qANfm/iuWeRWsdQTid6AtrXivNkgcohKA"
    "YqZTHQ9rOm2w6yQnO6syxTurPlM7r43i+QN11f3hRycwV5HHlUUk4CbLYi/mu3gYMVf+te"
    "8cdmXB0XIB8gV1wQEdwnX7nxVUbOtgY547KA1ObAP9kr5IdJ09Q00BcCgHdBrhcqtw+6ch"
    "cWtpbkRQzRBdl1EBID+FfF+fvr5VZESftr93ZMHVm505AhZlrGCguH179weLtc9aUciisp"
    "ZLXToVqArR54kq/S1Q9sQgZMnyO5KbNOdIchxt4iU7XANLzfX1UuOBUWjfQZpUSPU9Eruu"
    "cb1qBGTADY5XKyy7DUFJaawoQFlpqC/lekf1hqWobZ6oxyw8yZQAnKHHYJMbaTkEsrIXYl"
    "9jB7spYiYtMYyjc9n4GGhA7ZQqEAeOsOtgS8bMlMuBS8INQCr7sWuBS8YMlMf89owWvDns"
    "7UIy0lBt0u1QLUoB6QfZUc7I4Du83pjDgUHRYzFoJeDD52SDy1eaDi9FSb3G4uWEzKhsjg"
    "cZJwxfd+E1noHxoS2sAOmENgDoE5BObwEJgjYA4PW//AHJZhYgv1w+uuH4bDcLZk2kDsrp"
    "/Y3bW9eypy352co3MluGNP4+qqeddtXtcR1jQyFU/3SO+bn748yCaLDGc20aMzzyzaWf1u"
    "bGKoZuZzbtY9InbIvLuCYsYTJ32pG8wEpGCTmSxuBDIcWx8tIcNRFj3AiUqQYiqfMtaZYo"
    "ITlNZzghIk8g4qkXdnsYlhpyby3C7VAom8aUA2XyLPxsaiJN/gaIrnNuo7DEcfDeao7yzl"
    "77+Ssctxk1WcJeXvL+BeCrdAmg7SdJCmgzTdvqdpIE132PqHNF0ZWAFI00Gabk9NG7b+Kp"
    "iemGA9L3IBkYOG7uDSlp+bd906eiJT/kgv7zuf5ZWBxZ7kNRlDXN83fhNNsuRVt/ALLUsK"
    "UxJNJGfYEZSCfaiKOWWbcG7mzh2HpQ45dUzZMv+SjJzbH9LFkC7eCQcB6WLIVpb4pYAFcW"
    "VEe0fyaFcW0Q3eNiYGr6Tk0oLdqgXyaZqS75neDV5Nqt0yJDBWncQfE2IjgTVDQ2ZpxEmN"
    "mfIcBR5Mm7EXgibCLOX5DHxs2MilhdBR33kCodljbUy0p37CIQ+b+crE8x2CvszjsqIHO0"
    "AaDtJwkIaDNNy+p2EgDXfY+oc0XBlmvZCGgzTcnpr2mJlJfoUxk2CajLsrEkF9IGTWBbvX"
    "stnh4rLTaYdGistW9GD7LzeXzfuj98rSRSeDL8EZmGHXcWRihmspzHANmOGSOBJgJDfMSJ"
    "aBILsXz4XTy83DHavFSTIrcIvsO8wrakru4ORRWFNs20gxbghTHckRLGU3+ezyBSvOgb0C"
    "9grYK2Cv9p29APbqsPUP7FUZpviwIQ6UJh2AmbvBen4VhAVXo4IDCaeBASgxAxB/N+K66F"
    "DSZeKfbJpw7mIfXwXut1NvRmZlhH1CFmUUoFi+/x8m/ge9"
)
