export const topBarZhCn = {} as const;
