export const chartZhCn = {} as const;
