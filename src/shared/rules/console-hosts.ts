/** Consoles of platforms that can be worked by hand alone; the only ones an outlet may open. */
export const CONSOLE_HOSTS: readonly string[] = [
  'buyin.jinritemai.com',
  'zs.kwaixiaodian.com',
  'liveplatform.taobao.com',
  'live-assistant.xiaohongshu.com',
  'channels.weixin.qq.com',
  'seller.tiktok.com',
  'seller-us.tiktok.com',
];
