from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "sample_shop_order" ADD "priority" VARCHAR(10);
        COMMENT ON COLUMN sample_shop_order."priority" IS 'LOW: low\nHIGH: high\nURGENT: urgent';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "sample_shop_order" DROP COLUMN "priority";"""


MODELS_STATE = (
    "eJztmm1P4zgQgP9KlE+sxKE2ZYGrTiuVEqA62q5K2N3b4xS5iZtGJHZInCvViv9+ttO8v2"
    "zD0UK7+QQdexL7mcl4xvYP0QO2Y0HVm2PnaOzq0BW7wg8RARvSfwpaDwUROE6mjUkJmFpZ"
    "HRVHOlOPuEAjtMMMWB6kIh16mms6xMSISpFvWUyINdrRREYs8pH56EOVYAOSOR/f3/9QsY"
    "l0+AS98KfzoM5MaOmp4Zs6ezeXq2TpcNm5aQwQueR92QunqoYt30Zxf2dJ5hhFCiYiTGpA"
    "BF1AIHsDcX02AzbA1azDSQWDjbsEo0zo6HAGfIskZjxVY5moqqOxot7KiqqKNRhpGDG+dK"
    "geB2CwIfz2uyR1OqdSq3Ny9vH49PTjWeuM9uXjzTedPgeDiWkFj+LMBleDkcIGhKkRAzMz"
    "wTPXAQQEWtwYMX0X/mt6bOQ5G5QaIKnyczOE0KvsEApiQ8T+F1Jvb9YMUvv49Pisc3Ic0Y"
    "8kVdBDwDFQzYVs5iogeaQXtIWYNizmmtbMkNVXqkfhP5viLP4x85HGKAqGD9CTeaRZWHs4"
    "QnjxSdyQDSoAK4OhfKv0hp/Z423Pe7Q4yJ4isxaJS5cZ6cHJh/RnED1E+DpQrgX2U/g+Hs"
    "mcM/aI4fI3xv2U7yIbE/AJVunEVaAnYYXiUJSyv+/oL7R/WrOx/27aP/yKp0u17sqWU31R"
    "dF2tYbWMvifLXGwF/jcHvz8HbjH6sH+GOJ3Ipr6zTSK3wZNqQWSQOf150qqg+aU36V/3Jg"
    "cnrcwnM1q1SLwpAxcT+ogcXQU+lTh2pLA9vOJbxCr5m5IKUyHEg2Hv24dUqLoZj67C7gno"
    "/ZvxeQa2R4BR4soy8m0OfEBHCJAGc+Aj5S2C110wIzXpixeT3qXSFbjuPRp/lkddATsQ3S"
    "OK5Fa+6Ap0FfJg4Fo1P4D2Oh9Au/wDaOc+AM13XYi0ZZ0Ik9TZojX6o7829SWkKXfWgNwp"
    "ZdzJIiaYAKve8hmpbK8oae3VormApjEvSluhZtrAKqYeK2Uz1kDraKW9MQ9vvUGkv5D7g2"
    "Hv5qAtHQY+TcO6SWDS149zUcP1vXmBR2NsQYBKSu2VSgbtlOpsimck2S7R8/H4JrV2ng+y"
    "i+Pd8FymgTrDO+/Gug/Vog0NVn0VY441qqqu3cu9qzyY1krZTGNuOs6LKte05itUrrvDce"
    "fqUxu4hllnuy9W2Jt19dU2+6ANzIIspTwLjBT2oBJK539Sa500m/YqzQF5W5qvU+Sp5XSd"
    "Qj/dB7Zroa0gmwPrmtg1SUkF8/PCMqn/ItzbifC0zv7aFSy8uEfXg6vrrjCnyeo9uptcyS"
    "NabvouHSV5HzUlXlBetbcMk1rNbuFLCx9+DFoXfUKpIV+HPDsJnj0UnkaG59RpK1xilxaZ"
    "6E+4zAWlbOxJHIXfrp61W2Z4Dt0slMZDdMEiOj5Peh+dvw4tGJRDE5ogTgZ9RcwHl/8Ddn"
    "UUdOfB9xPcX51pMpiWQGW+OwXawwK4uppyYtaCJZyRRH3zTbZkZyUAAYPjYfNgo85d7bgx"
    "ERQrL3/wHof1L4CoVqjY3AL55W6BEPhUUPSXJ9ph/z08LmuvVce0K+qYdr6OeaThkxSm25"
    "V7q0m1N9pdbb/l7mrrUFp7d5VWJFrBOVlVDIlU9mZjY8t5c7Bw1K5ZElrbI78XMbwidY5u"
    "cb5G7hxdI90xS6yd6SVc8P1lerxyKUvywrKmRn4XNjaZ3a+X2TX3e5v7vemMrrnf2dzvbe"
    "zf3O/dwWWuud+7lfu9GtZrwQ37v8pB4NvmbBs4ds3VbNusLJ7/Az2hzdU="
)
