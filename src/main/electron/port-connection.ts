import { serialize } from 'node:v8';

import type { MessagePortMain } from 'electron';

import { fail } from '#shared/contract/app-error.ts';
import { CommandId } from '#shared/model/ids.ts';
import type { Connection } from '#core/connection/connection.ts';
import type { Logger } from '#core/ports.ts';
import { ROLE_LIMITS } from '#core/screens/role-limits.ts';

/**
 * A Connection over a MessagePort. Frames are plain objects and carry no ArrayBuffers to transfer:
 * Electron would drop such messages without a word. A frame larger than a desk's may be goes no
 * further than here and is answered with message_too_large.
 */
export function createPortConnection(port: MessagePortMain, logger: Logger): Connection {
  let isOpen = true;
  const closeListeners: (() => void)[] = [];
  const send: Connection['send'] = (frame) => {
    if (isOpen) port.postMessage(frame);
  };
  port.on('close', () => {
    isOpen = false;
    for (const listener of closeListeners.splice(0)) listener();
  });
  port.start();
  return {
    send,
    onFrame(listener) {
      port.on('message', ({ data }: { readonly data: unknown }) => {
        const bytes = serialize(data).byteLength;
        if (bytes <= ROLE_LIMITS.desk.maxFrameBytes) {
          listener(data);
          return;
        }
        logger.log('warn', 'port_frame_too_large', { bytes });
        const max = Math.floor(ROLE_LIMITS.desk.maxFrameBytes / 1024);
        const { error } = fail('message_too_large', { kilobytes: Math.ceil(bytes / 1024), max });
        send({ type: 'refused', commandId: commandIdOf(data), error });
      });
    },
    onClose: (listener) => void closeListeners.push(listener),
    close: () => port.close(),
    // The port tells nobody how much waits; windows are on this machine and take what comes.
    backlog: () => 0,
  };
}

/** The command's own id where it can be read, so that the page knows which one was refused. */
function commandIdOf(frame: unknown): CommandId | null {
  if (typeof frame !== 'object' || frame === null || !('commandId' in frame)) return null;
  const parsed = CommandId.safeParse(frame.commandId);
  return parsed.success ? parsed.data : null;
}
