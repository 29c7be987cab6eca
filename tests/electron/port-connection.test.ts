import { EventEmitter } from 'node:events';

import type { MessagePortMain } from 'electron';
import { expect, test } from 'vitest';

import { ROLE_LIMITS } from '#core/screens/role-limits.ts';
import { createPortConnection } from '#electron/port-connection.ts';
import { testPorts } from '#tests/support/test-ports.ts';

class FakePort extends EventEmitter implements MessagePortMain {
  readonly sent: unknown[] = [];
  isStarted = false;
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
  start(): void {
    this.isStarted = true;
  }
  close(): void {
    this.emit('close');
  }
}

test('frames go both ways until the port closes, which is told once', () => {
  const port = new FakePort();
  const connection = createPortConnection(port, testPorts().logger);
  const frames: unknown[] = [];
  let closed = 0;
  connection.onFrame((frame) => void frames.push(frame));
  connection.onClose(() => (closed += 1));
  expect(port.isStarted).toBe(true);
  port.emit('message', { data: { type: 'hello' }, ports: [] });
  connection.send({ type: 'reload', protocol: 1 });
  connection.close();
  port.emit('close');
  connection.send({ type: 'reload', protocol: 2 });
  expect(frames).toEqual([{ type: 'hello' }]);
  expect(port.sent).toEqual([{ type: 'reload', protocol: 1 }]);
  expect(closed).toBe(1);
  expect(connection.backlog()).toBe(0);
});

const LIMIT_BYTES = ROLE_LIMITS.desk.maxFrameBytes;

test('a frame that is too large goes nowhere and is answered, by its id where it has one', () => {
  const port = new FakePort();
  const ports = testPorts();
  const connection = createPortConnection(port, ports.logger);
  const frames: unknown[] = [];
  connection.onFrame((frame) => void frames.push(frame));
  const commandId = 'abcdefghijklmnopqrstuv';
  port.emit('message', { data: { type: 'command', commandId, input: 'x'.repeat(LIMIT_BYTES) } });
  port.emit('message', { data: 'x'.repeat(LIMIT_BYTES) });
  port.emit('message', { data: new Map([[1, new Uint8Array(LIMIT_BYTES)]]) });
  port.emit('message', { data: 'x'.repeat(1_000) });
  expect(frames).toEqual(['x'.repeat(1_000)]);
  const error = { code: 'message_too_large', params: { kilobytes: expect.any(Number), max: 2049 } };
  expect(port.sent).toEqual([
    { type: 'refused', commandId, error },
    { type: 'refused', commandId: null, error },
    { type: 'refused', commandId: null, error },
  ]);
  expect(ports.lines.map(({ event }) => event)).toEqual(Array(3).fill('port_frame_too_large'));
});
