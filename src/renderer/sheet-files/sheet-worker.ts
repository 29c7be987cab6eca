import { readSheet } from './read-sheet.ts';

/**
 * Reads one file in a thread of its own, so that whatever is in it holds up no screen. It is sent a
 * file and answers with a `SheetReading`.
 */
self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const file = event.data;
  if (!(file instanceof File)) return;
  void file
    .arrayBuffer()
    .then((buffer) => readSheet(new Uint8Array(buffer), file.name))
    .then(
      (reading) => self.postMessage(reading),
      () => self.postMessage({ isRead: false, fault: 'unreadable' }),
    );
});
