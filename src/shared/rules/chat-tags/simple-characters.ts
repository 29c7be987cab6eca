/** Traditional → simplified, pairwise: the characters that the trade's words are made of. */
const PAIRS =
  '嗎吗麼么買买賣卖價价錢钱貴贵質质發发貨货號号碼码鏈链連连結结單单個个們们這这還还裡里裏里點点幾几會会開开關关給给說说話话誰谁嘆叹歡欢愛爱顏颜顔颜寬宽鬆松緊紧長长輕轻舊旧' +
  '壞坏爛烂線线頭头縮缩補补庫库現现優优劃划實实體体圖图樣样試试適适閨闺媽妈運运費费險险遞递順顺豐丰郵邮區区國国內内達达換换貼贴評评論论騙骗偽伪託托壓压響响聲声聽听見见觀观' +
  '場场臺台灣湾禮礼獎奖搶抢車车購购訂订後后時时間间歲岁條条雙双雞鸡魚鱼鮮鲜麗丽氣气絕绝讚赞贊赞謝谢辦办問问題题嚐尝嘗尝鹹咸濕湿乾干淨净臉脸膚肤過过產产廠厂傷伤紅红綠绿藍蓝' +
  '黃黄紗纱絲丝領领裝装褲裤襪袜襯衬帶带鈕钮釦扣簡简網网際际賺赚職职聯联繫系絡络雲云盤盘帳账戶户與与為为無无從从來来對对啟启動动員员團团隊队積积貓猫鍋锅爐炉燈灯電电視视機机' +
  '腦脑';

/** One traditional character to its simplified one. */
export const SIMPLE_CHARACTERS: ReadonlyMap<string, string> = pairsOf([...PAIRS]);

function pairsOf(characters: readonly string[]): ReadonlyMap<string, string> {
  const pairs = new Map<string, string>();
  for (const [place, character] of characters.entries()) {
    const simple = characters[place + 1];
    if (place % 2 === 0 && simple !== undefined) pairs.set(character, simple);
  }
  return pairs;
}
