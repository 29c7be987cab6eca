import type { deskZhCn } from '../zh-cn/desk.ts';

export const deskEn: Record<keyof typeof deskZhCn, string> = {
  'desk.divider.people': 'Between the chat and the room',
  'desk.divider.action': 'Between the room and the shelf',
  'desk.divider.room': 'Between the chart and the run of show',
  'desk.reading': 'Reading this show from the store…',
  'part.open.chat': 'Chat: open in its own window',
  'part.open.shelf': 'Shelf: open in its own window',
  'part.blocked':
    'The browser kept the new window shut: allow windows of this address, then press again.',
  'part.noShow': 'No show yet',
  'part.noShowHint': 'Choose one on the desk; this window follows by itself.',
  'part.cueSent': 'Sent to the host: {text}',
  'part.nextBlock': 'The next block has begun',
  'desk.partMissing': 'This part could not be loaded: load the window anew, all data is kept.',
  'desk.reload': 'Load anew',
};
