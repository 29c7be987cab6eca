export const sourcesZhCn = {} as const;
