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
        DROP TABLE IF EXISTS "crm_contracts_signing_link";
        DROP TABLE IF EXISTS "crm_contracts_signatory";
        DROP TABLE IF EXISTS "crm_contracts_signature_request";
        DROP TABLE IF EXISTS "crm_contracts_certificate";"""


MODELS_STATE = (
    "eJztXW1z2siy/itTfDlJFcdlYzvJem/dKoJJwsYGXyDJ7oYtMkZj0LEYsXox8e7Z/35n9A"
    "KjVzSKACH6k400PYKnRzPdT/f0/F2bGPPxRKeWgSeWefJW1TSVTu8M/V4j89oV+rtG8Zyw"
    "f9Ib1lENLxaRZvy6hVmLyJ3xvdvBeCH0cG86N1njB6yZhF1SiDkx1IWl6pR30UQGmdiGwQ"
    "QRkybImmELTXRbUxDVLXRP0GSGjSlRTlDHQkusWubPCGsa0q0ZMUw01ZFOT/jDFH3CnsY6"
    "Krhfm6p/2mRs6VPCb7Hev/7BLqtUId+JyT9+rZkWtghvrCo1dvNrzYdlzC7EXebfid/7g3"
    "e1eBw/qERTAtpxBZ3rY+t54Vx7q0471HrntOW/+J7Br9lzum6/eLZmOl0JqNTiV6eEEoN9"
    "Q/4Ey7C5HqitaZ4efdW4P3TdxP2FgoxCHrCtcW1yafcLrK/VxuNubzgetIfjcS2iaV9CUJ"
    "J3iWHCRwn7qqYDwJR/hX//1Gicn79unJ6/enN58fr15ZvTN6yt832jt17/436ZNVpuVw5m"
    "nfed7pB/IZ0h7w5cfuEfRwZb2JVyFLlG3yBPqsm/eUQHiQoQRTarwQc9TQ/+hbUi1m+Rj/"
    "rZdtXQOLt4ffHm/NXFCv3VlTTQfYDFyYbwXz7GVhTSa3bHUuckHtegZAhZxRM98f/ZFs61"
    "/3mw6YSjiKY2pt/Vk4mmTx5PqL7839qWdJAC8LBz2x4Mm7d3vPu5af6pOUA2h21+p+FcfQ"
    "5dffHqZfA1WHWCvnSGHxD/iH7vddsOzrppTQ3niet2w99r/Dth29LH7IePsSKC5V/2LwX0"
    "by+UnPoPSoL+D1P//lt8/zyWXdkiorlmV28Nk1J6RZa5tRa42REFv8UsoXjo/fYhxNkP2d"
    "p7tq2XqTbH38caoVNrxj6en56mgPm52W99aPZfsFahV6br3Wq494LosnFqxpkMHN82tecO"
    "xh32rTCdkBj7wZfeHdryA7zW7Y3ZXNAfMmF9zH6KYY3oXbvf6V1foQUxVF0Z0eZt71OXtc"
    "Bz3XZfTln9nDUyqOeskagdfiuonJWJnkc3K+Edvgj6glDJl6HWu2t3rxCXHNHWTbvZbzOt"
    "MHCwQZQ8aniTQQtvEpXwJqyDkFcksQQEBXdnXlduBYh4oPn0IEiDMqSUwR3+h8dYp9NHN6"
    "qTd7pB1Cn9SJ4j81QI/iCp0xJ6PDCN/OOPPf/q2oYz8HJFmISnBgaFQjRiOWD0mdna77SG"
    "teRXoHisb7xeq463MAUkgM6H+j2ePC6xoYwDY57f0Rt66MqqbfTWvDEPX8EUTx2Y+O/h3z"
    "6kDofeqyUTnl6DujTROVkLZuA3XZsI6Q8Ix3KSS2yiqfpEKNJtCz3oBvKIVGY+LdhCrvxb"
    "p9pzHelMgN8leDJzxTFVkGOAxdGfu3psDDv6NfqGud/GNRddzlOgT4ECLSUFGtBZRA+cs4"
    "nXQlgujbE53HkyDmdOtITMLQ8M9j7lgNCTOmoA1y5k9nlgLQO2aW5H4U8bU0u1nmPGLZmo"
    "c6zFYy+KhQeuK3fiyR8eZ5c2ctutzm3z5kXjtH7h+MPmn5rq2kO+n3wR4YsgJnLknDj44q"
    "X3xcFJrLST6PMjKW6iQKHIOoqi6CZXMVkHWRJQJrZp6XNihPJNDDa8lubY/6gvaaRJJHWF"
    "rd5a8IJuuau1IGKwn+cGK/yLzFgNXzLZG8IWqfVF8PRK6elBsgsku4BhB8kuoP+iDHtIdi"
    "kBg0Ht+T0xovAnp7usJXLF+cOo79e0COW7ZEp3Scl2CZMXKzMxK7grgTKnt+SEt5EpnaiR"
    "kk7UiKYTHVzGimLgB0tyfahd95vvhlfIkR3RTnfcb3/utL9cIZWOuZVJliPavLvr9z7zXB"
    "bmgRn6E1FGdNDmGUYmoUxq0Hnf5Xddh4O1bw07n9usNVvDngi7/2lw1+5eO01sk0e3eKv2"
    "r3cdJ0GGfF+oBr8ybPdvO122grCLFjHmKuUQjWi/3W1/4Rcdf4pfaTW7rfbNjZNew/HXtH"
    "wJNsXnOfFQH6GTGN42+dUUZSr4dp5nmfuSp77IzOf7w9lX9ZXI7nyl00qt5aZ9nwN2UQqQ"
    "z4e8hb9LjnVXAPDOh/czwYYWM3unQb6WAdRzzi8ipZk1TB8Q+sEofck8NrkgvcD9ZsVOED"
    "lm5NZWpiR+EcFjRnFl1Mu+wCG5o8aQeVKy8K1Fjho5McyVGTtR6JjRW+DnOR9Hc8IwiCFL"
    "s9Ed0V52yHvcY/o4ZgBQ88FlD2X4j7fN7sfxsN/sDt61+1co0NeINm86d83frhDWVPYTR/"
    "RLmzmlwyu0JJMZtka09aHd+niFJjMyeeSsxOADJyTMWR4uopGNw0qhsMKeskqfdHXCv0FO"
    "tQY62KFGxci9jDJbvS5TZYspyO+BKeXTYNi75br1g/R5lFPwTiwN06mNp7npRVF+h3r5az"
    "ZudWWV8vsHJnSFHNkR5Rvk+Pa4t70he1fudSvXu3KZQR2Xieq4DKtDt40xXxGwpRtSzF1E"
    "sHI7dc8yUetnKdT6WZRat2ZEzYl4jChgnglz5rGYUaSH5HsSkeQLVADftOh2+1eHnlgFtn"
    "0UX9w2f3UAXgW3b3rd935zAfXWTe9tHNhjEmOSbsDbkwHIpSHHlJIYqjQZ75UAgJ0PbMnx"
    "LcoA5NKQL7BhqSRmBv9l0Osm7GNai4RdXHViof8iTTUPMJ0lBXmORTryYZDrwfQj3kEY+Y"
    "mGbZOMn4jBUy6lNBAjCprIrwn2jWyHZ/AAjaoiMUYTJ7rHaM3pD9iKBWfLMkDUh+expT/G"
    "zefJlnhYrnI5W1lyQ86Tc0POY3JDArsEJLISg4KwzSh3oFEx8JJK4y9KQUJoXuzF7S/ZsR"
    "elAPu82K93IkmBHxAD9HOnNxCsSWMvCAHyudOnyHyhMYyk0Q8JggZ+WAOe4Z1fE8EOQCO5"
    "NcJk5LWwFgLkZZBP2+QuBCSDmpDd326Qk5bQ2YG5Apm3tQfdoAy15hzj8Ufg9fbffTIzAV"
    "uyQZ4VV9HEzgCqg80PD9nwBv+h12s1IRamzwwIO/5m8RB3V/vrqgmy6KZnQNl1boqHuboA"
    "B9zBLDOFZ7oVh/FQ6LGaGIccDwmUk1nxH0X787rjioMe9DEygM+99OIAH5ADLsy2EWWB0S"
    "hzNSKnONTmikR+DSnJqkR+QassxWt525+RNSPIdcRM9GDoc/SNjaWZbox1+g3pFGGDOG28"
    "CrLInMyIYmskXH1Wp+whj2Rhoftn9I1XlDC/xdWu3dFTM9VVij/Ha2Hoiu1ehaJG5SxqJH"
    "75iBqSg4ohsQrkiezg4BP2Q2Mq3SSD7LevHLrFp9CXoQxrPsTPtgV52v4Srwzr2YVEGVY+"
    "GscLQ53EuAlp83VQDnbe5gyIq+YkvsRz6gAXxfY0wE9PTk/3OMYv643MQ9xik5QR6wengi"
    "yK7QnkV4cD8qGUKq/W/OEa+oTGzd5ZD14Te9ihTUJ1SiTHdq3b67aZApjkiF7znYGKuy2w"
    "/ZFvCiSPI3rb6/KdTXPmucxG9P8+NftDvvmMWQSGxbcU/tZuso+8ZETY9drDPjT2EGI8xT"
    "EYAzaraMm+kiBXmfqj543Xr1bvCv+Q9nYM2PR0E30dPG8477sgiO/wRcDKk/BtMr8LzevP"
    "vAzXFfLkR7TZ77PRPWBX2AuNDXNEPw2a71kL2/Q2K+55vD8YhIzd4z1iiP/0MR+WrcyKUc"
    "S4n+CF3MrrCUAuQd6FV6UTzVZI3ME2aTalKLYvw/1QPFPvHCDpsR2UgyGed4ivCOeYMZ5Y"
    "2SMgdMyVPTRsylaUEUSOGTlKvlveSh9FL/GtD0lVxjworiy/c3AjazczdHs6kxmYMaJHP0"
    "AVm0i+3iGxY0bQG1CSNutaqDJv946X9HseAI7FXdc1gmk88IJUCPh7JrYt5FdXdjta3/Z6"
    "N7zn1c7Zt53w9vBPt2/b/RdnIUM2rqymvlhIoy1IAdoSaIeSFSTmlaAgbO/MPb0IiSFSGg"
    "jKgcdW1AYHISN25zm2ZXsjMu9yCM4GGXIQvdFbHMp36w4Pa9RnxTj4vpc5GXHoKmhTMqK/"
    "e0IyGdHfyrHV4xEhQ6+UGXpw7CAcOxjAGY6dg2MHQf9w7OAhLnMCN4rnUufi+e2LybcoUf"
    "2qrVSR5X/Hf8Vw9+kAeyKVSzjfCsbusXmSpN1aaIecnT+4D4qyi/AVe/XzHJ9c03hpwlqy"
    "mye2qkt7eWpIOsPOM146lO/k4ju8vMMd0ELD9Aph9KCy8YDc1Nk60g12yZzx7WCs/XKGLU"
    "dIbGQiNm6fSNxes609J+fuMvBVS+mrMmxITJJq8qKzEoAlJ8uSIx9LhjAyv7QgxoRIb54R"
    "pH44Be+A4IM9HaWefSGQCYG0g9BIsYG0vVr/fqAt2fIXQnGSVr8QFdxqeOfrikIBA7q0Bj"
    "QEeyDYE8AZyH4I9oD+IdhziMucaBcrUsEev33lgj0XWUihi2ROKOp67zeOtu/RHCorlK2u"
    "UFphofhImtyJO4JI5WjNrWAMhbG2VhgLqjbtdd1zK6ZInZwrylRwkj7PUlcvuaoelGzaB7"
    "0PmQ7Hk+kQqkK/Oad9Xa5ekvmka8GNqQ7tJ2I8I1cCWTyrYIlNRNhVNGXDjCLdturI1N17"
    "VEdTvEAqRdgp4fQvE5nEUAn7Y+FnE9mUfF9oTLVEiWY7bPdRWYjama4pq5Me/GK6rDt3vv"
    "JrUnnwAZULVC5QuUDlVp7KAyr3uPUPVG4ZXNq10ZaZDltJVI7OPc9WJT6lSHzY1fKNuyC4"
    "6RUPfZkq5fEUUexwZTFHR+rmEp8r4TJzMLXrfvNL9wo5J2rxKp7ta17Ekygj2m8PP/W7/L"
    "NBLNug/NrnXod9ftLdOXDPNT7ZlGzKHTqxlqgc8XuZiVa/TKHVL6O0+l7zA2GxZFcCjnx2"
    "/ANigH5ByZkuqlFNwCmjgXTMwODLUNVkrzmvB4rxAaS8NhcLQ+el45MJ4FWTujT1i0XRje"
    "TvF0606pQggx9chs1HEz3ohnPF7/IENVf/u8TsRJ8TE3FMnMacWyNLNCWWiSj7hwmbUe53"
    "q0+CvW6HtprUgd8Ffhf4PeB3Qf/A7+7amNzTQVHM8JEiZbz2ZabJcpIyW9nCbVok5piKdI"
    "LXlwGC9+gI3i/NzrDTfX+Flli1GKwjetfuXjtXFoQqzpXm3V2/95lTva5b5dK/v7RbQ5f+"
    "/Q+ZWPzadb93d8cvKcaqcvSeSWBsmuqU8hMDdJlJJyRWZg2WKc+apzYquSysoGQBFlbJ1t"
    "pK2VH6fB5b7CJtv81KBEIrWUIr3kQrT+2HBMFOzWunYvMxn68QEgQN5N/UB+VH9n0quLcs"
    "53gNIqLwIuR2mXWNSOMvCAHyBUV4ofxOwbHIVnPQal63a7G2D0TSNyAbsvUyxNL5pFAArH"
    "2vm2rCKsycGSD1zT0YrZtGa9AuzgDt2oQAcDeAG7G2ypzy0bcdqDelffQ95j9n6sfYjxxs"
    "zv/wV2ETWTpaztTJDGFNc5MvVAvxr2ly7lPj2+6WmPKrJvIfxBM2nHQOd7+e05jq1ozpFa"
    "lufgfrLZoLsrOnwtE8JTY36whSQDapAVJAIAUAUkBA/5ACcsDLXFlKipVoe98RJ4Bs2WIo"
    "IvsDiittu7jSXKXq3J7LTcSCEEzBuQM7qjmJP1IhtayVKAZHVlxBTau91bSCZIkyTSd7iV"
    "CWbqncC/RcRhp6QQgGfUHBYQfBiBZ+NDA89Ho9LIVkDVsI47B00cuyTS9bCl9CsL3IYPte"
    "42vX7AtNsQdAUnRNaFSXjq0pQeGNgbV3hj73juc0TIvHufgHDbP/FfxcR9+8Dsk35EYwTf"
    "dEz282G0vfEPM1NAW9GNmX9/hsZL9qvP5pZF8Qcj6yX1+cvnoZjant4oFZtln7j/FGC3OZ"
    "VI2fk/gHr7TJnwX7r8uwnNch+AbBNwi+QPAN9A/Bt11bnvvhCx6YhSR5xrMg8oOHPJfUp4"
    "rlfKOnPK+sOAnsRJmjBi9kEctsJAkIAlWY+9UX/I7s8AtCAH1RXKFt7pJxKZsKslIuwtDL"
    "lC3uzhOA6+Zk8cCMWkYqq6Vhpv1ayuEwboO6NIU1WQtupK+ayCLfvSJ8FpkvNAaaiRa2xY"
    "9juX928rH5UZJX6NvffyO35xej2gI/893uo9pL9M8/36IkVXHdwqncB7Ma1IFqAqoJqAag"
    "mkD/QDXt2jKEU7l3bVfAqdy7AhdO5T5QjO91JSa3fshco3iA/fYVQDdtrW3/Ogwssz6GL2"
    "6bv74MLLU3ve57v7mAeeum9zYG6tjhnI52dYbzrgF/IoakQydIVOY09OL8uRmmUxJnyaVl"
    "0wtSkE4vkU4POxeO6DRuh1387E0+m/jWz+tJKhftOhZmuY30a7KuYmjPr7U1sSseXA1FLs"
    "rhFSaTn0kHfibCn3je50EHJAtbK8tvVu8nJ+GoDesKQb6w7zXVnOVid8OywO8eJr+71mMO"
    "hjdGGDje3Byva9dJs+yiWJWW8T0XqF3ZwAXtQlz1d2DayJoKExiHZUyEGXr5IbVk12zVpC"
    "7tlVmi6MZ0mOGMIIsYcxPpDwijR6Zb/p/fXR0tVWuGnrCh8qeZdX5HUbm0iTBr64Idcypm"
    "kR1DSszBTGT1FK8QUmIgJQZMZkiJAf0XpH9IiSmDuwR5G5C3AXkbB4su0MsVBxzyNmqQt3"
    "FAyQSQt3GkeRs+6bc5cyPcsp6bJdxm9obIREL+RvlcGMjfgPyNCiYTHIqBXSHIIX8DyEjI"
    "39jvai5ULfZtO+kS0kHBKi3le64jLVjCxWRxiAkCB6aRrHkcodFYxkyOj2RhXesTm9fwqC"
    "W7a4FmdWlf7ZGJjxVRPkOVE789Ws50k6D7Z16PhBLm7iGXizlBPEWDuwD3mDUwyAPPt+Dl"
    "dd37SDeQCzgy9KX5s1eCVyPIObzSq2kyw+YsrhrKrh+fJUUkdGo1ZIqU1v+ETBHIFAHjHD"
    "JFQP8F6R8yRcrgmPEk2Cj4PI2hTe15xAEIqMGXLTM/VRu0u8MrZPKKdnTQed9tX7NPzL0h"
    "CvvcanbZpwmmYXMxS9bDmww5D28SMx7ehPMdNGZi2sy0z6sNUb7UGvn9w7jFYP9rxv6MaJ"
    "v9S+iIvu0NP1yhe51Bm0MXlxl0cZmoi8uwLg4kPn9A4QZzhhuXr+LHdjyia4ltjeb9VWp6"
    "dZFhvL66SByw/FYIX/WvmJkjcbj6zWGsQvZkambfZZaZlbVKzuy7jMyuIdJDwu4LClZp8O"
    "55Q58HbHFkcEvo8cA0knlTX3A0lpEMHhCs1ZJJYOd2XZr8NX2xDJzvQp1YtkH4PjvOlk70"
    "+QLT53+ZiHfiHIF29moysl9jcvrS5V8pWRLTqiP1AVHdQhZ+JBThJT9WbaoTEzF/2zlLTT"
    "U9Ox49eKexUXYvjvjdy3fYzP4C0VtKoreMluoeLYDiTVUgfoH4A+Jv38SfQeb6U663MChZ"
    "wFtYMn0c+rtWrgzyuw0nrNzlPGBlkf18lWv87JV88MXdQ1Ewswm5eTdhKzv7CSeoqyNrqY"
    "ea8tOYNbyIGpbFdZsjU4C5YQZDgZ/1C3ZkOe3IlYZi59cEU1IUOuqD/AhVZMETRH4QusNZ"
    "kWKQYzaSGQdcsgOzlqjAXs5QYCjT1uTLlK3Jl9GtyeDBHJ9VBQT23ldbILCPjsD+ZOJpmv"
    "fg3pf3HuyV3Ebv4Qu36ZfYRMzfUFwjXlMp4RwwRgp+/hmxZzPT49861Z55zTjDIBM2Vng+"
    "MOUHYKpPBP3JpllLtXia8Iu5OmWDiU++Fy+jXsX2Hxdf1twfC/xhvJVBHohB+JsS3iAbm7"
    "VcR1/5QaqKZ3/5l1wfaAx5zaV1UyCvGfKawTiEvGbQP4Q3Dn6ZE7JpPTMmKwXit68cAXKe"
    "iQA5TyFAzqMEiGDpZSXnBJGj5jU90zym9sY1mahzrMXDJ4qF8XPlTjz5iiHYbnVumzcvzi"
    "7qF6F6SeKJpmEG1PddJGaAgFAFEznOGlkmAtYqcSJw7oUKm6iaxt5ra2bo9nQmMx9EJY+Z"
    "s4/fiZ9aUs0X2WFBtdWVg6qoFqoU6PERcoaZKAZGWV6jDHjz8qiAG7z59SBIgzIgiFH6IE"
    "biK1A81jder1XHW5gCsoDurKAFor3q77AW3swwixZHGSNzLWJY6oM6wamHRomt6vKn+Yak"
    "M+w3EURC+z3c0514hZ6FoT7x+4/keeN2D769w1yVDoo5VGo3j4TdJCVe0usp4TXTvv8PiV"
    "vSU7aTrEUqSENsJSFLNU07rjhwMshrCcA4G8ZPWFPZMmPoc9m4VlByX3Et2DGQKXzlKsum"
    "lqrl0/NKFBRdakU/sB9KDGaYUKnVKSRWwdlzC8U5yMQgMSgnV/9eS1QC4LT3ZhvFv02iPY"
    "znWJHl1ANyOyTW9wN9kbw6JD0d9WICSS9lIPeX2KC5XsKAIOzoLfObBvu2q6rlcu3bHqhT"
    "ii3deK6l1A9atanLFxEKyGbYhaG7xGgdqdThWHVDIQYnXFWFXcRUWZXkeWSoUp+K5UJs1M"
    "RttCigxyw7tw3CmpjhzRJkjpmbDLsiyknblr8E4I7SR88yUYlnKVTiWZRKdMe+BLwrgcrh"
    "27jMwjawVikFFmOKgcZ5vtnKCPuyO0SazZyqYUriXet96g+ukG4b5ogOP7Q7/JPQkyzpk4"
    "XzSaZ8IjvE8QJPYrN8kwe5KFO5cb6VeYQN4bi0yYwD3RfeIdZLrFocM8mh/qXZGXa676+Q"
    "Jz+izcFHXsgcm49OHfM2r6JtEl5HO1zj/Lrduuk4VxQy4TkbSp7Xo+Ba5873zuHCiHLgwJ"
    "TNgQm5qRzFnH6qKAp6LrOe+aSTQ8eCGOi3zPrFk3y0vigHGi61hhWF9WbKWKqCSOUM1eKj"
    "v7ZJjDGeErk4e1CqcjA3MvkDjRR/oBFTl2uGKSUJzMJmj0AQz4X3biapGjPnP17xojCPI3"
    "rX6w+bN1dooRsW1kb006Ddv+KlY4wSOMFzwkDMfbrUWrrMyrjuN78w30sx8JI5X8Pf7rin"
    "xb9pLjer4GOMXB9wLEtmhsQqN/dsiYsw9EcSs4z+Muh1E3Bei4RNJHViof+yd9w8wNh3Cr"
    "Yci4BdFEn2Cef1hAwe3kE42ScYX8keMQnKwTa2oraxebhGlZF3r48bZrQN0l/3fGCKybrt"
    "Jzgmy7jvJ6KMTeHhoN5yRYlZF2NhVGXaBxQoye0c2uIc0aJTN4DrhJ750d6Wsxnnu3WCep"
    "SEanSrJtIXfF+Oxa46Lmt4Ud/uk3KeIM7Dyyt2m3xfqGzy5K44BJvLGWyGEnxQgi9oB0M2"
    "KpTgA/1DNvIBLnMHHJ1XDPxgSb5fnAB6N3QIoAdrRHt3PBLPTbkRbfVu727aQ04I8f3g3I"
    "6PjcePaPvXu06fX3KNNXaFvyMetcT3kDv0Uh5C6acMRMdPiTTHT3BGeXnPKFfwcwzbNJhj"
    "TUuc3XyZKpEd543Xr1bzGP+QNnMNbps3N7GHobEfMc4DaUgUkA3tGieGpGsjSOwOzNMD8W"
    "wO43DSgw3V8sdJxmkFkcoBfJYtTpISJkkAeCw/jqOSlYO7+PEMeZZVd3UFeldSx0FJ0HKp"
    "tZwzlZZAHu2BaBgObdz6oY1QfHjfjOAjWcjDLwgBF1tQigZUGt5JpWE+dIuD+CPr7dqrCn"
    "p44z4rysLrXtb0F/Yzb1T6WEvPfPFb1XMlvTBpXmHZFc+Q7+IWDHOygt1EFH6EJN81TRSe"
    "e4LXqShXCGuaV8tgjpa68Yickn1OfoqXZYP4UdpxyS7bekyWTJdV13Cc5L6X9ORclhk2Y4"
    "6BSbZi/fbF2LD7VcC2yUnIajlqFzEw/0lNcWFJcGGKMqQDVYyKzHb2ujwwnWQ18sIDMmDp"
    "tZqDVvO6vVtD75//B7alvmQ="
)
