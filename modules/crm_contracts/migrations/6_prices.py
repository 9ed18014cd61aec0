"""Product lines, units, rates of tax, price lists, discount limits and quotations.

No two prices of a list, a product and a quantity hold on the same day: by EXCLUDE over ranges, without an extension.
"""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_contracts_price_list" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "standard" BOOL NOT NULL,
    "active" BOOL NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE
);
COMMENT ON TABLE "crm_contracts_price_list" IS '价格表. At most one standard list for each currency (migration 6).';
        CREATE TABLE IF NOT EXISTS "crm_contracts_product_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(100) NOT NULL UNIQUE,
    "name_zh" VARCHAR(100) NOT NULL,
    "active" BOOL NOT NULL,
    "parent_id" BIGINT REFERENCES "crm_contracts_product_line" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_parent__abf1f8" ON "crm_contracts_product_line" ("parent_id");
COMMENT ON TABLE "crm_contracts_product_line" IS '产品线';
        CREATE TABLE IF NOT EXISTS "crm_contracts_tax_rate" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(60) NOT NULL UNIQUE,
    "name_zh" VARCHAR(60) NOT NULL,
    "percent" DECIMAL(5,2) NOT NULL,
    "category" VARCHAR(2) NOT NULL,
    "active" BOOL NOT NULL
);
COMMENT ON COLUMN "crm_contracts_tax_rate"."category" IS 'STANDARD: S\nZERO: Z\nEXEMPT: E\nREVERSE_CHARGE: AE\nINTRA_COMMUNITY: K\nEXPORT: G\nOUT_OF_SCOPE: O';
COMMENT ON TABLE "crm_contracts_tax_rate" IS 'A rate that lines may have. They hold the percentage itself, and keep it.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_unit" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(20) NOT NULL UNIQUE,
    "name_zh" VARCHAR(20) NOT NULL,
    "code" VARCHAR(3) NOT NULL,
    "active" BOOL NOT NULL
);
COMMENT ON TABLE "crm_contracts_unit" IS 'A unit that forms propose. Documents hold its name as a text, and keep it.';
        CREATE TABLE IF NOT EXISTS "crm_contracts_discount_limit" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "percent" DECIMAL(5,2) NOT NULL,
    "line_id" BIGINT REFERENCES "crm_contracts_product_line" ("id") ON DELETE RESTRICT,
    "role_id" BIGINT NOT NULL REFERENCES "guanxi_role" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_role_id_6106a3" ON "crm_contracts_discount_limit" ("role_id", "id");
COMMENT ON TABLE "crm_contracts_discount_limit" IS 'How much less than the list price users of a role may confirm: of a product line, or of all that has no limit';
        CREATE TABLE IF NOT EXISTS "crm_contracts_price" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "from_quantity" DECIMAL(14,4) NOT NULL,
    "unit_price" BIGINT NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "valid_from" DATE,
    "valid_until" DATE,
    "price_list_id" BIGINT NOT NULL REFERENCES "crm_contracts_price_list" ("id") ON DELETE RESTRICT,
    "product_id" BIGINT NOT NULL REFERENCES "crm_contracts_product" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_product_baec3c" ON "crm_contracts_price" ("product_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_price_l_d0d9d3" ON "crm_contracts_price" ("price_list_id", "id");
COMMENT ON TABLE "crm_contracts_price" IS 'What a product costs from a quantity on, on some days. No two of them hold at once (migration 6).';
        CREATE TABLE IF NOT EXISTS "crm_contracts_price_assignment" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "currency" VARCHAR(3) NOT NULL,
    "customer_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "price_list_id" BIGINT NOT NULL REFERENCES "crm_contracts_price_list" ("id") ON DELETE RESTRICT,
    "value_class_id" BIGINT REFERENCES "crm_core_term" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_contrac_custome_5be276" UNIQUE ("customer_id", "currency"),
    CONSTRAINT "uid_crm_contrac_value_c_2cdc6d" UNIQUE ("value_class_id", "currency")
);
CREATE INDEX IF NOT EXISTS "idx_crm_contrac_price_l_687396" ON "crm_contracts_price_assignment" ("price_list_id", "id");
COMMENT ON TABLE "crm_contracts_price_assignment" IS 'Who buys by a list: a customer, or all of a value class; one list each for a currency.';
        ALTER TABLE "crm_contracts_contract" ADD "price_list_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "accepted_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "quoted_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "quoted_until" DATE;
        ALTER TABLE "crm_contracts_line" ADD "list_price" BIGINT;
        ALTER TABLE "crm_contracts_product" ADD "line_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_3d84e367" FOREIGN KEY ("price_list_id") REFERENCES "crm_contracts_price_list" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_price_l_e8c3cf" ON "crm_contracts_contract" ("price_list_id");
        ALTER TABLE "crm_contracts_product" ADD CONSTRAINT "fk_crm_cont_crm_cont_03c5caec" FOREIGN KEY ("line_id") REFERENCES "crm_contracts_product_line" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_line_id_0928a7" ON "crm_contracts_product" ("line_id", "id");

        CREATE FUNCTION crm_contracts_discount(list_price bigint, unit_price bigint, discount numeric) RETURNS numeric
        LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
            SELECT CASE WHEN list_price > 0 THEN GREATEST(100 - unit_price * (100 - discount) / list_price, 0)
                ELSE discount END
        $$;
        COMMENT ON FUNCTION crm_contracts_discount IS
            'Percent that a line costs less than its list price: by its discount, and by a price that somebody typed.';
        ALTER TABLE crm_contracts_price_list
            ADD CONSTRAINT crm_contracts_price_list_days CHECK (valid_until >= valid_from);
        CREATE UNIQUE INDEX crm_contracts_price_list_standard ON crm_contracts_price_list (currency) WHERE standard;
        ALTER TABLE crm_contracts_price
            ADD CONSTRAINT crm_contracts_price_days CHECK (valid_until >= valid_from),
            ADD CONSTRAINT crm_contracts_price_values CHECK (
                from_quantity >= 0 AND unit_price BETWEEN 0 AND 1000000000000000),
            ADD CONSTRAINT crm_contracts_price_apart EXCLUDE USING gist (
                int8range(price_list_id, price_list_id, '[]') WITH &&, int8range(product_id, product_id, '[]') WITH &&,
                numrange(from_quantity, from_quantity, '[]') WITH &&, daterange(valid_from, valid_until, '[]') WITH &&);
        CREATE INDEX crm_contracts_price_found ON crm_contracts_price (product_id, price_list_id, from_quantity);
        ALTER TABLE crm_contracts_price_assignment
            ADD CONSTRAINT crm_contracts_price_assignment_one CHECK (num_nonnulls(customer_id, value_class_id) = 1);
        ALTER TABLE crm_contracts_tax_rate
            ADD CONSTRAINT crm_contracts_tax_rate_percent CHECK (percent BETWEEN 0 AND 100);
        ALTER TABLE crm_contracts_discount_limit
            ADD CONSTRAINT crm_contracts_discount_limit_percent CHECK (percent BETWEEN 0 AND 100),
            ADD CONSTRAINT crm_contracts_discount_limit_one UNIQUE NULLS NOT DISTINCT (role_id, line_id);
        CREATE INDEX crm_contracts_contract_quoted ON crm_contracts_contract (customer_id) WHERE quoted_on IS NOT NULL;
    """


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_contracts_discount;
        DROP INDEX IF EXISTS "idx_crm_contrac_line_id_0928a7";
        ALTER TABLE "crm_contracts_product" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_03c5caec";
        DROP INDEX IF EXISTS "idx_crm_contrac_price_l_e8c3cf";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_3d84e367";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_list_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "accepted_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "quoted_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "quoted_until";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "list_price";
        ALTER TABLE "crm_contracts_product" DROP COLUMN "line_id";
        DROP TABLE IF EXISTS "crm_contracts_price_assignment";
        DROP TABLE IF EXISTS "crm_contracts_price";
        DROP TABLE IF EXISTS "crm_contracts_discount_limit";
        DROP TABLE IF EXISTS "crm_contracts_unit";
        DROP TABLE IF EXISTS "crm_contracts_tax_rate";
        DROP TABLE IF EXISTS "crm_contracts_product_line";
        DROP TABLE IF EXISTS "crm_contracts_price_list";
    """


MODELS_STATE = (
    "eJztXWtz4jiz/isqvryzVWwqIZfJmz11qhjCzuTdDOQQZmZ3hy1GMQr4xMisL8mwe/a/H8"
    "kXkG8gOQaM6U8JtlqGp2Wp++lW6++aZk2HmkkdC2uOffRONwydju8s88Eg09oV+rtG8ZSw"
    "f1Y3rKMans0Szfh1B7MWiTvDB7+D4Uzo4cH2brLGj9iwCbs0IrZm6TNHNynvooksormWxQ"
    "QRkybImWAHaaZrjBA1HfRAkDbB1piMjtCNg16w7tg/IWwYyHQmxLLR2EQmPeIPG5kaexrr"
    "qOB+Xar/6ZKhY44Jv8V6//oHu6zTEflObP7xa812sEN4Y31UYze/1kJYhuxC2mX+nfi9P3"
    "hXs6fho06MUUQ7vqB3fejMZ961d/r4hjo/e235L35g8BvulC7bz+bOxKQLAZ06/OqYUGKx"
    "b8if4Fgu1wN1DSPQY6ga/4cum/i/UJAZkUfsGlybXNr/AstrteGw0+0P79v94bCW0HQoIS"
    "gpuMQw4aOEfVXbA2DMv8KP/240Tk/fNo5PLy7Pz96+Pb88vmRtve+bvPX2H//LLNHyu/Iw"
    "u3l/0+nzL2Qy5P2Byy/848lgB/tSniKX6FvkWbf5N0/oIFMBosh6NYSgr9JDeGGpiOVbFK"
    "J+slk1NE7O3p5dnl6cLdBfXFkFegiwONkQ/suH2ElCes3uOPqUpOMalYwhOwpEj8J/NoVz"
    "7b8eXapxFNHYxfS7fqQZpvZ0RM2X/65tSAcrAO7ffGzf95sf73j3U9v+0/CAbPbb/E7Duz"
    "qPXX1z8UP0NVh0gr7c9D8g/hH93u20PZxN2xlb3hOX7fq/1/h3wq5jDtkPH+KRCFZ4ObwU"
    "0b87G+XUf1QS9L+f+g/f4of5UHVlS4jmml2DNUxJ6RVZ5pZa4GZHEvwWs4TSoQ/bxxBnP2"
    "Rj79mmXqbaFH8fGoSOnQn7eHp8vALMz81e60Oz94a1ir0yneBWw78XRZeNUzvNZOD4tqk7"
    "9TC+Yd8KU42k2A+h9PbQVh/gtU53yOaCXp8Jm0P2UyxnQO/avZvu9RWaEUs3RwPa/Nj91G"
    "Et8NR0/ZdTVT8nDQn1nDQytcNvRZWzMNHz6GYhvMUXwZwRqvgy1Lp37c4V4pID2rptN3tt"
    "phUGDrbIKI8aLiW0cJmphMu4DmJekcISEBXcnnlduRUg4YHm04MgDcpQUgZ3+B+fUp3OEN"
    "2kTn42LaKP6S9knpinYvBHSZ2W0OOeaeSfcOyFV5c2nIVfFoRJfGpgUIyIQRwPjB4zW3s3"
    "rX4t+xUoHuvboNeq4y1MARmg86H+gLWnF2yNhpExz++YDTN2ZdE2eWvamMavYIrHHkz89/"
    "BvH1OHR+/VsgnPoEFdmejUloIS/KZvEyHzEeFUTvIF22isPxOKTNdBj6aFAiKVmU8ztpCP"
    "fjSpMa8jkwnwuwRrE18c0xHyDLA0+nNbj01hR78m3zD/2/jmos95CvQpUKClpEAjOkvogX"
    "M26VqIy61ibPZ3nkzDmRMtMXMrAIO9TzkgDKQOGsClCyk/DyxlwDbN7Sj86WLq6M48ZdwS"
    "TZ9iIx17USw+cH25o0B+/zi7VSO33br52Lx90ziun3n+sP2nofv2UOgnnyX4IoiJHDgnDr"
    "546X1xcBIr7SSG/MgKN1GgUFQdRVF0nauYrQOZBBTNtR1zSqxYvonFhteLPQw/mi800SSR"
    "usJWbyN6wXT81VoQsdjP84MV4UVmrMYv2ewNYYtU9OLM0jXCxoXtQP7Lrq09yH9ZpwbIfw"
    "FbD/JfQP+Q/7LHy9xSC9SdPhArCX92BsxSIlfoP476bk2LWAqMVAbMigSYOJ+xsBxlwV0I"
    "lDnjJSe8DakMo8aKDKNGMsNo75JYRhZ+dBTXh9p1r/lz/wp5sgN60xn22p9v2l+ukE6H3M"
    "okLwPavLvrdT/z9BbmlFnmMxkN6H2bJx3ZhDKp+5v3HX7X90FY+1b/5nObtWZr2DNh9z/d"
    "37U7114T1+YBL96q/evdjZczQ77PdItf6bd7H286bAVhFx1iTXXKIRrQXrvT/sIvei4Wv9"
    "Jqdlrt21sv44bjbxj5cm6KT33i0T9CtRQqN/vVFGUq+Haeysx92VNfYuYLXWT5VX0hsj1f"
    "6bhSa7ntPuSAXZQC5PMh7+DvimPdFwC88+E9J9gyUmbvVZAvZQD1nPOLyHLKRu4jQq8M3J"
    "fMY1OL2wt0sCx2gsghI7e0MhXxSwgeMooLo171BY7JHTKGf7qm+iiMCAF6Q5c6eoqNuhbA"
    "hdwhY4g1jczUx2BM7JAR5GyI6hS4FDlo5MTotTR2otAhozfD8ykfR1PCMEgJeMhRlslets"
    "hdPmD6NGQAUPvRjwCocJjvmp1fhv1es3P/c7t3hSJ9DWjz9uau+dsVwobOfuKAfmm3PjT7"
    "V+iFaBPsDGjrQ7v1yxXSJkR74szi/QdOKtqTPHxiQ46HXkFDx9kunT6busa/QU61RjrYok"
    "bFhBwVZba6HabKFlNQ2ANTyqf7fvcj122Ye5NHOQVvsDQwHbt4nDtEIMpvUS9/TYatjqpS"
    "fv/AhK6QJzugfN8r3/X6rttn78qD6eR6V84l1HGeqY7zuDpM1xryFQE7pqXEvicEK7cB/0"
    "QqPHayIjx2kgyPOROi50Q8RRQwl8KcWFM7iXSffM8ig0OBCuC7KkOl/atHMS6SU0IU33xs"
    "/uoBvEhQue123ofNBdRbt913aWAPSYpJugbvQAYgV4YcU0pSwh3ZeC8EAOx8YCuOb1EGIF"
    "eGfIYtRycpM/h/7rudjO2JS5G4i6trDvo/xLO7K+XgcixWIx8HuR5NIeQdxJHXDOzaZPhM"
    "LJ42raSBFFHQRH5NsG/kejxDAGhSFZlx1jTRHUZcj19hKxac8c4A0R/nQ8d8SpvPsy3xuF"
    "zl8i5l8rtOs/O7TlPyuyKbfxQyi6OCsHswd7LAyMIvVBl/UQqSuvNiL+5qk8delALs82If"
    "3c2npICEKGghrxaW2zyVNBARA/RzJ4oRbChjLwgB8rkTUcl0ZjCMlNGPCYIGXq2BwP3Jr4"
    "loB6CR3BphMupaWAoB8irIr6ogIoSFo5pQLR5ikaOW0NmeOWTSNUOizqhEIU/PhH8NvMFO"
    "5k+2FLAlG+SyuIqOjgSoHjavHrLx6in9oNdqQixMnxIIe15/8RB3FjuVqwmySJZIoOw7N8"
    "XDXF2AI+6gBMJLB744lO94n7f7HLRYC3OC95CZlAMruTig+0KP1cQ55uMpoJwdBnot2p+X"
    "HVcc9Kg7JwE+J0SKA/ye7HGB0bUoC+RRmavqeUUO11fWC2shKlbXCwszyhRh521/Qs6EIN"
    "/ntdGjZU7RNzaWJqY1NOk3ZFKELeK1CSqhI1ubkJFrkHgVdZOyhzyRmYMe5ugbL4Nkf0ur"
    "wb6lp0rVB0w/j3JmmSNXg0p8O+dvsivxiV8+oYbsKHpMrAKJUVs4wIv90BRbNhvksH3l0C"
    "1+z0gZyonnQ/xkU5Cv2lAVlBM/OVMoJ85H49DzLtTm66gclIvIx7t7Dl0O9KNywL7nzsDR"
    "bS39qIiVE4wotqMJ5vjo+HiHc8x5vSE9xThskbBSeYiVIItiOwL5Yn9A3pcjT6o1f/uOFq"
    "Fp87fsAa5iD1u0CalJieLYrnW6nTZTAJMc0Gu+FXnk70Nu/8J3IZOnAf3Y7fCtlFPmOU4G"
    "9H8+NXt9vtuVWWSWw/cw/9Zuso+8zlTc9ZWxMAve+MoeQqznNAbpns0qRravKshVpmj5ae"
    "PtxeJd4R9WvR33bHq6Tb4OARuR910QxLf4IuDRs/BtpN+F5vVnXrvzCgXyA9rs9djovmdX"
    "2AuNLXtAP90337MWrh3sjt7xeH+0CBn6x4SlxLhWj/m4bGVWjCLGvYZnaitvIACGe96FV6"
    "ea4Y5I2gF5q2xKUWxXhvu+MAPBeYLKYzsqB0M87xBfEP4pYzy7iJUodMilhAxsq5awEkQO"
    "GTlKvjvBSp9EL/Otj0lVxjwo7iwf7wBo1m5ime54ojIwU0QPfoCOXKL4esfEDhnBYEAp2q"
    "xLocq83Vte0h94AD4Vd9M0CKbpwAtSMeAfmNimkF9c2e5ofdft3vKeF1v1393E61F8+viu"
    "3XtzEjNk02pxm7OZMtqCFKCtgHYsWURhXokKwn7yV+yrXSTmKGkgKgceW1F7eYTk762nk5"
    "ftjZDe0BOdDaQyyr3RWxzKd8sO92vUyyeTi+97mZNB+76C1iWDhhuFFJNBw11LGz1mGTIk"
    "S5khCWcVw1nFEZzhrFo4qxj0D2cV7+MyJ3CjeKp0mG7Yvph8ixIVzNtI2Wr+d/hXCne/Gu"
    "BApHIJ/xvB2D9rV5G0WwptkbMLB/deUXYJvmKnfp7nkxsGr4Vay3bzxFZ1ZS9Pj0lL7Pzj"
    "tYr5Tjq+wy44TQbNDEyvEEaPOhsPyE+drSPTYpfsCd+Ox9q/TLDjCYmNbMTG7TNJ2+u3se"
    "fk3N0HvmopfVWGDUlJUs1edBYCsOTILDnqsWQII/NLM2JpRHnzjCD16hS8PYIP9nSUevaF"
    "QCYE0vZCI8UG0nZq/YeBtmzLXwjFKVr9QlRwo+GdrwsKJSyPwQt4gE1dhilllU0N8R+I/0"
    "RwBv4f4j+gf4j/7OMyJ5rKI6X4T9i+cvGfMxme6CybJkp647sNre16NMcqPcmVelpV6yk9"
    "uKZ26pcgUjmmcyMYQ62yjdUqg0JaO133/CIqSqd3izIVnKRPJUb4aXahQ6jitAvGH5Iftr"
    "VfSaDp5CdrQQh8lILY/bAkc6GbN8Ly0PulD1luXxiGZeT1Y4eLrN+/sTyFRJHlp0vBtWk9"
    "7WdizZEvgRyeQfOCbUTYVTRm8ydFpuvUkW3696iJxniGdIqwV67sXzayiaUT9sfBcxu5lH"
    "yfGUxHZJTM7Nnso2SCEhPTGC0O8AkjE6w7fyEO668F8EGMAmIUEKOAGEXlOWqIURy2/iFG"
    "UQauZmm0SfO8C4nKxSlO5U6kWHEgRZxDCI27KLirq3uGMlXKWSuisOfCYk6O1PXlbBfCZS"
    "YXa9e95pfOFfIOSuQVa9vXvGAtGQ1or93/1OvwzxZxXIvya5+7N+zzs+nPgTuuZ8umZFvt"
    "gJulROUiGudS8aLzFfGi82S8aKe5sLBYsisRR14e/4gYoF8QVemj+hqy8iAOj44MPokKPj"
    "vN795TjPcgvbs5m1kmPyYhmwBeNKkrU79YFF1L/n7hRKtJCbL4IYnYfrLRo2l5V8Iuj1Bz"
    "8b9PzGrmlNiIY+I15twaeUFj4tiIsn+YsJ3kfjf6JNjXuW+rSR34XeB3gd8Dfhf0D/zuto"
    "3JHR2KxgwfJVImaF9mmiwnKbORcgW2Q1KOZFlN8IYyQPAeHMH7pXnTv+m8v0IvWHcYrAN6"
    "1+5ce1dmhI68K827u173M6d6fbfKp3//0271ffr3f4nm8GvXve7dHb80shZV0ndMAmPb1s"
    "eUn45hqkw6MbEya7BMGwh4zu4ol4UVlSzAwirZWlspO8qcTlMLu6zaSLYQgdCKTGglmGjV"
    "qf2YINipee1UbD/l8xVigqCB/LtVodTOjlUQLss5XoOEKLwIuV1m01DfjCIIAfIFRXih1F"
    "TBschW877VvG7XUm0fiKSvQTZm60nE0vmkUACsvaCbasIqzJwSkIbmHozWdaM1ahdLQLs0"
    "IQDcNeAmrK0yp3z0XA/qdWkfvYD5z5n6MQwjB+vzP8JV2EaOiV4mujZB2DD85AvdQfxr2p"
    "z7NPi2uxdM+VUbhQ/iCRteOoe/X89rTE1nwvSKdD+/g/WWzAXZ2lPhGKoSm5t1BCkg69QA"
    "KSCQAgApIKB/SAHZ42WuLLXySrS974ATQDZsMRSR/QFVwzZdNWyqU33qTtUmYkEIpuDcgR"
    "3d1tKPD1lZr00Ug+NZrqBYWymKtUGyxK6nk51EKEu3VO4Eei6jDL0gBIO+oOCwh2BCC68N"
    "DPeDXvdLIbJhC2Ecli56WbbpZUPhSwi2Fxls32l87Zp9oTEOAMiKrgmN6sqxtVFUeG1g7W"
    "fLnAZH0Vq2w+Nc/IOB2f8jPK+jb0GH5BvyI5i2f3rtN5eNpW+I+RrGCL0ZuOcP+GTgXjTe"
    "/nvgnhFyOnDfnh1f/JCMqW3jgTLbrMPHBKOFuUy6wc8E/YNX2uTPgv3XZVjO6xB8g+AbBF"
    "8g+Ab6h+Dbti3P3fAFj8xCUjzPXBB55YHmJfWpUjnf5InmCytOATtR5qDBi1nEKhtJIoJA"
    "FeZ+9QW/Qx5+QQigL4ordO1tMi5lU4Es5SIMPalscX+eAFzXJ4tHZtQyUlktAzPt11YcDu"
    "M3qCtTWNpScC191UQO+R4U4XPIdGYw0Gw0cx1+HMvD3MvH5mekXqFvf/+N/J7fDGozPOe7"
    "3Qe1H9A//3xLklTFdat6Aj1QTUA1AdUEVFPVqQagmg5b/0A1lcHfhOPm4bj5zYMLx83vKc"
    "YP5iglt77PXKN0gMP2FUB31Vrb/rUfWWZDDN98bP76Q2Spve123ofNBcxbt913KVCnDufV"
    "aFdnOG8b8GdiKTp0gsT2/LnjzdobxflzE0zHJM2SW5VNL0hBOr1COj3sXNgk1ImwQAmI1s"
    "/B5LOOb/28nKRy0a5DYZZbS79m6yqF9vxaWxK74sHVUOSiHF5hNvmZdeBnJvyZ533udUCy"
    "sLWy/Gb1bnISDtqwrhDkM/fB0O1JLnY3Lgv87n7yu0s95mB4U4SB483N8fp2nTLLLopVaR"
    "nfcYHahQ1c0C7ERX97pg3ZVJjIOCxjIkw/yA+pZbtmiyZ1Za/MEUXXpsP0JwQ5xJrayHxE"
    "GD0x3fL/wu7q6EV3JugZWzp/ml3nd0Y6l7YRZm19sFNOxSyyY0iJ2ZuJrL7CK4SUGEiJAZ"
    "MZUmJA/wXpH1JiyuAuQd4G5G1A3sbeogv0csUBh7yNGuRt7FEyAeRtHGjeRkj6rc/ciLes"
    "52YJN5m9ITKRkL9RPhcG8jcgf6OCyQT7YmBXCHLI3wAyEvI3druaC1WLQ9tOuYR0VLBKS/"
    "mO60gLlnAxWRxigsCeaUQ2jyM2GsuYyfELmTnXpubyGh61bHct0qyu7Ks9MfHhSJSXqHIS"
    "tkcvE9Mm6GHO65FQwtw95HMxR4inaHAX4AGzBhZ55PkWvLyufx+ZFvIBR5b5Yv8UlOA1CP"
    "IOrwxqmkywPUmrhrLtx8ukiMROrYZMkdL6n5ApApkiYJxDpgjovyD9Q6ZIGRwzngSbBJ+n"
    "MbSpO004ABE1hLJl5qdq9+1O/wrZvKIdvb9532lfs0/MvSEj9rnV7LBPGqZxc1Em6+FSIu"
    "fhMjPj4TKe72AwE9Nlpn1ebYjypdbI7x+GLQb7XxP2Z0Db7F9CB/Rdt//hCj2YDNocujiX"
    "0MV5pi7O47rYk/j8HoUb7AlunF+kj+10RJcSmxrNu6vUdHEmMV4vzjIHLL8Vw1f/K2XmyB"
    "yuYXMYq5A9uTKz71xmZmWtsjP7zhOza4z0ULD7ooJVGrw73tAXAFscGdwSetwzjUhv6ouO"
    "xjKSwfcEG7VsEti7XVcmf+1QTILznema41qE77PjbKlmTmeYzv9lI96JdwTayYU2cN9icv"
    "yDz79S8kJsp470R0RNBzn4iVCEX/ixamOT2Ij5295Zarod2PHoMTiNjbJ7acTvTr7DevYX"
    "iN5SEr1ltFR3aAEUb6oC8QvEHxB/uyb+LDI1n3O9hVHJAt7Ckulj39+1cmWQ3605YeUu5w"
    "ErM/nzVa7xPCj5EIr7h6JgZhNy805jKzv7CUeoYyLnxYw15acxG3iWNCyL6zZHpgBzwyyG"
    "Aj/rF+zIctqRCw2lzq8ZpqQodNAH+RE6UgVPEHkldPuzIqUgx2wkOw24bAdmKVGBvZyxwJ"
    "DU1uTzFVuTz5Nbk8GDOTyrCgjsna+2QGAfHIH9ycbjVd6Df1/de3AXcmu9hy/cpn/BNmL+"
    "xsg34g2dEs4BYzTC858QezYzPX40qTHnNeMsi2hsrPB8YMoPwNSfCfqTTbOO7vA04TdTfc"
    "wGE598z35IehWbf1x6WfNwLPCH8VYWeSQW4W9KfINsatZyHX3lB6mOAvsrvOT7QEPIay6t"
    "mwJ5zZDXDMYh5DWD/iG8sffLnJBNG5gxshRI2L5yBMipFAFyuoIAOU0SIIKlJ0vOCSIHzW"
    "sGpnlK7Y1roulTbKTDJ4rF8fPljgL5iiHYbt18bN6+OTmrn8XqJYknmsYZ0NB3UZgBIkIV"
    "TOQ4achMBKxV5kTg3YsVNtENg73XzsQy3fFEZT5ISh4yZ5++E39lSbVQZIsF1RZX9qqiWq"
    "xSYMBHqBlmohgYZXmNMuDNy6MCbvDm14MgDcqAIEbpgxiZr0DxWN8GvVYdb2EKkAHdW0EL"
    "RHvR334tvNIwixZHGSNz17qtmS5lw32qryo0FG1XV47UjQJ5Nt7CDtaG7D6YL2jqahNkEN"
    "vmSXnU2/hh6LaDZpauER5cs4LkPYvZ2GiK5zw171G3plf+5ZlljlzN8YJvdV75h181DD/F"
    "b4JtRE20+EqRCN5Wnz6g7A4vO2S+yO47+VrjD4WKQ2WwBuoQmYPIHERmIDIH+ofI3LZt0d"
    "0wEDNiaUHRSIX4hyB1iOGP83pDOvqRi9l5LaEDQ5ubX0u7Wh55QQiotKKoNA7qa8iGYH3t"
    "Bd3smQpkSQZh6ElQOMXSZXe+hyvJlpVsepEFeD1Httu9mZyNqK3Ym+ndr6vvzVzIyWVXL/"
    "kOjZl8tl9MA4dZzHNk0jrPf7bNKS/PPLfFLZXOhEzRxDRGiHVkspEnZjxfZCVYb/qJMixM"
    "8A1iSdQedkNOFgFDU4ZFpg4MDTA04KEDQwP6B4Zm23bmbtxYbgwNc+apJmR3w9bUjnfwuu"
    "XKVWU/y1kazPLjPSoHzEH+jCjX4mm/KQM9O1dYlKlgqvCpzI6B7P0CiWra2NCZc8tmhvRV"
    "PR3jqNQhJwf7SLhsSjXUAVyIHTKCCadafp5NiMJUmz/0E2E8VHQgyoECimLJl2O7SF6X9X"
    "kbdLlnSpGldRNzggR7Hozhwgn0SsMsvvalJdCbNq8Bvea8xXjLej5SfYijXUjw6yZ6cOfe"
    "6YTYy0G84lUIXdsxp8TyUgt5XqGXdMgMBpcgzWDP+AmZNEhZJFiboEfeDoVmbxqpvqnHpF"
    "crCTrmDRa2uEefe50Pvc6jN1PodyDay7RO1YFoB6IdiFYg2kH/QLRv2yQF6rGa1GNoKKqP"
    "8qggjPH8nA9QbyVQg+AXKeshKQuvAzBwe8fAiaTB65C2yFFL6Gy/xr30DuToCigBcIx7eT"
    "XGfWJNq4tvclYtLcPpTSZruM1wwsnFaoYT4Ho+c+Cekce3A/fi8lQbuJeXF5dHqOmgKfOP"
    "PC6Rj6oR+/E+qcj5RI9YDK3mdcnBxXcP5wCWeGWuA+cInCNwTsA5gv6Bc9y2obgbImC3h9"
    "vv1q6I1kOVKox8sqIw8kmyMDL/O/wrpRDqaoADkcoVn94IxsCab5o1D72clEl6VUVaUQyq"
    "0ipUpWUer/6sWv93KbRFrMPpem+hhlx0yEXfPoKJCMCOOb1l6YVVrF6kQIMyr+fnboZFI+"
    "SYPfx24J6faScD9y15eExl55JNpPbaY7b8O3AO2a79EKDb1qkB6DagW4BuA/0D3bbHyxzQ"
    "bUC3VYVuA3Jia+TE0ktRmq4jYjBVF5Wa56Ga1AQUPFyVlycOxTLmM/Xx9x52VvEeYYu6Mu"
    "fhsLnYCkXX8h1NxNv6JzpwlsT2joGY4GdyhPoTMvdLDPKTI4Lax+x38ZMeiPFYR5iO0BMh"
    "M3YhmcRUaM+Qv1Ti6asOhAoQKuBQA6EC+gdCpbpWOhAqKc7+hYyvf5Ht6l8Am7JtgOHokw"
    "0ffaKxXz42rYzUsDZ1pwmfPTpPC/JbHM/3igO6xpayznWzd32F7gf093ave4V+H9D2r222"
    "wF2h9oD22p/bvfv2kOP0vn2Fmuwam0t7zWGr+/Hjp85N/7cr9AsXuev2mMj7Ae1+6g+7Pw"
    "/vW907JtCNe5Uyb0xD4oVpZL4vDWAet8o8lisp5RNdeYyod7uuTMm4VPbM0CbibX3S5NG0"
    "pjY/IYKZkOQIXZuayytu2T5xwk/b5F8SYRth5JDvzlo+psiugZAptaUKhMw6NQAhAw45ED"
    "KgfyBk9niZA0Im6f3I8AWNbL6gAYTMtgHWzJHS2A3bwxayGLSJLWTgu1fXd//n/wEk5Y8p"
)
