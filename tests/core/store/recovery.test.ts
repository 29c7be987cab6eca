import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { dataFiles } from '#core/store/data-files.ts';
import { requestReplacement } from '#core/store/replacement.ts';
import { runStoreJob } from '#core/store/store-jobs.ts';
import { readState } from '#core/store/store-state.ts';
import { DAMAGES, damage, fillStore, openedIn } from '#tests/support/damaged-store.ts';
import { heldFigures } from '#tests/support/held-figures.ts';
import { oracleFigures } from '#tests/support/oracle.ts';
import { TEST_NOW, testPorts } from '#tests/support/test-ports.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

vi.setConfig({ testTimeout: 60_000 });

let folder: ReturnType<typeof temporaryFolder>;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.clean());

/** A garbled page is not met by opening: the look through the whole file finds it. */
function findDamage(how: string): 'at_open' | 'by_check' {
  if (!how.includes('page')) return 'at_open';
  const place = { dataFolder: folder.path, sqliteBinding: null };
  const found = runStoreJob({ type: 'check', ...place });
  if (found.type !== 'checked' || found.damage === null) throw new Error('nothing was found');
  requestReplacement(folder.path, { reason: 'recover', found: 'by_check' }, TEST_NOW);
  return 'by_check';
}

/** What the damaged store has become, and that it is sound. */
function recovered() {
  const damaged = readFileSync(dataFiles(folder.path).store);
  const store = openedIn(folder.path, testPorts());
  const { raw } = store.db;
  expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(raw.pragma('foreign_key_check')).toEqual([]);
  const shows = raw.prepare('SELECT id FROM shows').pluck().all() as number[];
  for (const show of shows) expect(heldFigures(raw, show)).toEqual(oracleFigures(raw, show));
  const events = Number(raw.prepare('SELECT count(*) FROM events').pluck().get());
  store.close();
  const { report } = readState(folder.path);
  if (report === null) throw new Error('nothing was reported');
  // Nothing of the user's is deleted: the damaged file is kept as it was.
  const kept = join(dataFiles(folder.path).quarantine, report.quarantine ?? '');
  expect(readFileSync(join(kept, 'cuedesk.sqlite')).equals(damaged)).toBe(true);
  expect(readFileSync(join(kept, 'report.txt'), 'utf8')).toContain('自动修复');
  expect(existsSync(dataFiles(folder.path).salvage)).toBe(false);
  return { events, report, kept };
}

describe.each(Object.keys(DAMAGES))('a store with %s', (how) => {
  test('is restored from its backup, and what is newer is salvaged: the loss is told exactly', () => {
    const filled = fillStore(folder.path, 1_500, 1_500, true);
    damage(folder.path, how);
    const found = findDamage(how);
    const { events, report } = recovered();
    expect(report).toMatchObject({ kind: 'recovered', found });
    expect(report.backup?.events).toBe(filled.backedUp);
    expect(events).toBeGreaterThanOrEqual(filled.backedUp);
    expect(report.salvaged.events).toBe(events - filled.backedUp);
    expect(report.lost.events ?? filled.events - events).toBe(filled.events - events);
  });

  test('without a backup gives back what can be read of it', () => {
    const filled = fillStore(folder.path, 1_000, 1_000, false);
    damage(folder.path, how);
    findDamage(how);
    const { events, report } = recovered();
    expect(report.backup).toBeNull();
    expect(report.salvaged.events).toBe(events);
    expect(report.lost.events ?? filled.events - events).toBe(filled.events - events);
  });
});

test('a lost header loses nothing, one garbled page only what was on it', () => {
  fillStore(folder.path, 1_500, 1_500, true);
  damage(folder.path, 'header zeroed');
  expect(recovered()).toMatchObject({ events: 3_000, report: { lost: { events: 0, shows: [] } } });
  damage(folder.path, 'one page of events garbled');
  findDamage('one page of events garbled');
  const { events, report } = recovered();
  expect(events).toBeGreaterThan(2_900);
  expect(events).toBeLessThan(3_000);
  expect(report.lost.shows).toMatchObject([{ title: 'Show of today' }]);
  expect(report.lost.fromTs).toBeLessThanOrEqual(report.lost.toTs ?? 0);
});
