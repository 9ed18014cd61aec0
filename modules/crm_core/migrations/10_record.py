"""More of what a customer's record holds: place, person, preferences, deals; further addresses and numbers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_address" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(12) NOT NULL,
    "country" VARCHAR(2) NOT NULL,
    "province" VARCHAR(60) NOT NULL,
    "city" VARCHAR(60) NOT NULL,
    "district" VARCHAR(60) NOT NULL,
    "address" VARCHAR(300) NOT NULL,
    "postcode" VARCHAR(12) NOT NULL,
    "recipient" VARCHAR(120) NOT NULL,
    "phone" VARCHAR(30) NOT NULL,
    "notes" VARCHAR(300) NOT NULL,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_ad_custome_721854" ON "crm_core_address" ("customer_id", "id");
CREATE TABLE IF NOT EXISTS "crm_core_contact_point" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "kind" VARCHAR(8) NOT NULL DEFAULT 'other',
    "value" VARCHAR(254) NOT NULL,
    "label" VARCHAR(60) NOT NULL,
    "contact_id" BIGINT REFERENCES "crm_core_contact" ("id") ON DELETE RESTRICT,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_co_custome_b36337" UNIQUE ("customer_id", "kind", "value")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_value_b3036a" ON "crm_core_contact_point" ("value");
CREATE INDEX IF NOT EXISTS "idx_crm_core_co_contact_fd0e02" ON "crm_core_contact_point" ("contact_id");
ALTER TABLE "crm_core_customer" ADD "birth_calendar" VARCHAR(8) NOT NULL DEFAULT 'solar';
        ALTER TABLE "crm_core_customer" ADD "price_sensitivity" VARCHAR(8);
        ALTER TABLE "crm_core_customer" ADD "preferred_channel" VARCHAR(8);
        ALTER TABLE "crm_core_customer" ADD "habits" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "verified_on" DATE;
        ALTER TABLE "crm_core_customer" ADD "city" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "interests" JSONB NOT NULL DEFAULT '[]';
        ALTER TABLE "crm_core_customer" ADD "preferred_time" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "gender" VARCHAR(8);
        ALTER TABLE "crm_core_customer" ADD "last_deal_on" DATE;
        ALTER TABLE "crm_core_customer" ADD "value_currency" VARCHAR(3) NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "province" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "value" BIGINT NOT NULL DEFAULT 0;
        ALTER TABLE "crm_core_customer" ADD "life_notes" TEXT NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "loyalty_potential" VARCHAR(8);
        ALTER TABLE "crm_core_customer" ADD "district" VARCHAR(60) NOT NULL DEFAULT '';
        CREATE INDEX crm_core_customer_birthday ON crm_core_customer (birth_calendar, birth_month, birth_day)
            WHERE birth_month IS NOT NULL;
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_value_dc2bc9" ON "crm_core_customer" ("value", "id");
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_provinc_ab5947" ON "crm_core_customer" ("province", "city");
        CREATE INDEX IF NOT EXISTS "idx_crm_core_cu_last_de_759f4b" ON "crm_core_customer" ("last_deal_on", "id");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS crm_core_customer_birthday;
        DROP INDEX IF EXISTS "idx_crm_core_cu_last_de_759f4b";
        DROP INDEX IF EXISTS "idx_crm_core_cu_provinc_ab5947";
        DROP INDEX IF EXISTS "idx_crm_core_cu_value_dc2bc9";
        ALTER TABLE "crm_core_customer" DROP COLUMN "birth_calendar";
        ALTER TABLE "crm_core_customer" DROP COLUMN "price_sensitivity";
        ALTER TABLE "crm_core_customer" DROP COLUMN "preferred_channel";
        ALTER TABLE "crm_core_customer" DROP COLUMN "habits";
        ALTER TABLE "crm_core_customer" DROP COLUMN "verified_on";
        ALTER TABLE "crm_core_customer" DROP COLUMN "city";
        ALTER TABLE "crm_core_customer" DROP COLUMN "interests";
        ALTER TABLE "crm_core_customer" DROP COLUMN "preferred_time";
        ALTER TABLE "crm_core_customer" DROP COLUMN "gender";
        ALTER TABLE "crm_core_customer" DROP COLUMN "last_deal_on";
        ALTER TABLE "crm_core_customer" DROP COLUMN "value_currency";
        ALTER TABLE "crm_core_customer" DROP COLUMN "province";
        ALTER TABLE "crm_core_customer" DROP COLUMN "value";
        ALTER TABLE "crm_core_customer" DROP COLUMN "life_notes";
        ALTER TABLE "crm_core_customer" DROP COLUMN "loyalty_potential";
        ALTER TABLE "crm_core_customer" DROP COLUMN "district";
        DROP TABLE IF EXISTS "crm_core_contact_point";
        DROP TABLE IF EXISTS "crm_core_address";"""


MODELS_STATE = (
    "eJztXW1z2rq2/isavtx2JjvTJn3J4d65MyShKfskoQP05e6yh22wAO8YiWOL0PSc/vcryd"
    "jIbyA5QAxZX9oga8n2s2RpaT1LS/+uDLxJb0A9fFwbMOfeYQ+VKvp3hVgTzP/IuHqEKtZ0"
    "ql4TRczquzGBnqUK9H3m8QJeYWi5PuZFNvYHnjNlDiVCrEkwGlDCeCU0d9gYWWgw8xmdYK"
    "8q/rZc94j/f+/4DhN/TCyHF1CP/0kow8jq0xlDDkMvLj63O7+dvH95LG5s0wG/s0NGW7zH"
    "jDj/muEeoyPMxtjjd/r+Jy92iI1/YF/8/F4J79NzbIkHE//yv3nF74lfMz+jmmhwetcbOt"
    "i1Y/oJKsryHnuYyrJzZ9Qg7IOsKzDoc4W4swlZ1p8+sDElkYBD5I1GmGDPYljcgXkzoSUy"
    "c92FZkPFBa+7rBK8pyJj46E1c4WuhXTwAMuySq932+z02vVOr1dJ9YNQQlHboogrTvQh/q"
    "i+BGAkHuG3f5ycnJ6+P3l1+u7s7Zv379+evTrjdeXzpi+9/xU8zBKtoCmJWeOqcdsRD0R5"
    "Rw26sij4JWUsZgVSUp1L9D0sOgt/8pQOchWgiqxXQwj6Kj2EBUtFLL+xEPXX21XDyes379"
    "+cnb57E6EflawCPQRYHW6wePNe0PPjkF7yK8yZ4Gxc45IJZO2F6HH4x7ZwrvzPcEYGAkU0"
    "mlnkh3M8cOng7pjQ+f9WtqSDFQB3Gjf1dqd280k0P/H9f7kSyFqnLq6cyNKHROmLdy/jn0"
    "HUCPra6HxE4if6o3lblzhTn408ecdlvc4fFfFM1ozRHn/xnmWrYIXFYVFM/7OpXVD/cUnQ"
    "/37qP/yK+w8905ktJVpodF3MYUZKP5BpbqmFO/62afAvxpZXJ7OJhL/BH9MiA5xSQyibQJ"
    "+/1La+OXP4Kxe16+uqNPi65Euj3ehUA6uvS25qDX5FWH5dwluoV6XplzQlc5Q1sX70XExG"
    "bCym3JMVevhSa118rLVevD5JfGy3iysn8lJcLeaDIgyG+zwY+rP+33iQoXTxJWYrXBEp8w"
    "eoP/7FPqmTV680vileK/ejktfiXxVf0w1o8BEUGe8U8d0hXiGUYMNPqHLLu6kYzgjukla9"
    "dvGxfllFfNIcjLHdJXwWqLd4lxWFHH3M+zET5aJF9RofDnvq9c+3sq3a+TVvfEZke/LVCu"
    "lXS70rtJtUro0ZH8r9tHI7+EeOHaGI7FChTzEe1r91YkNhCOSLm9q3l7Hh8Lp5exVWV4C/"
    "uG6eJwAnHNfewsnSy1oYiwkrG/gM0VUz1/4Zcyt0Ieab5FJ4gYSxHRyTAyO4qBGccNkZKC"
    "AuuDsnz8GpQHGF6sOvCEHnN0Fe+JiHd5l+zrBLpzXxgXrYGZF/4oeUmZRAP2ISLpTG9uwz"
    "+BV2trB02V88ax6555NDAEfBxi5mEgdhSLUaF51K1mi/GYCXbe1XX9eGNzbFaaArxoTHQL"
    "tYvn72tXrtnqKqDJw5kIoRom8N7uaWZ/diQ4W4Qk9ooiSqm740OZkkSyxijSQ64jXEQ6c6"
    "dCYxqfR2LV5S+dLW05I1NMWeTwmymMIWpqnFFfUK0IPyHY+WlKD6G5hAYAKBCQQm8NCdn8"
    "AEPm/9AxNYhhV4aHno8g9h/QMkH15readfr3BPv077p/+m/R5zmGsEckzoAHzUO8B5QvuO"
    "GchLiYND+FQH4NN8fE9T8E7HCz5KF91IAMBdCy4W0Qgm4EYCBwfuyds3Ogzh2zf5FKG4Fs"
    "d3jgfjLCszH+ClxMEh/E6n+77L777vUt1XxM8YEbCRwAGAu2v6lX/5GS6Ic0pdbJGciW4h"
    "kkC7z2W2BXdUslvEz5vN6xji540kpJ9vzuvcuJDw80oOy7GLLW8wdu5x1sJkFdaqGOBtgD"
    "eQsUAJllMZm6UEn4xhCRWQTbEo6tHjWFSBdSRLPtQ61EmSK6FzksujqNfCMhtPLY9NMGF5"
    "5Es6LCm8xDv2COcRNr07/BD84q9v456sI38P6GQqVE+w76tSLr7Hbrj1S5kpgtvIKvzVOb"
    "Tew+paGY8cvbqscG+5s9gDu5bPeIe03MQbTj167yw+3oHYzAf8E/BPwD8B/3Tw/APwT89b"
    "/8A/lYF/GlDbyK8c1t+M6+hp7Yotb43Yr01+/KVGFnF+WmxhsZjsfGm2rmq3jT9qnUbzto"
    "rUlrrkU73VFqVB/FalgGo2v9EPWNftbvmKlmeGGIcygLMBzj6d5Q00K5COpJ6UBNgYvFsh"
    "tSVQU9caGA8WS6nDgHcLrJVAycOjzCX1GnCXYgfAYG0baMU5ZoBzXOrgYN7ecNGf+U7odz"
    "Tq1KrgweG9+W7t4pHl9obUm5ggHZcCmNfCHHngi6xiIuEdAj2lDBPmWK7pGuZTs1O/7TRq"
    "13ypErYR7Nq/7QQ79gnrkg/N1o2oIrqQuH7dbPOrLvVZOVY2A27WMc/I8FZEdqini9vdfB"
    "I6COcDnMIXAvG2GIgHQaQQ57ijUWEbcY5D64cJuovqB4ft5jvuHPd9hxkNDIrIwQG8FVeS"
    "GoigPbcpMuDnyDagB4sMzdrW2KI+4JmNp+2IBzBL2qbKAK7ZuFq27Rm6LRSRgxtjT7XG2N"
    "MVY+xpxhjLl4mmhKsqc3Aob379y3jzZDbpZ8XNrvB2xqQODubNW2T8Ph61ZwOW6b7P33qS"
    "lDsAqHe9A4VZo4xR+vd28zavb4+yhmibz4foP8h1/K1FIioRUv2Z4zKH+Mfifk8RHiXwWa"
    "2KJOpH8ZAn0UBKFZ5li+dJaWPlHhVFCraoGGxRgcyXm8p8KYPRiyGZIfqckeTvZueZGuv5"
    "kaV0oXlwN8hVPtRvaiL38BBPLBeLDO7il/i7COVxpmGKnOVaImdJQ6TveGzcG/CHIbZVWB"
    "HpVnZomPjUDe4ZV8qyOK6OdvO61qoieblLrj/fil/ujCwql0EdEz4+jNO6aPM+4+YG9SZE"
    "Dyik9/Tk/bsoiFf8WBW22+af13V68gvQsa0MX5IOrAtBADXh88RD7HnY7g3GFiE4hxxZP3"
    "5kNlTmMf3TR5mrXpKTXfK1zj/nThUFaRf4CF9vt2tXYpDHvm+NcPzUDvU8jxIMOUvsw90e"
    "+u7rpCQ4B7Odg+F5BEYLz5hQqVef3//co0Xn2Oo7WYrId7osJfa1f+/ax+I6Q9wzzqsSlw"
    "Ks9bCees4A93xM+HQSnWdabBLOaKjMk/B186sIHZt3ycfG1ccqGjujcQkmVJc+WC576MUi"
    "6YooJLMhUIixQu6x5/CmbENXTULsObtponQM+ntMI5Hd7dx/lcTq1SMswifZTSpB6w1m3K"
    "gmA6Owh7Tkvs6fCepNh3nLJ95SY3MijYiR21aRe86DgUsHVl6Uqc6kFkrvsIP+HPeM46Ur"
    "f3zkQlUkZbukzv/Exbbfam2VWbFTJh2I+oOvDInlZm78XxGOGhfbiCVRoh3oZzo4n+XjfJ"
    "aO6YEkertNopfIO2Xip03KPqHZUT5HbSqHmL4dlxI9IB/4jq27RG40fR0kBEEDRTWgJrDT"
    "h1+VAuyLYq/mNtTHXpUC7ItiH2z4NwY/JgboF0XfpzNvgI3Rj4kB+o/0qfAVvG+sgrQs6M"
    "FEDyIXa056ZgXatE4KZGju4CAnwX6p4lfY49YkZ053RI1DRaXdAuCuBVe17zRgDa1xQHYt"
    "somFiwa4eRmNANoEtDHbTAPYwJoAYNcCGzO7NICVK5TH4Poszm5W13EaoC69ThtA9jLW2G"
    "Him3LTlez8BjlmZJ7dEI4mWuc2sLCyxsHYc+rZiA6RhUS0HC+2vAfExhZD4iBxHwk6hNhV"
    "fl0aAEfIIiicsPgPFIyw4q9gSBB/STsMSTss64ztXdwy48yJ71G+2+AMhz+j/hqpBk5EgB"
    "MRsvSgM7zBiQiQEX8fMuLDiQjPW/9wIkIZ/K37lba/SJRr/Uv9uhpYcCLB5eVnblz/XzUy"
    "5LqkVb+SifwDc65L2s3PrYt6dWHUdcmX2vXneu/iutZuV1HCEfr05y5Acv9tp+3+mbG5c0"
    "12459Zmzr3Md3HtgHmk4qTnVUld/BXRXZoVb/acuDQxuxqvs527rPCv1cGwUVCOwyBCxeR"
    "exUBlyLJnspHU1vkI8t009SWycq0PDVKcrP1zppz7Ds2RmyMxR5ZgijhleZjZzBGwlKwfT"
    "65yqvhuZ3IYT52h2kfzKNa0jnOM3FMqjiHEvwr4F8B/wr4Vw59fQ3+leetf/CvgH/F+Juj"
    "w6ETPYm2j6X54UNDeEwC6cCj0u7UW/XLwKvii9QYdpecN8R2h6sq6juuy3XVJZf168aXuv"
    "DH2NjlKxDhj/nYvOFtjbnZ1iXNzsd6izcsDTw9NcORI4HK9vXIkX3OzL4fTpe9TNK+H9Du"
    "db72/YB4X1K378ztDcnbd4Hy5i0JDw+cqZMZNJePcUzoAEHewkGVcIjZFlPj56QNW8GPlS"
    "Jj2N6MwwkHtsEaPi64O//oQSzhV2yFCoFNq6NAcP6F0tieKUM31jnREUsW6XwRJHf/RIMX"
    "yKDSYjWONPm0MGf8NJLSCIEOzmRB1EMLg1WcuyrT0KJ+SJRRH6c4MYvYghdDi5tmxjpvtO"
    "3MoOaEnkPnVZBZLBnk/D0sP0LfKyFYwM4BOwfsHLBzz4GdAXbueesf2Dlg54y/uSUNZkDO"
    "3TTPG/IIG3l4eJfED0P4UPsmbvWjS+rBqQc4OPYgeUjCY4m4TScJzk5xuybj6oE6gLdyvD"
    "d/9bwTQrIRjgQOzrGzBQZuueIxG/pjcjDuFx33wasGXrVyKmOzXrWMMWczAC/b2q/hRhve"
    "2EBbMp9ljVDyMHF+Wou3z4r/j1U50t0FkJJa67XsiHQJ1tJfOLd8FDaDbW4/jjE5Qv0H/g"
    "edSG/ifPxwjBoMOT4i+J6LzIjNTdG003KzTa/fLQCux1K6Hs09JOAZ2WfPiIctP8vRvCom"
    "IpQ4xMXdxncMi+Q2xoavIgTLjsNYdjyTuWXFomPmQy64taaw8uVvwA7WWfE1Ce5Q/s9O1n"
    "tP+hVsMYbi8XERPl4REuFjs2iIqP7aFcXXhNlv44FjYxtxe8pC05nH7Q18jDpjjITJ2Ld8"
    "jDw85L3UR+I44hH2qzKEweWdwGfIo3MkN2BkhEVs91YF9icv7in+FMEQIjgiMGYhNKK06x"
    "MIjYDQiBjOsACE0AjQP4RG7OM0p+yaWJoiRaIjFPEyO2UqN7XWP3mXF5uSJ5Z3xwcGsS25"
    "XW99kTua+drnXm5p/lRrdW7rrXYViczN/NF9XtZqfmgEG5qnHh06Yktz0sZ8GhePMGSzbR"
    "I97anypVbfVeOLOOpz5Nxj0iVibLps1b7ykrnDxjZfQ5XkDFCxXCB58RTr9aGIl1odX+vn"
    "vQ/N1o2IG+LoUW8ivpxPInJoak2xJxIw9vjPtsi36JAeL/JFysV4TFIQiBTEIfHppF27Eu"
    "FL2Pf5YrWQOje+dQ84iWdmkpTKcfss7RGGf5jHSylCYAkWRR74opLQFRAjte0YKTFebAbd"
    "wOPdWbS3X51dF19ldNXAFsi2nZNtWyCEZI9eRQqFXd6EGOqF353OLtl7vmYQhiwdorngbx"
    "wfWf4dtuWG1nW0DaML5gY5TBzsQ/A8anBIXZfOfX4lawPtrm6bubdW8aYsxODYoPJM2UfA"
    "DgE7BEtxYIdA/8AO7dqyBHYI2CFDdig0IfVNEkXikFyYGzNKsv0GYimU75cse+ffyOxS/9"
    "aJTSxht3xxU/v2Mja5XDdvr8LqSje+uG6eZ3mCsw5lWo33zg9l2nPIU47Ip/I8tDDDRCDU"
    "msknzPA9xKscaXofvFCq54Vi6/0PQ4Y9NKZz5FIykjQznbEwPVYUSuoH5wrz6Y+v+S0PKx"
    "vXjlFzOEQzfmMX+bxun9oPaGz5fDbBQfKtqVgB4nmGF2LHN4c9c6U2x8DrsLMJHrwOz3vV"
    "CV6H561/8DqUwesAZ91uN1M6HHe7fYylVV7UbxYJbwbrbVjKlU/NTv2206hdV9GUygWW5X"
    "bJdbPdqfJli8+K+MA2H8E54WumcUbi+vbEct3csXwptTsT+fTddsfw05P376JRW/xYNU63"
    "b2riCK/9PXM4KoFDh4v4Yr7i/gfqTSqZXpjw4pGm/yWMEdf0vKDprO86AzQVbg0mt+76dz"
    "4Sy1ZGvSChORtjx5PxF1kxHOYNgAek1KYheEDWqQE8ILACBg8I6B88IHs8zYEHZFerc0bv"
    "sFHuuUigvCvygvie6qy5T/PX3KepNTdzmGvUeyMB6L6a3VcAZujBU2XAhaeF8tgidxm+ox"
    "XxJ5HEASC883gfCZ5pxI8qBKAbg275dz3qjSyiZIM28e1liIOXb42XL4m/PIqlAPCR3A4R"
    "D+2UvQY892jxtZDnnzAO3Xwd6kpmD0PUFUno6vqgh7suo5B2Q+gz5UEB5gpY7B8oCL8iDW"
    "NOAfTDrRoF4VfFAf8i+Ku7YoooQJUHDZjMuntD1+/9UE/npED2HFUKnOVFneU+nXkDbAx+"
    "TAzQN0F/RfIi2aXTioD8L7H8L+qHr5FTJ+iqj0E1Ct7p4CAQ5zBxjX3TJcusswibqhPmPV"
    "RWBVYFNY4Mo6t6OBLTPXthERGFhJl1JE9WEzvDBtZkavFeFYROuViWehkHtxVupcCJCeEx"
    "CfJN40UzxpFY3C0sh2gtiNaCaC2I1jr0aB2I1nre+odorTIsQHOZjXzeOp/SANY64YLJYK"
    "3v+PdgSlVHMuBCNPBrCeM6b/WZH2sUlzqADp48N0Lv4IhVJ0ekj2vlmE2w7cwmpkgvpQBp"
    "XaTVBaMJ1qocoK2LNls4nUyQDmUAZe0+TQlbHL9p1KWXYoC1DtZwSsiTW9yKG1AffkUIoN"
    "8U3xNu7H00MaHsKt4zPeiSE0r/0+B84BSQrZ+dvUPy5wZ78mvNYH2CS0eadM8kqr2W5WkS"
    "vDzzWsrZiONHRZ5AwbscoxpDE+ozRMlio7zoSXawQx5bgzH6y6U+9v5CLybOyJMR3ujtyz"
    "QTtNU76bBF/sy7d+5pki2SbSbK7vCUBc0yxwWmCJgiYIqAKTp8pgCYouetf2CKyrBuhX39"
    "ynkHegcerDrxIOWa4T3VzzsOO89qCCUOzvn1VgvhtysQfpvh/JLnm2Vspvi93bzNGT+WIs"
    "nZwxkw9B/kOv7W7DNl3ujPHJc5xD8Wt32KSUNAFJsvUlxokvZMTASigSQXGqxjTOf0UOip"
    "pvPtOwwOYtaeEZuvmIsYbargBpRcstn7kHQcOiRMYhkWIrBDRz+SQfUF6du+qhSQBo+IkB"
    "I+wSKLj6QkrD0Kb5OK+0gNNkrFBeEzKKyCxaxc4DNISsJnsCH+MuzcQLPp0WyJwUCDyJRT"
    "KMCrB69qb2hgG82Oj8H3Wey4TNoRGuBGYy6Auwbc5OxURvK9hTmkPqvkc/BhjSMTKr7nKV"
    "Iaye1tOuPtLDjw8GQ+D0+pxzsFenHxud357dVJBsduJqpFmjPeEUXlkBrP2XMpKfxE2eK2"
    "ajEw6cCkA5MOTPqh++uASX/e+gcmvQyuFGDSt8ukE8rM8F3UBxZdh0WPTO80vFqnA+4caz"
    "oNjj8wwLvS/FS/rSIh2SU39dZV/bK6CA7uklb99/pFR5R4+G88EE9bQDdnGpo5y9XLWVIr"
    "FvHnWa6q/F6/lIB+r9PvbTxw7EK2U1wSGO1SW0iwQe6pzaPwcylgpKZEwUgtqgXVc6avAF"
    "UKsC+KfcJDqQ9/QhA0sCGmFTY0bmNDY2q42TW8Jevquuiqg6wGtOGgAFTgGlwTo6cGtEt7"
    "A8BdA27KNCsb0UrvcZz7S1w6MqJWJ5GMXkZbsbl4SF2XzsU2ZCGMZIZa2VoVWa4bkKcOQw"
    "Rj20eMymqiQECQk+J2I83qELLBWwOjWgI75mgFoxr2BRNHkSpzgC7oMx1f0Vm+q+gs5Sma"
    "4An1MmaE/G1GS4nd7zJ6GsfQVvYTqYOQYZg2uG2KDDUrlkxRso9HG/RRkpE9U4NReF+WUX"
    "RRa1/ULutPZxPdUnYpA7ey7aLlZV3biFDWs5cia02jzpxGyVn8RTp+Su+43eLcYZmv3/Iw"
    "4q3KvP0+f8D/Rn9xm+cvNLZ8WRZYPo59jL6OqZSYjzGpymse5g9l/5eP6Jyk7acd3zvDyP"
    "rOu4MEKlgc/5kyuqKFIJhb5TS3IIANAthiOEMAEwSwgf4hgG0fpznFWU/MV1lLGVhj7Rsp"
    "+3zBX7HAXdjmQAdqEFZkzbl2T84E7i2y66nAXToPfv0/PX/iMA=="
)
