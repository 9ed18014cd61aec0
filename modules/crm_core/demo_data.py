"""The customers of the demo company, which sells and services air conditioning in eastern China. All are made up."""

from __future__ import annotations

TEAMS = (
    ("East China sales", (("Li Na", "li.na"), ("Wang Wei", "wang.wei"))),
    ("South China sales", (("Chen Jie", "chen.jie"),)),
)
"""departments with their salespeople: name and login"""

ORGANIZATIONS = """
靖江市春江食品有限公司|0523-84561201|江苏省靖江市骥江路 88 号|214500|Manufacturing|East China|chunjiang
苏州市华达精密机械有限公司|0512-62881234|江苏省苏州市工业园区星湖街 328 号|215021|Manufacturing|East China|huada
无锡秋实食品有限公司|0510-85201177|江苏省无锡市新吴区长江路 16 号|214028|Manufacturing|East China|qiushi
南京金陵云谷酒店管理有限公司|025-84711800|江苏省南京市鼓楼区汉中路 2 号|210005|Services|East China|yungu
上海浦江半导体有限公司|021-50801900|上海市浦东新区张江路 625 号|201203|Manufacturing|East China|pujiang
杭州西溪数据科技有限公司|0571-88150066|浙江省杭州市余杭区文一西路 998 号|311121|Information technology|East China|xixi
宁波海曙国际贸易有限公司|0574-87301122|浙江省宁波市海曙区中山西路 138 号|315010|Trade and retail|East China|haishu
常州天目医疗器械有限公司|0519-86602345|江苏省常州市新北区河海中路 9 号|213022|Manufacturing|East China|tianmu
南通江海纺织有限公司|0513-85112233|江苏省南通市崇川区工农路 57 号|226001|Manufacturing|East China|jianghai
扬州瘦西湖餐饮管理有限公司|0514-87341888|江苏省扬州市邗江区大虹桥路 28 号|225002|Services|East China|shouxihu
合肥庐阳智能科技有限公司|0551-65301212|安徽省合肥市庐阳区长江中路 177 号|230001|Information technology|East China|luyang
嘉兴南湖服装有限公司|0573-82061100|浙江省嘉兴市南湖区中环南路 1882 号|314000|Manufacturing|East China|nanhu
绍兴鉴湖酒业有限公司|0575-85168899|浙江省绍兴市越城区胜利西路 300 号|312000|Manufacturing|East China|jianhu
温州瓯江鞋业有限公司|0577-88321010|浙江省温州市鹿城区车站大道 577 号|325000|Manufacturing|East China|oujiang
泰州凤城河医院|0523-86361120|江苏省泰州市海陵区迎春路 210 号|225300|Services|East China|fengcheng
徐州云龙建设工程有限公司|0516-83701515|江苏省徐州市云龙区和平路 59 号|221009|Manufacturing|East China|yunlong
镇江北固仪表有限公司|0511-84401616|江苏省镇江市京口区学府路 301 号|212003|Manufacturing|East China|beigu
青岛汇泉冷链物流有限公司|0532-82881717|山东省青岛市市南区文登路 22 号|266003|Services|East China|huiquan
济南泉城百货有限公司|0531-86921818|山东省济南市历下区泉城路 188 号|250011|Trade and retail|East China|quancheng
烟台芝罘制药有限公司|0535-66231919|山东省烟台市芝罘区南大街 166 号|264001|Manufacturing|East China|zhifu
深圳市南岭电子有限公司|0755-86532020|广东省深圳市南山区科苑路 15 号|518057|Manufacturing|South China|nanling
广州珠岸酒店有限公司|020-38822121|广东省广州市天河区珠江西路 5 号|510623|Services|South China|zhuan
东莞松山模具有限公司|0769-22862222|广东省东莞市松山湖工业西路 12 号|523808|Manufacturing|South China|songshan
佛山禅城陶瓷有限公司|0757-83282323|广东省佛山市禅城区季华五路 45 号|528000|Manufacturing|South China|chancheng
珠海横琴信息技术有限公司|0756-88682424|广东省珠海市横琴新区环岛东路 18 号|519031|Services|South China|hengqin
厦门鹭岛旅游有限公司|0592-50552525|福建省厦门市思明区湖滨南路 258 号|361004|Services|South China|ludao
福州闽江水务有限公司|0591-87532626|福建省福州市鼓楼区五四路 130 号|350003|Services|South China|minjiang
泉州刺桐包装有限公司|0595-22572727|福建省泉州市丰泽区津淮街 26 号|362000|Manufacturing|South China|citong
南宁青秀商贸有限公司|0771-55282828|广西南宁市青秀区民族大道 136 号|530022|Trade and retail|South China|qingxiu
海口椰风超市有限公司|0898-66752929|海南省海口市龙华区国贸路 29 号|570125|Trade and retail|South China|yefeng
长沙橘洲文化传播有限公司|0731-84553030|湖南省长沙市岳麓区潇湘中路 88 号|410006|Services|South China|juzhou
武汉东湖光电有限公司|027-87173131|湖北省武汉市东湖高新区光谷大道 77 号|430074|Manufacturing|South China|donghu
北京燕山信息技术有限公司|010-62783232|北京市海淀区中关村东路 1 号|100084|Information technology|North China|yanshan
天津海河供应链管理有限公司|022-23343333|天津市和平区解放北路 188 号|300042|Services|North China|haihe
石家庄太行建材有限公司|0311-86663434|河北省石家庄市长安区中山东路 508 号|050011|Trade and retail|North China|taihang
太原汾河重工有限公司|0351-72183535|山西省太原市迎泽区并州南路 6 号|030012|Manufacturing|North China|fenhe
沈阳浑南机器人有限公司|024-23783636|辽宁省沈阳市浑南区新隆街 33 号|110179|Manufacturing|North China|hunnan
大连星海软件有限公司|0411-84753737|辽宁省大连市沙河口区中山路 572 号|116023|Information technology|North China|xinghai
长春净月汽车零部件有限公司|0431-84533838|吉林省长春市净月区生态大街 2188 号|130117|Manufacturing|North China|jingyue
哈尔滨松花江乳业有限公司|0451-82373939|黑龙江省哈尔滨市松北区世茂大道 1 号|150028|Manufacturing|North China|songhuajiang
郑州中原冷链有限公司|0371-67994040|河南省郑州市金水区花园路 39 号|450003|Services|North China|zhongyuan
洛阳伊水轴承有限公司|0379-64984141|河南省洛阳市涧西区建设路 96 号|471039|Manufacturing|North China|yishui
成都锦里餐饮有限公司|028-86744242|四川省成都市武侯区武侯祠大街 231 号|610041|Services|West China|jinli
重庆嘉陵物业管理有限公司|023-63874343|重庆市渝中区嘉陵江滨江路 118 号|400015|Services|West China|jialing
西安长乐航空设备有限公司|029-86524444|陕西省西安市阎良区人民东路 1 号|710089|Manufacturing|West China|changle
昆明滇池花卉贸易有限公司|0871-64164545|云南省昆明市呈贡区斗南街 10 号|650500|Trade and retail|West China|dianchi
贵阳花溪大数据有限公司|0851-83624646|贵州省贵阳市花溪区田园南路 2 号|550025|Information technology|West China|huaxi
兰州黄河石化设备有限公司|0931-87324747|甘肃省兰州市西固区福利西路 111 号|730060|Manufacturing|West China|huanghe
""".strip()
"""name, phone, address, postcode, industry, region, mail domain"""

FOREIGN = """
Northwind Climate Ltd.|GB|+44 20 7946 0101|12 Wharf Road, London|northwind
Alder & Finch GmbH|DE|+49 30 5550 0102|Lindenstraße 14, Berlin|alder-finch
Pacific Harbor Foods Inc.|US|+1 415 555 0103|400 Pier Street, San Francisco|pacific-harbor
Merlion Cold Chain Pte. Ltd.|SG|+65 6555 0104|8 Marina Way, Singapore|merlion-cold
Southern Cross Hotels Limited|AU|+61 2 5550 0105|21 Bay Street, Sydney|southern-cross
Maple Data Centers Corp.|CA|+1 604 555 0106|77 Granville Road, Vancouver|maple-data
""".strip()
"""name, country, phone, address, mail domain"""

PERSONS = """
张明远|13812340001|江苏省靖江市人民南路 12 号|3|18
李思雨|13912340002|江苏省苏州市姑苏区平江路 40 号|11|25
王建国|13612340003|上海市徐汇区漕溪北路 18 号|12|2
赵雅琴|13712340004|浙江省杭州市上城区清河坊 6 号|6|9
孙志强|15812340005|广东省深圳市福田区深南大道 100 号|9|30
周晓彤|18612340006|江苏省南京市玄武区珠江路 67 号|11|22
""".strip()
"""name, mobile, address, month and day of birth"""

CONTACTS = (
    *(("陈强", "采购经理"), ("刘芳", "财务主管"), ("黄磊", "设备部部长"), ("吴敏", "行政主任"), ("郑凯", "总经理")),
    *(("何静", "工程师"), ("马超", "副总经理"), ("林悦", "采购专员")),
)

TALKS = (
    ("call", "首次电话沟通，了解空调需求", "reached", "客户计划更换三楼办公区机组，要求提供方案。"),
    ("visit", "上门勘查现场", "interested", "已测量机房尺寸，客户对节能改造感兴趣。"),
    ("mail", "发送方案与产品手册", "none", "已发送多联机方案和维保说明。"),
    ("call", "跟进报价反馈", "interested", "对价格基本认可，等待预算审批。"),
    ("visit", "与设备部讨论维保合同", "reached", "希望维保按季度付款。"),
    ("note", "客户更换了采购负责人", "none", "新负责人下周到岗。"),
    ("call", "回访上月安装情况", "reached", "运行正常，客户满意。"),
)
