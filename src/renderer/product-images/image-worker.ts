import { drawImage } from './draw-image.ts';

/**
 * Draws one picture in a thread of its own, so that decoding it holds up no screen. It is sent a file
 * and answers with an `ImageDrawing`.
 */
self.addEventListener('message', (event: MessageEvent<unknown>) => {
  const given = event.data;
  if (!(given instanceof Blob)) return;
  void drawImage(given).then(
    (drawing) => self.postMessage(drawing),
    () => self.postMessage({ isDrawn: false, fault: 'undecodable' }),
  );
});
