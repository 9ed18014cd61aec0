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
    "eJztXW2T2jgS/isqPu1WzU4lQzLJUVdXxUxIwi0DKSDJXjJXLoEFeMfIrC0Pmezlv59kYy"
    "O/geQAA57+kjCy2i9Pt6R+U+vv2tidG2PHJefNMbPuLfZQa6C/axTPCf+Rc/UM1fBiIV8T"
    "TQyP7ASBgWWCkcdc3sA7TLDtEd5kEm/sWgtmOVSQ9ShBY4cy3gktLTZDGI19jzlz4jbEb2"
    "zbZ/z/e8uzmPgxxxZvcFz+kzqMIDxyfIYshn65/jgY/nbx6tdz8WDTGfMnW3S6x2f41PrL"
    "JwZzpoTNiMuf9PW/vNmiJvlGPPHn11r0HMMyAzyY+Jf/5h2/pv7yvZxu4oaLO2NiEdtM8C"
    "fsGLQb7GERtF1Z0zZlb4O+AoMRZ4jtz+m6/+KBzRwaE1g0eNCUUOJiRsQTmOsLLlHftlec"
    "jRgXfu66S/idEo1JJti3Ba8FdfgC67aaYXR7Q2PQGhpGLSMHEYXEtlUTZ5yQIf6qXgDAVL"
    "zCb/+4uKjXX108q1++fvni1auXr5+95n2D981eevUjfJk1WuGtAsza79rdoXghhwtqKMqi"
    "4UdAgxkOqQJ2rtF3iRAW/uYZHhQyQCbZzoYI9E18iBrWjFiPsQj15/tlw8XzF69evK5fvo"
    "jRj1s2gR4BLE83RHy5EUp+EtI3/Aqz5iQf1yRlCllzRXoe/dgXzrV/Tnw6FiiiqY/pN+t8"
    "bDvju3PqLP9V2xMPNgA8bN+0BsPmzQdx+7nn/WUHQDaHLXHlImh9SLX+cvlrchjEN0Gf28"
    "P3SPyJvvS6rQBnx2NTN3jiut/wS028E/aZY/APN7ApgxU1R00J/vsLsyT/k5TA/9PkfzSK"
    "Rw+G7sqWIS01u67WMC2mV2SZW3Phjn9tFvzrGXZb1J8H8Lf5a2I6Jhk2RLQp9PlH7WvM6c"
    "Nfu252Oo1A4buln9qD9rARan239KbZ5leE5ndL+R1ajUD1S6uSBcya42+GTeiUzcSSe7GB"
    "D5+a/ev3zf4vzy9Sg627unIRXEqyRX9ShMnwlCdDzx/9ScY5TBcjMZ/hEskxD0D1+S8xpC"
    "6ePVMYU7xX4aAKriVHFbfpxk44CMrMdxL54RCvUYcSzSFU63IxFdMZJbe032pev2+9aSC+"
    "aI5nxLylfBVo9bnIikaOPuFyzES7uKN8jU+Hhnz9Yze4V/Oqw2/u0+B+waeV4q8SezdwN8"
    "1ckzA+lXtZ5g7JtwI9QiI5IEMfYz5s/TFMTIURkL/cNP/4NTEddnrdd1F3CfjrTu8qBTjl"
    "uBorJ4uRZxiLBSsf+BzSTSvX6SlzG3gh1pu0KbxCQlsPTtCBElxWCU657DQYkCQ8nJOnci"
    "yQXKHq8EtEIPw6yAsf8+Qu188ZiXSWE28dl1hT+jt5yKhJKfTjSMK1dLMTGwY/ImGLWtfy"
    "4uJl7J5PTwEcBZPYhAU4CEWq374e1vJm+90AvL7Xacm6MryJJU4BXTEn/Ay0K/P1o6cktS"
    "eKqjRxFkAqZogRHt8tsWsaialCXHEunFRL3Dd7aX4xT7dgiqcBOuIzxEtnBDo3MClJu1Jc"
    "Uhpp28OSTbQgrudQhJkULcyGFjf0KxEeDL7xbB0SlP+GSCBEAiESCJHAqjs/IRL4tPkPkc"
    "BjsMAjzUM1/hD1r2Dw4bmSd/r5Bvf086x/+k9nZDCL2VogJ4gq4KM+AM5zZ2TpgbymqBzC"
    "dRWA68X41jPwLmareJQqujEBgLsVXCKyEXTAjQkqB+7FyxcqEcKXL4pDhOJaEt8lGc/ytM"
    "xigNcUlUP4UkV8L4vF9zIjviJ/RisAGxNUANxDh1/5yM9xQVw5jk0wLVjoViQptEecZl9w"
    "xy2HRfyq1+skEL9qpyH9eHPV4spFAD/vZLECvRi745l1T/IMk01Yy2SAtwbeEIyFkOBxMm"
    "O3IcFHi7BEDMgPsUjsUYuxyATbgizFUKuETtKxEmdJC+Mo8rWozSQL7LI5oawo+JJNS4ou"
    "ccGekqKAjXFHHsK/+OebxAj6QPgGwjcQvoHwTeXd9xC+edr8h/DNMYRvxo6p5ZaN+u/G8/"
    "K4esWedxac1h45/lFTTK3vmK00Fp2NI73+u2a3/aU5bPe6DSTf6ZZ+aPUHojVMf6qVYM3u"
    "98lB0HK/O6Zi60YT44gGcNbA2SXTXLtkC9Rrsgp40fcdopAMdA2ck1SVg3kvcfhANke+Z1"
    "Hi5QSFtgi1TFg5vHcv1jaZYtuYOO5cB+kkFcC8FebYC1hGFYyJDwj0wmGEMgvbuorgh96w"
    "1R22mx2u70X3CHcOd4fhrmHKbunbXv9GdBEiJK53egN+1eYG5nGoh2PHp8zV0l4kkgPy6b"
    "p7mCGhgnAxwBl8IRloj8lAkMgGuVYHmhX2kWs1wd900F11rxy2uxfcJRl5FtOaGCSSygG8"
    "F3scm6arabZIJJXDuK6EcX0DxvUsxiIOoeu1lmkqh/Lu9V/Gb8/tklFe7s4Gb0eCqnIw73"
    "5G5s9xHdMfs1z3XXH6a5quAlAfOguW29Q5s/S/B71ukWxP86Zo0xoz9D9kW97e0jmkMPPI"
    "t2xmUe9cPO8xYswCn82sSKN+lowbixtkWOFiU7xPhhsb82QlKkiT1UiThepbu6q+ZWOvLJ"
    "I5pE8ZyZHlspkx53jMsigO5ti2CzNBUqQVygOpX7y6jDM/xB+bcj0GN81OJzvYQ3RMnOPJ"
    "VIF1RQigJse9M8ZF/rXt3vw19QG1tu8zQ9tTXPvynhM1UEB7S1v8JymXvaEUJNwQI8y64L"
    "4x4lJs5+aNbXDEJclK4Z8W6yNKYHqtgvPrYpxfZ70ZsIXpoLpZZqOBekZkhrRCk/aBMyL5"
    "x/r8LfSzUlOEwIGyHLDJPcmf3DfBL1MB9mWxlzdAqWMvUwH2ZbEPM/K0wU+QAfpl0fcc3x"
    "0TbfQTZIB+WfTvse0TY2xjz9NmQZYW+KDDhw17uCVoszwpsY17SMKkwdNiheoO7qwgKlQe"
    "DvQWAHcruLJ+pwBrpI0DsluRTRkuCuAWbTkAaFPQJnQzBWBDbQKA3QpsQu1SADawUH4G1y"
    "dR4F224xRAXXuddoDsm8TNqolvxk13ZEVegjkjt8BLNJsoFXdhUWeF6vlLxzWRM0EYiWQK"
    "3ozdB8RmmCFx2oCHhNeemuL07UABOEOYomjBEkdwhzOs+BVOCcH53EIPQ4EelleI/xCPzC"
    "lM8zXe1bsu9CIVqoG6L1D3Beq+QN2Xqtf9gLovT5v/UPflGPytp1WcRB/+Wqf1qdVphBqc"
    "2IH65iNXrv/TiBU5ccLtu6BcSajO3dJB72P/utVYKXW39FOz87FlXHeag0EDpRyhj19dBk"
    "qY7LMitagl8D0nG3FL+YHveVmIp5iPv2+A+aJi5W97KJz8ZZIDatXPnp2IXs3tbOs+Z0rY"
    "nKsVEx0wUysyIk8qUSsTJHssH02TOvRhHhXqynXWJLucKXptcIZqq/tmOEucZoiW2EPRbY"
    "jZQMsZoWdo9MB/OHN+xeQ/Hs5RmyHLQ5QvzS7yqelQknXT7PbW2+sEg/vlKN0v+lYiWIen"
    "bB1yC8/TK2a2pqigart7uwFOTH8sk/u4Tqh4ImvLhtwmOPL74Ed+qxwO0qNk6PB/lBMdfu"
    "ZokEcdBao8KHEwyM8fp+6R4H3yj1P3VlF61ePU4/5bLYrPKbXfJGPLJCYSB6ejhe9yfYOc"
    "o+GMIKEyjrBHkEsmXEo9NJ5hOiUex5BftbkQeAy5zhIFpdlyAsH7fVSJQ91XzxQ/o2NCQm"
    "UWTnU/WvsEwsMQHk7gDAYghIeB/xAePsVlTorPrFWRMhFiifyYnTK1m2b/dy7y3XcNNMfu"
    "HZ8Y6PSWDlr9T+0gEkzce0uEgj80+8Nuqz9oIJG/yV/d42393tt2J6BduM7EslfliB7fxS"
    "MU2XydRI17Mv1Rs+9d+5OoSzG17gm9pWJuetNvfuYtS4vNTG5DHUnBCmEu0LxNPmr8kMiP"
    "mh2fW1eGKO3N8SejoD68GDkfWn0xbBbEFWkYRnQcjEWN8EQY3uc9X0t4H1Hk+ZbeNNsdMR"
    "wtm/9uDQbNd/zanHjeqgz645dHhJjEE1NJjspx+yT1ESZqz+nCLxGBJlgWeYgXHUm4Ao7T"
    "3ofXPD3J7Abd0OM9XN3vtIRdFV9pdlXAFoJtBw+27SEgFEj0pqBQJPI6gSEjGncq2wXvuc"
    "0gFFlngpYifmN5CHt3xBRnCW0N2zBnFblBFhPb+yhZxjecOLbtLD1+JW/L4KEem7ttUPKm"
    "rMhg8+DxLNlnEB2C6BCY4hAdAv5DdOjQmiVEhyA6pBkdilRIdZVEoqiSC3NnSkm+36D4/J"
    "6o/zEL/05Wl72c3CPcDnlbMzfjffCtmScO+dFsd+uT4Bhhh/b94A1zfA/JLmeK3gc3ojLc"
    "iGy7/2HCiItmzhLZDp0GYWbHZ2h1lEucSuqF1YWCk5sRdom0ce0c9SYT5PMH28jjfUeO+Y"
    "Bm2OOrCaFBOulCWIBkmeOFOPDDYc/cUatj4HU42AIPXoenbXWC1+Fp8x+8DsfgdQg0mrI+"
    "h5h4NxbAPrSM2ofesNUdtpudBlo4gXKK7Vva6Q2GDa7yhUeMPn72W3DYXk41+M0nyq2pDq"
    "de1C/3K/+7OE3udKq2xC1QtqWMHfuZjN46RdV1o4tnirZrlF+raLWihT+yrTFaCJMwKHSL"
    "vTsPCZWfOdxgFEFsbuJZbhC7zot/698ArMejXlbBetzGBrAewXoA6xH4D9bjCS9zUC811y"
    "ZU2uG2Iar8PBtWZs4d0arbFRMcr0VeEt+6is1dL7a56xmbm1nM1pLemADEV1F8BWCaJX9l"
    "msrV/N0PyjNM73J8Rxti9zFFBRA+eK5EAJ5utoRMBKBrg469O8Nxp5hKlXR1fHs55ODl2+"
    "LlS+NPxPbxEsDHdFANWw9wbg5xiylnZt8KuUQJYq6JulQVQRN1iRJEXR30aMdanA6sCX0u"
    "PTBAnwGr3OuS8EvUMOeUQD9Kcy8Jv0wO+JfBX95RUIYBMj1wQGfVPZlw/clP9fJZxOoec5"
    "kKnOWlU63k07XVwU+QAfo66G8o/AJHl6vUztA8ujwU1Z9BNXM0djVxTYzpI6tKskqbalHm"
    "PtQ2JVaFPc40s6sMEpOp1q1fZUQhoWadBadSiV01YzxfYC5VYeqUTYJWN+fQq9J3KVFtPi"
    "oxH3xpsslnHInV06J2yNaCbC3I1oJsrapn60C21tPmP2RrHYMBWhjZKI5bF4c0IGqdcsHk"
    "RK3v+HjQDVXHNOBC1PBrCeW6yPoszjVKUlVAwNM199WK7m+qup896pJjNiem5c91kV5TAd"
    "KqSMsGow7WMh2grYo2WzmddJCOaABlZZl2KFsdXagl0msywFoFazhh4dE1bskNqA6/RATQ"
    "7yreE23s/enAhLSr+MT4oBqckORPIeYDJyjs/dzhPQd/fvwf/ENl2Q=="
)
