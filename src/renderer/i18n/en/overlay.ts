import type { overlayZhCn } from '../zh-cn/overlay.ts';

export const overlayEn: Record<keyof typeof overlayZhCn, string> = {
  'overlay.title': 'Overlay',
  'overlay.linkNumber': 'Link {number}',
  'overlay.coupon': 'with coupon',
  'overlay.soldOut': 'Sold out',
  'overlay.waiting': 'Waiting for the desk · check {check}',
  'overlay.notPaired':
    'This overlay is not paired: make a link under “Second screens” on the desk and paste it into the OBS browser source.',
};
