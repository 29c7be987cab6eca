import type { metricsZhCn } from '../zh-cn/metrics.ts';

export const metricsEn: Record<keyof typeof metricsZhCn, string> = {};
