"""Cash-back that is taken back before it was used."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        COMMENT ON COLUMN "crm_wallet_cash_back"."state" IS 'WAITING: waiting\nUSED: used\nTAKEN_BACK: taken_back';
        ALTER TABLE "crm_wallet_cash_back_use" ALTER COLUMN "invoice_id" DROP NOT NULL;
        ALTER TABLE "crm_wallet_cash_back_use" ALTER COLUMN "payment_id" DROP NOT NULL;
        ALTER TABLE crm_wallet_cash_back DROP CONSTRAINT crm_wallet_cash_back_sound;
        ALTER TABLE crm_wallet_cash_back ADD CONSTRAINT crm_wallet_cash_back_sound CHECK (
            amount > 0 AND remaining BETWEEN 0 AND amount AND (state IN ('used', 'taken_back')) = (remaining = 0));
        ALTER TABLE crm_wallet_cash_back_use ADD CONSTRAINT crm_wallet_cash_back_use_whole CHECK (
            (payment_id IS NULL) = (invoice_id IS NULL));"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    """Of what was taken back only that it is used up is known then."""
    return """
        UPDATE crm_wallet_cash_back SET state = 'used' WHERE state = 'taken_back';
        ALTER TABLE crm_wallet_cash_back DROP CONSTRAINT crm_wallet_cash_back_sound;
        ALTER TABLE crm_wallet_cash_back ADD CONSTRAINT crm_wallet_cash_back_sound CHECK (
            amount > 0 AND remaining BETWEEN 0 AND amount AND (state = 'used') = (remaining = 0));
        ALTER TABLE crm_wallet_cash_back_use DROP CONSTRAINT crm_wallet_cash_back_use_whole;
        ALTER TABLE crm_wallet_cash_back_use DISABLE TRIGGER append_only;
        UPDATE crm_wallet_cash_back_use SET payment_id = 0, invoice_id = 0 WHERE payment_id IS NULL;
        ALTER TABLE crm_wallet_cash_back_use ENABLE TRIGGER append_only;
        COMMENT ON COLUMN "crm_wallet_cash_back"."state" IS 'WAITING: waiting\nUSED: used';
        ALTER TABLE "crm_wallet_cash_back_use" ALTER COLUMN "invoice_id" SET NOT NULL;
        ALTER TABLE "crm_wallet_cash_back_use" ALTER COLUMN "payment_id" SET NOT NULL;"""


MODELS_STATE = (
    "eJztXftT27gW/lc0+WW7MylDgW259N47E4Jps6UJN4Syu2XHKLaSuCSS1w9odqf/+5X8fu"
    "Rhm4TY5vzSYtnHdr4jS+fx6eifhmLM5Ec8nRJrr6V+s01rRqjVOEH/NCieEf7HkiuaqIF1"
    "PX5eNFp4OE2IyTguNjQtAyviISM8NQlvUompGJpuaYwK0RZSmGEQRRyj4RxNMFWbSDeYzk"
    "yiihZGCeKNiL+CwR7cNkyZNSEG0olhMronHqUyhT9Lo+ON3tWm2l82kS02JuIUv/fXP3mz"
    "RlXynZji8GvD++WaKgT4v3+KK/R7eaSRqRqD173EaZetue60nWrjDrXOnWvFzxjKCpvaMx"
    "per8+tCaOBgOZCOyaUGNgi4gmWYQtoqT2deirx0XbfP7zEffGIjEpG2J4KBQlp9wXCtoYs"
    "d3sD+UoayHIjpTxfIoK816QwKhTPX9V0ABiLV3j9r4ODw8N3B/uHb49/OXr37pfj/WN+rf"
    "O+6VPvfrgvE6Ll3srBrPOh0x2IF2K8d7l9UDT8cGSwhV0pRz8h+gZ50Ezx5ikdLFVAVGS9"
    "GnzQV+nBbwgVEX4YPupvtquGgzdH746OD98eBegHLatA9wGOjhZE/HIZW2lIz/gZS5uRxb"
    "jGJRPIqp7onv/HtnBu/HtkU3eMGNuYftf2lClT7vcoe/xvY0s6WAHwoPNZuhq0Pl+K289M"
    "86+pA2RrIIkzB07rPNH66u3P8c8guAm66Qw+InGI/uh1JQdnZlpjw3lieN3gj4Z4J2xbTO"
    "Y/nA/gUbD8Zr8ppn9bVwvqPy4J+q+m/v2veDiX885sKdFCo6s3h+VSek2muYgWbG7pUGWe"
    "VkB7go0l8EdkEsjzH7St722b0M/wd3lK6Nia8MPDFaB+afXbH1v9V4eJD6frnTgQZ+II6/"
    "zRiqbjab4+HhN7Puuhdh18yKht5oM+EAHYC8POR2hzkbG8fFQJJeo4puzvZxlV9veXjyvi"
    "XBxj0+JwLIZYovbMgbnDXwpThaTgDoSfD22uYn6xKW6aD/RGX/rfNTc4pLMTFNzjlrYuL/"
    "u9L6LR98NvaV/6VWp7F37jLrz3rJzqenOQQVtvDpYqS5yK60oliqYWs3ZSomDtFB+VZti4"
    "zzcq+RLP+J1sy314hjGJUMvI38WjUtC7i/buWCgxO/gxMTB5csEvgrWj+4UBwzDSHVfFOT"
    "OINqafyDw1QSfAj8TTb4KbVUwVP/ze5reGH6uBH4Mod7wTcgxUwg+JO/dfDfqd9qCRHmc2"
    "BK7k36tag0xWaKOD6xJkRTceYuX+ERuqHOvP4gw7YImW4Nr0qdnBLNmCKR478IjfId46gn"
    "2bv70983/7wlxS9JJmjmSSkpBbm036yB7RzFYmyHEAERshjKbMQpgiB0NkMXb/HlEyxpb2"
    "QNDjhBgEaRZ6xCYa8xaKBDB7qKXrhKqvGZ3O09mlrT0lS7Yp6Av8zNcGf6wMKafSppwgdL"
    "ETM2pHJiyAL1q8ISkX9KEMAL8p63UX9lXZFLFBAyvRxTcE7AWrYv/OCmv4WZfOanV79BJ7"
    "NejumS3V4GNbb6P2KEEz9kAER0rYjqbFO46KHvDUJntoMCFImBNDbBJkkJFtEpPbk0iZYD"
    "omiBnIxZGbk2nDdLO3LsR9Ekapm9UHs7S0ZikwoYAJFcMZmDDAhAL9AxOqitNcqIV7/muL"
    "JtN92TIzFxqD3qV8fcm1zXTZ1m/ph875QG63+mcnaKyNLFnhpvEtvbqUurzFFLFFcc0XST"
    "5ttT+dOKFHWZjQt7Tduvoo96Xza3Glgs2JLAxCcf15r38udQb8jZkxIpp1S6XfLjt96QSR"
    "77pmEH7HfqvND8dcE/yodfbr9RW/3CX+39LPUv8DPzsjxpgUSty/zZK4T37skcT922RCEw"
    "hyQJCr9bgHUeadwK7jvHO9L/F8oO/XC3F/wJDxyCJGwdEmFIbO/7Qxp4gaEoKggsIqMJlt"
    "KEvYo4uxDyU2Y9PsNpQWs2gOMlHhDlZQ4Q7SVDgxXnPHrKhPEREvhPfzOHUN4Qu4ToDwC/"
    "qOQyD8iNZF57L1O7fsp3zUnN/SG4kDxS39R6JMMLf0T1vdT/Kg3+penUv9EzTE9F7m+qHm"
    "yP20d2/5V4PCXmWyaP6AFwS6qhzoworFFkz4yz+oQKB239NWZhw24oNn7hhiVArCh8WXFj"
    "wQwyRmbvgTgqABoL9XBn6gv++I/u4PGhvCt+YM+MQQmwFfZ07cELg9/171BDdqPpSOqPWR"
    "JahDyXPNHDStiS+wlqV1FaFOIZNYCJuaSkRSDGGk2wZ3gU2CbK5YAz3iBYsEitwAqk1Va/"
    "JsIuBYrVMDcKwg9AAcK9A/cKwqPM0BmQbINC+kgwOZZjfJ7KpVQmI6oTmn7UbvUuqeICEp"
    "Mq2Xg+u+5GRbdcs23NJHF1Lryi19NCXcP1R99uWZT78sSTEk92XMAsZYXHJXxtj2oy61sL"
    "mAYrLthB9UW9rdnAPpJkg3lU0VUG1p59CWutqSKBiwJBvi1RLInAzxqhisz4WcOmWOrAm2"
    "uK06I8jPTzgbaHj2XNC4hy59TxRNsIkoE7WRzBNR/4iKLJ4vkU6ZbPE5+SsrQZ6lPLNGE/"
    "IskGeBODvkWUD/kGd5brMR8iz1zLOMDUyLjXNxSQhhlno4K1GkumQDW520DFm7ne3GoFHx"
    "Xrmgj4kB/IXhhzq3kD14SfBD9uAFZQ+qim2p0wfuSpYlCYRgmUvmFEKwyGZ9EuFGhPWxKF"
    "322tZFcdo7Hc/NO6comYkYFWea4n+VN6ORwWbo7gFPNQ4Q//tOFKr1jm1qadO7dPpgK0/I"
    "kjhwoGxClmDnkzNkCdapAbIEECWGLAHoH7IEFZ7mQi34lkfWDIF/fQ2zA8dZyJnHy7mZxy"
    "lqpvhf/nuSF19PpHb1bjYPMOS4tr6WiHs6+QZnXwIiU7CCqIKwy+rCHr+mGqn6lE5fTkNk"
    "Y45eGCFZbOgvxjUutcrIr2D/XoGfsM0XAuiElPIjGIg9EcKSddJ8CGJFbKO6YERlbEowXY"
    "xfKJSAbsilttXp/MDa80J22utdxPzG005itOxefz6V+q/eOJYDv0izVmVVdhee9hIvS+LT"
    "YVomc4A6PLs2Qr1cEwtiwF+5IWpabBbUTQrs0j8T4WEICENAGALCEBCue0AQAsIvW/8QEC"
    "6DE0zt2XBR2csVIctAooYL9jOt11+xXB8illD96OVsr1SNwGW9MJ8IwYKdPi0LWniCFgp0"
    "/7gcoF9wWzfYSO/ZVxfGglc5TPW4IKSrNsVf94FNqyMfyVrhV++1IzermDKysqwTHbF0RO"
    "tTbCmTxpJAtnuymSOOPQwk1hKt70ztb3Ln7OFmChY0owSJ3a2baIZVgoZzhNE3Nkzzp/MI"
    "Ai26MoNOE6LgEAWHKChEwUH/EAWvr20NtGhg7dYkBu7sGZVv8AhEwCMvPGoI9yeHIexfXi"
    "fEN2YHP2rWRNa1BY7FStJeVOwZaXtBS6V4e5XePsGwqV8AJgfqjf51t9vpfjhBnrzYM6F1"
    "9rvYMAGr81t6Lg3aH8VuCSNiKZNd7pZQIlZlm9+lsSQU5Zxr5ohEKb7AhvmUToTLt3yZqT"
    "l3SZIpo2V5IaYEMSWIKUFMqfYxBYgpvWz9Q0ypDN4hMCu3y6xkKpEn2My13D4mVDuQ3x5l"
    "APnt0VKQxakE0UajuTGOytSupsHmIZ5i0zrKg28gUMO4aBZ0l4ObwhYizxB5rqVtMcRTPz"
    "CXg3odCgENsmDEv2pRU42Gy9rzhE073VZ70PkinSD/DrfUb/GPr52NZ21n09nTi177kzgc"
    "Ck9tl2HU+G6k0yJecEQMiviX2dGFShm59LugUkYQOE/Bt5xKHxGpUXRgY9HXaF4iz+QcyW"
    "bUB9WXUmL/xaK/YoVCQEF/yvKEJAG+WnrIujgh+vVnqK6/m70LKoptlq0Ldptqdzc4WJFv"
    "D3ZAyJV0l4NNGNavAelRgmbsgcy4jKh4j51VHe/Rrb1/iA8RnjFuLpnoP8iaEOfUTyby/M"
    "k9NOBtIrs7xCZBBhlxl0Bsu4uUCaZjgpiBXMyRZqUXkTzrk7OsQnGgC3fxFVv7ur4AUAiA"
    "QgAUAqAQvATPGigEL1v/QCEogzsrFtMWjTb7smXOYTWckDLv715Qmb/QLb26lLpnJ8jUCV"
    "Vv6YfOF0k+bbU/nTjbMsnC8hYc3jNJ+ixIvCohs3IEmyHZuO1ko+sL5BuNQhlINz413Sjj"
    "kbWI0ZQh6RiKghqKZx+ZbSxK+i4fX0KJ2pGdDvazUcpWccpSpDJuupiLvMjlCIcSteM6HW"
    "ZC+HAFwodphPM7FOBIVNmR4HYdy0WCDQRq9z1tZcSKRCtzuGihEEzHhadjgzwQwyRmbvgT"
    "guAfbyjh6K803EBSzF/lWLEPIXMxtHAAyJBu9PvrBrHNuqd3ybp5VnwTX3jpso5XE7J81x"
    "T3ZDNHttEMJNYmGttMJU6xOJPNSFg6DiMnBd5EhCrGXOf94b2XulPR44RQkf2bI2wQf512"
    "OpG40TtnSRRGk/aQGyxtbtAkeEoWaGBAvi8r1BFI1CImt8qdkH4bxDwJ39Z89bn1288xb+"
    "Ki1/3gXx6xTdsXvdNyEODKBnspTKJdcLDKpogNkrB2yRMyJ6f8bssm7eB8nnlb4UJORiXb"
    "3N2iHh2Hz5nYQo9Ys0w0Yobg7HjVdX8yEeXjKtLoA9MUkp6lC94jE3EnXuEXpuTSTslA1w"
    "G6TgxniLICXQf0D3SdKk5zwAABBkjtu7ZBZvwNvPqLeTIdETGAvzjzo2rrzoVfV6Ba502r"
    "M3CqdXry8UXmg9YnqeuRAS18T2jgu+6e/QfcHODmVJ2bMzYwFabgIpSXr6aPSz1xMX3Zhv"
    "t8q+lhl7Syxb9hl7R67ZLmh7mvTdJYEwkXlzSLBMNl25NcGxC/ESFsJ8fsDILIJJY1JSrC"
    "1A9ev0eUjLGolyOSzYZYiIoU/s5IPGgP3Wi8p9li3Su/uybC4aZr2XjnW7pYBfGa0ek8HU"
    "p/9qcvLMMdwuZ2Gc+sSRfi1vFcrPGVYVFtiYbO5oooPTjbO9veNvhScoEfl4M4XlH8vdEz"
    "N/5xOcC/uutcdg379r1pWIfxwjJECTMtz2KBuCRM7Jvjq0foNxshVoccoIrpIztxPd4ZS+"
    "egdlwb4NI1xRpLfNTEVc0cbqpvZOgR2bWOqqiT5Ak4HmPgIbosLOyutkdDIrzDNW7nE++1"
    "nskF7mAp3cEdeiUvVx2lcErKNlnsRgFONb3c8EeloO8/xW7KM6cntJZWWY+SAeP/5LCusi"
    "5ZK5fCshpW0X6axagqYCj9+D9cGdKk"
)
