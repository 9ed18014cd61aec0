"""What doubles are found by. A job fills it for the customers that are there; see `crm_core.jobs`."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_core_customer" ADD "name_place" VARCHAR(60) NOT NULL DEFAULT '';
        ALTER TABLE "crm_core_customer" ADD "name_sound" VARCHAR(120) NOT NULL DEFAULT '';
        CREATE INDEX crm_core_customer_sound ON crm_core_customer (name_sound, name_place, name_business)
            INCLUDE (id, kind);"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        ALTER TABLE "crm_core_customer" DROP COLUMN "name_place";
        ALTER TABLE "crm_core_customer" DROP COLUMN "name_sound";"""


MODELS_STATE = (
    "eJztnW1z2rgWgP+Kh0/tTDaTQJrkMjs7Q6jbci+BDjjd3ZYdj7AV8MZIrC3npXv731eysS"
    "2/YrPYCY6+JCDp+OU50vGRzrH4u6VZK1XDFjzuacS4N8hTqyv93UJgBemHlNojqQXWa76O"
    "FREwNyMCKuAF5jaxaAFtcAtMG9IiHdqaZayJgRETGyMoaRgR2kh6MMhSApLm2ASvoNVln4"
    "FpHtH/94ZtEPZhBQxagC36EWECJTDHDpEMIr3p30yVn9oXb4/ZiXWs0TMbaFHhORxk/OVA"
    "leAFJEto0TN9+4MWG0iHj9BmX7+1/POohu7yIOwv/Uwbfot9c+yUZuyA6zv11oCmHtGP19"
    "AtV8nT2i27MhYDRD64bRmDOVWI6axQ2H79RJYYBQIGck+0gAhagEB2BmI5TEvIMc2NZn3F"
    "ebcbNvHuk5PR4S1wTKZrJu1dQFjWUtXRWFGnsqKqrUQ/8CU4tW2KqOJYH6KXarsAFuwSfv"
    "pPu93pXLRPOueX784uLt5dnlzStu71JqsufngXE9LyDuUyG3wcjBR2QZh2VK8rs4Ifrgwg"
    "wJNy1RnStyDrLPTKEzrIVAAvsl0NPvQ8PfgFoSLCMeZTP61WDe3Ts4uzy875WUA/KMmD7g"
    "PmzQ1kd656PT+K9D2tIcYKpnONSsbI6hvRY/9DVZxbP986SGMUpYUD0KNxrJlYuztG+OGX"
    "VkU6yAGsDK7lqdK7/swOv7Ltv0wXZE+RWU3bLX2Klb45fxsdBsFBpF8HyieJfZW+jkeyyx"
    "nbZGG5ZwzbKV9b7JqAQ7BKb1wFOg/LL/aLIvp31vqO+o9KCv0fpv79UTx/Uss+2RKiO1nX"
    "zTOslNIb8pgLtXBH7zYJv78EloyclYt/QC8TIA0m1ODLxujTm6pqzJXH3+r3hsOu6/DN0J"
    "fBdKB0Pa9vhq57A1rDPL8ZokeQu67rF3clM5S1Ao+qCdGCLNkjt52jhy+9Sf9Tb/LmtB0b"
    "bKNNTdutiqqlvFEUxvCQjaHtzP+EWorS2UhMVzgn8pIHYHH7FxlS7ZOTAmOKtsocVG5ddF"
    "TROZ2GvUGwi73jxOsj3kIYwZJDqDWi3ZSZMwRnaCL3+p/k912JPjS1JdRniD4F5AntsqyQ"
    "0oe0HxNWzo7I11FzqPL1NyP3WL2rIT24g9zjube2k34LqTdHu3Hl6pBQU24nlavAxww/gh"
    "OpUaHPYQ/l35SIKfRBvrnu/fY2Yg6H49FHvzkHvj8cX8WAI8pV3SyyqGkTY/bASgefIpr3"
    "5Do8Zy5HF+x5E58Kb0iU9oMjcsIJ3tUJji3ZlVBAVLC+RZ7GqYBbCi2OnxMSnb8MebbGfH"
    "uXus7pd+mkJj5gCxoL9D/4lHCTYvSDSEKfO9iBDYMffmfzS8P+YoGHYHk+bgIoBR2akLgc"
    "mCM1GfSVVpq13w/g8FiH1dcL44084grQZTbh36DdTF9v7EK99kCpcoYzAymzEHOg3T0AS1"
    "cjpoLV4DaOlQRtk1Wr9ipeAhBYuHTYbbCLTnTo1MAk19sLxSW5kbY9LNmT1tCyMZIA4aKF"
    "ydBiTrsdwoPuPR6FIUH+u4gEikigiASKSGDTFz9FJPB1619EAl/CDNz3PIrGH/z2DQw+nB"
    "ZanT7NWZ4+Ta5P/4nnKjGIWQpyRKgBa9Q1cF7huVEOcijROMKdIoA72Xw7Cbzr5SYeVZRu"
    "ICDgboULWTZCGbiBQOPgtt+dFYkQvjvLDhGyuijfB6gt07zMbMChROMInxfpvufZ3fc80X"
    "1Z/kypAGwg0AC4dYdf6chPWYK4wtiEAGU86DYiMdpzKlMV7qCkXuJX4/EwQvxqEEd6c30l"
    "U+fCxU8bGSTDLwaWtjTuYdrEJI81LyZ4l+AtgrEiJPgylbHfkOCzRVh8BaSHWDj1FIux8A"
    "LbgizZqIuETuKxEvyAMuMofJ1fpsM1sMgKIpIVfEmmJflVtGMvYFbARr2DT943evs6VN02"
    "InwjwjcifCPCN41fvhfhm9etfxG+eQnhGw3rpZZl/fb7WXl5Xr+i4jcLDusdOXpTC4CM74"
    "BsPJYyL46MJx97o8HXnjIYj7oSf6QZ+ixPpqzUS39q7aCa/b8nJ4KW1b4xFcxuSjL2ZQTn"
    "Epxt7GQZmhzSgdSzrqHvDW8lMWEX1NoEWmljEUo1A28FQR9GyYKL1Cn1FrihWAMCQFWD5t"
    "aWSnCOSjUOc3XmYu7YBoJ2SjxzS6fmBRvHe//d2oQLYKq32FqVIR2VEpi3Yg4WsHeZxQTC"
    "NYJeYwIRMYBZdg7zeazII2XQG9Kpin8M76X3keK98I7IDH0YT65ZE9aFWP1wPKW1JrbJy5"
    "jZaNStI1Ypx5sTqVFP/VE9Q6II4WzACb4ij63CPDaRgynSBGuyClWkCd6CxzJ0N80bx3b/"
    "HfcBzm2DlDIMnEjjAFeylAR03So5beFEGse4U4hxJ4dxJ8mYhdDKBlx4mcZR3r//S+jh6b"
    "xknpZ2lrPaEZFqHOb9W2R6HgvrjkZSl++yM7fjcg1AXXcCN51Tp1jp/07Ho6y+vUgz0bqh"
    "Een/kmnYlWUicRkSc8cwiYHsY3a+50iPYHzyVRGnfhRNeWAHSKjCAjq7noQ2clO8OSmR4V"
    "0iw1tsHLevjeNMYO9KMkX0NZOcGxZZqivKY5mkOF0B08xMYoqJNiiFqdO+OA+SltiXvDSl"
    "6XVvOEwOdo+ODlJWMotg3QgKqNFxjzWQtb62fTU/lK7Ra/u+VEuvFLe+fqJCXcmVnSGZfo"
    "S7JR4VChLmxAiTS3CPBFoImKkpjzkLcVGxnfjHu/ULyr27LML5MpvzZXI1Q7x9V6tvlnhH"
    "pngyb0K0QUa75mReerMOvYryCdUxQaGBXTVgwnuYbtzz8PNSgv2u7Pl394qz56UE+13Zex"
    "l5peFHxAT9Xenb2LE0WJp+REzQ35X+PTAdqGomsO3SKkjKCj2U0UPO9gMc2qROdtiBQIFe"
    "0uBhqaLo5gPJjlhg02zXbxFwt8Ll/bsCWH1vXJDdSjY2cSkAN+uVA4E2hjbimxUA63kTAu"
    "xWsBG3qwBYd4byb7i+it8m4OdxBaCGq057IPs+crBm8k0s072w/Ylcm5G6N5FvTQrtS0T8"
    "xgV++OEBW7qEbyUgsWQKWgysJ4ksAZHYD2XYElu1Rzr74XjXATiSAJL8Bxb79XjPwrJPnk"
    "lwf1qe+WGS64el/YZEHadM2VPpW/BCerhHEbfHktiySGxZJLYsElsWNX3LGrFl0evWv9iy"
    "6CWstx7Wvjrl8beG8hd52PU8OPYG6vsb6lz/3g0cOfbjzB/dnXY8d26GpuObSV/ubpy6Gf"
    "rSG97Ian/Ym067Umwh9Pk3RhK771S9r8b3lGzELdsPfE/LQjzEfPyqAdOHipH+2kOm8edF"
    "avSqT04OxK+m82zjPsUk5OdqBUI1Zmr5k8iDStRKBMnqXKP58Q+9C9bp"
)
