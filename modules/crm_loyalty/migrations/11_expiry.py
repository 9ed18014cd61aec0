"""Points that are over after days, or with a month or a quarter."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_loyalty_rule" ADD "days" INT NOT NULL DEFAULT 0;
        ALTER TABLE crm_loyalty_rule ALTER days DROP DEFAULT,
            ADD CONSTRAINT crm_loyalty_rule_days CHECK (days BETWEEN 0 AND 36500);
        COMMENT ON COLUMN "crm_loyalty_rule"."expiry" IS 'NEVER: never\nDAYS: days\nMONTHS: months\nMONTH_END: month_end\nQUARTER_END: quarter_end\nYEAR_END: year_end';"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_loyalty_rule" DROP COLUMN "days";
        COMMENT ON COLUMN "crm_loyalty_rule"."expiry" IS 'NEVER: never\nMONTHS: months\nYEAR_END: year_end';"""


MODELS_STATE = (
    "eJztXW1z2zYS/isYfbnejOqx5cROnZubkW028SV+qawk18YdBiYhiWcSUEjQiq6T/16AL+"
    "KLKJlQKImi90tiAViKenYB7D5YAH+1DNfRbTbFNp/udQ2D+ZS3TtBfLYodIv4orG+jFh6P"
    "c7WylON7Oy+l45TUvcddbMhvGGDbI6LIJJ7hWmNuMSoFu8ghzj1x/+GhMbMo9xAbIEYJ4t"
    "Mx2ZPPMJkhHmLRYbnmPrW++kTnbEj4iLhC6PPnViikW2bw0qKp/PPPP8UHi5rkG/FkM/lx"
    "/KAPLGKbGUhCsaBcl8Ky7NQaXlD+a9BWvuS9bjDbd2jSfjzlI0ZnAlaIyJBQ4mJO5Ddw15"
    "eIUN+2IxxjkMIfkTQJ3zIlY5IB9m2Jq5QOXyApa+n61XVfv9X6ut6awzyWSOEaFRmMSn1J"
    "XAMAhvIVfv6l0zk8PO7sHx69evni+Pjlq/1Xom3wvvNVx9/Dl0nQCh8VYHbx5uKqL1+ICa"
    "MIDUcWfA9kMMehVKCMBH2XPFqefPM5HSxUQFrkaTXEoC/TQ1yQKCKx5xj1g/WqoXPw4vjF"
    "q8OjFzP0ZyXLQI8BTvdwIn+5jvk8pOeihlsOKcY1K5lD1oxE9+I/1oVz618DnxoSRTT0Mf"
    "1m7Rk2Mx72KJv8u7UmHSwBuH9xqd32u5c38vGO5321AyC7fU3WdILSaa70p6N/ZrvB7CHo"
    "00X/LZIf0R/XV1qAM/P40A2+MWnX/6Ml3wn7nOnih+vYTIMVF8dFGf37Y3NF/WclQf+7qf"
    "+4F99PddWZbU50pdE1msOUlN6QaS7RAvWlSzIP/9kIu8XgJxI51MWPWaWvbde3cPA33SZ0"
    "yEfi49H+Ejw/dntnb7u9n472c53mKqrpBFVZeO+xjalB1Mw7JbQ5t2G/UWY9inAtD3osAY"
    "ivhrhJ7gsm8mWIxxKA+GqIjwk1xVvpIsi1bFUfak64AjeqZhNqk5ylDHNQvotlxDbXzxrn"
    "JcVcjRL4KSGAXgl6SYENHgppmNCi5xXxK3OJNaTvyDRQxoV48wU+VJpZvJw9bcd08T02tr"
    "g0GX5dPJmRh9kBQIBgEpvwAIaeGJN6F2f91pyhVwXujWRG+9EDG4pvqo8vQFfa8j02HibY"
    "NfWMUcsa1mG5klnb+Sqn4+RLMMXDAB35M+RLpxVwJt7ed+LfXsytp9u0lfh1Iyf5JMf+lk"
    "2QeOFpijLHyGYcYYoI5e4UccYeXiNKhphbjwRNRsQloo1LHonrYRsNsSjlI+IgidIe6o6l"
    "G/Mzo/Z0nqNf/9cVcPw5Lv9zK/imgOZvo88t8fUzyh84/tpx/KGlqGkgkYFJfmX/atZLlK"
    "BPSwH4K4MfDUpK0CcyAHxVrm1gzlU5X1r8sB3TRFnHK933S/i1wl6rQvY920ULL4tr0rHr"
    "58+GNr3Ik51ZvIIPO+tyT3uv15Qghz0SR8hIXzKc9/dQf0SQdCjusUeE6zjwPeIJzxIZI0"
    "yHBDEXhSgii8/7qFU9tIwnGuXDRNqNPdJwDRV80tr6pJB3AnknGZwh7wDyTkD/kHeyi9Nc"
    "ooUH8WvnwZdZJxr1nTl/PKOGWLaa/JP1wN/Sur2rE0SwS+9oTzvXtMsT4cmZhDh3VPvvzU"
    "VPE7XfxpZLZP1HrXer6Uk7yUASPW7/ptc9E82HAk/Rut99p+mn3bN3wpTwA9Glh31Hz7XT"
    "/gmSa+p39FP34qNoP8HWo2jfPf/Ph1tRh83/+Z6ovdR6b0StQ9whyXukZbJkDo5KZMkc5L"
    "t4kiUjq3Ir2cC7bacXDl02ETpVAj6RgcSN1VCP8rt0POBFS5klUsMSUTD+ldXgMd8tSs1b"
    "nPqYSDQu9bGzXyb3UbRaOKwHdVmEsRPvwClv4YkMOFerWrZwU70ixmCxZScSm3OqWuuKVr"
    "KWfVjKsg+XWPZhgWUrB48QNO5y0IgNzpSy5GcCjetP65kpMuS0wmyRkQNn6AemjCDk9JQ1"
    "kBOESXtlDfi2eo5pSgiQr2gdPrVxvIr14tTu9R0bicquGWcH4RKr8dJqq4K3Fz1rtwy9LL"
    "Sp/l0G12gsrgrbskkkuwpuduqqX8LDW5Zbip+rbCulO4xikSezHW7CnFmPcIQ9yyRowFyE"
    "0dh3jZHMSfCFZl00wQV5t2qiq2UuQK4C5CpArgLkKjSddoBcheetf8hVqENkDsvT21qh4w"
    "KhYtb16SyRmfAGGVg2JlRxXGtd32hXJ0hK3tGz7k3/Q087P0EGHnPfJaZMDnmvdW9lmSui"
    "E+FBm3ECyXmcQWLmnfBSaRydMmkcncVpHJ08iRu+jLfCbJWV3NZstf6QtBGTEqybw2pIwy"
    "eeLe1HfLbeFrDxW2Tjt7LvsGamXuG2wy3yxXJr4iK6ONq2qMAWR3smS5PFfIS58FsdgmI2"
    "F2FqRi7qrGwhYawgrn7wAlDINRrt20AhA4UMFCJQyKB/oJA37eltKaDELl2pE2YEgRirdV"
    "fDj9gKcF5Bz3lZUHWtVV0jqrtm42uTtAwLf1vLRnfEG8j3UsI+Iwbwrww/rD9s212E8xA3"
    "Cz4sQDy3BYhdRbfeKxDRgeqLFiGS89YV1iGSI9/L3ONo+B5nDnGRReXZzWjssqGLHZlR45"
    "rBigK3iNtGIzaR6f/hEdHBMJEcwCcF5VHQbuHVj2v4hjILGvKhsH5Rh8miDesXsH4B/DWs"
    "X4D+Yf1i037idgJS6dro6ndF5sQamP1ZKvlzSe5nPvUTTmTbhnmnfOvysKeEYGBZeWCJgi"
    "n1wT0rWI3lP5MAZgnbJY26Kiqmb5W6W61m/aAsEZPq/hXwMPM9Yl4L15T0mfinjA4MobG9"
    "s9SjdqorlNVBbhAoo4cf57iSe+0W0VyZm+8UmK6AGwrV2C7HdsmjkFOs0sTiI2TJy84mFE"
    "VnhXon6M4//oUM7vyXnf2jNhJ244y9NnIsmwR3TeDg7glJZRnMJOhL+LAvyPIQtid4GrFV"
    "RVzYxr//aaYMiDEgxoAYA2Ks6cQIEGPPW/9AjNUifhUeixIjFrVvHBV2WO6U5SWHLOepsO"
    "B/BWjj9nW+FmRFcI/KgHu0GNyjQnD1/xcQjcvxjUQad6hxNQDP8SpbzMToEfmg1qIQNapu"
    "K8WnbiL0VGy6WA9lch3irgyJDhDPQTwH8dxz8Ochnnve+od4rg7xHAQdqQPiyjjFB0vSGw"
    "7m8xsg7lg/xrBtbWvnVYoJT8EhnrVvTN5OZd6wiC2tx4KR+JQxm2C6aP9ZLJQD9F5IrQvR"
    "OPTbrHtzen39PuPZnF7kzPPqw+WpJsaOYOQQjSy+wGrlg9WTnxIhGDAqS76JVv6rSL7J5C"
    "DsmDJKp+AkRli/rVDBxTQL6bfo1hoV8i0WKZEWIu81kYEYG8hdSHF2BnYJCs8TkVuXGCXI"
    "8F2XUGP6GtFgq5IxwlT8oraotKdowGybTUTr+2mQnUHJNx4/uigZZEPfCikgNR7d2kAZAm"
    "UIlBFQhqB/oAyb68SntRD5JgqzWkqiOfsWqpvVIvdQhSNMyzSQij0sk1uzOLWmLEH4zNjB"
    "6sgqp/iEmKVnJc1kmgTpps9JkofpLRgonr4hKJGu85DRutI+ar2TMFa+o+fd329PkImn3h"
    "29vL7qvxWfHEb5KP6sa1fnUZFOqHlHf/vQ7fW1Xlj+1ccuJ25Y87vWjYqnIkKXZfmovtwa"
    "RqklDIWLhMLfozA+JQIbDBI7OzI6SVtRwDJuDmsSc44eti1TH7jMUQ23spJwtmvtoqo6ZW"
    "4G22YXEcfxnloF4jje0vs0cRwez+WhyYh5BIXHCiARKBojYqIvfCRAlldIfwk4XYsii7eR"
    "cGIsOyFqR9ZQ3tzBaMF2weofD1RwrR01oII3NjcBFfz8Ji2ggkH/QAVvf5qrS/ZojXYDwo"
    "a1nQN45n+rjR4ZseasZmwjEWyLMedH5hujJWFnXN9WijwfU1JPBp+f5DkwODldecg4GjA3"
    "SiN6HcSAwtDGiOMH4ongEOGh0JrHgwNn5L7q+YizomeW2bI4f8OkvHcy3DEJxzbXob+1IR"
    "6FeBTiEYhHQf8QjxYqvSHTHJxOs4GDmn1vtdHNq3Joq5mRN2kAe2SF49ay7WexyAY3n81K"
    "dnb3Gdw1t/W7FlMhann8M2IA/+opbDW56u+ZkABLdl/CRX/rvugvOT+sCoCTI8waim9miK"
    "30jPkFNy6qHDD/w/ct7sQB86q3La7AxH//G/kfEo4="
)
