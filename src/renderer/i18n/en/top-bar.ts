import type { topBarZhCn } from '../zh-cn/top-bar.ts';

export const topBarEn: Record<keyof typeof topBarZhCn, string> = {};
