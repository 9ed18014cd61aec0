"""By which address sessions of the portal were opened."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "crm_portal_entry" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "session_id" BIGINT NOT NULL UNIQUE,
    "email" VARCHAR(254) NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL
);
CREATE INDEX IF NOT EXISTS "idx_crm_portal__created_5adc9b" ON "crm_portal_entry" ("created_at");
COMMENT ON TABLE "crm_portal_entry" IS 'By which address a session was opened. Deleted when the session must be over.';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP TABLE IF EXISTS "crm_portal_entry";"""


MODELS_STATE = (
    "eJztWGtP2zAU/StWPm0SVCMUytA0qUC3VdtggohJmybLTdzUa2J3trNSTf3vu3aaR5MWKK"
    "M8tH6hzb332DfnJL6H/nF8GeORkJpEjQ7XcuIcoj8OJzGFL/XkFnLIaDSfMkFNelEFgWmO"
    "6Cktia8h3yeRohAKqPIlG2kmuEEdTdB4wPwBIkEgqVKIIAUfkEVjopAYUU6DBjqhEdU0gF"
    "rKkR7QvChOlEY9isRvKhtmy0D4sCfj4VpWTzj7lVCsRUihTsIe339AmPGAXlFlLr8DEZTA"
    "apho54dJjoa4z2gUzPHLArOcjWM9GdnYEQu7XL+zteZOetgXURLzon400QPBcwDj2kRDuA"
    "tptoSYlolhmSdRNBMmIz5tvShJey5hAtonSWS0Mui0gSLmYHx65uGLjoexU9MxQ5TIn4V8"
    "wc0zAK0qS0BoWth+7bq7uy331e7+wV6z1do7eHUAtbbfeqo1TZsp2EqXspx133dPPdOQgA"
    "ctfRJNYGoxRJMUZaUp2J/pi1dVYR53sxoZ9xs5AFPQT2PCojrzxwMiF/OeAyqUw63chfIs"
    "UHBenE4PQXpMrnBEeagHcOnuNa8h9LJ9fvyhff4Cql7O03o6S7lpbp7h0hlUo/kEMprFdD"
    "HV88gK38EM2si+rIt9500/4b4hFoUJ4Ves4UfCHza4GL911iTLNSp43c+dC6/9+YtZPlbq"
    "V2SJbHsdk3FtdFKJvtivCJYvgr52vQ/IXKJvZ6cdy7NQOpR2x6LO++aYnkiiBYYbxzDESm"
    "Rl4Sw0NbOmPyyddybQI/5wTGSAaxnhimW19VTsxtUI4SS06hk2TZ8ly/CJ8eEyO2Fzq7iJ"
    "KAPcaCa+DkRsRjwL+TbjyAARU6gv5GE61pPeT+prJPqIaRj/nG6bhxhpMaS8YgOYNlAtBB"
    "JRAJ/GBiQK3ELNZDzYrrcxH/lJWXYhW2jjSp7MGFzuSjZjcTMWN2PxvsfinP7w/5yIqVzZ"
    "+FeAd3L+swPtybxuD3bm1YxJXZC6Gu+EpDBRP9KJVaQLvRPu0wXsG6vgQ3XjuLTY89Jimj"
    "1vWbRoUZJxPqirjyGQEFj3YMdE++K4fdJxpo9n+y6ZYnqZ70uTqxi/3zniFs4PzBNBGT8o"
    "IkpbRwbGivEtRHiABmIMHkyD51pg4VaF3+zFNibrSZosI+0d5n8Jthn+z3T4i4Qv0H35zM"
    "/q7+d3vttIvLPeV8/dabaaB7v7zfyNyyPXvWj1H/Ae1Uf9r6faP/2+cxvLdcapJ+DPOgzX"
    "0xJtfX7rDh5q+hepG82/"
)
