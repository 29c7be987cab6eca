import { expect, test } from 'vitest';

import type { LinkConnection, LinkListener } from '#core/feeds/supervisor/live-link.ts';
import { openLater } from '#core/feeds/supervisor/open-later.ts';

type Told = { readonly raw: string };

/** What a supervisor and a connection say to each other, in order. */
function setUp() {
  const said: string[] = [];
  const listener: LinkListener<Told> = {
    heard: () => void said.push('heard'),
    awaits: (reason) => void said.push(`awaits ${reason}`),
    confirmed: () => void said.push('confirmed'),
    messages: (messages) => void said.push(...messages.map(({ raw }) => raw)),
    badFrame: (_frame, reason) => void said.push(reason),
    ended: (reason) => void said.push(`ended ${reason}`),
  };
  const logger = { log: (_level: string, event: string) => void said.push(event) };
  function open(to: LinkListener<Told>): LinkConnection {
    said.push('opened');
    to.confirmed();
    return {
      ping: () => void said.push('ping'),
      close: () => Promise.resolve(void said.push('close')),
      cut: () => void said.push('cut'),
    };
  }
  let resolve: (loaded: typeof open) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<typeof open>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  const connection = openLater(() => promise, listener, logger);
  return { said, open, loading: { promise, resolve, reject }, connection };
}

test('it waits for its code as for a socket, then is the connection itself', async () => {
  const { said, open, loading, connection } = setUp();
  connection.ping();
  loading.resolve(open);
  await loading.promise;
  connection.ping();
  await connection.close();
  expect(said).toEqual(['awaits connect_timeout', 'opened', 'confirmed', 'ping', 'close']);
});

test.each(['close', 'cut'] as const)('after %s nothing is opened any more', async (how) => {
  const { said, open, loading, connection } = setUp();
  await connection[how]();
  loading.resolve(open);
  await loading.promise;
  expect(said).toEqual(['awaits connect_timeout']);
});

test('code that cannot be loaded is a connection that failed, and is logged', async () => {
  const { said, loading } = setUp();
  loading.reject(new Error('gone'));
  await expect(loading.promise).rejects.toThrow('gone');
  await Promise.resolve();
  expect(said).toEqual(['awaits connect_timeout', 'link_not_loaded', 'ended connect_failed']);
});
