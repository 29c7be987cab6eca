import type { chartZhCn } from '../zh-cn/chart.ts';

export const chartEn: Record<keyof typeof chartZhCn, string> = {};
