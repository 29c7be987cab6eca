/** The browser source; almost silent, since viewers see it. */
export const overlayZhCn = {
  'overlay.title': '画面卡片',
  'overlay.linkNumber': '{number} 号链接',
  'overlay.coupon': '券后',
  'overlay.soldOut': '售罄',
  'overlay.waiting': '等中控台同意 · 核对 {check}',
  'overlay.notPaired': '这个画面卡片还没有配对：在中控台“副屏”里生成链接，贴到 OBS 的浏览器源。',
} as const;
