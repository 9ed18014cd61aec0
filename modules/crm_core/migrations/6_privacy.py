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
    "AUKfAlAYyedH9JZBDNx2k8Gn0ajf/URv7UGlEfnzdGzH1w2WOtjv5TI/YU8x85V89QzZ7N"
    "1GuiiNlDLyFg2arAMGA+L+AV7mwvwLzIwcHId2fMpUSIdQlGI0oYr4QWLpsgG43mAaNT7N"
    "fFb9vzzvj/D27gMvFjaru8gPr8J6EMI3tI5wy5DD27/twf/Hzx5qdz8WCHjviTXTLe4TPm"
    "xP33HFuMjjGbYJ8/6du/eLFLHPwdB+LPb7XoOZbrSDyY+Jf/5hW/pf6aBznVxA1n99adiz"
    "0noZ+woiy32ONMlr11xy3C3su6AoMhV4g3n5JV/dkjm1ASC7hEPmiMCfZthsUTmD8XWiJz"
    "z1tqNlJc+LmrKuF3KjIOvrPnntC1kA5fYFVWs6xOd2D1mwPLqmXaQSShqG1ZxBUn2hB/1U"
    "ACMBav8PPfLi4uL99cPL98ffXq5Zs3r66eX/G68n2zl978Fb7MCq3wVhKz1odWZyBeiPKG"
    "GjZlUfCXlLGZHUpJda7Q97FoLPzNMzooVIAqslkNEejr9BAVrBSx6mMR6i92q4aLFy/fvL"
    "y6fP0yRj8uWQd6BLA63GDx5VbY8pOQvuNXmDvF+bgmJVPIOkvR8+jHrnCu/f1uTkYCRTSe"
    "2+S7ez7y6Oj+nNDFP2o70sEagAetm2Z/0Lj5JG4/DYJ/exLIxqAprlzI0sdU6bPXPyW7QX"
    "wT9LU1+IjEn+i3bqcpcaYBG/vyiat6g99q4p3sOaMW/3DLdlSwouKoKKH/+cwpqf+kJOj/"
    "NPUf9eLho2U6s2VES42uyznMSOkVmeZWWrjnX5sF/3pi+00yn0r4W/w1bTLCGTVEsin0+U"
    "ftqs+Zw1+7brTbdWnw3ZIvrX5rUA+tvlty02jxK8LyuyX8Ds26NP3SpmSBsqb2d8vDZMwm"
    "Ysq9WKOHL43e9cdG79mLi1Rn6yyvXMhLSbWYD4owGJ7yYBjMh3/gUY7SRU/MV7gicswdUH"
    "/8S3Spi+fPNfoUr1XYqeS1ZK/ia7oRDTtBmfFOEd8f4jVCCTbsQrUOb6ZiOCP4lvSajeuP"
    "zXd1xCfN0QQ7t4TPAs0eb7KikKOPeTtmolzcUb3Gh0NLvf65I+/VeNvmN58TeT/5aaX0q6"
    "XeNdpNK9fBjA/lQVa5A/y9wI5QRPao0EOMh81/DhJDYQTks5vGP39KDIftbudDVF0B/rrd"
    "fZsCnHBcraWTxcpbGIsJKx/4HNF1M9fpGXNrdCHmm/RSeImEsR2ckAMjuKwRnHLZGSggKb"
    "g/J0/lVKC4QvXhV4Sg8ZsgL3zMd/e5fs6oSWc18Z762B2TX/FjxkxKoR8zCdfKzU6sG/wV"
    "NbaodNVefHsRu+fTQwBHwcEeZhIHYUj1WteDWt5ovx2AV/c6rbauDW9iitNAV4wJPwLtcv"
    "n6OdBqtSeKqjJwFkAqRoihPbpf2L5jJYYKcYVe0FRJXDd7aXoxTZfYxB5LdMRniJfONOhc"
    "YlJp7Vq8pNLTNtOSDTTDfkAJspnCFmapxTX1StCD8hvPVpSg+jcwgcAEAhMITGDVnZ/ABD"
    "5t/QMTeAwr8Mjy0OUfovoVJB9eaHmnX6xxT7/I+qf/oEOLucwzAjkhVAEf9R5wntKhawby"
    "SqJyCF/qAHxZjO9lBt7ZZMlH6aIbCwC4G8HFIhrBBNxYoHLgXrx6qcMQvnpZTBGKa0l8F3"
    "g0ybMyiwFeSVQO4dc6zfd1cfN9nWm+In7GiICNBSoA7r7pV97zc1wQbyn1sE0KJrqlSArt"
    "IZfZFdxxyX4Rf9vtthOIv22lIf1887bJjQsJP6/ksgK72PZHE/cB5y1M1mGtigHeBngDGQ"
    "uU4HEqY7uU4MEYlkgB+RSLoh49jkUV2ESyFEOtQ52kuRK6IIU8inotKnPwzPbZFBNWRL5k"
    "w5KiS7xhj3ERYWPd48fwL/75DrZkHaBvgL4B+gbom8q774G+edr6B/rmGOibEXWM3LJR/e"
    "14Xg5rV+x4Z8Fp7ZHjHzW2ifunzZYWi8nGkW7vQ6PT+q0xaHU7daTe6ZZ8avb6ojQMf6qV"
    "UM3298kBabnbHVPx6sYQ40gGcDbAOaDzooFmDdKx1EF96FuDdyecsARq5tkj48FiJVUNeH"
    "dA+giUfDzOXVJvAHclVgECaNdAK74lA5yTUpWDeXfDxXAeuAQHOXzmhkatClYO7+03aw+P"
    "bc+6o/7UBOmkFMC8EebYgV1mFRML7xHoGWWYMNf2TNcwn7qDZmfQarT5UiW6R7jpvTMIN7"
    "wTdkved3s3oopoQuJ6u9vnVz0asONY2Yy4Wcd8I8NbEdmjnq47++kSOggXA5zBF+LYdhjH"
    "BjGYECa4p1FhF2GCd/Z3E3SX1SuH7fYb7gIPA5cZDQyKSOUA3okryXYc33DZoohUDuNLLY"
    "wv12B8mcVYUGimhIsqUzmUt2//Mn57vi4Z5oWdrfF2JKQqB/P2R2T+HJ868xHLdd8VR26n"
    "5SoA9b4DuPmaOmeU/qXf7RS17XHeEO24I4b+izw32FkkkhIhMZy7HnNJcC6ed4jwCIHPel"
    "WkUT9LhjyIG2RU4duOeJ+MNtaGeCtSEOFtEOENieO2lTjOs4OySOaIPmUkh67PJtaU4zHJ"
    "otif2p5XGMSUEq1QCNPlxZvXcdCS+GNdmFL/ptFuZzt7iI5j53gydWBdCgKoyX5PR3aRf2"
    "2zN38lvUer7c+JZewprv32kQvVkZS9JU3+E5cLPNIiCddwhFkX3HeGfWJ7uSGPaxxxSbFS"
    "+Keb9RHF3l3p4HxVjPNV1psBu+/2aptl9sjoB/NmRCs0aO85mJd/7Jy/hXlAdUoQNFBWAx"
    "5+wPmD+zr4VSnAviz26t49fexVKcC+LPZhRJ4x+AkxQL8s+gGd+yNsjH5CDNAvi/6D7c2x"
    "NfLsIDBWQVYW9GCihzXpBxRoszopkYFggMOgwdNShW7ygWxD1EiaLe0WAHcjuKp9pwFrZI"
    "0DshuRTS1cNMAt2nIA0KagTdhmGsCG1gQAuxHYhNmlAaxcofwIrk/ibAJ1HacB6srrtAVk"
    "3yVuVk18M266I8tPJMeM3NxE0WiilZeIRZU1Dn5YUN9B9A7ZSART8GLbf0RsYjMkDsoIkP"
    "DaE0ccHC8NgDNkExRNWOL0+HCEFb/CIUEeLS/sMCTtsLwzJPbxyJycSt/iDemrHEVKjiVI"
    "WQQpiyBlEaQsqnrKGkhZ9LT1DymLjsHfelp5dczhr7WbX5rtemjBiR2o7z5z4/r/6rEhJw"
    "5n/iAz7YTm3C3pdz/3rpv1pVF3S7402p+b1nW70e/XUcoRevjESJB9Z9d5Nf7MiUbckH7g"
    "z7woxFOMx981wHxScfO3PRQO/qrIHq3q589PxK7m62z3IWdIWB+rFQvtMVIrWkSeVKBWhi"
    "Q7lI+mQSh5nEY55nKdNckqZ5peGzsjtdF9M5gkDuJECztA0W2wU0eLCSZnaPjIf9Apv+Lw"
    "H4/nqMWQGyDCp2YfzYlDCc66abZ7680prsH9cpTuF/NVIqwOT3l1yFd4gVkys5VEBU3b7a"
    "8blOOn9cc0RQiW3GWX3Md1uMoTmVvWxDbBafV7P61e51ybLsEDyv/RDnT4kVNtDtoLdHVQ"
    "4kybHz2nhr8Slu+Td0zN8qLuumKk1N+4oviaMvsdPHId7CBuT9loNve5vYHP0WCCkTAZh3"
    "aAkY/veCsN0GhikzEOOIb8qscbQcCQTxdIpmbLIYJ3+yidQ3XSA3v4TPEzOuEmNGbFX7A+"
    "Ocr1CdDDQA8ncIYFINDDoH+gh09xmlP4mZUpUoYhVsSP2SlTu2n0fuVNvvOhjqa2f88HBj"
    "K+Jf1m70tLMsHYf3AFFfyp0Rt0mr1+HYn4Tf7qAS/rdd+32lJ25tM711umIzq8i0cYsvk2"
    "iZ72VPmjVt+H1heRl2LsPmByS8TY9K7X+MpLFi6bOHwNdSQJK8RygeRt8tHThyJ+1Or42n"
    "xridTeHH88lPnhRc/51OyJbjPDvgjDsKKTjFxihYcZ8Tof+VzC64gkz7fkptFqi+7oevx3"
    "s99vfODXpjgIlmnQD58eETiJJ2aSHJXj9knaI0zknjOFXxECS7As8sAXHQldASfB78Jrnh"
    "5ktoNu6PEeLO93Wo1dF19ldNXAFsi2vZNtOyCEZIteRwpFTd6EGLKifqezXfCBrxmEIUvv"
    "0ELwN26A7OAeO+IsoY20DaNL5ga5TGzvI3gR3/COeh5dBPxK3pbBfT02d9ug4k1ZisHmwe"
    "OZss+AHQJ2CJbiwA6B/oEd2rdlCewQsEOG7FBkQuqbJIpElVyYWzNK8v0Gxef3RPWPufFv"
    "ZXbZyck9wu2QtzVzPd5735p54pAfzXa3HpbHCFPSm8s3zPE9JKucaXof/EjK8iOxzf6HO4"
    "Z9NKEL5FEyljQznTO0PMolDiUNwuxC8uRmZPtY2bh2jrp3d2jOH+yhgNcdUucRTeyAzyaY"
    "yHDSmVgB4kWOF2LPD4c9c0dtjoHXYW8TPHgdnvaqE7wOT1v/4HU4Bq8DZLxRYtq0YhTX+A"
    "Ve5GcUgqQ3u8VYWuVl/Wax8Haw3oWlXPvUHTQ7g1ajXUczKhdYtndL2t3+oM6XLeExuYeP"
    "4JQHRuacaLD+VMSV1P5M5MvXux3Dt3Ei4ulkHopLIPVQGV/MVzx8T4syREcXzzT9L1GMuK"
    "bnBc3mQ88doZlwa8hkzXZwHyCxbGXUD2QgBptg15fxF3kxHOY3AA/IUZuG4AHZpAbwgMAK"
    "GDwgoH/wgJzwNAcekH2tzhm9x0a552KB412Rl8T3UmfNfVm85r7MrLmZyzyj1hsLQPPVbL"
    "4CMEMPnioDLjwtlCc2uc/xHa2JP4klKoDw3uN9JHimET+qEIBuDLod3FvUH9tEyQZt4tvL"
    "EQcv3wYvXxp/LFIglAA+loOM7maA8+UQXzHljOwbIVckoZkboq5k9jBEXZGEpq4PerTrMg"
    "5pN4Q+Vx4UYK6A5f6BkvAr0jDmlEA/2qpREn5VHPAvg7+6K6aMAlR50IDJrHsydP3JD/Xq"
    "edr6HnNVCpzlZZ3liRPi9cFPiAH6JuivSV4km3RWEZD/JZH/Re34Gjl1wqb6I6hmjnevJq"
    "6JPn1kmXWWYVNNwvzH2rrAqrDGmWF0lYVjMd2zF5YRUUiYWWfyZDWxM2xkT2c2b1Vh6JSH"
    "Zamfc3Bb6buUODEhOiZBfmmyaM44EsunReUQrQXRWhCtBdFaVY/WgWitp61/iNY6hgVoIb"
    "NRzFsXUxrAWqdcMDms9T3vD6ZUdSwDLkQDv5YwrotWn8WxRkmpCjTw9LkRegdHrDs5Intc"
    "K8dsih13PjVFeiUFSOsirS4YTbBW5QBtXbTZ0ulkgnQkAyhrt2lK2PL4TaMmvRIDrHWwhl"
    "NCDm5xK25AffgVIYB+W3xPtLH3h4kJZVfxielBl5xQ2p8G5wOngOz87Ow9kj832Je9NYf1"
    "CS+dadI907j2RpanS/DqzGsp5yCOHxV5AgXvco4aDE1pwBAly43yoiU54Q55bI8m6HePBt"
    "j/HT2bumNfRnijVz9lmaCdPkmHLQrm/oP7QNNskbxnquwez1h4W+Z6wBQBUwRMETBF1WcK"
    "gCl62voHpugY1q2wr18570DvwIN1Jx5kXDO8pQZFx2EXWQ2RROWcX6+0EH61BuFXOc4veb"
    "5ZzmaKX/rdTsH4sRJJzx7uiKH/Is8NdmafKfPGcO56zCXBuXjsISYNAVFivshwoWnaMzUR"
    "iBukudBwHWM6p0dCh5rOd+8wqMSsPScOXzGXMdpUwS0o+chm7yrpOHJImMQyLEVgh45+JI"
    "PqC9K3fVUpIA1+IEJK+ATLLD7SkrD2KL1NKukjNdgolRSEblBaBctZuUQ3SEtCN9gSfxk1"
    "bqDZ9Gi21GCgQWTKKRTg1YNXtTc0sI1nxx/B90nsuEzbERrgxmMugLsB3PTsdIzkew9zSA"
    "NWK+bgoxpnJlS85StSGsntHTrn91ly4NHJfD6eUZ83CvTs+nN/8PPzixyO3UxUizRnvCGK"
    "yhE1XrDnUlL4qbLlY9ViYNKBSQcmHZj0qvvrgEl/2voHJv0YXCnApO+WSSeUmeG7rA8sug"
    "6LHpveWXi1TgfcO9Z0Fh5/YIB3rfup2akjIXlLbpq9D8139WVw8C3pNX9pXg9EiY//wCPx"
    "tiV0c6WhmatCvVyltWKTYJHnqipu9SsJaPc67d7BI9cpZTslJYHRPmoLCTbIHdo8irpLCS"
    "M1IwpGalktqJ4zfQWoUoB9WexTHkp9+FOCoIEtMa2woXEXGxozw82+4T2ypq6LrjrIakAb"
    "DQpABW7ANTV6akC7sjcA3A3gZkyzYyNa6QNOcn+pS2dG1Oo0ltHLaCs2F99Rz6MLsQ1ZCC"
    "OZoVberY5szwvJU5chgrETIEZlNVEgIChIcbuV2+oQsuFXA6N6BHbM2RpGNWoLJo4iVaaC"
    "LugrHV/RVbGr6CrjKZriKfVzZoTibUYrif3vMjqMY2gn+4nUQcgwTBvcNmWGmjVLpjjZxw"
    "8b9HGSkRNTg1F4X55RdN3oXzfeNQ9nE3UoeycDt/LtotVlXduIUGY5K5GNptFgQePkLMEy"
    "HT+l99xuce+xzNdv+xjxu8q8/QF/wf9Fv3Ob53c0sQNZFlo+rnOOvk6olFhMMKnLaz7mL+"
    "X8T4DogmTtpz0/O8fI+sabgwQqXBz/K2N0xQtBMLeO09yCADYIYEvgDAFMEMAG+ocAtlOc"
    "5hRnPTFfZa1kYI11aqTs0wV/zQJ3aZsDHahBWJEN59odnAk8WWQ3U4H7dB789f87HpVR"
)
