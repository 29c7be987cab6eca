import { readSheet } from './read-sheet.ts';

/**
 * Reads one file in a thread of its own, so that whatever is in it holds up no screen. It is sent a
 * file and which of its sheets is wanted, and answers with a `SheetReading`.
 */
self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const asked = event.data;
  if (typeof asked !== 'object' || asked === null || !('file' in asked)) return;
  const { file } = asked;
  if (!(file instanceof File)) return;
  const wanted = 'wanted' in asked && typeof asked.wanted === 'number' ? asked.wanted : null;
  void file
    .arrayBuffer()
    .then((buffer) => readSheet(new Uint8Array(buffer), file.name, wanted))
    .then(
      (reading) => self.postMessage(reading),
      () => self.postMessage({ isRead: false, fault: 'unreadable' }),
    );
});
