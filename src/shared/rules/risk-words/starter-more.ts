/** More of what is said in broadcasts and should not be, in Chinese. Lines as in the other tables. */
export const STARTER_ZH_SAID: string = `最低到底|price|ban|今天的活动价
最具性价比|superlative|warn|性价比不错
最高性价比|superlative|warn|性价比不错
全网唯一一家|superlative|ban|本店在售
独家秘方|efficacy|ban|自家做法
特效药|efficacy|ban
神药|efficacy|ban
神效|efficacy|ban|坚持使用|精神效
祖传膏药|efficacy|ban
治好了失眠|efficacy|ban|请遵医嘱
治好了我的|efficacy|ban|请遵医嘱
治好了多年|efficacy|ban|请遵医嘱
治好了鼻炎|efficacy|ban|请遵医嘱
可以治病|efficacy|ban|请遵医嘱
能治病|efficacy|ban|请遵医嘱
防病治病|efficacy|ban|日常保养
有病治病|efficacy|ban|请遵医嘱
不运动也能瘦|efficacy|ban|搭配饮食和运动
不用运动就能瘦|efficacy|ban|搭配饮食和运动
不节食不运动|efficacy|ban|搭配饮食和运动
一喝就瘦|efficacy|ban|搭配饮食和运动
一吃就瘦|efficacy|ban|搭配饮食和运动
暴瘦|efficacy|ban|搭配饮食和运动
永久祛斑|efficacy|ban|遮盖瑕疵
永久美白|efficacy|ban|提亮肤色
永久脱毛|efficacy|ban|减少毛发
三天美白|efficacy|ban|提亮肤色
七天祛痘|efficacy|ban|清洁肌肤
三天祛痘|efficacy|ban|清洁肌肤
年轻二十岁|efficacy|ban|看着有精神
年轻20岁|efficacy|ban|看着有精神
年轻10岁|efficacy|ban|看着有精神
青春永驻|efficacy|ban|保湿滋润
不含任何添加剂|promise|warn|配料见包装
药监局批准|endorse|ban|备案信息可查
国家认证|endorse|warn|有相关证书|国家认证认可,通过国家认证机构
国家认可|endorse|warn|有相关证书|国家认可的实验室,国家认可实验室
中央电视台推荐|endorse|ban
人民日报推荐|endorse|ban
新华社推荐|endorse|ban
国宴用酒|endorse|ban|宴客也合适
毛主席|endorse|ban
错过再等一年|scarcity|warn|下次活动时间未定
今天再等一年|scarcity|warn|下次活动时间未定
卖完不补|scarcity|warn|补货时间未定
不买就亏|scarcity|warn|按需要下单
今天不买明天后悔|scarcity|warn|按需要下单
老板要跑路|price|ban|活动价
工厂倒闭|price|warn|活动价
厂价直销|price|warn|直播价
一折甩卖|price|warn|活动价
加我薇|contact|ban|店铺客服|加我薇薇
v我详聊|contact|ban|店铺客服
v我拿|contact|ban|店铺客服
微信同号|contact|ban|店铺客服
微信同步|contact|ban|店铺客服
微信搜索|contact|ban|店铺客服
微信搜我|contact|ban|店铺客服
微信群|contact|ban|店铺粉丝群
扫码进群|contact|ban|店铺粉丝群
扫码加群|contact|ban|店铺粉丝群
加q|contact|ban|店铺客服|加qq糖,加qq弹,加q弹,加q弹弹
qq联系|contact|ban|店铺客服
转账给我|contact|ban|请在平台下单
直接转我|contact|ban|请在平台下单
走微信|contact|ban|请在平台下单
走私下|contact|ban|请在平台下单
走线下|contact|warn|请在平台下单
保证赚钱|finance|ban|有风险请谨慎
躺着赚|finance|ban
日赚|finance|ban
日入|finance|ban||今日入,次日入,工作日入,节日入,生日入,周日入,日入库
内部渠道|finance|warn
升值空间|finance|warn|按喜好购买
保值增值|finance|ban|按喜好购买
稳赚钱|finance|ban
开过光|vulgar|ban|寓意好
大师加持|vulgar|ban|寓意好
必脱单|vulgar|ban|寓意好
小学生都能买|minor|ban|请家长下单
小学生都可以买|minor|ban|请家长下单
别让妈妈知道|minor|ban|请和家长商量
别让爸爸知道|minor|ban|请和家长商量
不让爸妈知道|minor|ban|请和家长商量
偷偷下单|minor|warn|请和家长商量
点赞过万送|bait|warn|按规则参与
点赞破万送|bait|warn|按规则参与`;

/** The same in English, in the forms that are said beside those of the first table. */
export const STARTER_EN_SAID: string = `best product in the world|superlative|ban|one of our favourites
best in class|superlative|warn|a solid choice
best of the best|superlative|warn|a solid choice
the best ever|superlative|warn|one of our favourites|are the best ever,was the best ever
number one in america|superlative|ban|popular with our customers
number one in the country|superlative|ban|popular with our customers
the #1 brand|superlative|ban|a well known brand
the #1 choice|superlative|ban|popular with our customers
world class|superlative|warn|well made
world's number one|superlative|ban|popular with our customers
world leading|superlative|warn|a newer design
100% guaranteed|promise|ban|results vary
100% results|promise|ban|results vary
guaranteed weight loss|promise|ban|goes with diet and exercise
guaranteed cure|promise|ban
permanent solution|promise|warn|results vary
money back guaranteed no questions|promise|warn|returns within the stated days
never fails|promise|warn|works well for many people|my cat never fails
lose 20 pounds|efficacy|ban|goes with diet and exercise
lose 5 pounds|efficacy|ban|goes with diet and exercise
lose weight overnight|efficacy|ban|goes with diet and exercise
lose weight without diet|efficacy|ban|goes with diet and exercise
burn belly fat|efficacy|ban|goes with exercise
burn fat|efficacy|ban|goes with exercise
burns belly fat|efficacy|ban|goes with exercise
melt fat|efficacy|ban|goes with exercise
prevents disease|efficacy|ban
prevents diseases|efficacy|ban
prevent disease|efficacy|ban
treats acne|efficacy|ban|gentle on skin
cure acne|efficacy|ban|gentle on skin
cure cancer|efficacy|ban
cure diabetes|efficacy|ban|ask your doctor
heal your|efficacy|warn|soothing
heals your|efficacy|warn|soothing
boost your immune system|efficacy|ban|part of a balanced diet
boost immunity|efficacy|ban|part of a balanced diet
strengthens your immune system|efficacy|ban|part of a balanced diet
lower your blood pressure|efficacy|ban|ask your doctor
lower blood pressure|efficacy|ban|ask your doctor
lowers your blood pressure|efficacy|ban|ask your doctor
detox your body|efficacy|ban|refreshing to drink
reverse aging|efficacy|ban|moisturises
reverse ageing|efficacy|ban|moisturises
stop aging|efficacy|ban|moisturises
removes scars|efficacy|ban|moisturises
remove wrinkles|efficacy|ban|softens the look of fine lines
relieves pain|efficacy|warn|feels soothing
pain relief|efficacy|warn|feels soothing
zero side effects|efficacy|ban|read the label before use
without side effects|efficacy|ban|read the label before use
doctors hate|endorse|ban
recommended by doctors|endorse|warn|ask your doctor
approved by doctors|endorse|warn|ask your doctor
recommended by dermatologists|endorse|warn|see the test on the page
approved by the fda|endorse|ban|see the label|not approved by the fda
used by celebrities|endorse|warn|popular with our customers
lowest price guaranteed|price|ban|today's show price
lowest price in history|price|ban|today's show price
lowest price online|price|ban|today's show price
the lowest price|price|warn|today's show price
cheapest price online|price|ban|good value
cheapest price ever|price|ban|good value
cheapest on the market|price|ban|good value
cheapest online|price|ban|good value
act now or|scarcity|warn|the offer ends tonight
lose it forever|scarcity|warn|no restock date yet
never see this price again|scarcity|ban|the offer ends tonight
once they are gone they are gone forever|scarcity|warn|no restock date yet
text me on|contact|ban|message the shop
add me on wechat|contact|ban|message the shop
add me on whatsapp|contact|ban|message the shop
hit me up on|contact|ban|message the shop
dm me on|contact|ban|message the shop
message me on telegram|contact|ban|message the shop
pay via paypal|contact|warn|pay in the shop
paypal friends and family|contact|ban|pay in the shop
send money to my|contact|ban|pay in the shop
to my cash app|contact|ban|pay in the shop
to my venmo|contact|ban|pay in the shop
get rich fast|finance|ban
earn money from home|finance|ban
easy money|finance|warn
financial freedom|finance|warn
sure profit|finance|ban|prices go up and down
don't tell your mom|minor|ban|ask a parent first
don't tell mom|minor|ban|ask a parent first
ask your mom for her card|minor|ban|ask a parent to order
use your mom's card|minor|ban|ask a parent to order`;
