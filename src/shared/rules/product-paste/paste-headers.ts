import { PASTE_FIELDS, type PasteField } from './paste-fields.ts';

/** Words as spreadsheets have them above a column, without blanks and in lower case. */
const WORDS: Readonly<Record<PasteField, string>> = {
  linkNumber:
    '链接号 链接序号 序号 编排 小黄车序号 链接 号 no no. # link linkno linkno. linknumber number position order',
  group: '分组 货架分组 商品分组 组别 组名 group groupname shelfgroup',
  name: '商品名称 商品名 商品标题 商品 名称 品名 产品 产品名 产品名称 标题 货品 货品名称 款名 宝贝 宝贝标题 name product productname title item itemname',
  shortName: '简称 短名 商品简称 商品短标题 短标题 shortname shorttitle',
  code: '编码 商品编码 商品编号 货号 款号 编号 sku sku编码 skuid 商品id 产品编码 条码 商家编码 code productid productcode itemcode itemid id barcode articleno',
  role: '角色 货品角色 款型 定位 品类定位 类型 商品类型 货盘 role type',
  currency: '币种 货币 货币单位 currency currencycode',
  priceMinor:
    '现价 价格 直播价 直播间价 售价 单价 销售价 活动价 到手价 成交价 直播间价格 price liveprice saleprice unitprice sellingprice promoprice',
  couponPriceMinor:
    '券后价 券后 优惠价 券后到手价 用券价 折后价 couponprice pricewithcoupon aftercoupon withcoupon',
  memberPriceMinor: '会员价 会员专享价 粉丝价 member memberprice fanprice',
  listPriceMinor:
    '原价 划线价 吊牌价 市场价 日常价 专柜价 标价 零售价 listprice originalprice rrp msrp regularprice compareatprice was wasprice',
  stock:
    '库存 库存数 库存量 库存数量 现货 现货数 备货 备货量 数量 件数 可售库存 stock inventory qty quantity available instock onhand',
  variants: '规格 款式 颜色尺码 规格明细 sku明细 变体 variants variant options skus',
  benefit:
    '利益点 福利 赠品 优惠 活动 机制 优惠机制 福利机制 benefit benefits offer gift promotion deal',
  say: '要说的话 话术 口播 口播词 脚本 讲解词 必说 say phrase script phrasetosay line',
  hook: '开场钩子 钩子 开场 引入 hook opener',
  look: '看点 卖点 亮点 核心卖点 产品卖点 商品卖点 look highlights sellingpoints features',
  story: '故事 品牌故事 背景 story background',
  value: '价值 价值点 对比 value whyworthit',
  callToAction: '促单话术 促单 逼单 催单 逼单话术 行动 cta calltoaction close',
  benefits: '更多利益点 其他利益点 权益 服务保障 morebenefits otherbenefits perks',
  bannedClaims: '禁用词 禁用说法 违禁词 不能说 禁止宣称 bannedclaims banned forbidden donotsay',
  questions: '问答 常见问题 商品问答 qa q&a faq questions questionsandanswers',
  links: '链接地址 商品链接 商品网址 购买链接 links url productlink producturl',
  tags: '标签 tags tag labels',
  swatch: '图片颜色 picturecolours swatch',
};

/** The field a header's word stands for; null for a word that is none. */
export function fieldOfWord(word: string): PasteField | null {
  return PASTE_FIELDS.find((field) => WORDS[field].split(' ').includes(word)) ?? null;
}
