/**
 * A program of its own that sends chat at a steady rate and keeps a ledger: which events it was told
 * are on disk. Told by `ledger-sender.ts DATA_FOLDER LEDGER_FILE EVENTS_PER_SECOND`; it follows the
 * core over restarts by runtime.json, resends what was not answered with the same commandId, and on
 * SIGTERM sends no more, waits for the last answers, and ends with code 0.
 */
import { appendFileSync, readFileSync } from 'node:fs';

import { io, type Socket } from 'socket.io-client';

import { RuntimeInfo, runtimeFilePath } from '#core/screens/runtime-file.ts';
import { PROTOCOL_VERSION, ServerFrame } from '#shared/contract/frames.ts';
import { commands } from '#shared/contract/contract.ts';

import { chat, person } from './make-event.ts';

const [dataFolder = '', ledgerFile = '', rate = '2000'] = process.argv.slice(2);
const BATCH_EVERY_MS = 50;
const BATCH = Math.round((Number(rate) * BATCH_EVERY_MS) / 1000);
const RETRY_MS = 50;

type Batch = {
  readonly commandId: string;
  readonly keys: readonly string[];
  readonly input: unknown;
};

const waiting = new Map<string, Batch>();
let serial = 0;
let socket: Socket | null = null;
let isEnding = false;
let isWelcome = false;

function nextBatch(): Batch {
  const keys = Array.from({ length: BATCH }, () => {
    serial += 1;
    return `ledger-${process.pid}-${serial}`;
  });
  const ts = Date.now();
  const events = keys.map((key, index) =>
    chat({ key, ts }, person(String(1000 + (index % 400)), `Viewer ${index % 400}`), `line ${key}`),
  );
  const commandId = `ledger-batch-${process.pid}-${serial}`;
  return { commandId, keys, input: { sender: 'ledger-sender', events } };
}

function send(batch: Batch): void {
  const { commandId, input } = batch;
  socket?.emit('frame', {
    type: 'command',
    commandId,
    roomId: 'main',
    name: 'ingest.append',
    input,
  });
}

function take(raw: unknown): void {
  const frame = ServerFrame.parse(raw);
  if (frame.type === 'snapshot') {
    isWelcome = true;
    for (const batch of waiting.values()) send(batch);
  }
  if (frame.type === 'refused') throw new Error(`refused: ${JSON.stringify(frame.error)}`);
  if (frame.type !== 'reply') return;
  const batch = waiting.get(frame.commandId);
  if (batch === undefined) return;
  const { stored, duplicates } = commands['ingest.append'].output.parse(frame.output);
  if (stored + duplicates !== batch.keys.length) throw new Error('an answer that does not add up');
  waiting.delete(frame.commandId);
  appendFileSync(ledgerFile, `${batch.keys.join('\n')}\n`);
  if (isEnding && waiting.size === 0) process.exit(0);
}

function connect(): void {
  let runtime: RuntimeInfo;
  try {
    runtime = RuntimeInfo.parse(JSON.parse(readFileSync(runtimeFilePath(dataFolder), 'utf8')));
  } catch {
    setTimeout(connect, RETRY_MS);
    return;
  }
  const own = io(runtime.url ?? `http://127.0.0.1:${runtime.port}`, {
    path: runtime.socketPath,
    transports: ['websocket'],
    auth: { role: 'cli', token: runtime.token },
    reconnection: false,
    forceNew: true,
  });
  socket = own;
  own.on('connect', () => {
    const hello = {
      type: 'hello',
      protocol: PROTOCOL_VERSION,
      roomId: 'main',
      screenName: 'ledger',
    };
    own.emit('frame', hello);
  });
  own.on('frame', take);
  const again = (): void => {
    if (socket !== own) return;
    socket = null;
    isWelcome = false;
    setTimeout(connect, RETRY_MS);
  };
  own.on('connect_error', again);
  own.on('disconnect', again);
}

setInterval(() => {
  // No more than a few seconds of unanswered events: the sender is not the thing under test.
  if (isEnding || !isWelcome || waiting.size > 100) return;
  const batch = nextBatch();
  waiting.set(batch.commandId, batch);
  send(batch);
}, BATCH_EVERY_MS);

process.on('SIGTERM', () => {
  isEnding = true;
  if (waiting.size === 0) process.exit(0);
});
connect();
