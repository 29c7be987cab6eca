import { act, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { StoreSheet } from '#renderer/features/store/StoreSheet.tsx';
import { StoreBands } from '#renderer/features/top-bar/StoreBands.tsx';
import type { Language } from '#renderer/i18n/messages.ts';
import type { StoreKeeping, StoreReport } from '#shared/model/store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSlices, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const REPORT: StoreReport = {
  reportTs: SAMPLE_NOW,
  kind: 'recovered',
  found: 'by_check',
  error: null,
  backup: { name: 'show-a.sqlite', madeTs: SAMPLE_NOW - 86_400_000, shows: 3, events: 12_000 },
  quarantine: '2026-03-01-recover',
  salvaged: {
    events: 500,
    shows: [{ title: '晚场', events: 500, fromTs: SAMPLE_NOW - 9_000, toTs: SAMPLE_NOW - 1_000 }],
  },
  lost: {
    events: 12,
    fromTs: SAMPLE_NOW - 5_000,
    toTs: SAMPLE_NOW - 4_000,
    shows: [],
    otherRows: 0,
  },
  tookMs: 1_400,
};

const BACKUP = {
  name: 'show-a.sqlite',
  madeTs: SAMPLE_NOW - 86_400_000,
  reason: 'show',
  bytes: 340_000_000,
  version: 4,
  shows: 3,
  events: 12_000,
  isVerified: true,
} as const;

function renderStore(
  patch: Partial<StoreKeeping>,
  language: Language = 'zh-CN',
  isLive = false,
  state: Partial<ReturnType<typeof sampleSlices>['store']> = {},
) {
  const slices = sampleSlices(language);
  const store = { ...slices.store, ...state, keeping: { ...slices.store.keeping, ...patch } };
  const show = isLive ? slices.show : { ...slices.show, show: null };
  const element = (
    <>
      <StoreBands />
      <StoreSheet onClose={() => undefined} />
    </>
  );
  return renderWithRoom(element, {
    language,
    snapshot: sampleSnapshot({ slices: { store, show } }),
  });
}

async function withBackups(room: ReturnType<typeof renderStore>): Promise<void> {
  await act(async () => {
    room.transport.reply('store.backups', { backups: [BACKUP] });
    await Promise.resolve();
  });
}

const commands = (room: ReturnType<typeof renderStore>) =>
  room.transport.commands.map(({ name, input }) => [name, input]);

describe('a backup', () => {
  test('says when, why and what is in it, and is restored by a second press', async () => {
    const room = renderStore({});
    await withBackups(room);
    const row = screen.getByRole('listitem');
    expect(row.textContent).toContain('下播后');
    expect(row.textContent).toContain('3 场 · 12,000 条 · 324 MB · 版本 4 · 已校验');
    fireEvent.click(within(row).getByRole('button', { name: /恢复 .* 的备份/ }));
    expect(commands(room)).toEqual([['store.backups', {}]]);
    fireEvent.click(within(row).getByRole('button', { name: '确定恢复？' }));
    expect(commands(room)).toContainEqual(['store.restore', { name: 'show-a.sqlite' }]);
    await act(async () => {
      room.transport.reply('store.restore', {});
      await Promise.resolve();
    });
    expect(screen.getByText(/正在恢复备份/)).toBeTruthy();
    // The core came back on the restored store.
    const again = sampleSnapshot({ coreRun: 'run-2' });
    act(() => room.transport.receive({ type: 'snapshot', snapshot: again }));
    expect(screen.queryByText(/正在恢复备份/)).toBeNull();
  });

  test('cannot be restored while a live show is on air, and the sheet says why', async () => {
    const room = renderStore({}, 'en', true);
    await withBackups(room);
    expect(screen.getByText(/once the show has ended/).textContent).toContain('On air');
    const restore = screen.getByRole('button', { name: /Restore the backup/ });
    expect(restore.hasAttribute('disabled')).toBe(true);
  });
});

describe('what became of a damaged store', () => {
  test.each(['zh-CN', 'en'] as const)('is said in %s until it was read', (language) => {
    const room = renderStore({ report: REPORT }, language);
    const said = document.body.textContent ?? '';
    for (const figure of ['12,000', '500', '12', 'quarantine/2026-03-01-recover', '晚场']) {
      expect(said).toContain(figure);
    }
    fireEvent.click(screen.getByRole('button', { name: language === 'en' ? 'Seen' : '知道了' }));
    expect(commands(room)).toContainEqual(['store.acknowledge', {}]);
  });
});

test('little room is said early, with how much is left and what to do', () => {
  renderStore({ space: { freeBytes: 700_000_000, isLow: true, hasReserve: true } });
  expect(screen.getByText(/磁盘只剩/).textContent).toBe(
    '磁盘只剩 668 MB：请删除不用的文件，否则这场可能存不下。',
  );
});

test('a full disk is said once, without how much was left before', () => {
  const space = { freeBytes: 50_000_000, isLow: true, hasReserve: false };
  const error = { code: 'store_full', params: {} } as const;
  renderStore({ space }, 'en', true, { state: 'failing', error });
  expect(screen.getByRole('alert').textContent).toContain('The disk is full');
  expect(screen.queryByText(/left on the disk/)).toBeNull();
});

test('a log that another program holds is said with its size', () => {
  renderStore({ wal: { bytes: 52_000_000, isPinned: true } }, 'en');
  expect(screen.getByText(/Another program/).textContent).toContain('50 MB');
});
