from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_core_merge" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "reason" VARCHAR(500) NOT NULL,
    "changes" JSONB NOT NULL,
    "until" TIMESTAMPTZ NOT NULL,
    "undone_at" TIMESTAMPTZ,
    "kept" BOOL NOT NULL,
    "loser_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "merged_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "survivor_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "undone_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_survivo_2a9569" ON "crm_core_merge" ("survivor_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_loser_i_9cc9df" ON "crm_core_merge" ("loser_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_kept_20969b" ON "crm_core_merge" ("kept", "until");
COMMENT ON TABLE "crm_core_merge" IS 'One customer merged into another. At most one that stands for each `loser` (migration 5).';
        CREATE TABLE IF NOT EXISTS "crm_core_merge_request" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "name" VARCHAR(200) NOT NULL,
    "note" VARCHAR(500) NOT NULL,
    "state" VARCHAR(8) NOT NULL,
    "answer" VARCHAR(500) NOT NULL,
    "decided_at" TIMESTAMPTZ,
    "customer_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "decided_by_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT,
    "other_id" BIGINT REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "reporter_id" BIGINT REFERENCES "guanxi_user" ("id") ON DELETE RESTRICT
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_state_009cb0" ON "crm_core_merge_request" ("state", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_custome_bff958" ON "crm_core_merge_request" ("customer_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_other_i_ffe5af" ON "crm_core_merge_request" ("other_id", "id");
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_reporte_1e6f83" ON "crm_core_merge_request" ("reporter_id", "id");
COMMENT ON COLUMN "crm_core_merge_request"."state" IS 'OPEN: open\nMERGED: merged\nREJECTED: rejected';
COMMENT ON TABLE "crm_core_merge_request" IS 'A double that somebody reported (CUST-02).';
        CREATE TABLE IF NOT EXISTS "crm_core_merge_moved" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "follower" VARCHAR(80) NOT NULL,
    "memory" JSONB NOT NULL,
    "merge_id" BIGINT NOT NULL REFERENCES "crm_core_merge" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_me_merge_i_a4857a" ON "crm_core_merge_moved" ("merge_id", "id");
COMMENT ON TABLE "crm_core_merge_moved" IS 'What one follower moved at a merge: all that it needs to move it back.';
        CREATE TABLE IF NOT EXISTS "crm_core_not_double" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "revision" INT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    "created_by_id" BIGINT,
    "one_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    "other_id" BIGINT NOT NULL REFERENCES "crm_core_customer" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_crm_core_no_one_id_4d7b8b" UNIQUE ("one_id", "other_id")
);
CREATE INDEX IF NOT EXISTS "idx_crm_core_no_other_i_b56a8e" ON "crm_core_not_double" ("other_id");
COMMENT ON TABLE "crm_core_not_double" IS 'Two customers that look alike and are not the same; `one` has the lower id. Who and when: the record''s own.';
        ALTER TABLE crm_core_merge
            ADD CONSTRAINT crm_core_merge_two CHECK (survivor_id <> loser_id),
            ADD CONSTRAINT crm_core_merge_undone CHECK (undone_at IS NULL OR NOT kept);
        ALTER TABLE crm_core_not_double ADD CONSTRAINT crm_core_not_double_order CHECK (one_id < other_id);
        CREATE UNIQUE INDEX crm_core_merge_stands ON crm_core_merge (loser_id) WHERE undone_at IS NULL;

        -- The customer that a merged one is part of now, however many merges lie between; any other is its own.
        CREATE FUNCTION crm_core_survivor(p_customer bigint) RETURNS bigint LANGUAGE plpgsql STABLE AS $$
        DECLARE
            v_id bigint := p_customer;
            v_next bigint;
        BEGIN
            LOOP
                SELECT survivor_id INTO v_next FROM crm_core_merge WHERE loser_id = v_id AND undone_at IS NULL;
                EXIT WHEN NOT FOUND;
                v_id := v_next;
            END LOOP;
            RETURN v_id;
        END $$;"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP FUNCTION crm_core_survivor(bigint);
        DROP TABLE IF EXISTS "crm_core_not_double";
        DROP TABLE IF EXISTS "crm_core_merge_moved";
        DROP TABLE IF EXISTS "crm_core_merge_request";
        DROP TABLE IF EXISTS "crm_core_merge";"""


MODELS_STATE = (
    "eJztXW1z2joW/isavmw7k5tJSfOy7M7OEMJtuUugE0h7t82OK2wFfGMkri0nTe/2v69kYy"
    "O/geQCAUdfWiLpke3nSPLROUfHf9VMd2qYxEWHTZPaDzZ9qjXAXzUMp4j9yKk9ADU4m4l1"
    "vIjCkZMAGFAEjDzqsgLW4A46HmJFFvJM155Rm2AO62METIIpawQebToBEJi+R8kUuQ3+Gz"
    "rOAfv/wfZsyn9Moc0KiMt+YkIRgCPiU2BT8Kp1Mxj+Uj97fcgvbBGTXdnG4w1ew8f2nz4y"
    "KBkjOkEuu9KX/7JiG1voG/L4n19q0XUM2wr4oPxf9ps1/JL6y/dymvEOZ/fGnY0cKyGfsG"
    "FQbtCnWVB2YY87mP4atOUcjJhAHH+KF+1nT3RCcAywcXChMcLIhRTxK1DX51LCvuPMJRsJ"
    "LnzcRZPwOQWMhe6g73BZc3R4A4uymmH0+kNj0B4aRi0zDiKEILZ5ERMcH0PsVr2AgDG/hV"
    "/+Xq8fH5/Vj45Pz0/enp2dnB+ds7bB/Warzn6EN7NgK+wq4KzzrtMb8hsibKCGQ5kX/Agw"
    "kMIQFYhzwb6L+GBhd56RQaEARMhqMUSkL5NDVLAQxGKORay/2awY6m/enr09Pz59G7Mfly"
    "wjPSJYXG4Qf3IjHPlJSi9ZDbWnKJ/XJDLFrDWHHkY/NsVz7Z93PjY5i2DsQ/zNPjQdYt4f"
    "YvL4r9qGZLCE4GHnqj0YNq8+8O6nnvenExDZHLZ5TT0ofUqVvjp9nZwGcSfgU2f4HvA/we"
    "d+rx3wTDw6doMrLtoNP9f4PUGfEoM9uAEtkayoOCpKyN+fWSXln0Rq+e+n/KNZPHoyVN9s"
    "GWip1XX+DlMSekVecwsp3LOnzZLfmkC3jf1pQH+H3SbEJsqIIcKm2GcPtak5p05/rdXsdh"
    "uBwneLP3YGnWEj1Ppu8VWzw2q45neLWQ/tRqD6pVXJAmFN4TfDQXhMJ/yVW18ih4/N69b7"
    "5vWrN/XUZOvNa+pBVVIs6ouiXgz3eTH0/NEfyMwROp+J+QIXILs8AeXXv8SUqh8dScwp1q"
    "pwUgV1yVnF9nQmCSdBmfVOgG+P8RomGClOoVqPDVO+nGF0i6/bzdb79mUDsJemOUHWLWZv"
    "gfY1G7K8kLGP2DimvJz3KNax5dAQ6296QV/Niy7r3MdBf8GjlZKvlHiXSDctXAtRtpR7We"
    "EO0bcCPUKAbFGgz7Eetn8fJpbCiMhXV83fXyeWw26/9y5qLhDf6vYvUoRjxqsxN7IYeRtj"
    "/sLKJz4HuuzNtX/K3BJZ8PdNeis8Z0JZD07gtBJcVglOmewUBJAEbs/IUzkRCKZQefoFkB"
    "78KsxzG/Pdfa6dMxrSWUn8Slxkj/G/0VNGTUqxH3sSWkJnezYNfkSDLSpdjBcXPsbm+fQS"
    "wFiwkINowANXpK47rWEtb7VfD8GLvvZrrEvTm3jFSbDL14SfoXa+fb3xpEbtnrIqLJwFlP"
    "IVYgTN+0foWkZiqeA1pE5SJXHbbNW0Pk2XQAzHATv8MfhNZwZ0rmNSGO1Sfklhpq12SzbB"
    "DLkewQBSwVuYdS0uaVfCPRg848HCJSj+rT2B2hOoPYHaE1h146f2BL5s+WtP4C7swCPNQ9"
    "b/ELWvoPPhjZR1+s0S8/SbrH36DzIyqE0dJZIToArYqLfA85SMbDWSF4jKMXwsQ/BxMb/H"
    "GXpnk7k/SpbdGKDJXUku4tEIKuTGgMqRWz95K+MhPHlb7CLkdUl+H5E5ydMyiwleICrH8K"
    "nM8D0tHr6nmeHL42eUHLAxoALkbtv9ymZ+jgnighAHQVzwoptDUmyPGGZTdMcl22X8ot/v"
    "Jhi/6KQpvbm6aDPlIqCfNbJpgV4MXXNiP6C8jckyrkWY5luBb+2M1S7B3RTGel2Cz+ZhiQ"
    "SQ72IRxCPnYxEBq5wsxVTLuE7SvhLyiAv9KGJdVGahGXTpFGFa5HzJhiVFVWxgj1GRw8a4"
    "R0/hX+zxLWQEbbT7RrtvtPtGu28qb77X7puXLX/tvtkF941JLCWzbNR+PZaX59UrNnyyYL"
    "/OyLGHGkNsf4d0rrGoHBzpX79r9jqfm8NOv9cAYk+3+EP7esBLw/CnWgnRrP+cnHZabvbE"
    "VLy7UeQ4wmieFXj2iF+00CxhOkY9qw19bfRuxCccEDVzoKm8WCxQ1aB3A04fzpKLxrlb6h"
    "XkLmAVcABtmmjBtqTAcxJVOZo3t1yMfM/GyMvxZ64Y1CKwcnyvf1g7aAwd4464UxWmkyhN"
    "80qaYwN2mV1MDN4i0TNCEaY2dFT3MB/6w3Zv2Gl22VYl6iM89N4bhgfeMb3Fv/avr3gTPo"
    "R4fbc/YLUO8ehu7GxMptZRV0nxFiBblFOrt50pIcNwMcEZfnUc2wbj2HQMpg4T3NKqsIkw"
    "wTv4TYXdefPKcbv+gfuIRp5NlRYGAVI5gjdiSoKW5SpuWwRI5Tg+luL4eAnHx1mOuQtN1e"
    "EiYirH8vr1X8q6Z/uSUV7Y2RJrRwJVOZrXvyKz67jE8k2aa74rjtxO4ypA9bYDuNmeOmeV"
    "/m3Q7xWN7XHeEm3ZJgX/A47tbSwSSYiQGPm2Q23sHfLrPUd4BOdnuSjSrB8kQx54BxlRuN"
    "Di95ORxtIQbwGlI7wVIrx14rh1JY5zoFeWyRzoS2ZyZLt0YkwZH5Msi4MpdJzCIKYUtEIh"
    "TMf1s9M4aIn/sSxMaXDV7Hazkz1kx4I5lkwZWudATWpy3hMTFtnXVlvzF+gtam3fJ4aypb"
    "j2+T0DNUCAvcVt9hOVCzySchIu8RFmTXDfKHIxdHJDHpcY4pKwUvynh/UOxd6dy/B8Xszz"
    "edaaoU/fbVU3y5yRkQ/mzUArtGhvOZiXPazP7kI9oDoF1BIoKwEHPaD8xX0Z/SJKc1+We/"
    "Hsnjz3IkpzX5b7MCJPmfwETLNfln2P+K6JlNlPwDT7Zdl/gI6PDNOBnqcsgixWy0FFDkvS"
    "DwjUZmVSIgPBEIVBg/slCtnkA9mBKJE0O9BbNLkryRX1OwlaI21cM7uS2dTGRYLcoiMHmt"
    "oUtQndTILYUJvQxK4kNqF2SRAb7FB+htcX8W0CcR8nQerC6rQGZi8TnVWT34yZbsfyEwVr"
    "Rm5uomg1kcpLRKPGEh9+eCSuBcgdgIAHU7Bi6D4BOoEU8A9leIBb7bHFPxwfKAAHAGIQvb"
    "D41+PDFZb/CpeE4NPyXA8DgR6W9w2JbVwyJ6fSl/hA+iJHkZBjSacs0imLdMoinbKo6ilr"
    "dMqily1/nbJoF+yt+5VXR53+Wrf9sd1thBocP4F6ecOU6/80YkWOf5z5XZBpJ1TnbvGgf3"
    "PdajfmSt0t/tjs3rSNVrc5GDRAyhD6/ImRdPadTefV+J4Tjbgi/cD3vCjEfYzH3zTB7KVi"
    "5x97KFz8RcgWteqjoz3Rq9k+237IWRKWx2rFoC1GakWbyL0K1Mo4yZ7LRnOF3GDk5Bhpwq"
    "oDSSvNNG690kzTxyj+2iYIcBZP5kAAxISbNw5Bk4IpUxQBYS0DUwrXHSyPp3gACJoT8NUh"
    "HnK/gldTe+wGWe3AyeusdWajV5JJdO357oP9QNL5q4M+U2X3aEbDbqnt6JzT2oCjDTjagF"
    "P9Dbw24Lxs+WsDzi4YcPT+f7OpPNhI9dSyai4QlTMAnEgxfLKE4ZMsw+YE4nHeN+uKj+EL"
    "kN04ic8vW5mT+OE+RvWdHoGe63W++bCOSry1fWyxHXMZpU0ErkHIO/b2rpKMI4OEggEwgm"
    "jzn/w5TdEWpHA+TUDp7yOW1ntDm2CZzUcaqfcepY9KJW2kCoelkkA9DUqLYP5WLjEN0kg9"
    "DdZ0Vioa3Flx6E+15obwJxcDmaNSxNNfwpU+LyXoGxLcxm/Hn+H3RRySSOsREuTGa64mdw"
    "W56bfTjh2QCDzs14hR6tFasQ8+anGg4oo3XAElcXLCIj7rZ+4DZ4vZiFhPwEUz4rJBAV61"
    "bgbDX47qOT52NaiU05zO09RFrvHUZ7jjL0PzHlJl88uKxdqTrj3p2pOuPelVt9dpT/rLlr"
    "/2pO+CKUV70jf8fVWi9tWRqL32ost40WPVu8xJnhi8zU9kz5D6p7E/8PyzHHmLr9rX79qX"
    "jXlwMD/G81u7NeQlLvoDmTRMPKqcPVVCMufFuVMzqVOx96j29YwFQo97mXFvIdO2SulOSa"
    "T2aO+0hpS0IyjoR0mg9jSVVo+i6VJCSc1AtZJaVgqi5UxeACJKc1+W+5SFUp7+FFBLYE2e"
    "VlPw3mlX4GqnSuplKJMuLTD1b5neHRvq0knThEVWKndiuChoV+DK3ImJ1VMqH12kb2hyV2"
    "aiS6lmu+ZoJQ8o6ftLVR0ouVanMWalY/UTd4ryw8V3xHHIIz+GzMGAlcLQ6NAA0HFC56lN"
    "AUbI8gAlQTNewCnIOl3X162MQzZ8au1R3QE95mCJRzUaCyqGIhFTQRP0+j9jNEVTkpcHuv"
    "iY0QKx/VNGz2MY2sh5InERUgzT1mabMkvNki1TnOzjpxX6OMnInolBKbwvTylqNQet5mX7"
    "+XSiHqGXQeBWvl60qJbVjTChhrWArFSNho8kTs7ihZqKQ8g901vsewQgZtqMiwDrldUh4L"
    "Eb/Af4ynSer2ACvaAs1Hxs6xB8mpAA8ThBuBHUuYjdlPU3D5BHnNWftnzt3Py9rLtgVAQl"
    "6fy9QnSbVrd2U93SAWw6gC3Bsw5g0gFsWv46gG0fX3OCsR6r77IWGL3H2jen7Mslf8kGd6"
    "6ba3eghMMKq3w46Tk8gXvL7GpX4DaNBz/+DyBVSwA="
)
