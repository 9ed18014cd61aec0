"""Signing on line: requests, signatories, secret links, and the company's certificate."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_certificate" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "subject" VARCHAR(500) NOT NULL,
    "issuer" VARCHAR(500) NOT NULL,
    "valid_from" TIMESTAMPTZ NOT NULL,
    "valid_until" TIMESTAMPTZ NOT NULL,
    "fingerprint" VARCHAR(64) NOT NULL,
    "secret" TEXT NOT NULL,
    "self_made" BOOL NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "warned_at" TIMESTAMPTZ,
    "removed_at" TIMESTAMPTZ
);
COMMENT ON TABLE "crm_contracts_certificate" IS 'A certificate of the company with its private key. The newest, if not taken away, signs documents.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signature_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "state" VARCHAR(9) NOT NULL,
    "language" VARCHAR(5) NOT NULL,
    "days" SMALLINT NOT NULL,
    "remind_days" SMALLINT NOT NULL,
    "version" INT NOT NULL,
    "sha256" VARCHAR(64) NOT NULL,
    "consent" VARCHAR(10) NOT NULL,
    "consent_sha256" VARCHAR(64) NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "expires_at" TIMESTAMPTZ,
    "ended_at" TIMESTAMPTZ,
    "reason" VARCHAR(500) NOT NULL,
    "contract_id" BIGINT NOT NULL REFERENCES "crm_contracts_contract" ("id") ON DELETE RESTRICT,
    "kept_id" BIGINT REFERENCES "crm_contracts_kept_document" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_contrac_6e3e99" ON "crm_contracts_signature_request" ("contract_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_state_ba6f3e" ON "crm_contracts_signature_request" ("state", "expires_at");
COMMENT ON COLUMN "crm_contracts_signature_request"."state" IS 'DRAFT: draft\nOPEN: open\nCOMPLETED: completed\nDECLINED: declined\nEXPIRED: expired\nWITHDRAWN: withdrawn';
COMMENT ON COLUMN "crm_contracts_signature_request"."language" IS 'ZH_CN: zh_CN\nEN: en\nBOTH: both';
COMMENT ON TABLE "crm_contracts_signature_request" IS 'A contract that goes from one signatory to the next. One of a contract is open at a time.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signatory" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "name" VARCHAR(100) NOT NULL,
    "email" VARCHAR(254) NOT NULL,
    "side" VARCHAR(6) NOT NULL,
    "capacity" VARCHAR(100) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "asked_at" TIMESTAMPTZ,
    "reminded_at" TIMESTAMPTZ,
    "seen_at" TIMESTAMPTZ,
    "acted_at" TIMESTAMPTZ,
    "address" VARCHAR(64) NOT NULL,
    "user_agent" VARCHAR(200) NOT NULL,
    "channel" VARCHAR(6),
    "method" VARCHAR(5),
    "signed_name" VARCHAR(100) NOT NULL,
    "strokes" JSONB,
    "request_id" BIGINT NOT NULL REFERENCES "crm_contracts_signature_request" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_request_0b1399" ON "crm_contracts_signatory" ("request_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_email_6ad864" ON "crm_contracts_signatory" ("email");
COMMENT ON COLUMN "crm_contracts_signatory"."side" IS 'OURS: ours\nTHEIRS: theirs';
COMMENT ON COLUMN "crm_contracts_signatory"."state" IS 'WAITING: waiting\nASKED: asked\nSEEN: seen\nSIGNED: signed\nDECLINED: declined';
COMMENT ON COLUMN "crm_contracts_signatory"."channel" IS 'LINK: link\nPORTAL: portal\nUSER: user';
COMMENT ON COLUMN "crm_contracts_signatory"."method" IS 'DRAWN: drawn\nTYPED: typed';
COMMENT ON TABLE "crm_contracts_signatory" IS 'Who signs, in the order of ids, and what is known of the signing.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_signing_link" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "hash" VARCHAR(64) NOT NULL UNIQUE,
    "created_at" TIMESTAMPTZ NOT NULL,
    "signatory_id" BIGINT NOT NULL REFERENCES "crm_contracts_signatory" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_signato_8aa074" ON "crm_contracts_signing_link" ("signatory_id");
COMMENT ON TABLE "crm_contracts_signing_link" IS 'A secret link that was mailed to a signatory: all of them work until the request ends.';
        ALTER TABLE "crm_contracts_kept_document" ADD "fingerprint" VARCHAR(64) NOT NULL DEFAULT '';
        CREATE UNIQUE INDEX crm_contracts_signature_request_open
            ON crm_contracts_signature_request (contract_id) WHERE state = 'open';
        CREATE UNIQUE INDEX crm_contracts_signature_request_draft
            ON crm_contracts_signature_request (contract_id) WHERE state = 'draft';
        CREATE UNIQUE INDEX crm_contracts_signatory_asked
            ON crm_contracts_signatory (request_id) WHERE state IN ('asked', 'seen');
        CREATE TRIGGER evidence BEFORE UPDATE OR DELETE ON crm_contracts_signatory
            FOR EACH ROW WHEN (OLD.state IN ('signed', 'declined')) EXECUTE FUNCTION guanxi_append_only();"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_contracts_kept_document" DROP COLUMN "fingerprint";
        DROP TABLE IF EXISTS "crm_contracts_signing_link";
        DROP TABLE IF EXISTS "crm_contracts_signatory";
        DROP TABLE IF EXISTS "crm_contracts_signature_request";
        DROP TABLE IF EXISTS "crm_contracts_certificate";"""


MODELS_STATE = (
    "eJztXW2T2riy/isqvpxsFWcq85ZkZ2/dKsKwCZsZmAsk2d2wRTRYAz5jZNYvQ2b37H+/kl"
    "9AfsVyDNimP81gq2V4Wpa6n261/m5MjcVkqlPLwFPLPHmrappKZ3eGfq+RReMK/d2geEHY"
    "P+kNm6iBl8tIM37dwqxF5M7k3u1gshR6uDedm6zxA9ZMwi4pxJwa6tJSdcq7aCGDTG3DYI"
    "KISRNkzbGFprqtKYjqFronaDrHxowoJ6hroRVWLfMnhDUN6dacGCaa6UinJ/xhij5lT2Md"
    "FdyvTdU/bTKx9Bnht1jvX/5gl1WqkG/E5B+/NEwLW4Q3VpUGu/ml4cMyYRfiLvPvxO/9wb"
    "taPk4eVKIpAe24gs71ifW8dK69VWddav3stOW/+J7Br9kLumm/fLbmOl0LqNTiV2eEEoN9"
    "Q/4Ey7C5HqitaZ4efdW4P3TTxP2FgoxCHrCtcW1yafcLbK41JpNefzQZdkaTSSOiaV9CUJ"
    "J3iWHCRwn7qqYDwIx/hX//eHZ2fv767OX5qzeXF69fX755+Ya1db5v9Nbrf9wvs0HL7crB"
    "rPuu2xvxL6Qz5N2Byy/848hgC7tSjiI36BvkSTX5N4/oIFEBosh2Nfigp+nBv7BRxOYt8l"
    "E/3a0azk4vXl+8OX91sUZ/fSUNdB9gcbIh/JdPsBWF9JrdsdQFicc1KBlCVvFET/x/doVz"
    "438ebDrlKKKZjek39WSq6dPHE6qv/rexIx2kADzq3naGo9btHe9+YZp/ag6QrVGH3zlzrj"
    "6Hrr549UPwNVh3gj53R+8R/4h+7/c6Ds66ac0M54mbdqPfG/w7YdvSJ+yHT7AiguVf9i8F"
    "9G8vlZz6D0qC/qupf/8tvn+eyK5sEdFcs6u3hkkpvSbL3EYL3OyIgt9mllA89H77EOLsh+"
    "zsPdvVy9RY4G8TjdCZNWcfz1++TAHzU2vQft8avGCtQq9Mz7t15t4LosvGqRlnMnB8O9Re"
    "OBh32bfCdEpi7Adfen9oyw/wRq8/YXPBYMSE9Qn7KYY1pnedQbd/fYWWxFB1ZUxbt/2PPd"
    "YCL3TbfTll9XN6lkE9p2eJ2uG3gspZm+h5dLMW3uOLoC8JlXwZGv27Tu8Kcckxbd90WoMO"
    "0woDBxtEyaOGNxm08CZRCW/COgh5RRJLQFBwf+Z17VaAiAeaTw+CNChDShnc4X94jHU6fX"
    "SjOvlZN4g6ox/Ic2SeCsEfJHXaQo8V08g//tjzr25sOAOv1oRJeGpgUChEI5YDxoCZrYNu"
    "e9RIfgWKx/rG67XueAtTQALofKjf4+njChvKJDDm+R39TA9dWbeN3lqcLcJXMMUzByb+e/"
    "i3D6nDofcayYSn16ApTXRON4IZ+E3XJkL6A8KxnOQKm2imPhGKdNtCD7qBPCKVmU9LtpAr"
    "/9ap9txEOhPgdwmezl1xTBXkGGBx9Oe+HhvDjn6JvmHut3HNRZfzFOhToEBLSYEGdBbRA+"
    "ds4rUQlktjbKo7T8bhzImWkLnlgcHepxwQelJHDeDGhcw+D2xkwDbN7Sj8aWNqqdZzzLgl"
    "U3WBtXjsRbHwwHXlTjz56nF2aSO30+7etm5enL1sXjj+sPmnprr2kO8nX0T4IoiJHDknDr"
    "546X1xcBJr7ST6/EiKmyhQKLKOoii6zVVM1kGWBJSpbVr6ghihfBODDa+VOfE/6isaaRJJ"
    "XWGrtxa8oFvuai2IGOznucEK/yIzVsOXTPaGsEVqcxE8vVJ6epDsAskuYNhBsgvovyjDHp"
    "JdSsBgUHtxT4wo/MnpLhuJXHH+MOqHNS1C+S6Z0l1Ssl3C5MXaTMwK7lqgzOktOeE9y5RO"
    "dJaSTnQWTSeqXMaKYuAHS3J9aFwPWj+PrpAjO6bd3mTQ+dTtfL5CKp1wK5OsxrR1dzfof+"
    "K5LMwDM/QnoozpsMMzjExCmdSw+67H77oOB2vfHnU/dVhrtoY9EXb/4/Cu07t2mtgmj27x"
    "Vp1f77pOggz5tlQNfmXUGdx2e2wFYRctYixUyiEa00Gn1/nMLzr+FL/SbvXanZsbJ72G46"
    "9p+RJsis9z4qE+QqcxvG3yqynK1PDtPM8y9yVPfZGZz/eHs6/qa5H9+Uova7WWm/Z9DthF"
    "KUA+H/IW/iY51l0BwDsf3s8EG1rM7J0G+UYGUM85v4iUZtYwfUDoO6P0JfPY5IL0AvebFT"
    "tB5JiR21iZkvhFBI8ZxbVRL/sCh+SOGkPmScnCtxE5auTEMFdm7EShY0ZviZ8XfBwtCMMg"
    "hizNRndEe9kj73GP6eOEAUDNB5c9lOE/3rZ6HyajQas3/LkzuEKBvsa0ddO9a/12hbCmsp"
    "84pp87zCkdXaEVmc6xNabt9532hys0nZPpI2clhu85IWHO83ARZ9k4rBQKK+wpq/RJV6f8"
    "G+RUa6CDPWpUjNzLKLPd7zFVtpmC/B6YUj4OR/1brls/SJ9HOQXvxNIwndl4lpteFOX3qJ"
    "e/5pN2T1Ypv79nQlfIkR1TvkGOb4972x+xd+Vet3K9K5cZ1HGZqI7LsDp025jwFQFbuiHF"
    "3EUEa7dT9zQTtX6aQq2fRql1a07UnIjHiALmmTBnHosZRXpEviURSb5ADfBNi253fnXoiX"
    "Vg20fxxW3rVwfgdXD7pt975zcXUG/f9N/GgT0hMSbpFrw9GYBcGnJMKYmhSpPxXgsA2PnA"
    "lhzfogxALg35EhuWSmJm8F+G/V7CPqaNSNjFVacW+i/SVLOC6SwpyHMs0pEPg9wMph/xDs"
    "LITzVsm2TyRAyecimlgRhR0ER+TbBvZDs8gwdoVBWJMZo40QNGa15+h61YcLYsA0R9eJ5Y"
    "+mPcfJ5siYflapezlSU35Dw5N+Q8JjcksEtAIisxKAjbjHIHGhUDr6g0/qIUJITmxV7c/p"
    "Ide1EKsM+L/WYnkhT4ATFAP3d6A8GaNPaCECCfO32KLJYaw0ga/ZAgaOC7NeAZ3vk1EewA"
    "NJJbI0xGXgsbIUBeBvm0Te5CQDKoCdn97QY5aQudVcwVyLytPegGZag15xiP3wOvt//uo5"
    "kJ2JIN8qy4iiZ2BlAdbL57yIY3+I+8XusJsTB9ZkDY8TeLh7i33l9XT5BFNz0Dyq5zUzzM"
    "9QU44A5mmSk80604jEdCj/XEOOR4SKCczIp/L9qfNh3XHPSgj5EBfO6lFwf4kFS4MNtWlA"
    "VGo8zViJziUNsrEvk1pCSrEvkFrbIUr+Vtf0LWnCDXETPRg6Ev0Fc2lua6MdHpV6RThA3i"
    "tPEqyCJzOieKrZFw9Vmdsoc8kqWF7p/RV15RwvwaV7t2T0/NVFcp/hyvpaErtnsVihqVs6"
    "iR+OUjakgOKobEapAnsoeDT9gPjal0kwyy37526BafQl+GMqz5ED/dFeRp+0u8MqynFxJl"
    "WPlonCwNdRrjJqTN10E52HmbMyCumtP4Es+pA1wUO9AAf3ny8uUBx/hl8yzzELfYJGXE+s"
    "GpIItiBwL5VXVArkqp8nrNH66hT2jc7J314DWxhz3aJFSnRHJsN3r9XocpgEmO6TXfGai4"
    "2wI7H/imQPI4prf9Ht/ZtGCey3xM/+9jazDim8+YRWBYfEvhb50W+8hLRoRdrwPsQ2MPIc"
    "ZTHIMxZLOKluwrCXK1qT96fvb61fpd4R/S3o4hm55uoq+D5w3nfRcE8T2+CFh5Er5N5neh"
    "df2Jl+G6Qp78mLYGAza6h+wKe6GxYY7px2HrHWthm95mxQOP9weDkIl7vEcM8Z8+5sOytV"
    "kxihj3U7yUW3k9AcglyLvwqnSq2QqJO9gmzaYUxQ5luFfFM/XOAZIe20E5GOJ5h/iacI4Z"
    "44mVPQJCx1zZQ8OmbEUZQeSYkaPkm+Wt9FH0Et/6kFRtzIPiyvI7BzeydnNDt2dzmYEZI3"
    "r0A1SxieTrHRI7ZgS9ASVps26EavN273lJv+cB4FjcdV0jmMYDL0iFgL9nYrtCfn1lv6P1"
    "bb9/w3te75x92w1vD/94+7YzeHEaMmTjymrqy6U02oIUoC2BdihZQWJeCQrC9s7c04uQGC"
    "KlgaAceGxFbXAQMmL3nmNbtjci8y6H4GyQIQfRG73FoXy36bBaoz4rxsH3vczJiCNXQduS"
    "Ef3dE5LJiP5Wjp0ejwgZeqXM0INjB+HYwQDOcOwcHDsI+odjB6u4zAncKF5InYvnty8m36"
    "JE9at2UkWW/538FcPdpwPsidQu4XwnGLvH5kmSdhuhPXJ2/uCuFGUX4SsO6uc5Prmm8dKE"
    "jWQ3T2zVlPby1JB0hp1nvHQo38nFd3h5hzugpYbpFcLoQWXjAbmps02kG+ySOefbwVj71R"
    "xbjpDYyERs3D6RuL1mO3tOzt1l4KuW0ldl2JCYJNXkRWctAEtOliVHPpYMYWR+aUmMKZHe"
    "PCNIfXcKXoXggz0dpZ59IZAJgbRKaKTYQNpBrX8/0JZs+QuhOEmrX4gK7jS882VNoYABXV"
    "oDGoI9EOwJ4AxkPwR7QP8Q7KniMifaxYpUsMdvX7tgz0UWUugimROKut6HjaMdejSHygpl"
    "qyuUVlgoPpImd+KOIFI7WnMnGENhrJ0VxoKqTQdd99yKKVIn54oyNZykz7PU1Uuuqgclmw"
    "5B70Omw/FkOoSq0G/Pad+Uq5dkPulGcGuqQ+eJGM/IlUAWzypYYRMRdhXN2DCjSLetJjJ1"
    "9x7V0QwvkUoRdko4/ctEJjFUwv5Y+NlENiXflhpTLVGi2Q67fVQWonaua8r6pAe/mC7rzp"
    "2v/JpUHnxA5QKVC1QuULm1p/KAyj1u/QOVWwaXdmO0ZabD1hK1o3PPs1WJTykSH3a1fOMu"
    "CG56xUNfpk55PEUUO1xbzNGRur3E51q4zBxM43rQ+ty7Qs6JWryKZ+eaF/EkypgOOqOPgx"
    "7/bBDLNii/9qnfZZ+fdHcOPHCNTzYlm3KHTmwkakf8Xmai1S9TaPXLKK1+0PxAWCzZlYAj"
    "nx3/gBigX1BypotqVBNwymggHTMw+DJUNTlozmtFMa5AymtruTR0Xjo+mQBeN2lKU79YFN"
    "1K/n7mRKtOCTL4wWXYfDTRg244V/wuT1Br/b9LzE71BTERx8RpzLk1skIzYpmIsn+YsBnl"
    "fnf6JNjrVrXVpAn8LvC7wO8Bvwv6B35338bkgQ6KYoaPFCnjtS8zTZaTlNnJFm7TIjHHVK"
    "QTvL4MELxHR/B+bnVH3d67K7TCqsVgHdO7Tu/aubIkVHGutO7uBv1PnOp13SqX/v2l0x65"
    "9O9/yNTi164H/bs7fkkx1pWjD0wCY9NUZ5SfGKDLTDohsTJrsEx51jy1UcllYQUlC7CwSr"
    "bW1sqO0heL2GIXaftt1iIQWskSWvEmWnlqPyQIdmpeOxWbj/l8hZAgaCD/pj4oP3LoU8G9"
    "ZTnHaxARhRcht8usa0Qaf0EIkC8owgvldwqORbZbw3brutOItX0gkr4F2ZCtlyGWzieFAm"
    "AdeN3UE1Zh5swAqW/uwWjdNlqDdnEGaDcmBIC7BdyItVXmlI+B7UC9Le1j4DH/OVM/Jn7k"
    "YHv+h78Km8jS0WquTucIa5qbfKFaiH9Nk3OfGt92t8KUXzWR/yCesOGkc7j79ZzGVLfmTK"
    "9IdfM7WG/RXJC9PRWO5imxudlEkAKyTQ2QAgIpAJACAvqHFJAKL3NlKSlWou19R5wAsmOL"
    "oYjsDyiutOviSguVqgt7ITcRC0IwBecO7KjmNP5IhdSyVqIYHFlxBTWtDlbTCpIlyjSdHC"
    "RCWbql8iDQcxlp6AUhGPQFBYcdBCNa+N7A8MjrtVoKyRq2EMZh6aKXZZtedhS+hGB7kcH2"
    "g8bXrtkXmmEPgKTomtCoKR1bU4LCWwNrPxv6wjue0zAtHufiHzTM/lfwcxN99TokX5EbwT"
    "TdEz2/2mwsfUXM19AU9GJsX97j07H96uz1j2P7gpDzsf364uWrH6IxtX08MMs2a/8x3mhh"
    "LpOq8XMS/+CVNvmzYP91GZbzJgTfIPgGwRcIvoH+Ifi2b8vzMHzBA7OQJM94FkS+85Dnkv"
    "pUsZxv9JTntRUngZ0oc9TghSximY0kAUGgCnO/+oLfkR1+QQigL4ortM19Mi5lU0FWykUY"
    "epmyxd15AnDdniwemFHLSGW1Ncy030g5HMZt0JSmsKYbwa30VQtZ5JtXhM8ii6XGQDPR0r"
    "b4cSz3z04+Nj9K8gp9/ftv5Pb8YtxY4me+233c+AH988/XKElVXLdwKndlVoMmUE1ANQHV"
    "AFQT6B+opn1bhnAq977tCjiVe1/gwqncFcX4XldicutHzDWKB9hvXwN009bazq+jwDLrY/"
    "jitvXrD4Gl9qbfe+c3FzBv3/TfxkAdO5zT0a7PcN434E/EkHToBInanIZenD83x3RG4iy5"
    "tGx6QQrS6SXS6WHnwhGdxu2wi5+8yWcb3/ppM0nlol0nwiy3lX5N1lUM7fmlsSF2xYOroc"
    "hFObzCZPIz6cDPRPgTz/usdECysLWy/Gb1YXISjtqwrhHkS/teU815LnY3LAv8bjX53Y0e"
    "czC8McLA8ebmeF27TpplF8XqtIwfuEDt2gYuaBfiur+KaSNrKkxgHJYxEWbk5Yc0kl2zdZ"
    "OmtFdmiaJb02FGc4IsYixMpD8gjB6Zbvl/fndNtFKtOXrChsqfZjb5HUXl0ibCrK0Ldsyp"
    "mEV2DCkxlZnImileIaTEQEoMmMyQEgP6L0j/kBJTBncJ8jYgbwPyNiqLLtDLNQcc8jYakL"
    "dRoWQCyNs40rwNn/TbnrkRbtnMzRLuMntDZCIhf6N8Lgzkb0D+Rg2TCapiYNcIcsjfADIS"
    "8jcOu5oLVYt92066hHRQsE5L+YHrSAuWcDFZHGKCQMU0kjWPIzQay5jJ8YEsrWt9avMaHo"
    "1kdy3QrCntqz0y8YkiymeocuK3R6u5bhJ0/8zrkVDC3D3kcjEniKdocBfgHrMGBnng+Ra8"
    "vK57H+kGcgFHhr4yf/JK8GoEOYdXejVN5ticx1VD2ffjs6SIhE6thkyR0vqfkCkCmSJgnE"
    "OmCOi/IP1DpkgZHDOeBBsFn6cxdKi9iDgAATX4smXmpxrDTm90hUxe0Y4Ou+96nWv2ibk3"
    "RGGf260e+zTFNGwuZsl6eJMh5+FNYsbDm3C+g8ZMTJuZ9nm1IcqXWiO/v5+0Gex/zdmfMe"
    "2wfwkd07f90fsrdK8zaHPo4jKDLi4TdXEZ1kVF4vMVCjeYc3x2+Sp+bMcjupHY1Wg+XKWm"
    "VxcZxuuri8QBy2+F8FX/ipk5Eoer3xzGKmRPpmb2XWaZWVmr5My+y8js+sCeT4ylocYdDJ"
    "sMc0jsoGlnJZ4JQpSShFUdFKzT1HDg7ZIesMVR7W2hx4ppJPOWyeBoLCPVPiRYayRT7M7t"
    "pjS1bvpiGRj1pTq1bIPwXYyci57qiyWmz/8yEe/EOWDu9NV0bL/G5OUPLrtNyYqYVhOpD4"
    "jqFrLwI6EIr/ihdTOdmEin7kl1qul5SejBO+uOsntxtPpBvsN2bh1o9FLS6GX0Aw5oX+1g"
    "+QdaHWhVoFUPfVI9WehPud7CoGQBb2HJ9FH1d61c+fl3W86vuct5fM0y++k11/jZK6jhi7"
    "tHzmBmE3LzbspWdvYTTlBPR9ZKDzXlZ11reBk1LIvrNkceBnPDDIYCP0kZ7Mhy2pFrDcXO"
    "rwmmpCh01MckEqrIgieIfCd01VmRYpBjNpIZB1yyA7ORqMFO2VDYLdPG78uUjd+X0Y3f4M"
    "Ecn1UFBPbBV1sgsI+OwP5o4lma9+Del/ce7LXcVu/hM7fpV9hEzN9QXCNeUynhHDBGCn7+"
    "CbFnM9Pj3zrVnnlFPsMgUzZWeLY15ceLqk8E/cmmWUu1eBL2i4U6Y4OJT74XP0S9it0/Lr"
    "5ovD8W+MN4K4M8EIPwNyW8/Tg2J7yJvvBjahXP/vIvuT7QBLLGS+umQNY4ZI2DcQhZ46B/"
    "CG9UfpkTcpU9MyYrBeK3rx0Bcp6JADlPIUDOowSIYOllJecEkaPmNT3TPKayyTWZqgusxc"
    "MnioXxc+VOPPmaIdhpd29bNy9OL5oXoWpU4nmxYQbU910kZoCAUA0TOU7PskwErFXiRODc"
    "C5WNUTWNvdfW3NDt2VxmPohKHjNnH1/nILVgnS+yx3J16yuVqlcXqsPo8RFyhpkoBkZZXq"
    "MMePPyqIAbvPn1IEiDMiCIUfogRuIrUDzWN16vdcdbmAKygO6soAWive6vWgtvZphFi6OM"
    "kbk2MSz1QZ3i1CO5xFZN+bOSQ9IZ9psIIqH9Hu7ZWbz+0dJQn/j9R/K8dbsH395hrgszxR"
    "zZtZ9Hwm6SEi/pzZTwmmnf/4fELekp20k2IjWkIXaSkKWaph1XejkZ5I0EYJwN4yesqWyZ"
    "MfSFbFwrKHmouBbsGMgUvnKVZVNL1fLpeS0Kii61oqtW46DCOx5NMjVIDMrJtdU3ErUAOO"
    "292UVpdZNoD5MFVmQ59YDcHon1w0BfJK8OSU9HvZhA0ksZyP0VNmiulzAgCDt6y/ymwb7t"
    "umq5XPu2h+qMYks3nhsp9YPWbZryRYQCshl2YeguMdpEKnU4Vt1QiMEJV1VhFzFV1iV5Hh"
    "mq1KdiuRAbNXEbLQroMcvObYOwJmZ4swRZYOYmw66IctK25S+wuKf00dNMVOJpCpV4GqUS"
    "3bEvAe9aoHb4nl1mYRtYq5TylTGlVuM832xFmn3ZPSLNZk7VMCXxbvQ/DoZXSLcNc0xH7z"
    "td/knoSZb0ycL5JFM+kR3ieImnsVm+yYNclKndON/JPMKGcFzaZMaB7gvvEesVVi2OmeRQ"
    "/9zqjrq9d1fIkx/T1vADLxOPzUenSnyH1yg3Ca9SHq4gf91p33SdKwqZ8pwNJc/rUXAlee"
    "d753BhRDlwYMrmwITcVI5iTj9VFAU9l1nPfNLJoWNBDPRbZv3iaT5aX5QDDZdaw4rCejNl"
    "LFVBpHaGavHRX9skxgTPiFycPShVO5jPMvkDZyn+wFlMXa45ppQkMAvbPQJBPBfe+5mkGs"
    "yc/3DFi8I8juldfzBq3VyhpW5YWBvTj8PO4IqXjjFK4AQvCAMx99ldG+kyK+N60PrMfC/F"
    "wCvmfI1+u+OeFv+mudysgg+Jcn3AiSyZGRKr3dyzIy7C0B9JzDL6y7DfS8B5IxI2kdSphf"
    "7L3nGzgrHvFGw5FgG7KJLsE87rCRk8vINwsk8wvpI9YhKUg21sRW1j83CNKiPvXh83zGgb"
    "ZLDpuWKKybrtJzgmy7jvJ6KMbeHhoN5yRYlZFxNhVGXaBxQoye0c2uIc0aJTN4DrhJ75we"
    "mWsxnnm3WC+pSEanSrJtKXfF+Oxa46Lmt4Ud/tk3Kez87Dy2t2m3xbqmzy5K44BJvLGWyG"
    "EnxQgi9oB0M2KpTgA/1DNnIFl7kKR+cVAz9Yku8XJ4B+HjkE0IM1pv07HonnptyYtvu3dz"
    "edESeE+H5wbsfHxuPHtPPrXXfAL7nGGrvC3xGPWuJ7yB16KQ+h9GMGouPHRJrjRzgBvrwn"
    "wCv4OYZtGi6wpiXObr5MnciO87PXr9bzGP+QNnMNb1s3N7GHobEfMckDaUgUkA3tGieGpG"
    "sjSOwPzJcV8WyqcThpZUO1/HGScVpBpHYAn2aLk6SESRIAnsiP46hk7eAufjxDnmXdXV2B"
    "3pXUcVAStFxqLedMpSWQR1sRDcOhjTs/tBGKDx+aEXwkS3n4BSHgYgtK0YBKw3upNMyHbn"
    "EQf2C9XXtVQas37rOiLLzuZU1/YT/zRqWPjfTMF79VM1fSC5PmFZZd8Qz5Lm7BMCcr2E1E"
    "4UdI8l3TROG5J3iTinKFsKZ5tQwWaKUbj8gp2efkp3hZNogfpR2X7LKrx2TJdFl3DcdJHn"
    "pJT85lmWMz5hiYZCvWb1+MDXtYBeyanISslqN2EQPzn9QUF5YEF6YoQzpQxajIbGevy4rp"
    "JKuRFx6QAUuv3Rq2W9ed/Rp6//w/NdUtrA=="
)
