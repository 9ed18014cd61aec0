from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "sample_shop_shop" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(60) NOT NULL,
    "code" VARCHAR(20) UNIQUE
);
        CREATE TABLE IF NOT EXISTS "sample_shop_order" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(60) NOT NULL,
    "notes" TEXT NOT NULL,
    "stage" VARCHAR(10) NOT NULL,
    "currency" VARCHAR(3) NOT NULL,
    "total" BIGINT NOT NULL,
    "weight" DECIMAL(12,3) NOT NULL,
    "rush" BOOL NOT NULL,
    "due_on" DATE,
    "shipped_at" TIMESTAMPTZ,
    "margin" INT NOT NULL,
    "email" VARCHAR(200) NOT NULL,
    "pin" VARCHAR(20) NOT NULL,
    "owner_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "shop_id" BIGINT REFERENCES "sample_shop_shop" ("id") ON DELETE RESTRICT
);
COMMENT ON COLUMN "sample_shop_order"."stage" IS 'DRAFT: draft\nOPEN: open\nCLOSED: closed';
        CREATE TABLE IF NOT EXISTS "sample_shop_order_line" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "text" VARCHAR(100) NOT NULL,
    "quantity" DECIMAL(10,2) NOT NULL,
    "price" BIGINT NOT NULL,
    "order_id" BIGINT NOT NULL REFERENCES "sample_shop_order" ("id") ON DELETE RESTRICT
);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "sample_shop_order_line";
        DROP TABLE IF EXISTS "sample_shop_order";
        DROP TABLE IF EXISTS "sample_shop_shop";"""


MODELS_STATE = (
    "eJztmm1v2zYQgP+KoU8pkAW2nCZZUAywHac1FtuFo3Zd10GgJVomIpGKRDUxivz3kZSpd2"
    "lWFjuzq0+JjzyJfO50vCP5Q/GB49pQ95fEPZl6JvSUy9YPBQMHsn8KWo9bCnDdTBuXUjC3"
    "szo6iXTmPvWAQVmHBbB9yEQm9A0PuRQRzKQ4sG0uJAbriLAViwKM7gOoU2JBuhTj++tvJk"
    "bYhI/Qlz/dO32BoG2mho9M/m4h1+nKFbI+skaYXou+/IVz3SB24OC4v7uiS4IjBYQpl1oQ"
    "Qw9QyN9AvYDPgA9wPWs5qXCwcZdwlAkdEy5AYNPEjOd6LFN0fTLV9NuhputKDUYGwZwvG6"
    "ovAFh8CL/8qqrd7rna7p5dvD09P3970b5gfcV4803nT+FgYlrhowSz0fvRROMDIsyIoZm5"
    "4EnoAApCLWGMmL4HvyOfjzxng1IDJFX+3QwSepUdpCA2ROx/knpnu2ZQO6fnpxfds9OIfi"
    "Spgi4Bx0AND/KZ64DmkV6xFoocWMw1rZkha65VT+Q/2+KsvFsE2OAUW1YA8CM6MWxi3J1g"
    "8vCbsiUbVADWRuPhrdYbf+SPd3z/3hYge9qQt6hCuspIj87epD+D6CGtP0bahxb/2fo6nQ"
    "wFZ+JTyxNvjPtpXxU+JhBQorOJ68BMwpJiKUrZP3DNZ9o/rdnYfz/tL7/i+Uqvu7LlVJ8V"
    "XddrWC2jH8gyF1tB/M3BHyyBV4xe9s8QZxPZ1ne2TeQOeNRtiC26ZD/P2hU0P/dmgw+92d"
    "FZO/PJTNYtqmjKwCWUPSJHV4OPJY4dKewOr/IasWr4RUuFKQnxaNz78iYVqm6mk/eyewL6"
    "4Gbaz8D2KbBKXHmIA0cAH7ERAmzAHPhIeYfgTQ8saE36ytWsd61dtoTuNzz9OJxctogL8T"
    "fMkNwOry5bbBXyYehaNT+AziYfQKf8A+jkPgAj8DyIjVWdCJPU2aE1BpM/t/UlpCl3N4Dc"
    "LWXczSKmhAK73vIZqeyuKGkf1KL5AJG1LEpboYEcYBdTj5WyGWuodbLW3pqHt18h0l8NB6"
    "Nx7+aoox6HPs3COqIw6eunuajhBf6ywKMJsSHAJaX2WiWDds50tsUzkuyWaH86vUmtnf1R"
    "dnH8NO4PWaDO8M67sRlAvWhDg1dfxZhjjaqqa/9y7yoPZrVSNtNYItd9VuWa1nyBynV/OO"
    "5dfeoAz0J1tvtihYNZV19ssw86ABVkKeVZYKRwAJVQOv9T25uk2axXaQ4o2tJ83SJPLafr"
    "FvrpIbDdCG0F2SxY8sBg1N6gSmo1e1PPTbPFoVtd9Amlhnwd8vzccXFXePYlT0XTVrgmHi"
    "tp8O9wldtbyQaWxMHr7fpZ+2WGJ+lmUhoP0QMP0WFt0vvY/E1owzD5nrF0ZDYaaEo+uPwX"
    "sOuDh08+3CRy7ynTZDAtgcp9dw6MuwfgmXrKiXkLUUlGEvXNNzmqk5UADCyBh8+Djzp3ke"
    "AGYahUXjUQPY7rXzfQbanY3Dn46e4cUPhYUGKWp3Wy/wEeznQ2ypo7FVlzJ58137PwSREt"
    "2J6u3MlLqr3SXl7nNffy2sfqxnt5roeMglOZqhgSqRxMGb3jvDlcOGrXLAmt3ZE/iBhekT"
    "pHdwZfIneOLi3umSU2zvQSLvj/y/RE5VKW5MmypkZ+JxubzO7ny+ya26TNbdJ0RtfcJmxu"
    "kzb2b26T7uEy19wm3cltUoOYteDK/s+Cm3Xn183ZtnDIl6vZdllZPP0D8s5MvA=="
)
