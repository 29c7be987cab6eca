import type { deskZhCn } from '../zh-cn/desk.ts';

export const deskEn: Record<keyof typeof deskZhCn, string> = {
  'desk.divider.people': 'Between the chat and the room',
  'desk.divider.action': 'Between the room and the shelf',
  'desk.divider.room': 'Between the chart and the run of show',
};
