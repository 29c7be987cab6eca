import type { MessagePortMain } from 'electron';

import type { Connection } from '#core/connection/connection.ts';

/**
 * A Connection over a MessagePort. Frames are plain objects and carry no ArrayBuffers to transfer:
 * Electron would drop such messages without a word.
 */
export function createPortConnection(port: MessagePortMain): Connection {
  let isOpen = true;
  const closeListeners: (() => void)[] = [];
  port.on('close', () => {
    isOpen = false;
    for (const listener of closeListeners.splice(0)) listener();
  });
  port.start();
  return {
    send(frame) {
      if (isOpen) port.postMessage(frame);
    },
    onFrame: (listener) => void port.on('message', (event) => listener(event.data)),
    onClose: (listener) => void closeListeners.push(listener),
    close: () => port.close(),
    // The port tells nobody how much waits; windows are on this machine and take what comes.
    backlog: () => 0,
  };
}
