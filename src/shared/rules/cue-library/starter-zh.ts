/** Lines `kind|tone|text`, none longer than a host reads at a glance. */
export const STARTER_CUES_ZH = `
welcome|warm|欢迎新来的朋友，先坐下听我讲
welcome|warm|欢迎 {名字}，第一次来先看 {链接} 号
welcome|lively|刚进来的朋友，现在讲的是 {商品}
welcome|plain|新朋友多：30 秒重讲一遍今天的福利
welcome|warm|欢迎新粉 {名字}，有问题直接打在公屏
welcome|lively|现在 {在线} 人一起看，跟大家打个招呼
welcome|calm|自我介绍：我是谁、卖什么、几点下播
retain|warm|先别走，下一个讲 {链接} 号，很多人在等
retain|lively|预告：这一轮讲完开福袋
retain|plain|说清楚下一个福利几点、多少件
retain|warm|喜欢的点个关注，下次开播能收到
retain|lively|还剩 {还剩}，讲完这款上福利
retain|playful|先别划走，看我把它穿上身
rescue|lively|人在掉：停下，先讲福利款
rescue|plain|换节奏：站起来，走近镜头
rescue|lively|拉互动：问大家平时穿几码
rescue|plain|回到 {商品}，只讲一个卖点
rescue|urgent|进人少：重讲 {链接} 号的价格
rescue|calm|别急，放慢语速，看着镜头说
rescue|playful|来个小游戏：猜价格，猜对的我念名字
thanks|warm|感谢 {名字} 送的 {礼物}
thanks|warm|感谢 {名字}，一共 {人数} 位，谢谢支持
thanks|lively|谢谢 {名字} 下单，尺码拍错找客服
thanks|warm|欢迎 {名字} 加入粉丝团
thanks|lively|谢谢 {点赞} 个赞，手酸了歇一歇
thanks|warm|今天已有 {订单} 单，谢谢大家信任
question|plain|读一条公屏提问，现场回答
question|plain|问：{问题}
question|warm|不知道选几码的，把身高体重打公屏
question|expert|讲清面料、洗法、会不会起球
question|plain|统一答：发什么快递、几天到
question|plain|统一答：七天无理由怎么退
question|warm|没答到的别急，再打一遍我看
price|plain|报价：{商品}，到手 {价格}
price|plain|原价 {原价}，今天 {价格}，立省 {立省}
price|calm|慢慢念两遍：{链接} 号，{价格}
price|expert|讲价格由来：面料、工艺、产地
price|plain|说清：券在哪领、怎么叠加
price|warm|觉得贵的：讲一件能穿几年
price|plain|多件怎么买：按到手价各算一遍
demo|plain|走近镜头，给面料一个近景
demo|lively|上身，转一圈，给侧面和背面
demo|expert|拉一拉、揉一揉，让大家看弹力
demo|plain|换一个颜色，三色并排
demo|plain|和日常单品搭一套给大家看
demo|expert|翻到里面看走线和洗标
demo|playful|拿旧款对比着讲，说实话
close|urgent|{链接} 号，库存 {库存} 件，要的去拍
close|lively|准备好了吗，三、二、一，看 {链接} 号
close|plain|提醒：已拍的检查地址和尺码
close|warm|拿不准的先拍，收到不合适可以退
close|plain|再念一遍：{链接} 号、{价格}、今晚发
close|calm|这款讲完就过，后面不回头
close|urgent|没付款的去付，库存只给付了款的
giveaway|lively|开福袋：念清参与方式，念三遍
giveaway|plain|说清：几点开奖、几份、怎么领
giveaway|lively|倒计时，念完名单再过品
giveaway|warm|恭喜 {名字}，去私信客服登记
giveaway|plain|没中的也谢谢，下一轮在 {还剩} 后
giveaway|calm|公布规则：不下单也能参加
rest|calm|喝口水，语速放慢
rest|warm|坐下讲两分钟，让嗓子歇歇
rest|plain|换搭档讲，你离镜 3 分钟
rest|calm|深呼吸，肩膀放松，笑一下
rest|plain|这块讲完，放一段视频
correction|plain|更正：刚才的价格说错了，是 {价格}
correction|calm|刚才那句收回，换个说法
correction|plain|更正：库存是 {库存} 件
correction|warm|说错了跟大家道个歉，再讲一遍
correction|plain|更正：福利以页面显示为准
correction|calm|别评价别家，只讲自己的商品
likes|lively|点点屏幕，离下一个目标不远了
likes|warm|谢谢 {点赞} 个赞，念几个名字
likes|lively|点赞上来了，趁热讲 {链接} 号
likes|plain|说清：点赞不花钱，帮忙上推荐
calm|calm|有不满的别刷屏，私信客服马上处理
calm|warm|先听完大家的意见，再说怎么解决
calm|calm|嫌贵的：讲清值在哪，不争
calm|plain|说清售后：谁负责、多久回复
next|plain|这款讲到这，看 {链接} 号
next|lively|卖完了，换下一款，别停
next|warm|没拍到的收藏一下，补货会说
next|plain|过款：先说价格，再上身
wrap|plain|超时了，一句话收尾，过下一段
wrap|calm|再念一遍价格，30 秒收尾
wrap|warm|谢谢大家，下一段马上开始
wrap|plain|本段还剩 {还剩}，准备收尾
free|plain|看一眼镜头，微笑
free|plain|声音大一点
free|plain|语速慢一点
free|plain|往左站一点，别挡住商品
free|plain|下一个：{链接} 号 {商品}
`;
