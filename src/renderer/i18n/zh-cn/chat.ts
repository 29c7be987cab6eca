export const chatZhCn = {} as const;
