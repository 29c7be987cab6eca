export const metricsZhCn = {} as const;
