"""Contract templates with clauses and versions, documents that are kept, and the company's seal."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_clause" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "code" VARCHAR(40) NOT NULL UNIQUE,
    "name" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200) NOT NULL,
    "body" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "version" INT NOT NULL,
    "changed" BOOL NOT NULL,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_name_4e9136" ON "crm_contracts_clause" ("name", "id");
COMMENT ON TABLE "crm_contracts_clause" IS 'A text that templates put in by its code: `{{ clause(\"payment\") }}`.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_template" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "name_en" VARCHAR(200) NOT NULL,
    "body" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "version" INT NOT NULL,
    "changed" BOOL NOT NULL,
    "active" BOOL NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_name_ba0ba0" ON "crm_contracts_template" ("name", "id");
COMMENT ON TABLE "crm_contracts_template" IS 'The terms of a kind of contract, with variables, conditions and clauses.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_seal" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "sha256" VARCHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "removed_at" TIMESTAMPTZ
);
COMMENT ON TABLE "crm_contracts_seal" IS 'A picture of the company''s seal (公章). The newest, if not taken away, goes on what is signed from then on.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_clause_version" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "body" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,
    "published_by_id" BIGINT,
    "clause_id" BIGINT NOT NULL REFERENCES "crm_contracts_clause" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_clause__66a0dc" UNIQUE ("clause_id", "number")
);
        CREATE TABLE IF NOT EXISTS "crm_contracts_template_version" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "number" INT NOT NULL,
    "body" TEXT NOT NULL,
    "body_en" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ NOT NULL,
    "published_by_id" BIGINT,
    "template_id" BIGINT NOT NULL REFERENCES "crm_contracts_template" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_templat_5ecbf3" UNIQUE ("template_id", "number")
);
        CREATE TABLE IF NOT EXISTS "crm_contracts_kept_document" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(8) NOT NULL,
    "language" VARCHAR(5) NOT NULL,
    "version" INT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "size" INT NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_sha256_922396" ON "crm_contracts_kept_document" ("sha256");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_4005ef" ON "crm_contracts_kept_document" ("contract_id", "id");
COMMENT ON COLUMN "crm_contracts_kept_document"."kind" IS 'SENT: sent\nSIGNED: signed\nSCAN: scan';
COMMENT ON COLUMN "crm_contracts_kept_document"."language" IS 'ZH_CN: zh_CN\nEN: en\nBOTH: both';
COMMENT ON TABLE "crm_contracts_kept_document" IS 'A document whose bytes never change. The database refuses to change or delete rows; the file lies by its hash.';
        ALTER TABLE "crm_contracts_contract" ADD "document_version" INT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_contracts_contract" ADD "verify_token" VARCHAR(32) UNIQUE;
        ALTER TABLE "crm_contracts_contract" ADD "template_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "seal_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "template_version_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "clause_versions" JSONB;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_4ab3c106" FOREIGN KEY ("seal_id") REFERENCES "crm_contracts_seal" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_f0ab3c88" FOREIGN KEY ("template_version_id") REFERENCES "crm_contracts_template_version" ("id") ON DELETE RESTRICT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_cd94c0c4" FOREIGN KEY ("template_id") REFERENCES "crm_contracts_template" ("id") ON DELETE RESTRICT;
        CREATE INDEX crm_contracts_contract_template ON crm_contracts_contract (template_id)
            WHERE template_id IS NOT NULL;
        CREATE UNIQUE INDEX crm_contracts_kept_document_once
            ON crm_contracts_kept_document (contract_id, version, kind, language) WHERE kind <> 'scan';
        CREATE UNIQUE INDEX crm_contracts_kept_document_scan
            ON crm_contracts_kept_document (contract_id, sha256) WHERE kind = 'scan';
        ALTER TABLE crm_contracts_clause ADD CONSTRAINT crm_contracts_clause_code
            CHECK (code ~ '^[a-z][a-z0-9_]*$');
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_contracts_clause_version
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_contracts_template_version
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();
        CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON crm_contracts_kept_document
            FOR EACH STATEMENT EXECUTE FUNCTION guanxi_append_only();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX crm_contracts_contract_template;
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_cd94c0c4";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_f0ab3c88";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_4ab3c106";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "document_version";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "verify_token";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "template_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "seal_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "template_version_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "clause_versions";
        DROP TABLE IF EXISTS "crm_contracts_kept_document";
        DROP TABLE IF EXISTS "crm_contracts_template_version";
        DROP TABLE IF EXISTS "crm_contracts_clause_version";
        DROP TABLE IF EXISTS "crm_contracts_seal";
        DROP TABLE IF EXISTS "crm_contracts_template";
        DROP TABLE IF EXISTS "crm_contracts_clause";"""


MODELS_STATE = (
    "eJztXWtz4jgW/Ssqvmy6ikkl5LmZra0ihJ6wnUAvoXtmuplyC1uAK0aibTmE6e3/vpIfID"
    "9jOzwdfUqQdYQ5V497r650f1RUc6KoBFMTqtQ6vNYNQ8ejjyYZGGhSuQI/KhhOEPsnvWIV"
    "VOB0GqnGyylkNSJPlIHbgDIVWhhYzkNWeQgNC7EiDVmqqU+pTjBvog5MpNqmyYCAoRGgY0"
    "iBSmxDA5hQMEBAHUNzhLRD0KJgBnVq/QqgYQBCx8i0wIgAgg/5l2lEZd/GGlpxuzbWv9tI"
    "oWSE+CPW+te/WLGONfSMLP7xa8WikCJeWdcq7OHXik+Lwgriivk78Wd/8aamj8pQR4YWkI"
    "4LdMoVOp86Zdf6qIXpe6cu/8UDRr9hT/Cy/nROxwQvADqmvHSEMDLZG/JvoKbN5YBtw/Dk"
    "6IvG/aHLKu4vFDAaGkLb4NLkaPcFlmUVRWl3espDs6colYikfYQgJK+IccJ7CXtVyyFgxF"
    "/hl3/WaicnF7Wjk/PLs9OLi7PLo0tW13nf6KOLn+7LLNlym3I4a/3Wavf4CxHGvNtxecFP"
    "BwMpdFGOIJfsm+hJt/ibR2SQKAAR8rIYfNLT5OAXLAWxHEU+68frFUPt+PTi9PLk/HTB/q"
    "IkjXSfYHGyQfyXK5BGKb1hT6g+QfG8BpEhZjUPeuj/sy6eK/8a2ljlLIKRDfGzfqgaRH08"
    "xGT278qaZJBCcK9133zo1e8/8uYnlvXdcIis95r8Sc0pnYdKD87fBYfBohHwe6t3C/hH8K"
    "XTbjo8E4uOTOcbl/V6Xyr8naBNicJ+uAI1kSy/2C8KyN+eagXlH0RK+e+n/P1RPJgreVe2"
    "CLTQ7OqtYbmEXpJlbikFrnZEyW8wTSieer9+iHH2Q9Y2ztY1mCoT+KwYCI/omH08OTpKIf"
    "Nzvdu4rXcPWK3QkGl7j2rusyC7rJ9acSoD57eJ7YnDcYu9FcQqitEffPTm2M7fwSvtjsLm"
    "gm6PgYnCfopJ+/hjs9vq3FyBKTJ1ovVx/b7zqc1qwAmx3cGZVz7HtQziOa4lSoc/Cgpnoa"
    "IXkc0CvMGBQKYI5xwMlc7HZvsKcGQfN+6a9W6TSYWRA02kFRHDZQYpXCYK4TIsg5BVlGMJ"
    "CAI3p16XbgWIWKDF5CCgpTByCYMb/MPHWKPTZzcqk/fERPoIf0DzyDwVoj/o1GkILe6ZRH"
    "76fc8vXepwJpwtHCbhqYFRoSEDUYeMLlNbu61Gr5I8BFbP9Z3Xatn5FqaABNJ5Vx9A9XEG"
    "TU0J9Hn+hNRIqGRRN/poUpuESyCGI4cm/nv424fE4bj3KskOT69CNbejU10CM/g3XZ0IkC"
    "GAsT7JGbTASH9CGBCbgiExgedIZerTlC3k2i8EG/MqIAzAnyKojl04xBpwFLA49+emvjbG"
    "O/o1OsLct3HVRdfnKbhPpQt0J12gAZlF5MB9NvFSCOPSPDb7O0/G8cwdLSF1yyODjacCFH"
    "qoN03g0oTMPg8sMVI3LW4oSIf923bYSkNx5w1FacGU2oLxjfcUG0aw7/NaMSL0JTsmWQZZ"
    "oiNU26JkgsxQMASZ4UhZJJCC6tQIFhAKjRDEZL/HdZ37hUx1ChdZbEiwVWlZKO2OnbQ7ZO"
    "iFDL2QmpwMvZDyX5UmL0MvdsCexvZkgMz4Deh48peIQrvOYda3q1qEoi8yBV+kxF6Ed5YX"
    "amJWcheAXQ62KEhvLVNwSy0luKUWDW7Zu/gJzYRDmnN9qNx06+97V8DB9nGj037f6t47QR"
    "QED3Vzgnh0S6PX+ty8Asxg0p9QHzfbN7wGMzn400a93Wje3TkYzoVhFAu9WH0EDN8EQlid"
    "5xkmIqaEI+UkyzyUPA1FZiHfNs2+wi4gm7Nbjkq1rlr2oADtIkoyX4x5Cp9z9nUXIPkuxv"
    "ccQdOImb3TKF9iJOsF5xfRvZh1AzcAeuX+7Y5ZT/m2bwU/bFbuBMhbZo4ic6Jjx/rOx18E"
    "+JZZDDj9M49eEfSW2ZvC+QRhqkwQ4yDGdZTN+Iu2skErcADxo8IIwNbQ9aXksQav6+0PSq"
    "9bbz+8b3avQKAtZgfetT7W/2R2oKGzn9jHvzeZWcCMxxlSx5Bbj7fNxgdmBY6R+sjtwodb"
    "bhJa4yLWYC2bRZ9i0IdtFQPikQ1HhU16Eb9Bef49VhrtvHL8cstAV8DBcnudG+t9fN3pMY"
    "kMCC0kkbMMAjlLlMdZWBzENhU+70BKzFwWegRYurNax5ncWccp7qzjqDuLjpFekPEYqOQ8"
    "E+dMM7GiTPfQc5LB6ANKwG/ajlLzj15gM8ln8eC+/se7wIbSXaf9m19dYL1x17mOI1tBMY"
    "rPC3x7GEl5bsohxijGJZLM9wIgyS5Gds7+LWIk5bkpn0KT6ihmBv/PQ6edEMm+hIQNKV2l"
    "4H/A0K093EJOYZ5zkc58mORqcMufNxBmXjWgbSHlCZk8zCmXBGKgUhLFJcHeyHasWY/QqC"
    "gSfbFx0C16ZY9eoSuuOEKNEaIP5wolj3HzebImHsaVLk4iyx7wSfIe8EnMHnAgFDdHJFAQ"
    "KGP5C28oiGHP2fkXUTIIq/BmDoJGbuoFkGS+8GYxmkwNxlFu9kNAKYFXS8BTP4pLItiAlM"
    "iqTnV5S2xUKnkPdJnosCE0tmfLcuZzXEGVJMPNH84i+hp6vfjzT1YmYnesk2flVVQ1MpDq"
    "Twuv77b+qbae0GI5KQ4tajlYTrY7X8v252XDJSc9uH5lIJ9rgKsj/MFrrZwsC9ryLh+qdc"
    "44v3yw1j8KnfNwrX8uO8sFQbzur4COEXBVLQsMTTIB31hfGhNTIfgbIBhAEzl1vFt6gKWO"
    "kWYbKHzDD8HsSx7RlILBHHzj56Ssb3H3A23oWzMdD46/K31qEs12S+VR3d08qiu+fEQMyW"
    "67EKwEOzEbuFyW/dCY85vJJPv1S8fu6kOhvjOtnuo0JgjkBqn6BBrxDIuw8JaKizv08Gtj"
    "/HgLW4s3zUbrvn53cHxaPXVItr4burvG++yfxvZeZWrqaoyZkDZfB3Eyhr2Y60fTLTX+Gq"
    "3UDi7CttTBjw6PjrbYx8+qtcxdnLJJyoy1g1NJFmFbIvl8f0jel+vgyjV/uIo+wnGzd9bL"
    "7cUWNqiTYIJRzr5daXfaTSYAhuzjGx7hrbnh3c0PPLgbPfbxfafNY4cnzHIZ9/F/P9W7PR"
    "4gzjQCk/LQ8D+bdfaRH74Km15ZNJwV37rOvgSZT3EejAc2qxjJtpKAK82tOie1i/PFWOEf"
    "0kbHA5ue7qLDwbOGi44FAb7BgQC1J+FtMo+F+s1nfqD9Cnj4Pq53u6x3P7ASNqChae1AD1"
    "84LWLW3sRTPgHQWz7lY0CL5uROgLxl5jB6ZtaJc1lvlL3EeTWEKo1SsroLy9zMjAodm8Qe"
    "jfN0zBjom++gmo1yDu8Q7C0zOODObBTnZSbEQBDHEyigQuQNGGxd43tRslnWrjudO97yIs"
    "72uhUOJv90f93sHhyHzLyU7DQyQdC2bD1h2yWXBII4GRS0qqAgmRNoEzmBvN67OpY/Lhvc"
    "r16flePgeN/FrX5HVobBj1xUknf6xVrV3Bv9egidJSEQNCnfP+f76t7VCGBqQMwMajDUmc"
    "S9tIlVQExWZI35JjyrP+NpezhIrGQBpoQ8odgMQOv6noJ7+nIPfyf38Bk3KMY1mJIT1geU"
    "bmd5LYfe81tf0vBy1hdkqij3lqWAevVm2h7RJ3fSdnr2lQauNLD2QiKrNbC2qv37Bliy5i"
    "+YaDm1fsFaXHPqHOfNpQK97fkjTYGW+WpkvpoAzzJficxXI+Uv89Xs4zIn6sVaroQqfv3V"
    "eIV26BKW0yxOodNkn1DU9PaVuqzU+vVLmIBjLalq+N/Ym+HSKS7PxXAb4FgeR1rbcSR5Vm"
    "ar657MkhQ5z5jlNGOOLEnyoMwG3PtOcrKYCSQtbG0J2mDUmq/Z7VXQWsShvN1LDZw7Pisp"
    "1xm4Far5s4QvgRlCGyh65qEDPH7Au2vDAlObAh3zewF0agFuJVyBbz9+ALflg76fHqJfeQ"
    "d+/oy9q2BVzUqH6x6tyNLh+pIYpMNVOtykw1XKXzpc93iZkw5X6XDdJLnS4bqnHA+IFuOT"
    "Ss514tcvAbtpa+068pxw6nJmlhEgkvDchOfPpbEbKTR21Z4bQzzKfWZVQEnvX/Yjq9LR+u"
    "Ycrf5NyS/5W4UblQu5XcW7nlcbZ/q1snTsYnsyYKV/hVyh0vm5k85PT1rZV8oloExnBla2"
    "Vu6+Wr2dI0VvWrEuEeVTe2Do1riQdzeMlf7d/fTvLuVYwMMbA5Y+3sI+Xlevy+1lF2FlWs"
    "a3fPRvoQOv6ODfor09k0bmY39iP9zFQ3+LzEHJppmYXCinVSZmOno5HKY3RsBJqO4my3hk"
    "suX/+c1VwUynY/AETZ1/m1XlTzSdoy0AWV2XbCsaELPKhmVIzN5MZNUUq1CGxMiQGKkyy5"
    "AYKf8VyV+GxOyCuSTjNmTchozb2Ft2pXu55ITLuI2KjNvYo2ACGbfxRuM2wjmuX3YPFo/d"
    "iMvUveroDdETKeM3ds+EkfEbMn6jhMEE+6Jgl4hyGb8hnZEyfmO7q7lwdYmv2+WVQghYpq"
    "V8uzEcoia8migOMUBgzySSNY4j1Bt3MZLjA5rSG6LaL2RvCVSr5rbVHhlc0UR8hltO/Ppg"
    "NiYWAoM5v48EI2buAdcXcwh4iAY3AQaQVTDRkMdbAEq85zzhiks4MMnM+tXLtmIgYOisnn"
    "enyRha47jbUDb99TLdy75Nl1UZKSIjRaRyLiNFpPxlpEh5rQJRCjwINko+D2NoYnsSMQAC"
    "YvCxu+yfqjw0270rYPEb7fBD67d284Z9YuYN0tjnRr3NPqkQh9XFLFEPlxliHi4TIx4uw/"
    "EOBlMxbabaF5WGiN9piXy5VRqM9r/H7E8fN9m/CPfxdad3ewUGhI6LyOIsgyzOEmVxFpbF"
    "nuzP79F2gzWGtbPz+L4dz+gSsa7evL2bms5PM/TX89PEDssfhfjV/46ZORK7q19d9lUZPZ"
    "ka2XeWZWZltZIj+84is6vM5bdrzmCZy6+cufweEDQqyU5g53E1t/PX8mFZknbrKrXd/Njc"
    "W6qSyRTi+T8swBsBB3377Phc7dsXEB29c/2vGM2QRQHByL26egYtgAkFFD4iDOAMzsGIII"
    "tVcDNu65anz4OhSSb8WzB7FpvYe5vv8rI3WDp+d9Lxu4ua6xY1gtWrrtIRLB2B0hG4bUeg"
    "iSbkqdAoDCJXMAp3TB77Pta2GlH+8/8HV59L"
)
