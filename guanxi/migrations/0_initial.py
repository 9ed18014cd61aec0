from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "guanxi_audit" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "actor_kind" VARCHAR(12) NOT NULL,
    "actor_id" BIGINT,
    "actor_name" VARCHAR(200) NOT NULL,
    "action" VARCHAR(80) NOT NULL,
    "resource" VARCHAR(120) NOT NULL,
    "record_id" BIGINT,
    "label" VARCHAR(300) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" VARCHAR(64) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_audi_resourc_2e66f6" ON "guanxi_audit" ("resource", "record_id", "id");
COMMENT ON TABLE "guanxi_audit" IS 'One write: who, when, why, before and after. The database refuses to change or delete rows.';
        CREATE TABLE IF NOT EXISTS "guanxi_audit_seal" (
    "sequence" BIGINT NOT NULL PRIMARY KEY,
    "entry_id" BIGINT NOT NULL UNIQUE,
    "hash" BYTEA NOT NULL
);
COMMENT ON TABLE "guanxi_audit_seal" IS 'One link of the hash chain over the audit log: sha256(previous hash + the entry''s canonical JSON).';
        CREATE TABLE IF NOT EXISTS "guanxi_idempotency_key" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "actor" VARCHAR(80) NOT NULL,
    "key" VARCHAR(200) NOT NULL,
    "request_hash" VARCHAR(64) NOT NULL,
    "status" INT NOT NULL,
    "body" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_guanxi_idem_actor_46af43" UNIQUE ("actor", "key")
);
COMMENT ON TABLE "guanxi_idempotency_key" IS 'The answer to an API call that carried an Idempotency-Key, kept for a day.';
        CREATE TABLE IF NOT EXISTS "guanxi_number_series" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "series" VARCHAR(80) NOT NULL,
    "year" INT NOT NULL,
    "last" BIGINT NOT NULL,
    CONSTRAINT "uid_guanxi_numb_series_db5372" UNIQUE ("series", "year")
);
COMMENT ON TABLE "guanxi_number_series" IS 'The last number used of a series in a year; a row is locked until the number''s transaction ends.';
        CREATE TABLE IF NOT EXISTS "guanxi_file" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "token" VARCHAR(32) NOT NULL UNIQUE,
    "sha256" VARCHAR(64) NOT NULL,
    "size" BIGINT NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "mime" VARCHAR(100) NOT NULL,
    "resource" VARCHAR(120) NOT NULL,
    "record_id" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_file_sha256_a93e60" ON "guanxi_file" ("sha256");
CREATE INDEX IF NOT EXISTS "idx_guanxi_file_resourc_62f993" ON "guanxi_file" ("resource", "record_id");
COMMENT ON TABLE "guanxi_file" IS 'A file that belongs to a record; who may read the record may read it. Contents lie by hash on disk.';
        CREATE TABLE IF NOT EXISTS "guanxi_job" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(120) NOT NULL,
    "addon" VARCHAR(80) NOT NULL,
    "payload" JSONB NOT NULL,
    "key" VARCHAR(200) UNIQUE,
    "state" VARCHAR(12) NOT NULL,
    "run_at" TIMESTAMPTZ NOT NULL,
    "tries" INT NOT NULL,
    "lease" VARCHAR(32),
    "lease_until" TIMESTAMPTZ,
    "done_steps" BIGINT NOT NULL,
    "total_steps" BIGINT,
    "cursor" JSONB,
    "result" JSONB,
    "error" TEXT NOT NULL,
    "actor_id" BIGINT,
    "actor_name" VARCHAR(200) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "finished_at" TIMESTAMPTZ
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_job_state_69ec5c" ON "guanxi_job" ("state", "run_at", "id");
CREATE INDEX IF NOT EXISTS "idx_guanxi_job_name_ba08d5" ON "guanxi_job" ("name", "id");
COMMENT ON COLUMN "guanxi_job"."state" IS 'WAITING: waiting\nRUNNING: running\nDONE: done\nDEAD: dead\nDISCARDED: discarded';
        CREATE TABLE IF NOT EXISTS "guanxi_schedule" (
    "job" VARCHAR(120) NOT NULL PRIMARY KEY,
    "cron" VARCHAR(80) NOT NULL,
    "next_at" TIMESTAMPTZ NOT NULL,
    "last_at" TIMESTAMPTZ
);
COMMENT ON TABLE "guanxi_schedule" IS 'When a scheduled job is due next; advanced by compare-and-set.';
        CREATE TABLE IF NOT EXISTS "guanxi_attempt" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "key" VARCHAR(200) NOT NULL,
    "window" TIMESTAMPTZ NOT NULL,
    "count" INT NOT NULL,
    CONSTRAINT "uid_guanxi_atte_key_4fbc88" UNIQUE ("key", "window")
);
COMMENT ON TABLE "guanxi_attempt" IS 'Failed sign-ins and other limited acts, counted per key and minute where Redis is away.';
        CREATE TABLE IF NOT EXISTS "guanxi_department" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL UNIQUE
);
        CREATE TABLE IF NOT EXISTS "guanxi_one_time_token" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(64) NOT NULL UNIQUE,
    "purpose" VARCHAR(40) NOT NULL,
    "subject_id" BIGINT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "used_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_one__purpose_d35901" ON "guanxi_one_time_token" ("purpose", "subject_id");
COMMENT ON TABLE "guanxi_one_time_token" IS 'A link that works once: password reset, invitation, a customer''s sign-in. Only its hash is stored.';
        CREATE TABLE IF NOT EXISTS "guanxi_role" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "key" VARCHAR(80) UNIQUE,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "permissions" JSONB NOT NULL
);
        CREATE TABLE IF NOT EXISTS "guanxi_session" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(64) NOT NULL UNIQUE,
    "csrf" VARCHAR(43) NOT NULL,
    "user_id" BIGINT,
    "realm" VARCHAR(40),
    "subject_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "locale" VARCHAR(10) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "seen_at" TIMESTAMPTZ NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "user_agent" VARCHAR(200) NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_guanxi_sess_user_id_6032ca" ON "guanxi_session" ("user_id");
COMMENT ON TABLE "guanxi_session" IS 'A signed-in browser. Only the hash of the cookie''s value is stored.';
        CREATE TABLE IF NOT EXISTS "guanxi_mail" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "to" VARCHAR(254) NOT NULL,
    "to_name" VARCHAR(200) NOT NULL,
    "subject" VARCHAR(300) NOT NULL,
    "text" TEXT NOT NULL,
    "secret_text" TEXT,
    "html" TEXT NOT NULL,
    "state" VARCHAR(12) NOT NULL,
    "message_id" VARCHAR(200) NOT NULL UNIQUE,
    "key" VARCHAR(200) UNIQUE,
    "error" VARCHAR(500) NOT NULL,
    "sent_at" TIMESTAMPTZ
);
COMMENT ON COLUMN "guanxi_mail"."state" IS 'WAITING: waiting\nKEPT: kept\nSENDING: sending\nSENT: sent\nFAILED: failed';
        CREATE TABLE IF NOT EXISTS "guanxi_addon" (
    "name" VARCHAR(80) NOT NULL PRIMARY KEY,
    "enabled" BOOL NOT NULL,
    "version" VARCHAR(40) NOT NULL,
    "enabled_at" TIMESTAMPTZ NOT NULL
);
COMMENT ON TABLE "guanxi_addon" IS 'An add-on that was ever enabled here. Disabled, its tables and rows stay.';
        CREATE TABLE IF NOT EXISTS "guanxi_company" (
    "id" INT NOT NULL PRIMARY KEY,
    "revision" BIGINT NOT NULL,
    "title" VARCHAR(200) NOT NULL,
    "zone" VARCHAR(60) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "locale" VARCHAR(10) NOT NULL
);
COMMENT ON TABLE "guanxi_company" IS 'One row. `revision` rises with whatever changes what a process may keep in memory.';
        CREATE TABLE IF NOT EXISTS "guanxi_settings" (
    "addon" VARCHAR(80) NOT NULL PRIMARY KEY,
    "values" JSONB NOT NULL
);
        CREATE TABLE IF NOT EXISTS "guanxi_user" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "login" VARCHAR(200) NOT NULL UNIQUE,
    "name" VARCHAR(120) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "password_hash" VARCHAR(200) NOT NULL,
    "active" BOOL NOT NULL,
    "administrator" BOOL NOT NULL,
    "locale" VARCHAR(10) NOT NULL,
    "department_id" BIGINT REFERENCES "guanxi_department" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "guanxi_user"."locale" IS 'EN: en\nZH_CN: zh_CN';
        CREATE TABLE IF NOT EXISTS "guanxi_api_key" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "prefix" VARCHAR(12) NOT NULL UNIQUE,
    "hash" VARCHAR(64) NOT NULL,
    "permissions" JSONB NOT NULL,
    "expires_at" TIMESTAMPTZ,
    "used_at" TIMESTAMPTZ,
    "active" BOOL NOT NULL,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE CASCADE
);
        CREATE TABLE IF NOT EXISTS "guanxi_user_role" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "role_id" BIGINT NOT NULL REFERENCES "guanxi_role" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT NOT NULL REFERENCES "guanxi_user" ("id") ON DELETE CASCADE,
    CONSTRAINT "uid_guanxi_user_user_id_c95d04" UNIQUE ("user_id", "role_id")
);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "guanxi_user_role";
        DROP TABLE IF EXISTS "guanxi_api_key";
        DROP TABLE IF EXISTS "guanxi_user";
        DROP TABLE IF EXISTS "guanxi_settings";
        DROP TABLE IF EXISTS "guanxi_company";
        DROP TABLE IF EXISTS "guanxi_addon";
        DROP TABLE IF EXISTS "guanxi_mail";
        DROP TABLE IF EXISTS "guanxi_session";
        DROP TABLE IF EXISTS "guanxi_role";
        DROP TABLE IF EXISTS "guanxi_one_time_token";
        DROP TABLE IF EXISTS "guanxi_department";
        DROP TABLE IF EXISTS "guanxi_attempt";
        DROP TABLE IF EXISTS "guanxi_schedule";
        DROP TABLE IF EXISTS "guanxi_job";
        DROP TABLE IF EXISTS "guanxi_file";
        DROP TABLE IF EXISTS "guanxi_number_series";
        DROP TABLE IF EXISTS "guanxi_idempotency_key";
        DROP TABLE IF EXISTS "guanxi_audit_seal";
        DROP TABLE IF EXISTS "guanxi_audit";"""


MODELS_STATE = (
    "eJztXf934jYS/1f0+KXbdyS3CSG7l96790jCbml3SV+gt213+6iwBagYiVrysmwv//tJwl"
    "+xTWyCwTj6JQFJY5vPyDOjmdHo79rYgeQLPm05JuZtwu1l7Qr8XSNwhsSHhN46qMH5POiT"
    "DRwOrdDwAZTD1cgh4zY0uOgbQYsh0WQiZth4zjElkuKOILCwMUdXYDGhdfEHEfl3WQdDNK"
    "I2ApCYAI44sk9Bf4KACcXdIEPARiOHIQY4BcYEkjEC1AYmshAXfXTBTuUDmNQQT4DJeA/3"
    "cgj+y0EDTseIT5At7vjxd9GMiYm+ICa/fqzZiFHHNpAcbyOD2uYAm/KL+Pu7HD2fDkYYWW"
    "aEC6shqn3Al3PVdo3HHcLfqLHyhw4HBrWcGQnGz5d8QolPgIliyRgRZEOO5B247UiWEMey"
    "XA56XFr9lmDI6keEaEw0go4lGSupVw8QtNUGg+5df9Br9weDWozpHkWIN26TQYmcMOJRmQ"
    "JgLB/h5F/n543Gq/OXjcvXzYtXr5qvX74WY9XzxrtePaweJkBrdSmFWedtp9uXD0TFrFxN"
    "WdnwoGgEs1dUilcB+pDH0b8VCHI8Q8n4ryjW8DddklPvwzo3POw3scNrCPgRvFc++P8eOc"
    "SQWAP39TUsakxPCV38p1YQpzaA3u+8b/f6rfc/ycvPGPvLUgC2+m3Zc65al2utLy6/jXLJ"
    "vwj40Ol/D+RX8Ntdt61wpoyPbXXHYFz/t5p8JuhwOhA/fADNMFhes9ckhob4bXBqD6YC4j"
    "jfbybQTuF5hGqN9wKqorhd5Os3g18GFiJjPhFfz843MPm/rfub71v3L87O1xjXdXvOVddD"
    "AtB5hVuY6nERlwCzK8FKg/Iehdw69upb7knuUe1vkteKklvRKX7+8mWGOS5GpU5y1RdDWj"
    "5UPpRdigqKkddZIH6djvDrGMBhmyorxGGaCoJ8dp4FZTFqg7ROwDlkr2aX1xEyLbC3FdgC"
    "DGTlmeI+QeXEdCOTmG5sENONuJi2EWT5xHRAUTmEm5kQbm5AuBlHeLXGjiP8Q++um4xwQL"
    "G+lsIGB/8DFmZHKD82ICuhiCyTPEBfvG/9so71zbu76/X1j7zA9boBIh0aeWD3CTTq26Nu"
    "I/GzGU9Ul5tkSpiqcnLl8iKDWLm8SJUqsuvhQfrJRtOQr0Y2DKExXUBhaMR66DlNGxvvmp"
    "3P1lsggWMFm/yF8vnDTtEeglYtzWOqOutZHaYD5g3P5DW1MJkCOgJ8gsAEson0TGIC6Gdk"
    "qzZ1TWDR8RVgE3jevHwxt9FnTB22Gv4PNQpJp+43DBiQUIINaAE5mb9Ndp4Wf8vHfaipTl"
    "ImXx2StAzYZJ2GqbYyTrXHNO4xVRzOvVAIU2lWbLlMkO9ZEuwE2stk2D2KNciHSy5uXpC6"
    "OYyev3ZVt6/nhV657nRb97/6it73RL+76769TlD117/2263y6KCOiWZzyoUEW/6IEkN3ay"
    "OyaCMckAymLs2jKknGyyBhC6kKqPgEWj91hIi3LCHzIRefbBsjU3aEnuhEPFIdTNGcA2Hp"
    "AwhMuIyrnt1eOkHFfFw5NmWv/L2/Z1U5Oi530Licx7Nc3uuKevx271Z13/ys4LrDKwhtIV"
    "EBb6GXrK8fXyCmaO0q4L2bRWIYbMYhd1gc5vRVgU+wG0P00Piu5PX52cWri9eNywtfTPst"
    "m6Rz3MgcUjNBNmwyMj0KbWTmMTLDmBs2kvgM8mejRCl1VsrxZKWUZJHRdWZDZPeQsLJXAK"
    "4tMSL9WRYYRBEMWECRaXlhQcbBihY4TFj8dCTs+tVVACbi8xJB+zvx36YLgBmQE0wMcwjH"
    "lnI9rYi/YcJaFguKVZwdIGImJAvu44aJS5EAFXlxvRg5jsVIwLWsllxAUUEbbvfLEfUyZL"
    "fgvOHafkvMJRAriJVoyiczJOF+UX159FKjJEq8x6mNzDdYPVpMhYd6syjwkTfwUb3dAnLs"
    "ylE3RBYlY5VFLzSmSgv6Tmbigxlciu/QVCpz1RG0YX4KbijhSHAOWBiB4XIVTRKa1MRsGl"
    "fde7rn9vn+OtO/nEqc0ynKlQLkE+xGhR+WBdEcqyzZ3o30bO9GLNt7FRHOZSH5FEVZSIfD"
    "twAnF/6aN/btUlTJRtpzuDVvAv3+U+f35yZvNrO4yZvNdDe57IviO8P58PXGVxDfs0xhiL"
    "MNYYizpDCEzp2vdO586bA+iJjWzvPn5zxP4v8wf1ZajFRvYTlC78cPdHiv5kbM8+H21DN4"
    "Pf6kw0xOj3Q2ZHEZyNjzyl/gEFfsSJdBHXz0rUftQiitC0EvCIo1pITQz7mZ1iOoIMK7j7"
    "LM4dKiMEGCpO8WCpE8ab/QUw2joYMtjgk7lbc9hFVUyDaiPWbhrdsoJfJGFpKC5yvaOLht"
    "4swUwB3xUNDdHhLLENt3EYQFxFxilg/y2odWp9/pvr0CLv0ncv9zt6tahIlBVMutMLyvgJ"
    "CUSHxut27FZwRN8bnTu2nd37ZlA2aGsMOQuR5vyaYLdl08JLCO8iznAiq9lDvOpRxPzrNI"
    "NW95SpbF8casd5cGgCDLZaz6BDvRL6UypXYf71JgDVQqWF4ptUa6A1FVMuyrJJCk0hwwju"
    "YJUmnTujtKVxnptGfPLqccWtvAv0aovXpb+9YdmyXtw0pfMQYUusDEUwpMMPn8OXAPKDTu"
    "2+OObDtpuvfRl7R97R5BBcp5bFLc7V/6m8GO7Hvxhq9zQJeILItg1yUi9+WJ0uHp572EGG"
    "GC2WSrCbBGqpeKZeNzSQLgPUNMEsdCKVHwcHc9QyicuePV4Ec3AXyYILlZziMywZ90KLfL"
    "mQ4CRNhN3wFofpZudlMm2ht0Noc2OoHEPGGIx/P7n365J5SZcpMAsqpDd3jl8sN3GNxND6"
    "Ybdr5Yrzdeh3ozhHrlm7KFwgmRHcrc0Nomk1WhdvnlZ3CITFsTZeNvSayJ1hynlBtze7LY"
    "EHCOM5cXe0pKnc6UK2WmnKwMyhJPRtiQDh+Q7C9gclYsG3YWztVehOenD8L8d+bmlvyPUm"
    "r+Hyf/9SaHMnjNdQJ4sQngcxuN8Jc8CAcUFfTC7DqtMm89Sl2HMscW/TmyZ5hJCzYhWWVD"
    "hn2UrBxZ9vJ+lcmyR1/mWHRvYTpFKbXDpMwGkizht411zHR47Sj4K8srfk6qgUKphSBJzV"
    "dwidZr0wqqogSqZzHsuTTt3d27CC+vO+spOD+/v24Li0ExUQzCPMXKFe9E/rScEJGuZZBr"
    "gRFz+0Y5EWfDG2ojPCY/omVsG9Ma9O5S+2f3MkfGggdvjnmtwctlw4Xv8w1PPfHbVye3K8"
    "O21btp3bZrDwfyo3OOZnNeS3Kku131LJ700NhHg/FvIJYxcyamx4kw5NSZ91S6zoUJORMv"
    "vAkEOasDgzpEfhPWJ5iipRo3w8ThCCzEaATukYmZjLvDRdKpHQXeJ7FurhtKWIiZKPSDLp"
    "tbGuFV3xAE0IdMFJlX6L4LOe3dgEoH+Ett7yrJmSN85o+vzGajJ8XOShJLv0VzaPMZIolm"
    "QKg3iyVgRofrsPqz06g6rK7D6hGcdVhVh9U1/3VY/RjVXFnC6qUK+e4oqF4S8/eOoL6Qfn"
    "1VST/BAI70ZzGBZVkFKU8HfnH+LKdUqKPN1YkRC2pPGaDEQFdgDhlbyJMhhDxBvA4w+Yw5"
    "lFR1AIHhME5n6ngn18t1Cu6ItQSYuweeY9GjTtZIOqRiH7fMUnBy7thCZqq3hTnDP5HB9R"
    "kVhxZ86fb9YRM0SiQIC0jPCF6EzLlFAUkFnZIXWVTNRbqmuYjX3AsETC4ZEqXT0cOt7agS"
    "ZbqUjSFVWrToVJdq81c7pZ4f/0uyYLun6ufGFmqqvZ5hgWZ7A3V04tmtXnR0QkcntCLQ0Q"
    "nNfx2dOHo1p09pKLxGjd5MWehmSvl/8DWXPzlEUrnijsVsWNWb/sqz6a8ka+geUpytJVXi"
    "c7vqWarwhcZmiHHKiCEyT7BgqE0XDNlu7FAsod3T7Ufqs0HpFKNvGPgMLQdtDmLu5Jp6OV"
    "9qO0cHIw8QjDSYPcoDrTe+gqbPRSNLGLKRHoZsrIN7kO2Lj6+UqipAwv4/aM3yTGufoHpH"
    "DlUqul42pJ9hkmKJFlKF7GazqAGtfOeV+RSVQ/gs00p1w0JVH0KgPclR5YHQNidqhsg054"
    "+T8zon7FmwWa1f4Bgl7RlO16FRqsrp0Z1ZKiXxLKo6LgluRa++y6M+Ra+ejM7OqepqXGfn"
    "PMYGnZ2jLSudnaP5r7NzjljNhR1HY5zrHCmfoHJxqkIcc+V3ex53lg6aQWzlAdgnqN5yrZ"
    "kl0CpGpc/fZnzfp7vlepA3nB0jrB7eRcgLXad3b3V6oTmTB8SK+/KkQ8s3I75Ou0fg/Zaj"
    "RX5TtKpNnJnCPFyX9/CRq1W1jByQ19rdK4DIJ/Lb94Mb8fHrRPyrbaM2dx7NCgrh5ba8Y6"
    "Ta8s5jecccoUlMiXMkd8XqaGXE4+LGgzfnHilbHZuKkeLV92J9et+56R+qerX0KaftBvX7"
    "6hl9zgVtC/3oF0hX19dloUsjJ+qbHNGCV7nldohIFwjZ2lmiT3Yoi7bUJztkUZGPnuwQST"
    "+lSSZ5bkg9xVZRSEOCtFT2xnvp1UqwNd673q5H7QzPLaZj28/QpNCxbcUGHdvWsU0d29b8"
    "17HtI1ZzARc4zROwWo2uYNy1kLignPw5Q9shEh0LzBILdLee5cE4RFLBmdzIhHJjA8qNOM"
    "ocfUmAuC9aU6axO74S+G5Suu1f+hF9G6sr4evcd3fdt97w9WITa1MaCf3GB3kxXyOrwn7X"
    "fSM/4bOEPJl0yL3xFRDVe5/kXCCTLLUfj277xHsEfgExlwDmw7/2odXpd7pvr4BL/4n82P"
    "6pfwWmaM4/kV67e6t6GSKm6hUtffVV9L5pdd61b+XTyJNQa1sog7PzTNlkG5LJ1jXBDDEG"
    "x8nBlXSVG6XSWZFZLBtdE64waJFtJ2UzbUiI9AgqIOmj+DYz4dvcgG8zwSiXCQfbbAX2yX"
    "T1+LK5bkqyP7FlmpT0lP5PiOSEeutZzj2XwzMFdGotAsToE0rcE5cgA+gzsgEi8pomkCeN"
    "n4JbzNTXujpPSd1udXC5rG0GhNmScM75Tq/8hPCSPiFtx2VI02NJLmsTnJ6b8mlDVDqFOX"
    "sirXiXkuN26VM7RFIJD0bRdaPcmblNAYgIpQ7laHsgpz1wQ2dzSJapFkGkP4tNYKwIslkF"
    "dwRJBXwK/vBi/X8AGzOhmheYT8BCKHSly40JJGPZKjU8BHObGmJFDGZwCaYIzQEmYIZm1E"
    "4wD4q5xY7TUJ6cg1J+E2En2Q/bpJdsTFmtYobJviOgmOerCucTVNA2KMTd8pWSXAB74/fo"
    "bGkxDP/ZkyJ0AvF+PC+XWZC+TAf6Ml6Bz7FtRIxcbsMwzR7xvun+uh+Us5T+Ta/8Gyv8ey"
    "Q1JIONdEdSSLIk1mRP1ZTvIS5DNSzJnlwbkcWiZOHBB8kc9v1cWSetT6CdO7mdO+qAglxH"
    "dQQU5TilQ95Wn9KxrTR5+D+Gvzl5"
)
