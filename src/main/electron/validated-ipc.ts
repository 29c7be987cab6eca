// The only importer of ipcMain: no channel exists without a check of who sends and what.
import { serialize } from 'node:v8';

import { ipcMain, type IpcMainEvent, type WebContents } from 'electron';

import type { Logger } from '#core/ports.ts';

import { IPC_CHANNELS, type IpcChannel, type IpcPayload, MAX_IPC_BYTES } from './ipc-channels.ts';
import { type IpcFrame, judgeSender } from './ipc-sender.rules.ts';

// A page that keeps trying fills no log.
const MOST_LOGGED = 200;
let refusedCount = 0;

/**
 * Listens on a channel of the table. The listener hears only messages of the desk's main frame whose
 * payload is small and as the table says; every other one is refused and logged by reason. So is one
 * that the listener does not take: it gives back why, else null.
 */
export function onMessage<C extends IpcChannel>(
  channel: C,
  logger: Logger,
  listener: (sender: WebContents, payload: IpcPayload<C>) => 'not_whole_desk' | null,
): void {
  ipcMain.on(channel, (event, ...payload: unknown[]) => {
    const refusal =
      refusalOf(channel, event, payload) ??
      listener(event.sender, IPC_CHANNELS[channel].parse(payload));
    if (refusal === null) return;
    refusedCount += 1;
    if (refusedCount <= MOST_LOGGED) logger.log('warn', 'ipc_refused', { channel, why: refusal });
  });
}

function refusalOf(
  channel: IpcChannel,
  event: IpcMainEvent,
  payload: readonly unknown[],
): string | null {
  const verdict = judgeSender(frameOf(event));
  if (verdict !== 'trusted') return verdict;
  // Absent when none were sent, whatever the type says.
  const ports: readonly unknown[] | undefined = event.ports;
  if (ports !== undefined && ports.length > 0) return 'unexpected_ports';
  if (serialize(payload).byteLength > MAX_IPC_BYTES) return 'too_large';
  return IPC_CHANNELS[channel].safeParse(payload).success ? null : 'wrong_payload';
}

function frameOf({ senderFrame }: IpcMainEvent): IpcFrame {
  if (senderFrame === null) return null;
  try {
    const { url, origin, parent } = senderFrame;
    return { url, origin, isMainFrame: parent === null };
  } catch {
    // Its page has gone since: Electron throws for every property of such a frame.
    return null;
  }
}
