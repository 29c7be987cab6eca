import type { chatZhCn } from '../zh-cn/chat.ts';

export const chatEn: Record<keyof typeof chatZhCn, string> = {};
