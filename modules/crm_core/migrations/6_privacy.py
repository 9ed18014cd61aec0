"""Consent, web forms, retention and anonymization; ledgers that the database itself keeps from changes."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_consent_text" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "purpose" VARCHAR(20) NOT NULL,
    "version" INT NOT NULL,
    "text" TEXT NOT NULL,
    "text_zh" TEXT NOT NULL,
    CONSTRAINT "uid_crm_core_co_purpose_c9c7aa" UNIQUE ("purpose", "version")
);
COMMENT ON COLUMN "crm_core_consent_text"."purpose" IS 'MARKETING: marketing\nSERVICE: service\nPARTNERS: partners\nPROFILING: profiling';
COMMENT ON TABLE "crm_core_consent_text" IS 'A version of what is asked for a purpose. The database refuses to change it: a new version follows it.';
        CREATE TABLE IF NOT EXISTS "crm_core_retention_rule" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "name_zh" VARCHAR(120) NOT NULL,
    "stage" VARCHAR(12) NOT NULL UNIQUE,
    "months" SMALLINT NOT NULL,
    "active" BOOL NOT NULL
);
COMMENT ON COLUMN "crm_core_retention_rule"."stage" IS 'POTENTIAL: potential\nLOST: lost';
COMMENT ON TABLE "crm_core_retention_rule" IS 'After how long without contact customers of a stage are anonymized. Off until somebody has seen the preview.';
        CREATE TABLE IF NOT EXISTS "crm_core_anonymization" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "at" TIMESTAMPTZ NOT NULL,
    "reason" VARCHAR(20) NOT NULL,
    "user_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL UNIQUE REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_core_anonymization" IS 'That a customer was anonymized: when, by whom and why. It is never undone.';
        CREATE TABLE IF NOT EXISTS "crm_core_consent" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "purpose" VARCHAR(20) NOT NULL,
    "decision" VARCHAR(10) NOT NULL,
    "channel" VARCHAR(12) NOT NULL,
    "at" TIMESTAMPTZ NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "text_id" BIGINT REFERENCES "crm_core_consent_text" ("id") ON DELETE RESTRICT,
    "user_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_custome_03f792" ON "crm_core_consent" ("customer_id", "purpose", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_at_f7e746" ON "crm_core_consent" ("at", "id");
COMMENT ON COLUMN "crm_core_consent"."purpose" IS 'MARKETING: marketing\nSERVICE: service\nPARTNERS: partners\nPROFILING: profiling';
COMMENT ON COLUMN "crm_core_consent"."decision" IS 'GIVEN: given\nWITHDRAWN: withdrawn';
COMMENT ON COLUMN "crm_core_consent"."channel" IS 'WEB_FORM: web_form\nPAPER: paper\nIN_PERSON: in_person\nPHONE: phone\nMAIL: mail\nMESSAGE: message';
COMMENT ON TABLE "crm_core_consent" IS 'What a customer decided on a purpose. The database refuses changes: the latest row counts.';
        CREATE TABLE IF NOT EXISTS "crm_core_web_form" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(120) NOT NULL,
    "token" VARCHAR(32) NOT NULL UNIQUE,
    "title" VARCHAR(120) NOT NULL,
    "title_zh" VARCHAR(120) NOT NULL,
    "thanks" TEXT NOT NULL,
    "thanks_zh" TEXT NOT NULL,
    "ask_organization" BOOL NOT NULL,
    "ask_email" BOOL NOT NULL,
    "ask_address" BOOL NOT NULL,
    "ask_message" BOOL NOT NULL,
    "consent_marketing" BOOL NOT NULL,
    "consent_service" BOOL NOT NULL,
    "consent_partners" BOOL NOT NULL,
    "consent_profiling" BOOL NOT NULL,
    "active" BOOL NOT NULL,
    "owner_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "source_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT
);
COMMENT ON TABLE "crm_core_web_form" IS 'A public page that asks visitors for their data.';
        CREATE TABLE IF NOT EXISTS "crm_core_web_form_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "message" TEXT NOT NULL,
    "known" BOOL NOT NULL,
    "utm_source" VARCHAR(100) NOT NULL,
    "utm_medium" VARCHAR(100) NOT NULL,
    "utm_campaign" VARCHAR(100) NOT NULL,
    "utm_term" VARCHAR(100) NOT NULL,
    "utm_content" VARCHAR(100) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "form_id" BIGINT NOT NULL REFERENCES "crm_core_web_form" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_we_custome_497700" ON "crm_core_web_form_entry" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_we_form_id_beb329" ON "crm_core_web_form_entry" ("form_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_we_utm_cam_086c07" ON "crm_core_web_form_entry" ("utm_campaign", "id");
COMMENT ON TABLE "crm_core_web_form_entry" IS 'What a visitor sent, and the campaign that led there.';
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_core_consent
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_core_consent_text
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_core_anonymization
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_core_web_form_entry";
        DROP TABLE IF EXISTS "crm_core_web_form";
        DROP TABLE IF EXISTS "crm_core_consent";
        DROP TABLE IF EXISTS "crm_core_anonymization";
        DROP TABLE IF EXISTS "crm_core_retention_rule";
        DROP TABLE IF EXISTS "crm_core_consent_text";"""


MODELS_STATE = (
    "eJztXWtz2ziy/SsofbmZKo8rsfPw6m5tleIoiWZkKSUpyd6JtziUCEscU4CWhKx4due/Xw"
    "B8CHxJAKO3+0sig2g+TuPR6NNo/Kc28qfWiPr4vDFi7oPLHmt19J8asaeY/yi4eoZq9mym"
    "XhNFzB56KQHLVgWGAfN5Aa9wZ3sB5kUODka+O2MuJUKsSzAaUcJ4JbRw2QTZaDQPGJ1ivy"
    "5+2553xv9/cAOXiR9T2+UF1Oc/CWUY2UM6Z8hl6Nn15/7g54s3P52LBzt0xJ/skvEWnzEn"
    "7r/n2GJ0jNkE+/xJ3/7Fi13i4O84EH9+q8XPsVxH4sHEv/w3r/gt89c8KKgmbji7t+5c7D"
    "kp/YQVZbnFHmey7K07bhH2XtYVGAy5Qrz5lCzrzx7ZhJJEwCXyQWNMsG8zLJ7A/LnQEpl7"
    "XqTZWHHh5y6rhN+pyDj4zp57QtdCOnyBZVnNsjrdgdVvDiyrlmsHsYSitqiIK060If6qgQ"
    "RgLF7h579dXFxevrl4fvn66tXLN29eXT2/4nXl++YvvfkrfJklWuGtJGatD63OQLwQ5Q01"
    "bMqi4C8pYzM7lJLqXKLvY9FY+JvndFCqAFVkvRpi0FfpIS5YKmLZx2LUX2xXDRcvXr55eX"
    "X5+mWCflKyCvQYYHW4weLLrbDlpyF9x68wd4qLcU1LZpB1ItHz+Me2cK79/W5ORgJFNJ7b"
    "5Lt7PvLo6P6c0MU/alvSwQqAB62bZn/QuPkkbj8Ngn97EsjGoCmuXMjSx0zps9c/pbtBch"
    "P0tTX4iMSf6LdupylxpgEb+/KJy3qD32rinew5oxb/cMt2VLDi4rgopf/5zKmo/7Qk6P84"
    "9R/34uGjZTqz5UQrja7RHGak9BOZ5pZauOdfmwf/emL7TTKfSvhb/DVtMsI5NcSyGfT5R2"
    "2rz5nDX7tutNt1afDdki+tfmtQD62+W3LTaPErwvK7JfwOzbo0/bKmZImypvZ3y8NkzCZi"
    "yr1YoYcvjd71x0bv2YuLTGfrRFcu5KW0WswHRRgMj3kwDObDP/CoQOmiJxYrXBE55A6oP/"
    "6lutTF8+cafYrXKu1U8lq6V/E13YiGnaDKeKeI7w7xGqEEG3ahWoc3UzGcEXxLes3G9cfm"
    "uzrik+Zogp1bwmeBZo83WVHI0ce8HTNRLu6oXuPDoaVe/9yR92q8bfObz4m8n/y0SvrVUu"
    "8K7WaV62DGh/Igr9wB/l5iRygiO1ToPsbD5j8HqaEwBvLZTeOfP6WGw3a38yGurgB/3e6+"
    "zQBOOK5W5GSxihbGYsIqBr5AdNXMdXzG3ApdiPkmuxSOkDC2g1NyYARXNYIzLjsDBaQFd+"
    "fkOTkVKK5QffgVIWj8JsgLH/PdfaGfM27SeU28pz52x+RX/JgzkzLoJ0zCtXKzI+sGf8WN"
    "LS5dthffXiTu+ewQwFFwsIeZxEEYUr3W9aBWNNpvBuDlvY6rrWvDm5riNNAVY8KPQBstXz"
    "8HWq32SFFVBs4SSMUIMbRH9wvbd6zUUCGu0AuaKUnq5i9NL6bZEpvYY4mO+Azx0rkGXUhM"
    "Kq1di5dUetp6WrKBZtgPKEE2U9jCPLW4ol4FelB+49mSElT/BiYQmEBgAoEJPHXnJzCBT1"
    "v/wAQewgo8tjx0+Ye4/gmSDy+0vNMvVrinX+T903/QocVc5hmBnBI6AR/1DnCe0qFrBvJS"
    "4uQQvtQB+LIc38scvLNJxEfpopsIALhrwcUiGsEE3ETg5MC9ePVShyF89bKcIhTX0vgu8G"
    "hSZGWWA7yUODmEX+s039flzfd1rvmK+BkjAjYROAFwd02/8p5f4IJ4S6mHbVIy0UUiGbSH"
    "XGZbcCclu0X8bbfbTiH+tpWF9PPN2yY3LiT8vJLLSuxi2x9N3AdctDBZhbUqBngb4A1kLF"
    "CCh6mMzVKCe2NYYgUUUyyKevQ4FlVgHclSDrUOdZLlSuiClPIo6rW4zMEz22dTTFgZ+ZIP"
    "S4ov8YY9xmWEjXWPH8O/+Oc72JJ1gL4B+gboG6BvTt59D/TN09Y/0DeHQN+MqGPklo3rb8"
    "bzsl+7Yss7C45rjxz/qLFN3D9tFlksJhtHur0PjU7rt8ag1e3UkXqnW/Kp2euL0jD8qVZB"
    "NZvfJwek5XZ3TCWrG0OMYxnA2QBnH48L1yVroF6KnYAXfdsUhbJAN8A5LXVyMG+Fh5dtcz"
    "gPXIKDAlJoTaNWBU8O7803aw+Pbc+6o/7UBOm0FMC8FubEC1jFFEyEdwj0jDJMmGt7pobg"
    "p+6g2Rm0Gm1u78X3CHcOdwbhrmHCbsn7bu9GVBFNSFxvd/v8qscXmIdhHo7onDDfyHpRRH"
    "aop+vObrqEDsLlAOfwhWCgLQYDQSAbxFrtaFTYRqzVnf3dBN2o+slhu/mGu8DDwGVGA4Mi"
    "cnIAb2U9bjuOb7hsUURODuNLLYwvV2B8mcdY8BCmXmtV5uRQ3rz9y/jt+bpkWBS7s8LbkZ"
    "I6OZg3PyLz5/jUmY9YofuuPPw1K3cCUO86CpavqQtG6V/63U5Z2x4XDdGOO2Lov8hzg62F"
    "cyg083Dueswlwbl43j44ZoHPalVkUT9L88biBjlV+LYj3ienjZVxsooUhMkahMlC9q1NZd"
    "/y7KAqkgWiTxnJoeuziTXleEzyKPantueVRoJkRE8oDuTy4s3rJPJD/LEq1qN/02i38509"
    "RMexCzyZOrBGggBqut/TkV3mX1vvzV9K79Bq+3NiGXuKa7995EJ1JGVvSZP/xNWiN7RIwh"
    "UcYd4F951hn9heYdzYCkdcWqwS/tlmfUABTFc6OF+V43yV92bAFqad2ma5jQb6EZE50RMa"
    "tHccEck/ds7fwjwqNSMIGqiqAQ8/4OLBfRX8qhRgXxV7dQOUPvaqFGBfFfswIs8Y/JQYoF"
    "8V/YDO/RE2Rj8lBuhXRf/B9ubYGnl2EBirIC8LejDRw4o93Aq0eZ1U2MY9wGHQ4HGpQncH"
    "d74hamQelnYLgLsWXNW+04A1tsYB2bXIZhYuGuCWbTkAaDPQpmwzDWBDawKAXQtsyuzSAF"
    "auUH4E1yeR4F1dx2mAuvQ6bQDZd6mbnSa+OTfdgSV5kWNGYYKXeDTRSu7C4soa2fMX1HcQ"
    "vUM2EsEUvNj2HxGb2AyJ0wYCJLz2xBGnb0sD4AzZBMUTljiCOxxhxa9wSJDncws7DEk7rC"
    "gR/y4eWZCY5luyq3eZ6EVJVAN5XyDvC+R9gbwvp573A/K+PG39Q96XQ/C3HldyEnP4a+3m"
    "l2a7HlpwYgfqu8/cuP6/emLIiRNuP8h0JaE5d0v63c+962Y9MupuyZdG+3PTum43+v06yj"
    "hC959dBlKYbDMjtcgl8GdBNOKa9AN/FkUhHmM8/rYB5pOKW7ztoXTwV0V2aFU/f34kdjVf"
    "Z7sPBUPC6litRGiHkVrxIvKoArVyJNm+fDQNQsnjNE7UVeisSVc50/Ta2Dmpte6bwSR1mi"
    "Fa2AGKb4OdOlpMMDlDw0f+g075FYf/eDxHLYbcABE+NftoThxKcN5Ns9lbr88TDO6Xg3S/"
    "mK8SYXV4zKtDvsILzJKZLSVO0LTd/LoBTkzf15L7sE6oeCJzy4rYJjjye+dHfuscDtIleE"
    "D5P9qBDj9yNMhee4GuDiocDPLjx6kHWL5P8XHqQcTS6x6nntRfu6L4mjH7HTxyHewgcXA6"
    "ms19bm/gczSYYCRMxqEdYOTjO95KAzSa2GSMA44hv+rxRhAw5NMFkqnZCojg7T6qwqHu0T"
    "PFz/iYkNCYhVPdD3Z9AvQw0MMpnGEBCPQw6B/o4WOc5hR+ZmmKVGGIFfFDdsrUbhq9X3mT"
    "73yoo6nt3/OBgYxvSb/Z+9KSTDD2H1xBBX9q9AadZq9fRyJ+k796wMt63fettpSd+fTO9a"
    "J0RPt38QhDttgm0dOeKn/Q6vvQ+iLyUozdB0xuiRib3vUaX3nJwmUTh6+hDiRhhVgukKJN"
    "Pnr6UMQPWh1fm28tkdqb44+HMj+86Dmfmj3RbWbYF2EYVnwcjEus8EQYXucjn0t4HZHk+Z"
    "bcNFpt0R1dj/9u9vuND/zaFAdBlAZ9/+kRgZN4YibJQTlun6Q9wkTuOVP4FSGwBKsiD3zR"
    "gdAVcJz2Nrzm2UFmM+iGHu9BdL/jauy6+Cqjqwa2QLbtnGzbAiEkW/QqUihu8ibEkBX3O5"
    "3tgg98zSAMWXqHFoK/cQNkB/fYEWcJraVtGI2YG+Qysb2P4EVywzvqeXQR8CtFWwZ39djC"
    "bYOKNyUSg82DhzNlnwE7BOwQLMWBHQL9Azu0a8sS2CFghwzZodiE1DdJFIlTcmFuzCgp9h"
    "uUn98T1z/kxr+R2WUrJ/cIt0PR1szVeO98a+aRQ34w2916WB4jTElvLt+wwPeQrnKm6X3w"
    "YynLj8XW+x/uGPbRhC6QR8lY0sx0zlB0lEsSShqE2YXkyc3I9rGyce0cde/u0Jw/2EMBrz"
    "ukziOa2AGfTTCR4aQzsQLEiwIvxI4fDnvmDtocA6/DziZ48Do87VUneB2etv7B63AIXgfI"
    "eKPEtGnFKK7wC7wozigESW+2i7G0yqv6zRLhzWC9DUu59qk7aHYGrUa7jmZULrBs75a0u/"
    "1BnS9bwmNy9x/BKQ+MLDjRYPWpiEup3ZnIl6+3O4Zv4kTE48k8lJRA6qEqvpivePielmWI"
    "ji+eafpf4hhxTc8Lms2HnjtCM+HWkMma7eA+QGLZyqgfyEAMNsGuL+MvimI4zG8AHpCDNg"
    "3BA7JODeABgRUweEBA/+ABOeJpDjwgu1qdM3qPjXLPJQKHuyKviO+lzpr7snzNfZlbczOX"
    "eUatNxGA5qvZfAVghh48VQZceFooT2xyX+A7WhF/kkicAMI7j/eR4JlG/KhCALox6HZwb1"
    "F/bBMlG7SJb69AHLx8a7x8WfyxSIFQAfhEDjK6mwHOl0N8xVQwsq+FXJGEZm6IupLZwxB1"
    "RRKauj7o8a7LJKTdEPpCeVCAuQKi/QMV4VekYcypgH68VaMi/Ko44F8Ff3VXTBUFqPKgAZ"
    "NZ92jo+qMf6tXztPU95qoUOMurOstTJ8Trg58SA/RN0F+RvEg26bwiIP9LKv+L2vE1cuqE"
    "TfVHUM0d736auKb69IFl1onCppqE+Y+1VYFVYY0zw+gqCydiumcvRBFRSJhZZ/JkNbEzbG"
    "RPZzZvVWHolIdlqV9wcFvlu1Q4MSE+JkF+abpozjgS0dPicojWgmgtiNaCaK1Tj9aBaK2n"
    "rX+I1jqEBWgps1HOW5dTGsBaZ1wwBaz1Pe8PplR1IgMuRAO/ljCuy1af5bFGaakTaODZcy"
    "P0Do5YdXJE/rhWjtkUO+58aor0UgqQ1kVaXTCaYK3KAdq6aLPI6WSCdCwDKGu3aUpYdPym"
    "UZNeigHWOljDKSF7t7gVN6A+/IoQQL8pvife2PvDxISyq/jI9KBLTijtT4PzgVNAtn529g"
    "7Jnxvsy95awPqEl8406Z5pUnsty9MleHnmtZRzEMePijyBgnc5Rw2GpjRgiJJoo7xoSU64"
    "Qx7bown63aMB9n9Hz6bu2JcR3ujVT3kmaKtP0mGLgrn/4D7QLFsk75kpu8czFt6WuR4wRc"
    "AUAVMETNHpMwXAFD1t/QNTdAjrVtjXr5x3oHfgwaoTD3KuGd5Sg7LjsMushlji5Jxfr7QQ"
    "frUC4VcFzi95vlnBZopf+t1OyfixFMnOHu6Iof8izw22Zp8p88Zw7nrMJcG5eOw+Jg0BUW"
    "q+yHGhWdozMxGIG2S50HAdYzqnx0L7ms637zA4iVl7Thy+Yq5itKmCG1Dygc3ep6Tj2CFh"
    "EssQicAOHf1IBtUXpG/7qlJAGvxAhJTwCVZZfGQlYe1ReZtU2kdqsFEqLQjdoLIKolm5Qj"
    "fISkI32BB/GTduoNn0aLbMYKBBZMopFODVg1e1NzSwTWbHH8H3Sey4zNoRGuAmYy6Auwbc"
    "7Ox0iOR7D3NIA1Yr5+DjGmcmVLzlK1Iaye0dOuf3iTjw+GQ+H8+ozxsFenb9uT/4+flFAc"
    "duJqpFmjPeEEXlmBov2XMpKfxMWfRYtRiYdGDSgUkHJv3U/XXApD9t/QOTfgiuFGDSt8uk"
    "E8rM8I3qA4uuw6InpnceXq3TAXeONZ2Fxx8Y4F3rfmp26khI3pKbZu9D8109Cg6+Jb3mL8"
    "3rgSjx8R94JN62gm6uNDRzVaqXq6xWbBIsilxV5a1+KQHtXqfdO3jkOpVsp7QkMNoHbSHB"
    "Brl9m0dxd6lgpOZEwUitqgXVc6avAFUKsK+KfcZDqQ9/RhA0sCGmFTY0bmNDY2642TW8B9"
    "bUddFVB1kNaONBAajANbhmRk8NaJf2BoC7BtycaXZoRCt9wGnuL3PpzIhanSYyehltxebi"
    "O+p5dCG2IQthJDPUyrvVke15IXnqMkQwdgLEqKwmCgQEJSluN3JbHUI2/GpgVA/Ajjlbwa"
    "jGbcHEUaTKnKAL+krHV3RV7iq6ynmKpnhK/YIZoXyb0VJi97uM9uMY2sp+InUQMgzTBrdN"
    "laFmxZIpSfbxwwZ9kmTkyNRgFN5XZBRdN/rXjXfN/dlEHcreycCtYrtoeVnXNiKUWc5SZK"
    "1pNFjQJDlLEKXjp/Se2y3uPZb5+m0fI35Xmbc/4C/4v+h3bvP8jiZ2IMtCy8d1ztHXCZUS"
    "iwkmdXnNx/ylnP8JEF2QvP2042cXGFnfeHOQQIWL43/ljK5kIQjm1mGaWxDABgFsKZwhgA"
    "kC2ED/EMB2jNOc4qwn5quspQyssY6NlH264K9Y4Ea2OdCBGoQVWXOu3d6ZwKNFdj0VuEvn"
    "wV//D2xHuKU="
)
