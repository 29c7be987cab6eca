import type { CommandInput } from '#shared/contract/contract.ts';

type Fields = CommandInput<'shelf.putProduct'>['fields'];

const SHIRT: Fields = {
  code: 'shirt',
  name: '亚麻衬衫 立领',
  role: 'hero',
  currency: 'CNY',
  priceMinor: 16_900,
  listPriceMinor: 19_900,
  couponPriceMinor: 14_900,
  stock: 412,
  benefit: '今晚下单送真丝发圈',
  hook: '夏天最怕闷，这件会呼吸',
  look: '配阔腿裤，显高三公分',
  story: '法国亚麻，预缩水洗，从纺纱到成衣都在一个工厂里做完',
  value: '同面料店里卖三百九',
  callToAction: '二号链接，现在拍',
  say: '冷水轻柔机洗，阴干不缩',
  swatch: '#cbb994,#a58f6d',
};

/** Products that strain a layout: long names in both scripts, no picture, prices of many digits. */
export const STRAINING_PRODUCTS: readonly Fields[] = [
  SHIRT,
  {
    ...SHIRT,
    code: 'long-zh',
    name: '法国进口雨露麻立领七分袖宽松显瘦通勤度假两穿可机洗预缩水亚麻衬衫春夏新款女装上衣限量色卡专场',
    benefit:
      '今晚下单送真丝发圈，前一百单再送同色系收纳袋，运费险和七天无理由都有，尺码不合适免费换一次',
  },
  {
    ...SHIRT,
    code: 'long-en',
    name: 'Relaxed pre-washed French linen blazer with a band collar, three-quarter sleeves and Donaudampfschifffahrtsgesellschaftsknöpfe',
    currency: 'IDR',
    priceMinor: 99_900_000_000,
    listPriceMinor: 129_900_000_000,
    couponPriceMinor: 89_900_000_000,
    swatch: '',
  },
];
