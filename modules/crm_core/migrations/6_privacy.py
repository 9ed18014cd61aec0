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
    "eJztXeuT2jgS/1dUfNqtmp1KhmSSo66uipmQhFsGUkCSvWSuXAIL8I6RWVseMtnL/36SjY"
    "38AskBBjz9JWFktR+/1qNf6v67NnbnxthxyXlzzKx7iz3UGujvGsVzwn/kXD1DNbxYyNdE"
    "E8MjO0FgYJlg5DGXN/AOE2x7hDeZxBu71oJZDhVkPUrQ2KGMd0JLi80QRmPfY86cuA3xG9"
    "v2Gf//3vIsJn7MscUbHJf/pA4jCI8cnyGLoV+uPw6Gv128+vVcPNh0xvzJFp3u8Rk+tf7y"
    "icGcKWEz4vInff0vb7aoSb4RT/z5tRY9x7DMAA8m/uW/ecevqb98L6ebuOHizphYxDYT/A"
    "k7Bu0Ge1gEbVfWtE3Z26CvwGDEGWL7c7ruv3hgM4fGBBYNHjQllLiYEfEE5vqCS9S37RVn"
    "I8aFn7vuEn6nRGOSCfZtwWtBHb7Auq1mGN3e0Bi0hoZRy4yDiEJi26qJM06MIf6qXgDAVL"
    "zCb/+4uKjXX108q1++fvni1auXr5+95n2D981eevUjfJk1WuGtAsza79rdoXghhw/UcCiL"
    "hh8BDWY4pArYuUbfJWKw8DfP8KCQATLJdjZEoG/iQ9SwZsR6jkWoP98vGy6ev3j14nX98k"
    "WMftyyCfQIYHm5IeLLjXDkJyF9w68wa07ycU1SppA1V6Tn0Y994Vz758SnY4EimvqYfrPO"
    "x7YzvjunzvJftT3xYAPAw/ZNazBs3nwQt5973l92AGRz2BJXLoLWh1TrL5e/JqdBfBP0uT"
    "18j8Sf6Euv2wpwdjw2dYMnrvsNv9TEO2GfOQb/cAObMlhRc9SU4L+/MEvyP0kJ/D9N/kez"
    "ePRg6O5sGdJSq+tqD9NiekW2uTUX7vjXZsG/nmG3Rf15AH+bvyamY5JhQ0SbQp9/1L7mnD"
    "78tetmp9MIBL5b+qk9aA8bodR3S2+abX5FSH63lN+h1QhEv7QoWcCsOf5m2IRO2UxsuRcb"
    "+PCp2b9+3+z/8vwiNdm6qysXwaUkW/QXRVgMT3kx9PzRn2Scw3QxE/MZLpEc8wRUX/8SU+"
    "ri2TOFOcV7FU6q4FpyVnGdbuyEk6DMeieRHw7xGnUo0ZxCtS4fpmI5o+SW9lvN6/etNw3E"
    "N83xjJi3lO8CrT4fsqKRo0/4OGaiXdxRvsaXQ0O+/rEb3Kt51eE392lwv+DTSvFXib0buJ"
    "tmrkkYX8q9LHOH5FuBHCGRHJChj7Eetv4YJpbCCMhfbpp//JpYDju97ruouwT8dad3lQKc"
    "clyNlZHFyFOMxYaVD3wO6aad6/SEuQ28EPtNWhVeIaEtByfoQAguKwSnTHYaDEgSHs7IUz"
    "kWSKZQdfglIhj8OsgLG/PkLtfOGQ3pLCfeOi6xpvR38pARk1Lox56Ea+lmJzYNfkSDLWpd"
    "jxcXL2PzfHoJ4CiYxCYswEEIUv329bCWt9rvBuD1vU5rrCvDm9jiFNAVa8LPQLtSXz96Sq"
    "P2RFGVFs4CSMUKMcLjuyV2TSOxVIgrzoWTaon7Zi/NL+bpFkzxNEBHfIZ46cyAznVMSqNd"
    "yS8pzbTtbskmWhDXcyjCTPIWZl2LG/qVcA8G33i2dgnKf4MnEDyB4AkET2DVjZ/gCXza/A"
    "dP4DFo4JHkoep/iPpX0PnwXMk6/XyDefp51j79pzMymMVsLZATRBWwUR8A57kzsvRAXlNU"
    "DuG6CsD1YnzrGXgXs5U/ShXdmADA3QouEdEIOuDGBJUD9+LlCxUP4csXxS5CcS2J75KMZ3"
    "lSZjHAa4rKIXypMnwvi4fvZWb4ivgZLQdsTFABcA/tfuUzP8cEceU4NsG0YKNbkaTQHnGa"
    "fcEdtxwW8ater5NA/KqdhvTjzVWLCxcB/LyTxQrkYuyOZ9Y9yVNMNmEtkwHeGniDMxZcgs"
    "fJjN26BB/NwxIxIN/FIrFHzcciE2xzshRDreI6SftKnCUt9KPI16I2kyywy+aEsiLnSzYs"
    "KbrEB/aUFDlsjDvyEP7FP98kRtAH3DfgvgH3DbhvKm++B/fN0+Y/uG+OwX0zdkwts2zUfz"
    "eWl8eVK/Z8suC0zsjxj5pian3HbCWx6Bwc6fXfNbvtL81hu9dtIPlOt/RDqz8QrWH4U60E"
    "a3Z/Tg6clvs9MRVrN5oYRzSAswbOLpnm6iVboF6TVcCKvm8XhaSga+CcpKoczHvxwwdjc+"
    "R7FiVejlNoy6CWCSuH9+6HtU2m2DYmjjvXQTpJBTBvhTm2ApYRBWPiAwK9cBihzMK2riD4"
    "oTdsdYftZofLe9E9wpPD3WF4apiyW/q2178RXcQQEtc7vQG/anMF8zjEw7HjU+ZqSS8SyQ"
    "H5dN09zJRQQbgY4Ay+EAy0x2AgCGSDWKsDrQr7iLWa4G866K66Vw7b3Q/cJRl5FtNaGCSS"
    "ygG8F30cm6arqbZIJJXDuK6EcX0DxvUsxsIPoWu1lmkqh/Lu5V/Gb8/1klFe7M4Ga0eCqn"
    "Iw735F5s9xHdMfs1zzXXH4a5quAlAfOgqW69Q5q/S/B71u0die5i3RpjVm6H/Itry9hXNI"
    "buaRb9nMot65eN5j+JgFPptZkUb9LOk3FjfIsMLFpnifDDc2xslKVBAmqxEmC9m3dpV9y8"
    "ZeWSRzSJ8ykiPLZTNjzvGYZVEczLFtF0aCpEgrFAdSv3h1GUd+iD82xXoMbpqdTnayh+iY"
    "OMeSqQLrihBATc57Z4yL7Gvbrflr6gNKbd9nhraluPblPSdqoID2lrb4T1IuekPJSbjBR5"
    "g1wX1jxKXYzo0b22CIS5KVwj89rI8ogOm1Cs6vi3F+nbVmwBGmg8pmmYMG6hGRGdIKLdoH"
    "jojkH+vzt9CPSk0RAgfKcsAm9yR/cd8Ev0wF2JfFXj4ApY69TAXYl8U+jMjTBj9BBuiXRd"
    "9zfHdMtNFPkAH6ZdG/x7ZPjLGNPU+bBVla4IMOHzac4ZagzfKkxDHuIQmDBk+LFaonuLMD"
    "USHzcCC3ALhbwZXlOwVYI2kckN2KbEpxUQC36MgBQJuCNiGbKQAbShMA7FZgE2KXArCBhv"
    "IzuD6JBO+yHqcA6trqtANk3yRuVk18M2a6I0vyEqwZuQleotVEKbkLizorZM9fOq6JnAnC"
    "SART8GbsPiA2wwyJagMeElZ7aorq24EAcIYwRdGGJUpwhyus+BUuCUF9biGHoUAOy0vEf4"
    "hH5iSm+Rqf6l0nepES1UDeF8j7AnlfIO9L1fN+QN6Xp81/yPtyDPbW00pOog9/rdP61Oo0"
    "QglOnEB985EL1/9pxIKcqHD7LkhXEopzt3TQ+9i/bjVWQt0t/dTsfGwZ153mYNBAKUPo42"
    "eXgRQm+8xILXIJfM+JRtySfuB7XhTiKcbj7xtgvqlY+cceChd/meSAUvWzZyciV3M927rP"
    "WRI2x2rFRAeM1IqUyJMK1Mo4yR7LRtOkDn2YR4m6co01yS5nilYbnKHaar4ZzhLVDNESey"
    "i6DTEbaDkj9AyNHvgPZ86vmPzHwzlqM2R5iPKt2UU+NR1Ksmaa3d56e55gML8cpflFX0sE"
    "7fCUtUOu4Xl6yczWFBUUbXevN0DF9MdSuY+rQsUT2Vs2xDZBye+Dl/xWKQ7So2To8H+UAx"
    "1+pjTIo84CVR6UKAzy8+XUPRK8T345dW/lpVctpx7336pRfE6J/SYZWyYxkSicjha+y+UN"
    "co6GM4KEyDjCHkEumfBR6qHxDNMp8TiG/KrNB4HHkOssUZCaLccRvN9HlSjqvnqm+BmVCQ"
    "mFWajqfrT6CbiHwT2cwBkUQHAPA//BPXyK25zkn1mLImU8xBL5MRtlajfN/u98yHffNdAc"
    "u3d8YaDTWzpo9T+1A08wce8t4Qr+0OwPu63+oIFE/CZ/dY+39Xtv252AduE6E8tepSN6fB"
    "OPEGTzZRI17sn0R82+d+1PIi/F1Lon9JaKtelNv/mZtywtNjO5DnUkCSuEukDzDvmo8UMi"
    "P2p2fG5dGSK1N8efjIL88GLmfGj1xbRZEFeEYRhRORiLGmFFGN7nPd9LeB+R5PmW3jTbHT"
    "EdLZv/bg0GzXf82px43ioN+uOnRwSfxBMTSY7KcPsk5REmcs/pwi8RgSRYFnnwFx2JuwLK"
    "ae/Dap5eZHaDbmjxHq7ud1qDXRVfaXVVwBacbQd3tu3BIRSM6E1OoWjI6ziGjGjeqRwXvO"
    "c6gxBknQlaCv+N5SHs3RFT1BLa6rZhzspzgywmjvdRsoxvOHFs21l6/ErekcFDPTb32KBk"
    "TVmRweHB49myz8A7BN4hUMXBOwT8B+/QoSVL8A6Bd0jTOxSJkOoiiURRJRPmzoSSfLtBcf"
    "2eqP8xD/6d7C57qdwjzA55RzM3433wo5knDvnRHHfrk6CMsEP7fvCGObaHZJczReuDG1EZ"
    "bkS23f4wYcRFM2eJbIdOAzez4zO0KuUSh5J6YXahoHIzwi6RDq6do95kgnz+YBt5vO/IMR"
    "/QDHt8NyE0CCddCA2QLHOsEAd+OJyZO2pxDKwOB9vgwerwtLVOsDo8bf6D1eEYrA6Q8UaK"
    "aVOKUdxgF3ien1EIkt7sF+NAKi9rN4uJd4P1PiTl2ofesNUdtpudBlo4gYKF7Vva6Q2GDa"
    "62hGVyHz+CMygYmVPRYHNVxDXV4UTk+uV+1/BdVEQ8ncxDcQukHipji/lMRm+dogzR0cUz"
    "RftLFCOuaHlBC39kW2O0EGaNIFkz9u48JNRW5rheEIjBZsRyg/iLvBgO/RuABeSoRUOwgG"
    "xjA1hAQAMGCwjwHywgJ7zNgQXkUNo5c+6IVu65mOB4NfKS+NZVdO56sc5dz+jczGK21uiN"
    "CWD4Kg5fAZimBU+mAROeEsozTO9ybEcb4k9iigogfPB4nwA83YgfmQhA1wYde3eG404xlb"
    "JB69j2csjByrfFypfGn4gUCCWAj+kgo7se4Fwd4hpTzsq+FXKJEoa5JupSZg9N1CVKGOrq"
    "oEenLuOQdk3oc+mBAfoMWJ0fKAm/RA1rTgn0o6MaJeGXyQH/MvjLp2LKMECmBw7o7Lon46"
    "4/+aVerqetbjGXqcBYXtZYnqgQrw5+ggzQ10F/Q/KiYEhnGQH5XxL5X+SJr5BTJxyqP4Nq"
    "prx7NXFNzOkjy6yzCptqUeY+1DYFVoU9zjSjqwwSk6nWXlhFRCEhZp0FldXEybAxni8wH1"
    "Vh6JRNglY3p3Bb6buUqJgQlUkIvjTZ5DOOxOppUTtEa0G0FkRrQbRW1aN1IFrrafMforWO"
    "QQEt9GwU+62LXRrgtU6ZYHK81nd8Pui6qmMaMCFq2LWEcF2kfRbHGiWpKjDA03Uj1ApHbK"
    "ockS3XyjGbE9Py57pIr6kAaVWkZYVRB2uZDtBWRZutjE46SEc0gLLymHYoW5Xf1BrSazLA"
    "WgVrqBLy6BK3ZAZUh18iAuh35e+JDvb+tGNCOlV8YnxQdU5I40/B5wNVQPZeO3vPzp8f/w"
    "fiiUSd"
)
