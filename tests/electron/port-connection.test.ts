import { EventEmitter } from 'node:events';

import type { MessagePortMain } from 'electron';
import { expect, test } from 'vitest';

import { createPortConnection } from '#electron/port-connection.ts';

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
  const connection = createPortConnection(port);
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
