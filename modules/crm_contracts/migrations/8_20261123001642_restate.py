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
        ALTER TABLE "crm_contracts_contract" ADD "accepted_on" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "quoted_until" DATE;
        ALTER TABLE "crm_contracts_contract" ADD "price_list_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD "quoted_on" DATE;
        ALTER TABLE "crm_contracts_line" ADD "list_price" BIGINT;
        ALTER TABLE "crm_contracts_product" ADD "line_id" BIGINT;
        ALTER TABLE "crm_contracts_contract" ADD CONSTRAINT "fk_crm_cont_crm_cont_3d84e367" FOREIGN KEY ("price_list_id") REFERENCES "crm_contracts_price_list" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_price_l_e8c3cf" ON "crm_contracts_contract" ("price_list_id");
        ALTER TABLE "crm_contracts_product" ADD CONSTRAINT "fk_crm_cont_crm_cont_03c5caec" FOREIGN KEY ("line_id") REFERENCES "crm_contracts_product_line" ("id") ON DELETE RESTRICT;
        CREATE INDEX IF NOT EXISTS "idx_crm_contrac_line_id_0928a7" ON "crm_contracts_product" ("line_id", "id");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "idx_crm_contrac_line_id_0928a7";
        ALTER TABLE "crm_contracts_product" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_03c5caec";
        DROP INDEX IF EXISTS "idx_crm_contrac_price_l_e8c3cf";
        ALTER TABLE "crm_contracts_contract" DROP CONSTRAINT IF EXISTS "fk_crm_cont_crm_cont_3d84e367";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "accepted_on";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "quoted_until";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "price_list_id";
        ALTER TABLE "crm_contracts_contract" DROP COLUMN "quoted_on";
        ALTER TABLE "crm_contracts_line" DROP COLUMN "list_price";
        ALTER TABLE "crm_contracts_product" DROP COLUMN "line_id";
        DROP TABLE IF EXISTS "crm_contracts_price_assignment";
        DROP TABLE IF EXISTS "crm_contracts_price";
        DROP TABLE IF EXISTS "crm_contracts_discount_limit";
        DROP TABLE IF EXISTS "crm_contracts_unit";
        DROP TABLE IF EXISTS "crm_contracts_tax_rate";
        DROP TABLE IF EXISTS "crm_contracts_product_line";
        DROP TABLE IF EXISTS "crm_contracts_price_list";"""


MODELS_STATE = (
    "eJztXWtz4rjS/isqvpzZKk4qIZfJsm+9VQxhZ3ImgbzAXHaHU4xiBPjEyKwvYbJ79r+/ki"
    "8g30B2DBjTnxJstQxPy1L3063WXxXFmA0VnVoGVizz5J2qaSqdPBj6o0ZmlTr6q0LxjLB/"
    "1jesogqezyPN+HULsxaRO8NHt4PhXOjh0XRussZjrJmEXRoRUzHUuaXqlHfRQAZRbMNggo"
    "hJE2RNsYUU3dZGiOoWeiRImWJjQkYn6NZCC6xa5i8IaxrSrSkxTDTRkU5P+MNGusKexjrK"
    "uV+bqn/YZGjpE8Jvsd6//ZtdVumI/CAm//itYlrYIryxOqqwm98qPixDdiHuMv9O/N6/eV"
    "fzp+FYJdoooB1X0Lk+tF7mzrV36uSWWr86bfkvfmTwa/aMrtrPX6ypTpcCKrX41QmhxGDf"
    "kD/BMmyuB2prmqdHXzXuD101cX+hIDMiY2xrXJtc2v0Cq2uV4bDd6Q97rf5wWIlo2pcQlO"
    "RdYpjwUcK+qukAMOFf4Z8/12rn529rp+dX15cXb99eXp9es7bO943eevu3+2VWaLldOZjd"
    "vr9t9/kX0hny7sDlF/52ZLCFXSlHkSv0DfKsmvybR3SQqABRZLMafNDX6cG/sFLE6i3yUT"
    "/brhpqZxdvL67Pry6W6C+vrAPdB1icbAj/5UNsRSG9YXcsdUbicQ1KhpAdeaIn/j/bwrny"
    "P2ObKhxFNLEx/aGeKJquPJ1QffG/lS3pYA3A/dv7Vq/fuH/g3c9M8w/NAbLRb/E7NefqS+"
    "jqm6ufgq/BshP05bb/AfGP6PdOu+XgrJvWxHCeuGrX/73CvxO2LX3IfvgQj0Sw/Mv+pYD+"
    "7fkoo/6DkqD/w9S//xY/vgzTrmwR0Uyzq7eGpVJ6SZa5lRa42REFv8ksoXjo/fYhxNkP2d"
    "p7tq2XqTLDP4YaoRNryj6en56uAfNzo9v80Oi+Ya1Cr0zbu1Vz7wXRZePUjDMZOL4tas8c"
    "jG/Zt8JUITH2gy+9O7TTD/BKuzNkc0G3z4T1IfsphjWgD63ubeemjubEUPXRgDbuO5/arA"
    "We6bb7cqbVz1lNQj1ntUTt8FtB5SxN9Cy6WQrv8EXQ54SmfBkqnYdWu4645IA271qNbotp"
    "hYGDDTLKooZrCS1cJyrhOqyDkFeUYgkICu7OvC7dChDxQLPpQZAGZaRSBnf4x0+xTqePbl"
    "Qnv+oGUSf0I3mJzFMh+IOkTlPo8cA08rc/9vyrKxvOwIslYRKeGhgUI6IRywGjy8zW7m2z"
    "X0l+BfLH+s7rtex4C1NAAuh8qD9i5WmBjdEwMOb5Hb2mh64s20ZvzWqz8BVM8cSBif8e/u"
    "1D6nDovUoy4ek1qKYmOpWVoAS/6dpESB8jHMtJLrCJJuozoUi3LTTWDeQRqcx8mrOFfPRP"
    "nWovVaQzAX6XYGXqimM6Qo4BFkd/7uqxMezot+gb5n4b11x0OU+BPgUKtJAUaEBnET1wzi"
    "ZeC2G5dYzN4c6TcThzoiVkbnlgsPcpA4Se1FEDuHIh5eeBlQzYppkdhT9sTC3VeokZt0RR"
    "Z1iLx14UCw9cV+7Ekz88zm7dyG01b+8bd29qp9ULxx82/9BU1x7y/eSLCF8EMZEj58TBFy"
    "+8Lw5OYqmdRJ8fWeMmChRKWkdRFN3kKibrQCYBRbFNS58RI5RvYrDhtTCH/kd9QSNNIqkr"
    "bPXWghd0y12tBRGD/Tw3WOFfZMZq+JLJ3hC2SAUvzg1VIWxcmBbkv+zb2oP8l01qgPwXsP"
    "Ug/wX0D/kvB7zMrbRA7dkjMaLwJ2fArCQyhf7DqO/XtAilwEhlwKxJgAnzGUvLURbcpUCR"
    "M14ywluTyjCqrckwqkUzjA4uiWVk4LGVcn2o3HQbv/bryJEd0Nv2sNv6fNv6UkcqHXIrky"
    "wGtPHw0O185uktzCkz9GcyGtBeiycdmYQyqd7t+za/6/ogrH2zf/u5xVqzNeyZsPufeg+t"
    "9o3TxDZ5wIu3an19uHVyZsiPuWrwK/1W9/62zVYQdtEixkylHKIB7bbarS/8ouNi8SvNRr"
    "vZurtzMm44/pqWLecm/9QnHv0jVImhcpNfTVGmhG/nuczclzz1RWY+30WWX9WXIrvzlU5L"
    "tZab9mMG2EUpQD4b8hb+kXKsuwKAdza8Xwg2tJjZex3kKxlAPeP8IrKcspH7gNArA/cF89"
    "jSxe0FOlgWO0HkmJFbWZkp8YsIHjOKS6M+7QsckjtmDP+w9fSjMCAE6A1taqkxNupGAJdy"
    "x4whVhQyTz8GQ2LHjCBnQ9JOgSuRo0ZOjF5LYycKHTN6c/wy4+NoRhgGMQEPOcoy2ssOuc"
    "tHTJ+GDABqjt0IQBoO812j/XHY7zbavV9b3ToK9DWgjbvbh8ZvdYQ1lf3EAf3San5o9Oto"
    "QZQptga0+aHV/FhHypQoT5xZ7H3gpKI5zcIn1uR46DU0dJjtUumzrir8G2RUa6CDHWpUTM"
    "hJo8xmp81U2WQK8ntgSvnU63fuuW793Jssysl5g6WG6cTGk8whAlF+h3r5czpsttMq5fcP"
    "TKiOHNkB5fte+a7Xd50+e1cedSvTu3IpoY7LRHVchtWh28aQrwjY0o1U7HtEsHQb8M+kwm"
    "Nna8JjZ9HwmDUlakbEY0QBcynMiTEzo0j3yY8kMtgXKAG+6zJUWl8dinGZnOKj+Oa+8dUB"
    "eJmgctdpv/ebC6g37zrv4sAekhiTdAPengxAnhpyTCmJCXck470UALCzgZ1yfIsyAHlqyO"
    "fYsFQSM4P/q9dpJ2xPXImEXVxVsdB/Ec/uLpWDy7FYj3wY5GowhZB3EEZe0bBtkuEzMXja"
    "dCoNxIiCJrJrgn0j2+EZPECjqkiMs8aJ7jHievoKWzHnjHcGiDp+GVr6U9x8nmyJh+VKl3"
    "cpk991npzfdR6T3xXY/JMiszgoCLsHMycLjAy8oKnxF6UgqTsr9uKuNnnsRSnAPiv2wd18"
    "qRQQEQUtZNXCaptnKg0ExAD9zIliBGupsReEAPnMiahkNtcYRqnRDwmCBl6tAc/9ya6JYA"
    "egkcwaYTLptbASAuTTIL+ugogQFg5qIm3xEIOcNIXODswhk64ZEnRGJQp5Oib8a+D1djJ/"
    "MqWALdggl8VVdHQkQHWwefWQDVdP6Xu9lhNiYfqUQNjx+vOHuL3cqVxOkEWyRAJl17nJH+"
    "byAhxwByUQXjnw+aH8wPu8O+SgxUaYI7yHzKTsWcn5Ad0XeiwnziEfLwXKyWGg16L9edVx"
    "yUEPunMS4HNCJD/Ae+SAC4xuRFkgj4pcVc8pcri5sp5fCzFldT2/MKNMEXbe9hdkTQlyfV"
    "4TjQ19hr6zsTTVjaFOvyOdImwQp41XCR2ZypSMbI2Eq6jrlD3kicwt9PiCvvMySOb3uBrs"
    "O3qqVH3A+PMo54Y+shWoxLd3/ia5Ep/45SNqSI6ih8RKkBi1gwO82A+NsWWTQfbblw7d/P"
    "eMFKGceDbEz7YF+boNVV458bOLFOXE+WgcOt5Fuvk6KAflIrLx7o5DlwH9oByw75kzcFRT"
    "iT8qYu0EI4rtaYI5PTk93eMcc1mtSU8xFlskjFgeYi3IotieQL46HJAP5ciTcs3frqNFaN"
    "z8LXuAq9jDDm1CqlOScmxX2p12iymASQ7oDd+KPHL3Ibc+8l3I5GlA7zttvpVyxjzH6YD+"
    "36dGt893uzKLzLD4HubfWg32kdeZCru+MhZmzhtf2UOI8RzHIPXYrKIl+6qCXGmKlp/X3l"
    "4t3xX+Yd3b0WPT0130dfDYiKzvgiC+wxcBj56FbyP9LjRuPvPanXXkyQ9oo9tlo7vHrrAX"
    "GhvmgH7qNd6zFrbp7Y7e83gfG4QM3WPCYmJc68d8WLY0K0Ye417B83QrrycAhnvWhVelim"
    "aPSNwBeetsSlFsX4b7oTAD3nmCqcd2UA6GeNYhviT8Y8Z4chErUeiYSwlp2ExbwkoQOWbk"
    "KPlheSt9FL3Etz4kVRrzIL+zfJwDoFm7qaHbk2magRkjevQDdGSTlK93SOyYEfQGVEqbdS"
    "VUmrd7x0v6Iw/Ax+Ku6xrBNB54QSoE/CMT2xbyyyu7Ha3vOp073vNyq/6723A9ik/371rd"
    "N2chQzauFrc+n6dGW5ACtFOgHUoWSTGvBAVhP/kr9tUuE3NSaSAoBx5bXnt5hOTvnaeTF+"
    "2NkN7QE5wNpDLKndGbH8oPqw4Pa9TLJ5OL73uRk0H7roI2JYP6G4VSJoP6u5a2eswyZEgW"
    "MkMSziqGs4oDOMNZtXBWMegfzio+xGVO4EbxLNVhun77fPItClQwbytlq/nf4Z8x3P16gD"
    "2R0iX8bwVj96zdlKTdSmiHnJ0/uA+KsovwFXv18xyfXNN4LdRKspsntqqm9vLUkLTEzj9e"
    "q5jvpOM77LzTZNBcw7SOMBqrbDwgN3W2inSDXTKnfDsea7+YYssREhuZiI3bZxK3129rz8"
    "m4uw981UL6qgwbEpOkmrzoLAVgyZFZctLHkiGMzC/NiaGQ1JtnBKlXp+AdEHywp6PQsy8E"
    "MiGQdhAayTeQtlfr3w+0JVv+QigupdUvRAW3Gt75tqRQ/PIYvIAH2NRFmFLW2dQQ/4H4Tw"
    "Bn4P8h/gP6h/jPIS5zoqk8ShX/8duXLv5zIcMTXSTTRFFvfL+htX2P5lClJ7lST+tqPcUH"
    "19Kd+iWIlI7p3ArGUKtsa7XKoJDWXtc9t4hKqtO7RZkSTtLnEiP8PLnQIVRx2gfjD8kPu9"
    "qvJNB08pO1IAQ+Sk7svl+SOdfNG3556MPShyy3LwzDIvL6ocNFNu/fWJ1CkpLlpyvBjWk9"
    "rWdivCBXAlk8g2aBTUTYVTRh8ydFum1Vkam796iOJniOVIqwU67sHyYyiaES9sfCLyayKf"
    "kx15iOyCia2bPdR8kEJaa6Nloe4ONHJlh37kLs11/z4IMYBcQoIEYBMYrSc9QQozhu/UOM"
    "oghczcpok+Z5lxKli1Ocy51IseZAijCH4Bt3QXDXV/f0ZcqUs5ZHYc+lxRwdqZvL2S6Fi0"
    "wuVm66jS/tOnIOSuQVa1s3vGAtGQ1ot9X/1G3zzwaxbIPya587t+zzs+7OgXuuZ8umZDPd"
    "ATcridJFNC6l4kWXa+JFl9F40V5zYWGxZFcCjrw8/gExQD8nqtJF9TVk5VEcHh0YfBIVfP"
    "aa332gGB9AendjPjd0fkxCMgG8bFJNTf1iUXQj+fuFE606JcjghyRi88lEY91wrvhdnqDG"
    "8n+XmFX0GTERx8RpzLk1skATYpmIsn+YsBnlfrf6JNjXeWirSRX4XeB3gd8Dfhf0D/zuro"
    "3JPR2KxgyfVKSM177INFlGUmYr5QpMi8QcybKe4PVlgOA9OoL3S+O2f9t+X0cLrFoM1gF9"
    "aLVvnCtzQkfOlcbDQ7fzmVO9rlvl0r//ajX7Lv37H6JY/NpNt/PwwC+NjGWV9D2TwNg01Q"
    "nlp2PoaSadkFiRNVikDQQ8Z3eUycIKSuZgYRVsrS2VHaXPZrGFXdZtJFuKQGhFJrTiTbTp"
    "qf2QINipWe1UbD5l8xVCgqCB7LtVodTOnlXgL8sZXoOIKLwImV1mXUu/GUUQAuRzivBCqa"
    "mcY5HNRq/ZuGlVYm0fiKRvQDZk60nE0vmkkAOsXa+bcsIqzJwSkPrmHozWTaM1aBdLQLsy"
    "IQDcDeBGrK0ip3x0bQfqTWkfXY/5z5j6MfQjB5vzP/xV2ESWjhZTVZkirGlu8oVqIf41Tc"
    "59anzb3QJTftVE/oN4woaTzuHu13MaU92aMr0i1c3vYL1Fc0F29lQ4hqrA5mYVQQrIJjVA"
    "CgikAEAKCOgfUkAOeJkrSq28Am3vO+IEkC1bDHlkf0DVsG1XDZupVJ3Zs3QTsSAEU3DmwI"
    "5qKvHHh6yt1yaKwfEsdSjWVohibZAsse/pZC8RysItlXuBnsukhl4QgkGfU3DYQTCihdcG"
    "hvter4elENmwhTAOCxe9LNr0sqXwJQTb8wy27zW+dsO+0AR7ACRF14RG1dSxtVFQeGNg7V"
    "dDn3lH0RqmxeNc/IOG2f8j/FJF370OyXfkRjBN9/Ta7zYbS98R8zW0EXozsC8f8dnAvqq9"
    "/XlgXxByPrDfXpxe/RSNqe3igTLbrP3HeKOFuUyqxs8E/TevtMmfBfuvi7CcVyH4BsE3CL"
    "5A8A30D8G3XVue++ELxsxCSnmeuSDyygPNC+pTxXK+0RPNl1ZcCuxEmaMGL2QRp9lIEhAE"
    "qjDzqy/4HfLwC0IAfV5coW3uknEpmgpkKRdh6Elli7vzBOC6OVk8MKMWkcpqaphpv7LmcB"
    "i3QTU1haWsBDfSVw1kkR9eET6LzOYaA81Ec9vix7E8vjj52PyM1Dr6/tdfyO35zaAyxy98"
    "t/ug8hP6++/vUZIqv27TnkAPVBNQTUA1AdVUdqoBqKbj1j9QTUXwN+G4eThufvvgwnHzB4"
    "rxoz6Kya3vM9coHmC/fQnQXbfWtr72A8usj+Gb+8bXnwJL7V2n/d5vLmDevOu8i4E6djiv"
    "R7s8w3nXgD8TI6VDJ0jszp873a69kZ8/N8V0QuIsuXXZ9IIUpNOnSKeHnQvbhDoSFigA0f"
    "rZm3w28a2fV5NUJtp1KMxyG+nXZF3F0J7fKitiVzy4GopcFMMrTCY/kw78TIQ/8bzPgw5I"
    "5rZWFt+s3k9OwlEb1iWCfG4/aqo5zcTuhmWB3z1MfnelxwwMb4wwcLyZOV7XrkvNsotiZV"
    "rG91ygdmkD57QLcdnfgWlDNhUmMA6LmAjT9/JDKsmu2bJJNbVXZomiG9Nh+lOCLGLMTKSP"
    "EUZPTLf8P7+7Klqo1hQ9Y0PlTzOr/M5I5dImwqytC3bMqZh5dgwpMQczkVXXeIWQEgMpMW"
    "AyQ0oM6D8n/UNKTBHcJcjbgLwNyNs4WHSBXi454JC3UYG8jQNKJoC8jSPN2/BJv82ZG+GW"
    "1cws4TazN0QmEvI3iufCQP4G5G+UMJngUAzsEkEO+RtARkL+xn5Xc6FqsW/bpS4hHRQs01"
    "K+5zrSgiWcTxaHmCBwYBqRzeMIjcYiZnJ8JHPrRldsXsOjkuyuBZpVU/tqT0x8OBLlJaqc"
    "+O3RYqqbBD2+8HoklDB3D7lczAniKRrcBXjErIFBxjzfgpfXde8j3UAu4MjQF+YvXglejS"
    "Dn8EqvpskUm9O4aii7frxMikjo1GrIFCms/wmZIpApAsY5ZIqA/nPSP2SKFMEx40mwUfB5"
    "GkOL2rOIAxBQgy9bZH6q0mu1+3Vk8op2tHf7vt26YZ+Ye0NG7HOz0WafFEzD5qJM1sO1RM"
    "7DdWLGw3U430FjJqbNTPus2hDlC62R3z8Mmwz2P6fsz4C22L+EDui7Tv9DHT3qDNoMuriU"
    "0MVloi4uw7o4kPj8AYUbzCmuXV7Fj+14RFcS2xrN+6vUdHUhMV6vLhIHLL8Vwlf9M2bmSB"
    "yufnMYq5A9uTaz71JmZmWtkjP7LiOz65g9nxhzQ407GDYZ5pDYXtPOCjwThCilFFZ1ULBM"
    "U8Oet0t6wOZHtTeFHg9MI9JbJoOjsYhUe49grZJMsTu3q6mpddMXk2DU56pi2Qbhuxg5F6"
    "3oszmmL/8wEe/EOWDu7EoZ2G8xOf3JZbcpWRDTqiJ1jKhuIQs/EYrwgh9aN9GJiXTqnlSn"
    "mp6XhMbeWXeU3Yuj1ffyHTZz60CjF5JGL6IfsEf7agvLP9DqQKsCrbrvk+rJTH/O9BYGJX"
    "N4Cwumj0N/14qVn/+w4fyah4zH18zlT6+5wS9eQQ1f3D1yBjObkJt3ClvZ2U84QW0dWQs9"
    "1JSfda3hedSwzK/bDHkYzA0zGAr8JGWwI4tpRy41FDu/JpiSotBRH5NI6CgteILIK6E7nB"
    "UpBjlmI5lxwCU7MCuJEuyUDYXdpDZ+X67Z+H0Z3fgNHszxWVVAYO99tQUC++gI7E8mnqzz"
    "Htz76b0Heym30Xv4wm36BTYR8zdGrhGvqZRwDhijEX75BbFnM9PjnzrVXnhFPsMgChsrPN"
    "ua8uNF1WeC/mDTrKVaPAn7zUydsMHEJ9+Ln6JexfYfF1803h8L/GG8lUHGxCD8TQlvP47N"
    "Ca+ib/yY2pFnf/mXXB9oCFnjhXVTIGscssbBOISscdA/hDcOfpkTcpU9M0aWAvHbl44AOZ"
    "ciQM7XECDnUQJEsPRkyTlB5Kh5Tc80j6lsckMUdYa1ePhEsTB+rtyJJ18yBFvN2/vG3Zuz"
    "i+pFqBqVeF5smAH1fZcUM0BAqISJHGc1mYmAtUqcCJx7obIxqqax99qaGro9maaZD6KSx8"
    "zZx9c5WFuwzhfZYbm65ZWDqlcXqsPo8RHpDDNRDIyyrEYZ8ObFUQE3eLPrQZAGZUAQo/BB"
    "jMRXIH+s77xey463MAXIgO6soDmivezvsBZeaZhFi6OIkbkb1VR0m7LhPlPXlXEKtqumjt"
    "SNPHk23vwONobsPugLNLOVKdKIafKkPOps/NBU00JzQ1UID64ZXvKewWxsNMMvPDVvrBqz"
    "unt5bugjW7Gc4FuV11XiVzXNTfGbYhNRHS2/UiCCt9OnDyi7w4s66QvZfSffKvyhUM+pCN"
    "ZAFSJzEJmDyAxE5kD/EJnbtS26HwZiTgyFxNVVWBv/EKSOMfxxWa1JRz8yMTuvJXRgaHPz"
    "a2VXyyMvCAGVlheVxkF9Ddngra9dr5sDU4EsySAMPQkKJ1+67MH1cCXZsoJNL7IAb+bI9r"
    "s3k7MRlTV7M5371fR7M5dyctnVK75DYSaf6RbTwH4W8wvSaZXnP5v6jBe/fjHFLZXWlMzQ"
    "VNdGiHWks5EnZjxfJSVYb/uJMiyM9w1CSdQOdkNOFgFDU4RFpgoMDTA04KEDQwP6B4Zm13"
    "bmftxYbgwNM+apRmT3w9ZUTvfwumXKVWU/y1oZzPLjPSgHzEH2jCjb4Gm/MQM9OVdYlClh"
    "qvC5zI6B5P0CkVrlWFOZc8tmhvhVPR7joNQxJwe7SNhsStXSA7gUO2YEI061/DwbEYWpNn"
    "voJ8B4pNGBKAcKyIslX43tPHld1ued1+WBKUWW1o3MCRLsuTeGcyfQSw2z+NoXlkBvmLwG"
    "9IbTLMMtq9lI9SEOdiHBr+vo0X5xzn7ETg5inVchtE1LnxHDSS3keYVO0iEzGGyCFI094x"
    "ekUy9lkWBlisa8HfLN3jhSfVuPia9W4nXMGyxtcYc+dzofOp0Hb8bQ70C0F2mdqgLRDkQ7"
    "EK1AtIP+gWjftUkK1GM5qUffUEw/yoOCMMazcz5AvRVADYJflFoPUVl4HYCBOzgGTiQNXo"
    "e0QU6aQmeHNe6ldyAHV0AJgEPcy6sx7hNjVl58o7NqYRlOZzLZwG36E04mVtOfADfzmQP7"
    "gozfDuyr63NlYF9fX12foIaFZsw/crhEPqpG7Me7pCLnEx1i0beaNyUH5989nANY4JW5Cp"
    "wjcI7AOQHnCPoHznHXhuJ+iADnbwT8ZL7Rb58P17hfuyJYD1WqMPLZmsLIZ9HCyPzv8M+Y"
    "QqjrAfZESld8eisYA2u+bdbc93JiJul1FWlFMahKm6IqLfN41ee09X9XQjvE2p+uDxZqyE"
    "WHXPTdIxiJAOyZ01uVXljH6gUKNKTm9dzcTb9ohByzh98O7MsL5WxgvyWP41h2LtpEaq89"
    "Zsu/BeeQ7dsPAbptkxqAbgO6Beg20D/QbQe8zAHdBnRbWeg2ICd2Rk6svJRU03VADKbqvF"
    "LzHFSjmoCCh+vy8sShWMR8pj7+0cXWOt7Db1FNzXlYbC42fNGNfEcD8bbuiQ6cJTGdYyCm"
    "+JmcoP6UvLglBvnJEV7tY/a7+EkPRBtXEaYj9ETInF2IJjHl2jPkLxV4+qoCoQKECjjUQK"
    "iA/oFQKa+VDoRKjLN/JePrXyW7+lfApuwaYDj6ZMtHnyjsl090IyE1rEXtWcRnD87TgvwO"
    "x3Mv5YCusKWsfdPo3tRRb0B/b3U7dfT7gLa+ttgCV0etAe22Pre6vdaQ4/S+VUcNdo3Npd"
    "3GsNm5v//Uvu3/VkcfuchDp8tE3g9o51N/2Pl12Gt2HphAJ+xVyrwxNYkXppb4vtSAedwp"
    "81ispJRPdO0xos7tampKxqayZ4Y2EG/rkiZj3ZiZ/IQIZkKSE3SjKzavuGW6xAk/bZN/SY"
    "RNhJFFflgb+Zg8uwZCptCWKhAym9QAhAw45EDIgP6BkDngZQ4Imaj3I8MX1JL5ghoQMrsG"
    "WNFHqcau3x62kIWgjWwhA9/9iHz3JjEsdawq6xMrxFbV1J68EpKWcOgFEe/cRqToszmmL2"
    "ihWlPH254b6jO//0RenOQIRMmCmMztVseI6sxpx0+EIrzAL1XEK2+baOS77HGO/i4eCQRA"
    "oS2jZALAtB//Q+KOAEhecASREq45l1L5qpdr8lUvo/mqqmnacUXekkFeSQDGchhv2kWb7H"
    "nL76Tdpue9n4jWwTnYGzf7btKz1IZfUPTeFT1mP5QYzDCJC04nT5whsRLOnlcXMjkAF8k5"
    "ABeR2hpEMUgMyn3yI8EIW0mUAuB1703raz/wyvhAvrlvfP0p8Nrcddrv/eYC8M27zrsI4N"
    "p4OMNxjv76aiai3A790f1An+MuFgjLHPdiArR8EWj5BTZoppcwIJjDO1gwbZTpTTPITH/O"
    "pOSgJGi5aFouFr/bUycUWzwvMpndXbWppuZ2zYCs1JmGDjFaRSp1OFbdGBGDE67qyHQzph"
    "Y82Uo10RNDlfpULBdioyb++MJX9yhTh8ggrEngxEF+aCGZYeYmQ2WiYtK2+w1wFyj+upXy"
    "Au7YTwHvUqB0+NYuZdgG1io5wn0Z5RvUpBD35nR4X3aHSLOZUzXMlHhXOp+6vTrSbcMc0P"
    "6H1i3/JPSUlvSR4XySKZ/opoQ5VlQrXb1aQaZ043wr8wgbwlb2ge4L7xDrBVYtjlnKof6l"
    "cdu/bb+vI09+QBu9j62bOsLmExkNaK/VateRSQhl/9++b/Nb3Erh925azbtb58qIKLwywC"
    "jL63EtobzrRNVdRzJF+PfO4MKIcuDAFM2BCbmpHMWMfqooCnousp75pJNBx4IY6LfI+mVO"
    "ebaZWsmV1AcNb0/DoxHrLeb0vmRLVRApnaGaf/TXNokxxJPYTeDJGAelSgdzTcofqK3xB2"
    "oxp4RMMaUkgVmQ2Am+Es+E924mqQoz5z/WeZGvpwHlO7kbd3U01w0LawP6qdfq1hEfOwVw"
    "gmeEgRhDY8ppYyVdZGXcdBtfmO81MvCCOV/93x64p8W/aSY361ImbS85aS/KA3EfcJiWzA"
    "yJlW7u2RIXYehPJGYZ/Vev007AeSUSNpFUxUL/RZrcgc6HYxxxLAJ2USTZJ5zXEzJ4eAfh"
    "ZJ9gfEU+YhKUg3PmUwVPIsHKiD6iyshaRdUNM9oG6a56PjDF/O0Pvg21VINjsojFVCPK2B"
    "QeDuotU5SYdTEURpXUPiCvC7cCx0QnJuIJ6O6Bzn7oGVm6E9Gl5Id1gjrU2b+DV7KqifQ5"
    "35dj8coc3GUNL+rbfZJMdNnvIhReXrLb5MdcZZMnd8Uh2FzMYDMUCYEiIUE7GLJRoUgI6B"
    "+ykQ9wmVtpwVItLRXvsBQoxZ6XHfCdB5f/MDLw2Eo5g3GK7de+Q7GNrQHtPPBcB24sD2iz"
    "c/9w1+pzyo3vuOeeUmzGg1Pz8rbLL7nmMLvCZyGPvOO79B0CLwtl97OEWn9OVOrPYZVqmL"
    "Ipf5JZq6J8kV+jyu8fhk2G/Z9T9ofph/3LNfqu0/9QR4+6NS0AfTrCLzF8Xm+GNS1x/fBl"
    "ykQnndfeXi1XCv5h3drQu2/c3UUXAzepY5gF0pAoIBval0+MlM6jILE7ME+3i2RuvqM5xb"
    "XLq1ThkqVE6SIl+QfD+eNSRsIFkdIBfCYXiVoTiEoAeJh+HEclSwd3/uMZMlnLTiYIBHpK"
    "HQclQcuF1nLGZGUCmcoHomGDYDPOTE5eEFcSpVsIt1IhLBSKTEG6BgXL5OHtmHN9IvP08A"
    "tCwHbnlATjD+moJrJmwTSFHg/sXZDNfgnNAwnpL+Hxnh/EH1lv/ukshzfuZVEWXveiJhix"
    "n3mn0qfK+twiv1U1U1oRkx5qvrhERpFbks3Ju3ZTfRaYH7KsamTEs3vwKtmnjrCmedUiZm"
    "ihG0/IKYroZAB5eUyIGY6x1YS39RiZXKJl13x4QLZQMbOFpthMdTqA3750Zy9sgZyEvKGj"
    "dhED81+qKS4sCS5MXoZ0oE5UnvnkXpcHphNZIy88IAOWXrPRazZuWrs19P7+f055W30="
)
