import type { RiskLayer } from '../../../model/risk-word.ts';
import { TRADE_EN } from './trade-en.ts';

/** A part of the list and the language it is in, by which its laws are found. */
export type LayerTable = { readonly table: string; readonly isChinese: boolean };

/** What holds in one trade alone. Lines `phrase|class|level|instead|except,except|law`. */
const TRADE_ZH: Readonly<Partial<Record<RiskLayer, string>>> = {
  apparel: `纯羊绒|promise|warn|成分见吊牌|非纯羊绒,不是纯羊绒
100%羊绒|promise|warn|成分见吊牌
百分百真丝|promise|warn|成分见吊牌
专柜同款|endorse|warn|同类款式
大牌平替|superlative|warn|款式相近
原单尾货|promise|warn|库存款
外贸尾单|promise|warn|库存款
高仿|promise|ban
一比一复刻|promise|ban
大牌同厂|endorse|ban
终身不褪色|promise|ban|按洗标洗涤不易褪色
永不缩水|promise|ban|按洗标洗涤
远红外保健|efficacy|ban|保暖
磁疗|efficacy|ban|贴身舒适
发热抗寒零下五十度|promise|warn|保暖性见检测
抗菌率99|promise|warn|以检测报告为准`,
  food: `预防感冒|efficacy|ban|日常食用||food73
养胃|efficacy|warn|口感温和
护肝|efficacy|ban|日常食用||food73
保肝|efficacy|ban|日常食用||food73
润肺止咳|efficacy|ban|口感清润||food73
降火|efficacy|warn|口感清爽
祛湿|efficacy|warn|日常饮用
健脾|efficacy|warn|日常食用
安神助眠|efficacy|ban|睡前放松||food73
壮骨|efficacy|ban|补充钙质||food73
明目|efficacy|warn|含胡萝卜素|开宗明目
通便|efficacy|ban|含膳食纤维||food73
代餐减肥|efficacy|ban|搭配饮食和运动||food73
吃出好身材|efficacy|warn|搭配饮食和运动
零卡|promise|warn|热量见营养标签|零卡糖
无糖|promise|warn|糖含量见营养标签|无糖型
零防腐剂|promise|warn|配料见包装
有机食品|promise|warn|有机认证见包装
野生|promise|warn|产地见包装|野生动物,野生环境
特级初榨最好|superlative|ban|等级见标签
替代母乳|minor|ban|||ad20
可以代替正餐|promise|warn|搭配正餐
儿童长高|efficacy|ban|补充营养||food73
农家自产无检疫|promise|ban|证件见页面`,
  beauty: `医用级|efficacy|ban|温和||cosmetics43
医美级|efficacy|ban|日常护理||cosmetics43
药用|efficacy|ban|日常护理|非药用,不是药用|cosmetics43
械字号|efficacy|warn|医用敷料|
换肤|efficacy|ban|清洁角质||cosmetics43
脱敏|efficacy|ban|温和舒缓||cosmetics43
修复屏障|efficacy|warn|保湿舒缓
修复受损细胞|efficacy|ban|保湿舒缓||cosmetics43
溶解脂肪|efficacy|ban|紧致||cosmetics43
瘦脸|efficacy|warn|修饰轮廓|瘦脸发型,瘦脸妆
丰唇|efficacy|warn|润唇
祛斑|efficacy|warn|以特证标注功效为准
祛痘|efficacy|warn|以备案功效为准
美白|efficacy|warn|以特证标注功效为准|美白不是,不做美白
抗皱|efficacy|warn|以备案功效为准
淡化妊娠纹|efficacy|ban|滋润||cosmetics43
毛孔消失|promise|ban|毛孔看着细腻
黑头全消|promise|ban|清洁毛孔
一夜回春|efficacy|ban|保湿
激素脸也能用|efficacy|ban|||cosmetics43
妈生皮|promise|warn|妆感自然
零刺激|promise|warn|先在耳后试用
食品级|promise|warn|成分见包装
生长因子|efficacy|ban|||cosmetics43
注射级|efficacy|ban|||cosmetics43
纳米技术直达真皮|efficacy|ban|||cosmetics43`,
  health: `治病|efficacy|ban|||ad18
治百病|efficacy|ban|||ad18
疗程|efficacy|ban|按说明食用||ad18
处方|efficacy|ban|按说明食用|非处方|ad17
有效率|efficacy|ban|按说明食用||ad16
治愈率|efficacy|ban|按说明食用||ad16
代替药|efficacy|ban|本品不能代替药物|不能代替药,不可代替药|ad18
停药|efficacy|ban|请遵医嘱||ad18
不用打针|efficacy|ban|请遵医嘱||ad18
老年痴呆|efficacy|ban|||ad18
心脑血管|efficacy|ban|||ad18
前列腺|efficacy|ban|||ad18
糖尿病人可以治|efficacy|ban|||ad18
三高人群必吃|efficacy|ban|请遵医嘱||ad18
人人必吃|promise|ban|按需要食用||ad18
健康必需|promise|ban|按需要食用||ad18
患者反馈|endorse|ban|||ad18
康复案例|endorse|ban|||ad18
见效快|efficacy|ban|坚持食用||ad18
无依赖|efficacy|ban|||ad18
比药好|efficacy|ban|||ad18`,
  home: `甲醛为零|promise|ban|甲醛含量见检测
零甲醛|promise|warn|甲醛含量见检测
除甲醛99|promise|warn|以检测报告为准
除菌率100|promise|ban|以检测报告为准
杀灭病毒|efficacy|ban|清洁表面
防辐射|efficacy|warn|
终身质保|promise|warn|以保修卡为准
永不开裂|promise|ban|不易开裂
永不掉漆|promise|ban|不易掉漆
实木|promise|warn|材质见页面|非实木,实木颗粒,实木复合
防火不燃|promise|warn|阻燃等级见检测
治打鼾|efficacy|ban|
治颈椎病|efficacy|ban|支撑颈部
量子|efficacy|ban|
负离子养生|efficacy|ban|`,
  digital: `全网首发|scarcity|warn|本店首发
性能最强|superlative|ban|性能见参数
续航最长|superlative|ban|续航见参数
永不卡顿|promise|ban|运行流畅
永不发热|promise|ban|温度见参数
军工级|endorse|warn|用料扎实
全新未拆翻新|promise|ban|成色见页面
护眼治近视|efficacy|ban|看近处注意休息
无辐射|promise|warn|
防蓝光治眼|efficacy|ban|
官翻当新机|promise|ban|成色见页面
国行正品包真|promise|warn|正品保障见页面
绝不爆炸|promise|ban|通过安全认证
完全防水|promise|warn|防水等级见参数
防水一百米|promise|warn|防水等级见参数`,
  jewellery: `升值|finance|ban|按喜好购买|升值加薪,不承诺升值,不保证升值,不谈升值
保值|finance|ban|按喜好购买|不承诺保值,不保证保值,保值与否
收藏价值|finance|warn|按喜好购买
投资价值|finance|ban|按喜好购买
捡漏|scarcity|warn|本店价格|查漏捡漏
冰种帝王绿|promise|warn|种水以证书为准
老坑|promise|warn|产地以证书为准
A货假一赔十|promise|warn|有鉴定证书
无优化|promise|warn|以证书为准
戴了转运|vulgar|ban|寓意好||ad9belief
戴了旺财|vulgar|ban|寓意好||ad9belief
养人|efficacy|warn|佩戴舒适
养生玉|efficacy|ban|佩戴舒适
缅甸直采最低|price|ban|本店价格
大师手工孤品|scarcity|warn|手工制作
天然无处理|promise|warn|以证书为准
磁能手链|efficacy|ban|
治失眠手链|efficacy|ban|`,
  baby: `增高助长|efficacy|ban|补充营养
长高高|efficacy|warn|补充营养
提高记忆力|efficacy|ban|亲子玩具
聪明宝宝必吃|efficacy|ban|按需要食用
替代母乳|minor|ban|||ad20
媲美母乳|minor|ban|||ad20
接近母乳|minor|ban|||ad20
母乳化|minor|ban|||ad20
防止蚊虫百分百|promise|ban|配合长袖使用
治湿疹|efficacy|ban|温和滋润
治红屁屁|efficacy|ban|温和滋润
治尿布疹|efficacy|ban|温和滋润
婴儿可吞食|promise|ban|
可食用级|promise|warn|材质见页面
不买就是不爱孩子|minor|ban|按需要购买||ad40
别让孩子输在起跑线|minor|ban|按需要购买||ad40
叫妈妈买|minor|ban|请和家长商量||ad40
退烧|efficacy|ban|请咨询医生
安抚夜哭百分百|promise|ban|`,
  education: `保过|promise|ban|认真备考|环保过,担保过,投保过,保过险|ad24
包就业|promise|ban|就业情况见说明||ad24
保录取|promise|ban|录取以学校为准||ad24
不过退款|promise|warn|退费规则见协议||ad24
提分|promise|warn|查漏补缺||ad24
押题命中|promise|ban|按大纲讲解||ad24
命题人|endorse|ban|||ad24
内部名额|endorse|ban|||ad24
免试入学|promise|ban|||ad24
快速拿证|promise|ban|按规定考试||ad24
无需考试|promise|ban|按规定考试||ad24
考官授课|endorse|ban|||ad24
清北名师亲授|endorse|warn|老师资质见页面
一对一保分|promise|ban|||ad24
七天学会|promise|warn|学习进度因人而异
零基础月入|finance|ban|`,
  finance: `保收益|finance|ban|有风险请谨慎
年化收益|finance|ban|收益不保证|历史年化收益不代表
本金无忧|finance|ban|有风险请谨慎
稳健高息|finance|ban|有风险请谨慎
带单|finance|ban|
喊单|finance|ban|
荐股|finance|ban|
牛股|finance|ban|
内部消息|finance|ban|
跟着买就行|finance|ban|有风险请谨慎
必涨停|finance|ban|
翻倍收益|finance|ban|
银行保底|finance|ban|
国家担保|endorse|ban|
无抵押秒批|finance|ban|
黑户可贷|finance|ban|
零首付|finance|warn|条件见协议`,
  alcohol: `千杯不醉|promise|ban|理性饮酒||ad23
喝不醉|promise|ban|理性饮酒||ad23
不上头|promise|ban|口感柔和||ad23
解压神器|efficacy|warn|理性饮酒||ad23
消愁|efficacy|warn|理性饮酒||ad23
养生酒|efficacy|ban|||ad23
壮阳酒|efficacy|ban|||ad23
一口闷|vulgar|ban|理性饮酒||ad23
不醉不归|vulgar|ban|理性饮酒||ad23
开车也能喝|promise|ban|酒后不开车||ad23
酒后提神|efficacy|ban|||ad23
原浆|promise|warn|等级见标签
特供酒|endorse|ban|||ad9state
年份三十年|promise|warn|年份见标签`,
};

/** In both languages, for every trade that has rules of its own. */
export const TRADE_TABLES: Readonly<Partial<Record<RiskLayer, readonly LayerTable[]>>> =
  Object.fromEntries(
    Object.entries(TRADE_ZH).map(([trade, table]) => [
      trade,
      [
        { table, isChinese: true },
        ...(TRADE_EN[trade] === undefined ? [] : [{ table: TRADE_EN[trade], isChinese: false }]),
      ],
    ]),
  );
