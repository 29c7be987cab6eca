import type { sourcesZhCn } from '../zh-cn/sources.ts';

export const sourcesEn: Record<keyof typeof sourcesZhCn, string> = {};
