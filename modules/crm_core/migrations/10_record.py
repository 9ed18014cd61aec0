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
    "kind" VARCHAR(8) NOT NULL,
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
    "eJztXW1z2rq2/isavtx2JjvTJn3J4d65MyShKfskoQP05e6yx9tgAd4xEscWoek5/e9Xkl"
    "+Q30B2gBiyvrRB1pLtZ8nS0nqWlv5dG7pTY0hdfNwYMvveZg+1Ovp3jZhTzP/IuHqEauZs"
    "pl4TRcwcODEBw1QFBh5zeQGvMDIdD/MiC3tD154xmxIh1iYYDSlhvBJa2GyCTDSce4xOsV"
    "sXf5uOc8T/v7c9m4k/pqbNC6jL/ySUYWQO6Jwhm6EXF5+7vd9O3r88Fje26JDf2SbjLd5j"
    "Tux/zbHB6BizCXb5nb7/yYttYuEf2BM/v9fC+xi2JfFg4l/+N6/4PfFr7mVUEw3O7oyRjR"
    "0rph+/oiw32MNMlp3b4xZhH2RdgcGAK8SZT8my/uyBTSiJBGwibzTGBLsmw+IOzJ0LLZG5"
    "4wSaDRXnv+6yiv+eioyFR+bcEboW0v4DLMtqhnHb7hndZs8waql+EEooaguKuOJEH+KP6k"
    "kAxuIRfvvHycnp6fuTV6fvzt6+ef/+7dmrM15XPm/60vtf/sMs0fKbkpi1rlq3PfFAlHdU"
    "vyuLgl9SxmSmLyXVuUTfxaKz8CdP6SBXAarIejWEoK/SQ1iwVMTyGwtRf71dNZy8fvP+zd"
    "npuzcR+lHJKtBDgNXhBos3N/yeH4f0kl9h9hRn4xqXTCBrBaLH4R/bwrn2P6M5GQoU0Xhu"
    "kh/28dChw7tjQhf/W9uSDlYA3GvdNLu9xs0n0fzU8/7lSCAbvaa4ciJLHxKlL969jH8GUS"
    "Poa6v3EYmf6I/2bVPiTD02duUdl/V6f9TEM5lzRg3+4oZpqWCFxWFRTP/zmVVS/3FJ0P9+"
    "6j/8igcPRtGZLSVaanQN5rBCSj+QaW6phTv+tmnwLyam2yTzqYS/xR/TJEOcUkMom0Cfv9"
    "S2vrni8NcuGtfXdWnw9cmXVrfVq/tWX5/cNFr8irD8+oS30KxL0y9pSuYoa2r+MBxMxmwi"
    "ptyTFXr40uhcfGx0Xrw+SXxst8GVE3kprpbigyIMhvs8GHrzwd94mKF08SVmK1wRqfIHqD"
    "/+xT6pk1evNL4pXiv3o5LX4l8VX9MNqf8RlBnvFPHdIV4jlOCCn1DtlndTMZwR3CedZuPi"
    "Y/OyjvikOZxgq0/4LNDs8C4rCjn6mPdjJspFi+o1Phwa6vXPt7Ktxvk1b3xOZHvy1UrpV0"
    "u9K7SbVK6FGR/KvbRye/hHjh2hiOxQoU8xHja/9WJDYQjki5vGt5ex4fC6fXsVVleAv7hu"
    "nycAJxxXI3CyGFkLYzFhZQOfIbpq5to/Y26FLsR8k1wKB0gUtoNjcmAElzWCEy67AgqIC+"
    "7OyXNwKlBcofrwK0LQ+YsgL3zMo7tMP2fYpdOa+EBdbI/JP/FDykxKoB8xCRdKY3v2GfwK"
    "O1tYuuwvrrmI3PPJIYCjYGEHM4mDMKQ6rYteLWu03wzAy7b2q69rwxub4jTQFWPCY6ANlq"
    "+fPa1eu6eoKgNnDqRihBiYw7uF6VpGbKgQV+gJTZREddOXpifTZIlJzLFER7yGeOhUh84k"
    "JpXersVLKl/aelqygWbY9ShBJlPYwjS1uKJeCXpQvuPRkhJUfwMTCEwgMIHABB668xOYwO"
    "etf2ACq7ACDy0PXf4hrH+A5MNrLe/06xXu6ddp//TfdGAwmzmFQI4JHYCPegc4T+nALgby"
    "UuLgED7VAfg0H9/TFLyzScBH6aIbCQC4a8HFIhqhCLiRwMGBe/L2jQ5D+PZNPkUorsXxXe"
    "DhJMvKzAd4KXFwCL/T6b7v8rvvu1T3FfEzhQjYSOAAwN01/cq//AwXxDmlDjZJzkQXiCTQ"
    "HnCZbcEdlewW8fN2+zqG+HkrCennm/MmNy4k/LySzXLsYtMdTux7nLUwWYW1KgZ4F8AbyF"
    "igBKupjM1Sgk/GsIQKyKZYFPXocSyqwDqSJR9qHeokyZXQBcnlUdRrYZmFZ6bLppiwPPIl"
    "HZYUXuIde4zzCBvjDj/4v/jrW9iQdeTvIZ3OhOoJ9jxVysH32Am3fikzhX8bWYW/OofWfV"
    "hdK+ORo1eXFe5NZx57YMf0GO+QppN4w5lL7+3g4x2KzXzAPwH/BPwT8E8Hzz8A//S89Q/8"
    "UxX4pyG1CvmVw/qbcR09rV2x5a0R+7XJj7/U2CT2T5MFFkuRnS/tzlXjtvVHo9dq39aR2l"
    "KffGp2uqLUj9+qlVDN5jf6Aeu63S1f0fKsIMahDOBcAGePzvMGmhVIR1JPSgJsDN6tkNoS"
    "qJljDgsPFkupw4B3C6yVQMnF48wl9Rpwl2IHwGBtG2jFOVYA57jUwcG8veFiMPfs0O9YqF"
    "OrggeH9+a7tYPHpmOMqDstgnRcCmBeC3PkgS+ziomEdwj0jDJMmG06Rdcwn9q95m2v1bjm"
    "S5WwDX/X/m3P37FPWJ98aHduRBXRhcT163aXX3Wox6qxshlys465hQxvRWSHerq43c0noY"
    "NwPsApfCEQb4uBeBBECnGOOxoVthHnODJ/FEE3qH5w2G6+4y7wwLNZoYFBETk4gLfiSlID"
    "EbTnNkUG/BzZBvQwyNCsbY0F9QHPbDwtWzxAsaRtqgzgmo2raVluQbeFInJwY+yp1hh7um"
    "KMPc0YY/kysSjhqsocHMqbX/8y3jyZTwdZcbMrvJ0xqYODefMWGb+PS635kGW67/O3niTl"
    "DgDqXe9AYeY4Y5T+vdu+zevb46wh2uLzIfoPcmxva5GISoTUYG47zCbesbjfU4RHCXxWqy"
    "KJ+lE85Ek0kFKFa1rieVLaWLlHRZGCLSoFtqhA5stNZb6UwejlkMwQfc5I8nez8kyN9fzI"
    "UrrUPLgb5GofmjcNkXt4hKemg0UGd/FL/F2G8jjTMEXOci2Rs6QhMrBdNjGG/GGIZZZWRL"
    "qVHRomHnX8e8aVsiyOq6Pbvm506khe7pPrz7filzMnQeUqqGPKx4dJWhdd3mec3KDehOgB"
    "hfSenrx/FwXxih+rwna7/PO6Tk9+PjqWmeFL0oE1EARQEz5PPMKuiy1jODEJwTnkyPrxI7"
    "OhKo/pnz7KXPWSnOyTr03+OffqyE+7wEf4ZrfbuBKDPPY8c4zjp3ao53lUYMhZYh/u9tB3"
    "XyclwTmY7RwMzyMotPCMCVV69fn9zz1adE7MgZ2liHyny1JiX/v3rn0sjj3CRuG8KnEpwF"
    "oP65lrD7HhYcKnk+g803KTcEZDVZ6Er9tfRejYok8+tq4+1tHEHk8qMKE69MF02IMRi6Qr"
    "o5DMhkAhhRVyj12bN2UVdNUkxJ6zmyZKx6C/xzQS2d3O/VdJrF49wiJ8kt2kEjRjOOdGNR"
    "kWCntIS+7r/Jmg3nSYt3ziLTU2J9KIFHLbKnLPeTBw6NDMizLVmdRC6R120J8To3C8dO2P"
    "j1yojqRsnzT5n7jc9lutrTIrdsqkA1F/8JUhMZ3Mjf8rwlHjYhuxJCq0A/1MB+ezfJzP0j"
    "E9kERvt0n0Enmnivhpk7JPaHZUz1GbyiGmb8elRA/IB75j6y6RG01fBwlB0EBZDagJ7PTh"
    "V6UA+7LYq7kN9bFXpQD7stj7G/4Lgx8TA/TLou/RuTvEhdGPiQH6j/Sp8BW8V1gFaVnQQx"
    "E9iFysOemZFWjTOimRobmH/ZwE+6WKX2GPW5OcOd0RNQ4VlXYLgLsWXNW+04A1tMYB2bXI"
    "JhYuGuDmZTQCaBPQxmwzDWB9awKAXQtszOzSAFauUB6D67M4u1ldx2mAuvQ6bQDZy1hjh4"
    "lvyk1XsfMb5JiReXZDOJpondvAwsoaB2MvqGshOkImEtFyvNh0HxCbmAyJg8Q9JOgQYtX5"
    "dWkAHCGToHDC4j+QP8KKv/whQfwl7TAk7bCsM7Z3ccuMMye+R/lu/TMc/oz6a6QaOBEBTk"
    "TI0oPO8AYnIkBG/H3IiA8nIjxv/cOJCFXwt+5X2v4yUa7NL83rum/BiQSXl5+5cf1/9ciQ"
    "65NO80om8vfNuT7ptj93Lpr1wKjrky+N689N4+K60e3WUcIR+vTnLkBy/22n7f6ZsblzTX"
    "bjn1mbOvcx3ce2AeaTip2dVSV38FdFdmhVv9py4NDG7Gq+zrbvs8K/VwbBRUI7DIELF5F7"
    "FQGXIsmeykfTCPKRZbppGstkZVqeGiW52XpnzTn2bAsjNsFijyxBlPBKi4k9nCBhKVgen1"
    "zl1fDcTmQzDzujtA/mUS3pHOeZOCZVnEMJ/hXwr4B/Bfwrh76+Bv/K89Y/+FfAv1L4m6Oj"
    "kR09ibaPpf3hQ0t4THxp36PS7TU7zUvfq+KJ1BhWn5y3xHaHqzoa2I7DddUnl83r1pem8M"
    "dY2OErEOGP+di+4W1NuNnWJ+3ex2aHNywNPD01w5Ejvsr29ciRfc7Mvh9Ol71M0r4f0O51"
    "vvb9gHhfUrfvzO0Nydt3gfLmLQkXD+2ZnRk0l49xTOgAQd7CQZVwiNkWU+PnpA1bwY9VIm"
    "PY3ozDCQd2gTV8XHB3/tGDWMKv2AoVAptWR4ng/AulsT1Thm6sc6IjVizS+cJP7v6J+i+Q"
    "QaXFahxp8mlhzvhZJKURAu2fyYKoiwKDVZy7KtPQokFIlFEPpzgxk1iCF0PBTTNjnTfadm"
    "ZQc0LPofPKzyyWDHL+HpYfoe+1ECxg54CdA3YO2LnnwM4AO/e89Q/sHLBz24e/dtM+b8nz"
    "a+TJ4X0SPwnhQ+ObuM+PPmn6Rx5g/8yD5AkJj2XhNp0hODu/7Zp0q1XXVVn6bRtne/NXzz"
    "seJBvhSODgvDpboN+Wy51i435MDgb9soM+uNTApVZNZWzWpZYx5mwG4GVb+zXcaMMbG2gr"
    "5rBsEEoepvZPM3j7rOD/WJUj3S0AKam1LsueyJVgLp2FC9NDYTPY4vbjBJMjNHjgf9CpdC"
    "UuJg/HqMWQ7SGC77nInFjcFE17LDfb9PqtAuB3rKTfsbh7BNwi++wWcbHpZXmZVwVEhBKH"
    "uLjb+HZhkdmmsOGrCMGy4zCWHc9kblmx6Jh7kAhurSmsfPkbsIN1VnxtgnuU/7OT9d6Tfg"
    "VbDKB4fFCEh1fEQ3i4WChEVH/tiuJrwuy38NC2sIW4PWWi2dzl9gY+Rr0JRsJkHJgeRi4e"
    "8V7qIXEW8Rh7dRm/4PBO4DHk0gWSuy8yYiK2e6sSm5ODe4o/RSSEiIzwjVmIi6js+gTiIi"
    "AuIoYzLAAhLgL0D3ER+zjNKVsmlqZImdAIRbzKTpnaTaPzT97lxY7kqene8YFB7EnuNjtf"
    "5HZmvva5l/uZPzU6vdtmp1tHIm0zf3SPl3XaH1r+buaZS0e22M+ctDGfxsUjDNlsm0RPe6"
    "p8pdV31foizvkc2/eY9IkYmy47ja+8ZGGzicXXUBU5AFQsF0hePMV6fSjilVbH1+a58aHd"
    "uRFxQxw96k7Fl/NJRA7NzBl2RfZFg//simSLNjF4kSfyLcZjkvxAJD8OiU8n3caVCF/Cns"
    "cXq6XUufF9e8BJPDOTpFKO22dpjzD8o3i8lCIElmBZ5IEvqghdATFS246REuPFZtD1Pd69"
    "oL396uy6+Cqjqwa2QLbtnGzbAiEke/QqUijs8kWIISP87nS2yN7zNYMwZOkILQR/Y3vI9O"
    "6wJXezrqNtGA2YG2QzcaoPwYuowRF1HLrw+JWs3bO7um3mxlrFmxKIwZlB1Zmyj4AdAnYI"
    "luLADoH+gR3atWUJ7BCwQwXZodCE1DdJFIlDcmFuzCjJ9huIpVC+X7LqnX8js0vzWy82sY"
    "Td8sVN49vL2ORy3b69Cqsr3fjiun2e5QnOOpFpNd47P5FpzyFPOSKfyvPQwQwTgVBnLp8w"
    "w/cQr3Kk6X1wQynDDcXW+x9GDLtoQhfIoWQsaWY6Z2FurCiU1PMPFebTH1/zmy5WNq4do/"
    "ZohOb8xg7yeN0BtR7QxPT4bIL9zFszsQLEiwwvxI5vDnvmKm2OgddhZxM8eB2e96oTvA7P"
    "W//gdaiC1wEOut1umnQ463b7GEurvKzfLBLeDNbbsJRrn9q95m2v1biuoxmVCyzT6ZPrdr"
    "dX58sWj5XxgW0+gnPK10yTjKz13anpOLlj+VJqdyby6bvtjuGnJ+/fRaO2+LFqnO7eNMT5"
    "Xft74HBUAicOl/HFfMWDD9Sd1jK9MOHFI03/Sxgjrul5QbP5wLGHaCbcGkxu3fXuPCSWrY"
    "y6fjZzNsG2K+MvsmI4ijcAHpBKm4bgAVmnBvCAwAoYPCCgf/CA7PE0Bx6QXa3OGb3DhXLP"
    "RQLVXZGXxPdUZ819mr/mPk2tuZnNnEK9NxKA7qvZfQVgBT14qgy48LRQnpjkLsN3tCL+JJ"
    "I4AIR3Hu8jwSsa8aMKAeiFQTe9O4O6Y5Mo2aCL+PYyxMHLt8bLl8RfHsVSAvhIboeIh3bK"
    "XgOee674WsjzjxeHbr4OdSWzR0HUFUno6vqgh7suo5D2gtBnyoMCiisg2D9QEn5FGsacEu"
    "iHWzVKwq+KA/5l8Fd3xZRRgCoPGigy6+4NXb/3Qz1dkBLZc1QpcJaXdZZ7dO4OcWHwY2KA"
    "fhH0VyQvkl06rQjI/xLL/6J++Bo5dfyu+hhUo+CdHvYDcQ4T19g3XbHMOkHYVJMw96G2Kr"
    "DKr3FUMLrKwJGY7tkLQUQUEmbWkTxZTewMG5rTmcl7lR865WBZ6mYc3Fa6lRInJoTHJMg3"
    "jRfNGUciuFtYDtFaEK0F0VoQrXXo0ToQrfW89Q/RWlVYgOYyG/m8dT6lAax1wgWTwVrf8e"
    "+hKFUdyYALsYBfSxjXeavP/FijuNQBdPDkuRF6B0esOjkifVwrx2yKLXs+LYr0UgqQ1kVa"
    "XTAWwVqVA7R10WaB06kI0qEMoKzdpylhwfGbhbr0Ugyw1sEaTgl5cotbcQPqw68IAfSb4n"
    "vCjb2PJiaUXcV7pgddckLpfxqcD5wCsvWzs3dI/txgV36tGayPf+lIk+6ZRrXXsjxtgpdn"
    "Xks5C3H8qMgTKHiXY9RgaEo9higJNsqLnmT5O+SxOZygvxzqYfcv9GJqj10Z4Y3evkwzQV"
    "u9kw5b5M3de/ueJtki2Wai7A7PmN8ssx1gioApAqYImKLDZwqAKXre+gemqArrVtjXr5x3"
    "oHfgwaoTD1KuGd5TvbzjsPOshlDi4Jxfb7UQfrsC4bcZzi95vlnGZorfu+3bnPFjKZKcPe"
    "whQ/9Bju1tzT5T5o3B3HaYTbxjcdunmDQERLH5IsWFJmnPxEQgGkhyof46puicHgo91XS+"
    "fYfBQczac2LxFXMZo00V3ICSKzZ7H5KOQ4dEkViGQAR26OhHMqi+IH3bV5UC0uAREVLCJ1"
    "hm8ZGUhLVH6W1ScR9pgY1ScUH4DEqrIJiVS3wGSUn4DDbEX4adG2g2PZotMRhoEJlyCgV4"
    "9eBV7Q0NbKPZ8TH4Posdl0k7QgPcaMwFcNeAm5ydqki+dzCH1GO1fA4+rHFUhIo3XEVKI7"
    "m9Ree8nYADD0/mc/GMurxToBcXn7u9316dZHDsxUS1SHPGO6KoHFLjOXsuJYWfKAtuqxYD"
    "kw5MOjDpwKQfur8OmPTnrX9g0qvgSgEmfbtMOqGsGL5BfWDRdVj0yPROw6t1OuDOsaYz//"
    "iDAnjX2p+at3UkJPvkptm5al7Wg+DgPuk0f29e9ESJi//GQ/G0JXRzpqGZs1y9nCW1YhJv"
    "keWqyu/1Swno9zr93sJD2yplO8UlgdGutIUEG+Se2jwKP5cSRmpKFIzUslpQPWf6ClClAP"
    "uy2Cc8lPrwJwRBAxtiWmFD4zY2NKaGm13DW7GurouuOshqQBsOCkAFrsE1MXpqQLu0NwDc"
    "NeCmTLOqEa30Hse5v8Slo0LU6jSS0ctoKzYXj6jj0IXYhiyEkcxQK1urI9NxfPLUZohgbH"
    "mIUVlNFAgIclLcbqRZHULWf2tgVCtgxxytYFTDvlDEUaTKHKAL+kzHV3SW7yo6S3mKpnhK"
    "3YwZIX+b0VJi97uMnsYxtJX9ROogVDBMG9w2ZYaaFUumKNnHow36KMnInqmhUHhfllF00e"
    "heNC6bT2cT3VJ2KQO3su2i5WVd24hQZlhLkbWmUW9Bo+QsXpCOn9I7brfYd1jm6zddjHir"
    "Mm+/xx/wv9Ff3Ob5C01MT5b5lo9tHaOvEyolFhNM6vKai/lDWf/lIbogaftpx/fOMLK+8+"
    "4ggfIXx3+mjK5oIQjmVjXNLQhggwC2GM4QwAQBbKB/CGDbx2lOcdaT4quspQyssfaNlH2+"
    "4K9Y4Aa2OdCBGoQVWXOu3ZMzgXuL7HoqcJfOg1//D1+h4YU="
)
