import BetterSqlite from 'better-sqlite3';
import { expect, type Page } from '@playwright/test';

import type { TwitchChatServer } from '#tests/support/twitch-chat-server.ts';

import { messagesOnScreen, startLiveRoom } from './chat-rows.ts';

/**
 * Listens to the server's channel in a live room until it has played everything: every line is in
 * the store once, in the order of arrival, counted, and on screen.
 */
export async function expectAllReceived(
  desk: Page,
  server: TwitchChatServer,
  storePath: string,
  lineCount: number,
): Promise<void> {
  await startLiveRoom(desk, server.channel, server.url);
  await expect(desk.locator('[data-row-key]').first()).toBeVisible();
  await server.onFinished;
  await expect.poll(() => storedIds(storePath).length).toBe(lineCount);
  expect(storedIds(storePath)).toEqual(server.sentLines.map(messageId));
  expect(countOf(storePath, 'SELECT sum(chats) FROM minute_counts')).toBe(lineCount);
  const late = "SELECT count(*) FROM events WHERE json_extract(body, '$.historical')";
  expect(countOf(storePath, late)).toBe(0);
  // What the platform does not give is said, never shown as 0.
  const viewers = desk
    .getByRole('listitem')
    .filter({ has: desk.getByRole('heading', { name: '在线人数' }) });
  await expect(viewers).toContainText('—');
  await expect(viewers).toContainText('平台不提供');
  await expect(desk.getByRole('timer', { name: '开播时长' })).not.toHaveText('00:00:00');
  expect(await messagesOnScreen(desk)).toBe(lineCount);
}

export function countOf(storePath: string, query: string): number {
  return read(storePath, (db) => Number(db.prepare(query).pluck().get()));
}

function storedIds(storePath: string): unknown[] {
  return read(storePath, (db) =>
    db
      .prepare(
        `SELECT e.dedupe_key FROM events e JOIN event_kinds k ON k.code = e.kind
         WHERE k.name = 'chat' ORDER BY e.seq`,
      )
      .pluck()
      .all(),
  );
}

function read<T>(storePath: string, work: (db: BetterSqlite.Database) => T): T {
  const db = new BetterSqlite(storePath, { readonly: true });
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function messageId(line: string): string {
  return /[@;]id=([^; ]+)/.exec(line)?.[1] ?? '';
}
