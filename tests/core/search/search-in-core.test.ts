import { existsSync } from 'node:fs';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { openStore } from '#core/database/open-store.ts';
import { searchFilePath } from '#core/search/search-file.ts';
import { requestReplacement } from '#core/store/replacement.ts';
import type { CommandInput } from '#shared/contract/contract.ts';
import { startRig, type CoreRig, type RigScreen } from '#tests/support/core-rig.ts';
import { hitsInFolder } from '#tests/support/folder-bytes.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';

const EVERYTHING: CommandInput<'search.messages'> = {
  searchId: 'rig',
  text: '',
  person: null,
  platform: null,
  kind: null,
  showId: null,
  fromTs: null,
  toTs: null,
  beforeSeq: null,
  limit: 50,
};
/** Time in which the indexer has long taken everything in. */
const LATER_MS = 30_000;

let rig: CoreRig;
let desk: RigScreen;

beforeEach(async () => {
  rig = await startRig(null);
  desk = rig.screen('desk');
  await desk.must('show.create', { title: '专场', origin: 'live', currency: 'CNY' });
  await desk.must('show.start', {});
  const cli = rig.screen('cli');
  await cli.must('ingest.append', {
    sender: 'rig',
    events: [
      chat({ key: 'm1', ts: TEST_NOW }, person('u1', 'Mei'), '饕餮大餐多少钱'),
      chat({ key: 'm2', ts: TEST_NOW + 1 }, person('u2', 'Bo'), '多少钱 @Mei'),
    ],
  });
});
afterEach(() => rig.close());

async function found(text: string): Promise<readonly string[]> {
  const { hits } = await desk.must('search.messages', { ...EVERYTHING, text });
  return hits.map((hit) => hit.text);
}

describe('the search of a running core', () => {
  test('finds what was just committed, and what its indexer took in', async () => {
    expect(await found('多少钱')).toEqual(['多少钱 @Mei', '饕餮大餐多少钱']);
    await rig.advance(LATER_MS);
    const { index } = await desk.must('search.messages', EVERYTHING);
    expect(index).toMatchObject({ isWhole: true, fraction: 1 });
    expect(await found('多少钱')).toEqual(['多少钱 @Mei', '饕餮大餐多少钱']);
  });

  test('is for desks alone', async () => {
    for (const role of ['anchor', 'overlay', 'assistant', 'team', 'cli'] as const) {
      const answer = await rig.screen(role).run('search.messages', { ...EVERYTHING, text: '多少' });
      expect(answer).toMatchObject({ ok: false, error: { code: 'not_allowed' } });
    }
  });

  test('refuses what is no request, and answers everything that somebody can type', async () => {
    const bad = [
      [{ limit: 0 }, 'value_out_of_range'],
      [{ limit: 101 }, 'value_out_of_range'],
      [{ beforeSeq: 0.5 }, 'bad_request'],
      [{ searchId: '' }, 'text_missing'],
      [{ text: '价'.repeat(20_001) }, 'text_too_long'],
    ] as const;
    for (const [part, code] of bad) {
      const answer = await desk.run('search.messages', { ...EVERYTHING, ...part });
      expect(answer).toMatchObject({ ok: false, error: { code } });
    }
    const typed = [
      '"',
      '""',
      '*',
      'NEAR(',
      'a AND',
      '-',
      '^',
      'words:',
      '\\',
      '%',
      '\u0301',
      '\ud83d',
    ];
    for (const text of [...typed, '🔥'.repeat(5_000)]) expect(await found(text)).toEqual([]);
  });

  test('finds nothing of a person from the request to erase them on, and keeps no byte of it', async () => {
    await rig.advance(LATER_MS);
    await desk.must('show.end', {});
    const inIndex = () =>
      hitsInFolder(rig.dataFolder, ['饕', '餮']).filter(({ file }) => file.startsWith('search'));
    expect(inIndex()).not.toEqual([]);
    await desk.must('person.erase', { platform: 'twitch', platformUserId: 'u1' });
    expect(await found('多少钱')).not.toContain('饕餮大餐多少钱');
    await rig.advance(LATER_MS);
    await rig.advance(LATER_MS);
    expect(inIndex()).toEqual([]);
    expect(await found('多少钱')).toEqual(['多少钱 @****']);
    expect(await found('饕餮')).toEqual([]);
  });

  test('begins anew with another store', async () => {
    await rig.advance(LATER_MS);
    await rig.core.close();
    expect(existsSync(searchFilePath(rig.dataFolder))).toBe(true);
    requestReplacement(rig.dataFolder, { reason: 'recover', found: 'by_check' }, TEST_NOW);
    const opened = openStore({ dataFolder: rig.dataFolder, sqliteBinding: null }, testPorts());
    if (opened.ok) opened.value.close();
    expect(opened.ok).toBe(true);
    expect(existsSync(searchFilePath(rig.dataFolder))).toBe(false);
  });
});
