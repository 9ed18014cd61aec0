from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_core_customer" ADD "tags" JSONB NOT NULL DEFAULT '[]';
        CREATE INDEX crm_core_customer_tags ON crm_core_customer USING gin (tags jsonb_path_ops);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_core_customer" DROP COLUMN "tags";"""


MODELS_STATE = (
    "eJztnW1zm7gWgP8Kw6d2JptJ7DTJ9ezsjOPS1vc6dscm3d3WO4wMis0GCy+IvHRv//tKwo"
    "B4NXhtEhN9abGkw8tzJHF0zkH5W9adpabbDjzu6ti8N/GT3JH+lhFYQnKQUXskyWC14uto"
    "EQYzKyagAV5g5mKHFJAGt8ByISkyoKs75gqbNqJiIwQl3UaYNJIeTLyQgKR7LraX0OnQY2"
    "BZR+T/e9M1MT1YApMU2A45RDaGEpjZHpZMLL3p3UzUn1oXb4/phQ1bJ1c20XyP1/CQ+ZcH"
    "NWzPIV5Ah1zp2x+k2EQGfIQu/flNDq6jmQbjgem/5Jg0/Jb45bkZzegJV3farQktI6Yfvy"
    "Er1/DTipVdmfM+wh9YW8pgRhRieUsUtV894YWNQgETsQvNIYIOwJBeATse1RLyLGut2UBx"
    "/uNGTfzn5GQMeAs8i+qaSvs3EJXJmjYcqdpEUTVNTvWDQIJT27qIKI72IXKrLgMwp7fw03"
    "9arXb7onXSPr98d3Zx8e7y5JK0Zfebrrr44d9MRMs/FWPW/9gfqvSGbNJR/a5MC34wGYCB"
    "L8XUGdF3IO0s5M5TOshVAC+yWQ0B9CI9BAWRIqIxFlA/3a8aWqdnF2eX7fOzkH5YUgQ9AM"
    "xPN5A+ueb3/DjS96QGm0uYzTUumSBrrEWPg4N9cZZ/vvWQTilKcw+gR/NYt2z97hjZD7/I"
    "e9JBAWC1f61M1O71Z3r6pev+ZTGQXVWhNS1W+pQofXP+Nj4MwpNIv/bVTxL9KX0dDRXG2X"
    "bx3GFXjNqpX2V6T8DDtkYeXAMGDysoDopi+vdWxpb6j0sK/R+m/oNRPHvSqr7ZUqJbza7r"
    "d1glpTfkNRdp4Y48bRp+bwEcBXlLhr9PbhMgHabUEMgm6JOH2teYq45f7nUHgw4z+KboS3"
    "/SVzu+1TdF190+qaGW3xSRMygdZvolTckcZS3Bo2ZBNMcL+sptFejhS3fc+9QdvzltJQbb"
    "cF3TYlVxtVSfFMVkeMiToevN/oR6htLpSMxWOCfykgdg+fkvNqRaJyclxhRplTuoWF18VJ"
    "E1nW77g2Cb+Y4Tr4+4jGwEKw4heUi6KZ3OEJyisdLtfVLedyTy0tQX0Jgi8hZQxqTL0kJC"
    "H5J+jGk5PSNfR6ZDja+/GbJzda8G5OQeYudjj7aVfkupt0C7SeUaEJOp3E0rV4WPOXYEJ1"
    "KjQp9jPlR+U2NTYQDyzXX3t7ex6XAwGn4MmnPge4PRVQI4Ily1tZNFy1oY0xdWNvgM0aI3"
    "1+EZcwW6oO+b5FJ4TaKyHRyTE0bwtkZwwmVXQQFxwfqcPI1TAecKLY+fExKdvwp56mO+vc"
    "v0cwZdOq2JD7YDzTn6H3xKmUkJ+mEkoced7MCGwY+gswWlUX9xwEPonk9OAYSCAS2IGQdq"
    "SI37PVXOmu13Azg612H19dJ4Y6+4EnTpnPBv0K6XrzduqV57oFS5iTMHKZ0hZkC/ewCOoc"
    "WmClpjt+xESdg2XbVsLZMlAIE5o0Mfg950qkNnBia53l4qLsmNtM1hya60go5rIwlgLlqY"
    "Di0WtNsiPMie8SgKCfK/RSRQRAJFJFBEApvu/BSRwNetfxEJfAkr8MDyKBt/CNo3MPhwWs"
    "o7fVrgnj5N+6f/tGcaNrFVCXJMqAE+6ho4L+2ZWQ1yJNE4wu0ygNv5fNspvKvFOh5Vlm4o"
    "IOBuhAtpNkIVuKFA4+C23p2ViRC+O8sPEdK6ON8HqC+yrMx8wJFE4wifl+m+5/nd9zzVfW"
    "n+TKUAbCjQALh1h1/JyM9wQVzZtgUBynnRrUUStGdEZl+4w5J6iV+NRoMY8at+EunN9ZVC"
    "jAuGnzQycY5dDBx9Yd7DrIVJEWteTPCuwFsEY0VI8GUqY7chwWeLsAQKyA6xcOopF2PhBT"
    "YFWfJRlwmdJGMl9gPKjaPwdUGZAVfAwUuIcF7wJZ2WFFSRjj2HeQEb7Q4++b/I4xtQY21E"
    "+EaEb0T4RoRvGu++F+Gb161/Eb55CeEb3TYquWWD9rvxvDyvXbHnLwsO6xs58lBzgMzvAK"
    "8tliofjozGH7vD/teu2h8NOxJ/pin6rIwntNRPf5K3UM3uv5MTQcv9fjEVrm4qMg5kBOcK"
    "nB04z1yXbEAdiTXAi77vEAW3QK/AOS7VOMx7icOzvjnzXBNBNyMotKFT84KN4737bm3BOb"
    "C0W9tZViEdlxKYN2IOvYDbmIKhcI2gVzaGCJvAqmoIfh6pylDtdwfE3gvO4X85PFT9r4YR"
    "nqIPo/E1bUK7EK0fjCak1iILzJdhHuq2h7BTyXrhRGrUU29Yz5AoQzgfcIqvSAbaYzKQSG"
    "QTuVY1zQr7yLW6BY9V6K6bN47t7jvuA5y5Jq40MXAijQO8l/U4MAyn4rKFE2kc43Ypxu0C"
    "xu00YxqHqOq15mUaR3n39i8mpyfrkllW7k6BtyMm1TjMu5+RyXUc2/B0nOm+y09/Tco1AH"
    "XdWbBkTZ0xS/93Mhrm9e151hRtmDqW/i9Zpru3dA4uzDzzTAubyD2m13uOGDPlU6yKJPWj"
    "eNyYniClCgcY9H5S2ijMk+WkRJpshTRZsfvWrnbfsoC7LckM0ddMcmY6eKEtCY9FmuJkCS"
    "wrNxMkIdqgPJB26+I8zPygP4pyPSbX3cEgPdh9OgbI8GSWwboWFFDj497WQZ5/bbM3P5Ku"
    "0Wr7vtAqe4rlr5+IUEdislOkkEO4XfZGqSBhQYww7YJ7xNBBwMrMGytwxMXFtuKf7NYvKI"
    "Hpsgzny3zOl2lvhviEqVbbLPWhQfmMyJRogybtmjMiycN65C6qZ6UmBIUGttWABe9h9uRe"
    "hJ+XEuy3Zc9/AFWePS8l2G/L3s/Iqww/Jibob0vftT1Hh5Xpx8QE/W3p3wPLg5puAdetrI"
    "K0rNBDFT0UfMPNoU3rZIvPuFXoJw0elirKfsGd7ogldh5mdouAuxEub9+VwBpY44LsRrKJ"
    "hUsJuHmfHAi0CbQx26wEWN+aEGA3go2ZXSXAshXKv+H6KjZ459dxJaBGXqcdkH0fO1kz+a"
    "bcdC9skxc2Z2Ru8BLMJqU2d8FB4xK75z/YjiHZtxKQaDIFKQbOk4QXAEv0rw24EvXaI4P+"
    "9W1mABxJAEnBC4v+CW5/hqVH/pTA/j43tcMkZodlbcRfxyUzNqb5Fn7VG230wm1UI/Z9Ef"
    "u+iH1fxL4vTd/3Q+z78rr1L/Z9eQn+1sPanKQ6fnmgfFEGHd+Co1+gvr8hxvXvndCQo3/h"
    "9iPbrsQ356ZoMroZ95TO2qiboi/dwY2i9QbdyaQjJRyhz7+7jNjCZJ87UtO9BL5nZCNu2H"
    "7ge1YW4iHm4+8bMHmpmNmfPeRO/rxIjVb1ycmB2NVknW3eZ0wJxblaoVCNmVrBIvKgErVS"
    "QbI6fTQ//gHgjfo9"
)
