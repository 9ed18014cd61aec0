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
    "eJztXWtz4rqy/SsqvpyZKk4q7+Rk37pVhHhmOJNALmEyc/awyxFYAd8Yme1HSPa+89+v5A"
    "fIL7AdA8bpTwmyWpjVsty9utX6uzY0JvJQp5aBh5a5d6lqmkpHt4Y+0MikdoH+rlE8Ieyf"
    "5R3rqIan00g33m5h1iNyRR64A8hTYYSB6VxknR+xZhLWpBBzaKhTS9UpH6KBDDK0DYMJIi"
    "ZNkDXGFhrqtqYgqltoQNBwjI0RUfZQy0IzrFrmbwhrGtKtMTFMNNKRTvf4lyn6kH0bG6jg"
    "cW2q/mkT2dJHhF9io//8gzWrVCEvxOQff9ZMC1uEd1aVGrv4s+bDIrOGuGZ+T/zaH3yo6Z"
    "P8qBJNCWjHFXTaZet16rRdqqMWtT45ffkvHjD4NXtCF/2nr9ZYp3MBlVq8dUQoMdgd8m+w"
    "DJvrgdqa5unRV437Qxdd3F8oyCjkEdsa1yaXdm9g0VaT5XanJ99JPVmuRTTtSwhK8poYJn"
    "yWsFs1HQBG/Bb++a/Dw6Ojs8P9o9Pzk+Ozs5Pz/XPW17nf6KWzX+7NLNByh3Iwa31utXv8"
    "hnSGvDtxecMvRwZb2JVyFLlA3yDPqsnvPKKDRAWIIqvV4IO+TA9+w0IRi6fIR/1gvWo4PD"
    "g+Oz4/Oj2eoz9vWQa6D7C42BD+y2VsRSG9YlcsdULicQ1KhpBVPNE9/5914Vz7r0ebDjmK"
    "aGRj+qLuDTV9+LRH9dl/19akgyUA91o30l2vcXPLh5+Y5p+aA2SjJ/Erh07ra6j1w+nH4G"
    "MwHwR9b/W+IP4R/d5pSw7OummNDOcbF/16v9f4PWHb0mX2w2WsiGD5zX5TQP/2VMmp/6Ak"
    "6H839e8/xYNXOeubLSKaa3X13mGZlF6R19xCC9zsiILfZJZQPPR+/xDi7Ies7Tlb18NUm+"
    "AXWSN0ZI3Zx6P9/SVg3je6zS+N7gfWK/TItL1Lh+61ILpsnppxJgPHV6L2xMG4xe4K0yGJ"
    "sR986c2hnX2C19odma0F3R4T1mX2UwyrT2+lbqtzdYGmxFB1pU8bN51vbdYDT3TbfTiz6u"
    "fgMIV6Dg4TtcMvBZUzN9Hz6GYuvMEHQZ8SmvFhqHVupfYF4pJ92ryWGl2JaYWBgw2i5FHD"
    "eQotnCcq4Tysg5BXlOEVEBTcnHlduTdAxAPNpwdBGpSRSRnc4X98inU6fXSjOvmkG0Qd0a"
    "/kNbJOheAPkjpNYcQd08gvf+75rQsbzsCzOWESXhoYFArRiOWA0WVma7fV7NWSH4Hisb72"
    "Rq063sISkAA6n+oDPHyaYUORA3OeX9EP9VDLvG/00uRwEm7BFI8cmPjv4XcfUodD79WSCU"
    "+vQz0z0TlcCKbgN12bCOmPCMdykjNsopH6TCjSbQs96gbyiFRmPk3Zi1z5p0611zrSmQC/"
    "SvBw7IpjqiDHAIujPzf1tTHs6M/oE+bejWsuupynQJ8CBVpKCjSgs4geOGcTr4Ww3DLGZn"
    "fXyTicOdESMrc8MNjzlANCT+pdA7hwIdOvAwsZsE3zOwpA2L9vwhYcxdI7iuDBVNqD8Z33"
    "JT6M4N9n9WJE0VV+TLIO0mRHDG3T0ifECCVDGGx6zUzZ/6jPaKRLJK/CUi0t2KBbWAuJGO"
    "znuUy638gsqXCTyZ4Q9pJaNIIbUko3BDIxIBMDDDvIxAD9F2XYQyZGCdxrak8GxIiPR8eD"
    "v5DIFYQOo75d0yKUjJEqF2NJKkY40Dw3E9OCOxcoc+5FTngPU+W6HC7JdTmM5rrsXDqFYu"
    "BHK+P7oXbVbXzqXSBHtk9bbbkr3bek7xdIpTK3MsmsTxu3t93OPU+0YB6YoT8TpU/vJJ7+"
    "YhLKpO5an9v8qutwsP7NXuteYr3ZO+yZsOvf7m6l9pXTxTZ56IX3kn7ctpzsDfIyVQ3e0p"
    "O6N602e4OwRosYE5VyiPq0K7Wl77zR8ad4S7PRbkrX107uB8df0/JlfxSfhMPjUIQOX7M8"
    "mqJMBZ/OozRrX/LSF1n5fH84/Vt9LrI5X2m/Uu9y0x7kgF2UAuTzIW/hl4xz3RUAvPPh/U"
    "qwocWs3ssgX8gA6jnXF5HSTBtDDgi9MYRcMo8tWwRZ4H7TYieIvGfkFlZmRvwigu8ZRe4F"
    "ZH12FyLvGjkxRJMaO1HoPaM3xa8TPo8mhGEQQ/Slc9Wjo2zQZx9g+iQzAKj56DJfWXz3y0"
    "b7q9zrNtp3n6TuBQqMxbzw69Zt4z/MC9dU9hP79LvEHCrms8/IcIyZ1978IjW/Mv95TIZP"
    "3KO++8KdaXOcx48+TMe/LKFfwl6ehunIxqPcBIwov0F9/jWWm+2sevz9CxO6QI5sn/L9LX"
    "x3y2WnxzQy0K1cGjlJoZCTRH2chNWh24bM1x1s6UYmbiMiWLmNdgepyMeDJeTjQZR8tMZE"
    "zYl4jChgngpzZtOZUaR75CXJ1fYFKoDvsvif9KMXCP35KH64afz4GAj/XXfan/3uAurN68"
    "5lHNgyiTF8VuDtyQDkmSHHlJIYMikZ77kAgJ0P7IzzW5QByDNDPsWGpZKYFfzfd512wjaE"
    "hUjYkVKHFvo/pKnmDgb8lyDPsViOfBjkejBBgw8QRn6oYdsk8jMxeFJaJg3EiIIm8muC3Z"
    "HteLMeoFFVJLLYcaJb5LP332ArFpxPyABRH19lS3+KW8+TLfGwXOWyWtJEz4+So+dHMdHz"
    "QB51hrytoCBsxMgdilEMPKOZ8RelIGUuL/biBoH02ItSgH1e7Bd7NTKBHxAD9HMHgAnWMm"
    "MvCAHyuRNMyGSqMYwyox8SBA28WQOe4Z1fE8EBQCO5NcJksmthIQTIF7UN2DPro5rIugPY"
    "IHtNYbAdcwVSb/wNukEpSkU5xuNb4PV2KH0zUwFbskmeFlfRxE4BqoPNm6dseAt0zxu1mh"
    "ALy2cKhB1/s3iI2/MdSNUEWXTTU6DsOjfFw1xdgAPuYJqVwjPdisO4J4xYTYxDjkcGlJNZ"
    "8beifb8YuOKgB32MFOBzL704wO+80aqJssBolLlei1M+Z3XNFr/KTsa6LX7JnzS1J3nf35"
    "A1Jsh1xEz0aOgT9MDm0lg3ZJ0+IJ0ibBCnj1cAEpnDMVFsjYSLR+qUfckTmVpo8Ioe+J57"
    "8yGu9OSGvjVV5Zn4Y3imhq7YbiuUfSln2Rfx5iNqSA4qhsQqkCeygXML2A+NqQWSDLLfv3"
    "LoFp+o/Sfz/y3ViklRvSJDdYK1eIRFsXDChyu358mvDfGDdUG+bBeD1GzdNK4/HBzXjx2Q"
    "zT811X3H++gfx85eeWqowxg3Ydl6HZSDvYk5A+KqOYyv0Lp0gotiW5rg+3v7+1uc4yf1w9"
    "RT3GKLlBHrBy8FWRTbEsinuwPyrlQartb64Rr6hMat3mnPTRJH2KBNQnVKMs7tWrvTlpgC"
    "mGSfXvH9Z4q7+Uz6yreekac+vem0+c6mCfNcxn36P98a3R7fvsYsAsPiG9f+IzXYR76pPu"
    "x6pbFwCj7Qh30JMZ7jGIw7tqpoyb6SIFeZCo1Hh2en82eFf1j2dNyx5ek6+jh43nDeZ0EQ"
    "3+CDgJVn4W5SPwuNq3teqOgCefJ92uh22ey+Yy3sgcaGWYIZPictYt69iXuQA0LveQ+yhs"
    "2se98FkfeMHCUvzDtxzoGIope4roakKmOUFFf81j30W7bGhm6PxlkmZozou5+gik0yPt4h"
    "sfeM4ICT2SSOZdZ1jWAaD6AgFQJvwMTW9XzPWzaL2mWnc81Hnu8CumyFt7p9u7mUuh8OQm"
    "7ekoMP4ezJbfl6QtglkwaCcpA+WFT6IBw3uYnjJr3ZWxzKt4sBd2vWp8U4+LyXOdTfcxW0"
    "KtTv5yZmDPX7iZJrPZ4F4t+ljH/DsSdw7EkAZzj2Ao49Af3DsSe7+JoTWCM8yXQuh9+/mG"
    "hGiapDrKVGG/8r/xXDai4H2BOpXDrXWjB2j+3ISNothDbI2fmTe6couwhfsVU/z/HJNY0X"
    "/qklu3lir3pmL08NSafI6+aFuXieNM+f9gr0oqmG6QXC6FFl8wG5iSl1pBusyRzzZGvWfz"
    "bGliMkdjIRm7fPJC6Te23fkzN3G3zVUvqqDBsSkwKS/NKZC8ArJ80rJ3uUDQJsvGlKjCHJ"
    "nJoqSL05aXKH4IOMyVKvvhDIhEDaTmik2EDaVq1/P9CWbPkLobiMVr8QFVxreOfnnEIBA7"
    "q0BjQEeyDYE8AZyH4I9oD+Idizi6850S5WMgV7/P6VC/YcpyGFjpM5oajrvd042rZn8/qP"
    "t3fCYtnq2QsilaM114IxlJ1YW9kJqImw1feeux8507l0okwFF+mjNFVrkmvWQEGEbdD7kO"
    "nwfjIdQjVeV+e0L4rBZmQ+6UJwZaqD9EyMV+RKIItnFcywiQhrRSM2zSjSbauOTN29RnU0"
    "wlOkUoSdAgn/MJFJDJWwPxZ+NZFNyctUY6olSjTbYb1flYaoHeuaMq+j7JeqY8O565Vf8c"
    "GDD6hcoHKBygUqt/JUHlC571v/QOWWwaVdGG2p6bC5ROXo3KN0NViXlGANu1q+cRcEd3kN"
    "LV+mSnk8RZTQmlvM0Zm6uoDWXLjMHEztqtv43r5AznkVffrtTrq6QLZJlD7tSr1v3Tb/bB"
    "DLNihvu++02Odn3V0Dt1xPiy3JZraSzguJyhG/J6lo9ZMltPpJlFbfan4gvCxZS8CRT49/"
    "QAzQLyg500U1qgk4wyuQjhmYfCmqmmw153VHMd6BlNfGdGrovDBrMgE871LPTP1iUXQl+f"
    "udE606Jcjgx4Jg88lEj7rhtPhD7qHG/H+XmB3qE2IijonTmXNrZIZGxDIRZf8wYTPK/a71"
    "m2Cv2669TerA7wK/C/we8Lugf+B3N21MbukYBmb4ZCJlvP5lpslykjJr2cJtWmSaleD1ZY"
    "DgfXcE7/dGq9dqf75AM6xaDNY+vZXaV07LlFDFaWnc3nY795zqdd0ql/79t9TsufTv/5Kh"
    "xduuup3bW96kGPp0SspAAmPTVEeU11LXsyw6IbEya7BMedY8tVHJZWEFJQuwsEr2rq2UHa"
    "VPJrHFLpbtt5mLQGglTWjFW2izU/shQbBT89qp2HzK5yuEBEED+Tf1QfmRbZ+56b2WczwG"
    "EVF4EHK7zLpGMuMvCAHyBUV4ofxOwbHIZuOu2biSarG2D0TSVyAbsvVSxNL5olAArF1vmG"
    "rCKqycKSD1zT2Yratma9AuTgHtwoQAcFeAG7G2ypzy0bUdqFelfXQ95j9n6ofsRw5W53/4"
    "b2ETWTqajdXhGGFNc5MvVAvx2zQ596nxbXczTHmrifwv4gkbTjqHu1/P6Ux1a8z0ilQ3v4"
    "ONFs0F2di3wtE8JTY36whSQFapAVJAIAUAUkBA/5ACssOvubKUFCvR9r53nACyZouhiOwP"
    "KK607uJKE5WqE3uSbSEWhGAJzh3YUc1h/JEKS8taiWJwZMUF1LTaWk0rSJYo03KylQhl6V"
    "6VW4Gey2SGXhCCSV9QcNhBMKKFtwaGe96ou6WQtGELYR6WLnpZtuVlTeFLCLYXGWzfanzt"
    "it3QCHsAJEXXhE71zLE1JSi8MrD2ydAn3vGchmnxOBf/oGH2v4Jf6+jBG5A8IDeCabonej"
    "7YbC49IOZraAr60LdPBvigb58env2rbx8TctS3z473Tz9GY2qb+MI026z9r/FmC3OZVI2f"
    "k/gHr7TJvwv2X5fhdV6H4BsE3yD4AsE30D8E3zZteW6HL3hkFlLGM54FkTce8lxSnyqW84"
    "2e8jy34jJgJ8q8a/BCFnGWjSQBQaAKcz/6gt+RHn5BCKAviiu0zU0yLmVTQVrKRZh6qbLF"
    "3XUCcF2dLB5YUctIZTU1zLRfW3I4jNuhnpnCGi4EV9JXDWSRF68In0UmU42BZqKpbfHjWA"
    "avTj42P0ryAj38/TdyR/7Qr03xK9/t3q99RL9+PURJquKGhVO5d+ZtUAeqCagmoBqAagL9"
    "A9W0acsQTuXetF0Bp3JvClw4lXtHMR7oSkxufY+5RvEA+/0rgO6yd630oxd4zfoYfrhp/P"
    "gYeNVed9qf/e4C5s3rzmUM1LHTeTna1ZnOmwb8mRgZHTpBojKnoRfnz40xHZE4S25ZNr0g"
    "Ben0GdLpYefCOzqN22EX773FZxXfer9YpHLRrrKwyq2kX5N1FUN7/qwtiF3x4GooclEOrz"
    "CZ/Ew68DMR/sTzPnc6IFnYu7L8ZvV2chLetWFdIcin9kBTzXEudjcsC/zubvK7Cz3mYHhj"
    "hIHjzc3xunZdZpZdFKvSa3zLBWrnNnBBuxDn4+2YNtKmwgTmYRkTYXpefkgt2TWbd6ln9s"
    "osUXRlOkxvTJBFjImJ9EeE0RPTLf/PH66OZqo1Rs/YUPm3mXV+RVG5tIkw6+uCHXMqZpED"
    "Q0rMzixk9SVeIaTEQEoMmMyQEgP6L0j/kBJTBncJ8jYgbwPyNnYWXaCXKw445G3UIG9jh5"
    "IJIG/jneZt+KTf6syNcM96bpZwndkbIhMJ+Rvlc2EgfwPyNyqYTLArBnaFIIf8DSAjIX9j"
    "u29zoWqxb9tlLiEdFKzSq3zLdaQFS7iYLA4xQWDHNJI2jyM0G8uYyfGVTK0rfWjzGh61ZH"
    "ct0K2e2Vd7YuKyIsqnqHLi90ezsW4SNHjl9UgoYe4ecrmYPcRTNLgLMMCsg0Eeeb4FL6/r"
    "Xke6gVzAkaHPzN+8ErwaQc7hlV5NkzE2x3HVUDb99WlSREKnVkOmSGn9T8gUgUwRMM4hUw"
    "T0X5D+IVOkDI4ZT4KNgs/TGCRqTyIOQEANvmyZ+anandTuXSCTV7Sjd63PbemKfWLuDVHY"
    "52ajzT4NMQ2bi2myHs5T5DycJ2Y8nIfzHTRmYtrMtM+rDVG+1Br5/YvcZLD/NWZ/+lRi/x"
    "Lap5ed3pcLNNAZtDl0cZJCFyeJujgJ62JH4vM7FG4wx/jw5DR+bscjupBY12zeXqWm0+MU"
    "8/X0OHHC8kshfNW/YlaOxOnqd4e5CtmTSzP7TtKsrKxXcmbfSWR1DZEeGey+oGCVJu+WN/"
    "R5wBZHBjeFEXdMI6k39QVnYxnJ4DuCtVoyCexcrmcmf01fLAXnO1WHlm0Qvs+Os6VDfTLF"
    "9PUfJuKDOEegHZwO+/YZJvsfXf6VkhkxrTpSHxHVLWThJ0IRnvFj1UY6MRHzt52z1FTTs+"
    "PRo3caG2XX4ojfrdzDavYXiN5SEr1ltFS3aAEUb6oC8QvEHxB/2yb+DDLRn3M9hUHJAp7C"
    "kulj15+1rWaQ//p/pgz0vg=="
)
