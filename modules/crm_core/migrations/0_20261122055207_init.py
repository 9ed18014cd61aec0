from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_term" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(20) NOT NULL,
    "name" VARCHAR(60) NOT NULL,
    "name_zh" VARCHAR(60) NOT NULL,
    "position" INT NOT NULL,
    "active" BOOL NOT NULL,
    CONSTRAINT "uid_crm_core_te_kind_bc389a" UNIQUE ("kind", "name")
);
COMMENT ON COLUMN "crm_core_term"."kind" IS 'LEVEL: level\nINDUSTRY: industry\nREGION: region\nSOURCE: source\nVALUE_CLASS: value_class';
COMMENT ON TABLE "crm_core_term" IS 'A word of a dictionary that users extend: a level, an industry, a region, a source, a value class.';
        CREATE TABLE IF NOT EXISTS "crm_core_customer" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(20) NOT NULL UNIQUE,
    "kind" VARCHAR(12) NOT NULL,
    "name" VARCHAR(200) NOT NULL,
    "name_key" VARCHAR(200) NOT NULL,
    "name_region" VARCHAR(60) NOT NULL,
    "trade_name" VARCHAR(120) NOT NULL,
    "name_business" VARCHAR(60) NOT NULL,
    "legal_form" VARCHAR(60) NOT NULL,
    "stage" VARCHAR(12) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "phone" VARCHAR(30) NOT NULL,
    "mobile" VARCHAR(30) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "fax" VARCHAR(30) NOT NULL,
    "website" VARCHAR(200) NOT NULL,
    "address" VARCHAR(300) NOT NULL,
    "postcode" VARCHAR(12) NOT NULL,
    "tax_number" VARCHAR(30) NOT NULL,
    "introduction" TEXT NOT NULL,
    "trading" BOOL NOT NULL,
    "next_contact_on" DATE,
    "last_contact_on" DATE,
    "birth_month" SMALLINT,
    "birth_day" SMALLINT,
    "locale" VARCHAR(10) NOT NULL,
    "external_id" VARCHAR(80) UNIQUE,
    "archived" BOOL NOT NULL,
    "department_id" BIGINT REFERENCES "guanxi_department" ("id") ON DELETE RESTRICT,
    "industry_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "level_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "owner_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "region_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "source_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_name_dbcc99" ON "crm_core_customer" ("name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_owner_i_dc3fd6" ON "crm_core_customer" ("owner_id", "name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_owner_i_9af2f5" ON "crm_core_customer" ("owner_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_departm_c701fa" ON "crm_core_customer" ("department_id", "name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_next_co_218db4" ON "crm_core_customer" ("next_contact_on", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_stage_38f88b" ON "crm_core_customer" ("stage", "name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_name_ke_dc16d3" ON "crm_core_customer" ("name_key");
CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_trade_n_d199d4" ON "crm_core_customer" ("trade_name");
COMMENT ON COLUMN "crm_core_customer"."kind" IS 'ORGANIZATION: organization\nPERSON: person';
COMMENT ON COLUMN "crm_core_customer"."stage" IS 'POTENTIAL: potential\nINTENT: intent\nFORMAL: formal\nLOST: lost';
COMMENT ON COLUMN "crm_core_customer"."locale" IS 'ZH_CN: zh_CN\nEN: en';
        CREATE TABLE IF NOT EXISTS "crm_core_contact" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "job_title" VARCHAR(120) NOT NULL,
    "mobile" VARCHAR(30) NOT NULL,
    "phone" VARCHAR(30) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "wechat" VARCHAR(60) NOT NULL,
    "notes" TEXT NOT NULL,
    "main" BOOL NOT NULL,
    "archived" BOOL NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_custome_85991c" ON "crm_core_contact" ("customer_id", "name", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_name_6efd02" ON "crm_core_contact" ("name", "id");
COMMENT ON TABLE "crm_core_contact" IS 'A person at a customer.';
        CREATE TABLE IF NOT EXISTS "crm_core_activity" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(12) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "subject" VARCHAR(200) NOT NULL,
    "outcome" VARCHAR(20) NOT NULL,
    "details" TEXT NOT NULL,
    "next_contact_on" DATE,
    "contact_id" BIGINT REFERENCES "crm_core_contact" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_ac_custome_decfd7" ON "crm_core_activity" ("customer_id", "at", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_ac_at_751933" ON "crm_core_activity" ("at", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_ac_user_id_20a231" ON "crm_core_activity" ("user_id", "at", "id");
COMMENT ON COLUMN "crm_core_activity"."kind" IS 'CALL: call\nVISIT: visit\nMAIL: mail\nNOTE: note';
COMMENT ON COLUMN "crm_core_activity"."outcome" IS 'NONE: none\nREACHED: reached\nINTERESTED: interested\nNOT_INTERESTED: not_interested\nUNREACHABLE: unreachable';
COMMENT ON TABLE "crm_core_activity" IS 'One contact with a customer: a call, a visit, a mail, or a note about it (CUST-27).';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_core_activity";
        DROP TABLE IF EXISTS "crm_core_contact";
        DROP TABLE IF EXISTS "crm_core_customer";
        DROP TABLE IF EXISTS "crm_core_term";"""


MODELS_STATE = (
    "eJztnW1v2zgSgP+K4E8t0A0SO01yxuEAx1Vb4xy7sJXeXuuDQEuMrY1MeiUqL130vx9JWR"
    "L1aslrq7HCL61McvTyDEkNZ0bMXy3DWekGduBJzyDWg0WeW13lrxYCK0gPMmrfKS2wXot1"
    "rIiAuR0T0IEoMHeJQwtogztgu5AWmdA1HGtNLIyY2BhBxcCI0EbKo0WWClAMzyV4BZ0uOw"
    "a2/Y7+/2C5FmEHK2DRAuzQQ4QJVMAce0SxiPKmfzvVfmtfvj1hFzaxQa9socUBr+Eh608P"
    "6gQvIFlCh17p+/9osYVM+ARd9vN7K7iObpmcB2H/0mPa8Hvil+dmNGMnXN/rdxa0zZh+/I"
    "a8XCfPa152bS0GiHzkbRmDOVWI7a1Q1H79TJYYhQIW4hdaQAQdQCC7AnE8piXk2fZGs4Hi"
    "/MeNmvjPKciY8A54NtM1k/ZvICpr6fporOlTVdP1VqofBBKC2jZFVHGsD9FbdTmABbuF3/"
    "7Rbnc6l+3TzsXV+/PLy/dXp1e0Lb/fdNXlT/9mIlr+qTizwafBSGM3hGlH9bsyK/jJZQAB"
    "vhRXZ0Tfgayz0DtP6SBXAaLIdjUE0Iv0EBREiojGWED97LBqaJ+dX55fdS7OQ/phSRH0AL"
    "A43UD25Lrf8+NIP9AaYq1gNte4ZIKsuRE9CQ4Oxbn1zzsPGYyisvAAerJODBsb9ycIP/6r"
    "dSAdFADWBjfqVOvdfGGnX7nunzYH2dNUVtPmpc+J0jcXb+PDIDyJ8p+B9llhP5Vv45HKOW"
    "OXLBx+xaid9q3F7gl4BOv0wXVgirCC4qAopn9vbe6o/7ik1P9x6j8YxfNnveqbLSW60+y6"
    "eYdVUnpDXnORFu7p06bh95fAUZG34vgH9DYBMmBKDYFsgj59qEONuer4W/3ecNjlBt8MfR"
    "1MB1rXt/pm6KY3oDXM8pshega1y02/pCmZo6wVeNJtiBZkyV657QI9fO1N+p97kzdn7cRg"
    "G21q2rwqrpbqk6KcDI95MnS9+R/QyFA6G4nZChdEXvIALD//xYZU+/S0xJiirXIHFa+Ljy"
    "q6pjOwPwh2me8E8fqItxBGsOIQao1oN2XTGYIzNFF7/c/qh65CX5rGEpozRN8C6oR2WVZI"
    "6UPajwkrZ2cU6+h0qIv1tyN+rt71kJ7cQ/x8/NF20m8p9RZoN6lcExI6lbtp5WrwKceOEE"
    "RqVOivmA/V37XYVBiAfHPT+/1tbDocjkefguYC+P5wfJ0AjihXfeNk0bMWxuyFlQ0+Q7To"
    "zXV8xlyBLtj7JrkU3pCobAfH5KQRvKsRnHDZVVBAXLA+J0/jVCC4QsvjF4Rk569CnvmY7+"
    "4z/ZxBl05r4iN2oLVA/4bPKTMpQT+MJPSFkx3ZMPgZdLagNOovDngM3fPJKYBSMKENCefA"
    "DKnJoK+1smb7/QCOznVcfb003tgrrgRdNif8HbSb5eutW6rXHilVYeLMQcpmiDkw7h+BY+"
    "qxqYLV4DZOlIRt01Wr9ipZAhBYcDrsMdhNpzp0ZmBS6O2l4pLCSNseluwpa+i4GCmACNHC"
    "dGixoN0O4UH+jO+ikKD4W0YCZSRQRgJlJLDpzk8ZCXzd+peRwJewAg8sj7Lxh6B9A4MPZ6"
    "W802cF7umztH/6DzzXiUXsSpBjQg3wUdfAeYXnVjXIkUTjCHfKAO7k8+2k8K6Xm3hUWbqh"
    "gIS7FS5k2QhV4IYCjYPbfn9eJkL4/jw/RMjq4nwfobHMsjLzAUcSjSN8Uab7XuR334tU92"
    "X5M5UCsKFAA+DWHX6lIz/DBXGNsQ0BynnRbUQStOdU5lC4w5J6iV+Px8MY8etBEuntzbVK"
    "jQuOnzaySI5dDBxjaT3ArIVJEWtRTPKuwFsGY2VI8GUqY78hwV8WYQkUkB1iEdRTLsYiCm"
    "wLsuSjLhM6ScZK8CPKjaOIdUGZCdfAISuISF7wJZ2WFFTRjr2AeQEb/R4++7/o45tQ521k"
    "+EaGb2T4RoZvGu++l+Gb161/Gb55CeEbA5uV3LJB+/14Xn6tXXHgLwuO6xs5+lALgKwfgG"
    "wsliofjownn3qjwbeeNhiPuop4phn6ok6mrNRPf2rtoJr9fycng5aH/WIqXN1UZBzISM4V"
    "ODtwkbku2YI6EmuAF/3QIQphgV6Bc1yqcZgPEofnfXPuuRaCbkZQaEunFgUbx3v/3dqGC2"
    "Drd9hZVSEdl5KYt2IOvYC7mIKhcI2g15hARCxgVzUEv4w1daQNekNq7wXn8L8cHmn+V8OI"
    "zNDH8eSGNWFdiNUPx1Naa9MF5sswDw3sIeJUsl4EkRr11B/VMyTKEM4HnOIrk4EOmAwkE9"
    "lkrlVNs8Ihcq3uwFMVupvmjWO7/477COeuRSpNDIJI4wAfZD0OTNOpuGwRRBrHuFOKcaeA"
    "cSfNmMUhqnqtRZnGUd6//Uvo6em6ZJ6Vu1Pg7YhJNQ7z/mdkeh0Hm55BMt13+emvSbkGoK"
    "47C5Z55tj9pKgXJmcKUjI3s0JuptzyaV9bPtnA3ZVkhuhrJjm3HLLUV5THMk1xugK2nZt+"
    "kBBtUPJBp315EaYbsB9FCQbTm95wmB7sPh0TZLjPymDdCEqo8XGPDZDn1NnuQo6kazQVfi"
    "z1yu7J1rfPVKircNkZUukh3C1loFRkqiAwlfb7PBHoIGBnJisVeH/iYjvxT3brF5Q1c1WG"
    "81U+56v0Elp+N1OrbZbKbi+fhpcSbdCkXXMaHn1Yj95F9VTIhKDUwK4asOEDzJ7ci/CLUp"
    "L9ruzFr27KsxelJPtd2ftpYJXhx8Qk/V3pu9hzDFiZfkxM0t+V/gOwPagbNnDdyipIy0o9"
    "7OnDYQFtWic7fDusQT9T7bhUUfaz4XRHLLHdLbdbJNytcEX7rgTWwBqXZLeSTSxcSsDNy3"
    "OXaBNoY7ZZCbC+NSHBbgUbM7tKgOUrlL/D9VXsKi6u40pAjbxOeyD7IXayZvJNuele2M4i"
    "fM7I3FUkmE1K7ShCgsYltmx/xI6p4DsFKKbF0yiA86yQJSAK2+LeVZjXHpnsTz5zA+CdAp"
    "ASvLDY3332Z1h25E8J/I9CMztM4XZY1u7vdVwyYzeU7+GnpNHuIsLuKHKzEbnZiNxsRG42"
    "0vTNJuRmI69b/3KzkZfgbz2uHTGq428N1a/qsOtbcOyzxw+31Lj+bzc05NifVf3E98jwzb"
    "kZmo5vJ321uzHqZuhrb3ir6v1hbzrtKglH6K/f0kTum3HIbZDZB+w/MrIRt3zz/iMrC/EY"
    "k8APDZi+VKzsXPvcyV8UqdGqPj09EruarrOth4wpoThXKxSqMVMrWEQeVaJWKkhWp4/m5/"
    "8BZ0N86w=="
)
