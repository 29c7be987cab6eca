import { act, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test } from 'vitest';

import { DataSheet } from '#renderer/features/data/DataSheet.tsx';
import type { Language } from '#renderer/i18n/messages.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { fail } from '#shared/contract/app-error.ts';
import type { Erasure, FoundPerson } from '#shared/model/erasure.ts';
import type { Transfer } from '#shared/model/transfer.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import {
  SAMPLE_NOW,
  sampleBatch,
  sampleSlices,
  sampleSnapshot,
} from '#tests/support/sample-snapshot.ts';

const EXPORT: Transfer = {
  kind: 'export',
  state: 'writing',
  path: '/home/studio/cuedesk/exports/cuedesk-2026-03-01.jsonl.gz',
  rows: 0,
  rowsTotal: null,
  bytes: null,
  error: null,
  problems: [],
  problemCount: 0,
  startedTs: SAMPLE_NOW,
  endedTs: null,
};
const IMPORT: Transfer = { ...EXPORT, kind: 'import', state: 'verifying', path: '/tmp/a.jsonl.gz' };
const ERASURE: Erasure = {
  id: 1,
  stage: 'rows',
  progress: 0.25,
  ownEvents: 0,
  otherEvents: 0,
  filesTreated: 0,
  filesFailed: [],
  requestedTs: SAMPLE_NOW,
  doneTs: null,
};
const MEI: FoundPerson = {
  platform: 'twitch',
  platformUserId: '4400',
  name: 'meimei',
  displayName: '梅梅',
  lastSeenTs: SAMPLE_NOW,
};

interface Data {
  readonly transfer?: Transfer | null;
  readonly erasures?: Erasure[];
}

/** The sheet, and the data slice as the core would send it next. */
class Sheet {
  readonly #room: ReturnType<typeof renderWithRoom>;
  #seq: number;

  constructor(language: Language, data: Data) {
    const snapshot = sampleSnapshot({ language, slices: { data: sliceOf(data) } });
    this.#seq = snapshot.seq;
    this.#room = renderWithRoom(<DataSheet onClose={() => undefined} />, { language, snapshot });
  }

  next(data: Data): void {
    const afterSeq = this.#seq;
    this.#seq += 1;
    this.#room.receive(
      sampleBatch({ afterSeq, seq: this.#seq, slices: { data: sliceOf(data) }, events: [] }),
    );
  }

  commands(): readonly unknown[] {
    return this.#room.transport.commands.map(({ name, input }) => [name, input]);
  }

  reply(name: string, output: unknown): Promise<void> {
    return this.#answer(() => this.#room.transport.reply(name, output));
  }

  refuse(name: string, code: string, params: Readonly<Record<string, string>>): Promise<void> {
    return this.#answer(() => this.#room.transport.refuse(name, code, params));
  }

  #answer(send: () => void): Promise<void> {
    return act(async () => {
      send();
      await Promise.resolve();
    });
  }
}

function sliceOf({ transfer = null, erasures = [] }: Data) {
  const lastErasedTs = erasures[0]?.requestedTs ?? null;
  return { ...sampleSlices('zh-CN').data, transfer, erasures, lastErasedTs };
}

const press = (name: string | RegExp): void => {
  fireEvent.click(screen.getByRole('button', { name }));
};
const type = (label: string | RegExp, value: string): void => {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
};
const isDisabled = (name: string): boolean =>
  screen.getByRole('button', { name }).hasAttribute('disabled');

afterEach(() => {
  useDeskStore.setState({ personToErase: null, seenTransferTs: null });
});

describe('an export', () => {
  test('goes to the data folder unless a path is given', () => {
    const sheet = new Sheet('zh-CN', {});
    press('导出');
    type('存到（可不填）', '  /media/usb/show.jsonl.gz ');
    press('导出');
    expect(sheet.commands()).toEqual([
      ['data.export', { path: null }],
      ['data.export', { path: '/media/usb/show.jsonl.gz' }],
    ]);
  });

  test('says how far it is, can be ended, and at its end where the file is and how large', () => {
    const sheet = new Sheet('zh-CN', { transfer: EXPORT });
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(true);
    // How many there are is not known yet, and is not said to be none.
    expect(screen.getByText('正在写 0 / — 行')).toBeTruthy();
    expect([isDisabled('导出'), isDisabled('核对并导入')]).toEqual([true, true]);
    sheet.next({ transfer: { ...EXPORT, rows: 1_500, rowsTotal: 15_000 } });
    expect(screen.getByText('正在写 1,500 / 15,000 行')).toBeTruthy();
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('1500');
    expect(screen.getByRole('progressbar').getAttribute('max')).toBe('15000');
    press('取消');
    expect(sheet.commands()).toEqual([['data.cancel', {}]]);
    sheet.next({ transfer: { ...EXPORT, state: 'verifying', rows: 9_000, rowsTotal: 15_000 } });
    expect(screen.getByText('正在核对 9,000 / 15,000 行')).toBeTruthy();
    sheet.next({ transfer: { ...EXPORT, state: 'done', rows: 15_000, bytes: 2_340_000 } });
    expect(screen.getByText('已导出 15,000 行，2.4 MB')).toBeTruthy();
    expect(screen.getByText(EXPORT.path)).toBeTruthy();
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(isDisabled('导出')).toBe(false);
  });

  test('that failed is said until it was closed, and the next one that fails is said again', () => {
    const error = fail('file_unreadable', { path: '/x', reason: 'missing' }).error;
    const failed: Transfer = { ...EXPORT, state: 'failed', error };
    const sheet = new Sheet('en', { transfer: failed });
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
    sheet.next({ transfer: { ...failed, startedTs: SAMPLE_NOW + 60_000 } });
    expect(screen.getByRole('alert')).toBeTruthy();
  });

  test('that was ended says that nothing stayed', () => {
    new Sheet('en', { transfer: { ...EXPORT, state: 'cancelled' } });
    expect(screen.getByText('Cancelled; nothing was left behind')).toBeTruthy();
  });

  test.each([
    ['store_full', {}, /磁盘已满/, /disk is full/],
    ['folder_unwritable', { folder: '/media/usb' }, /\/media\/usb 写不进去/, /\/media\/usb cannot/],
    ['export_damaged', {}, /核对不上，已删除/, /did not read back right/],
  ] as const)('that failed (%s) says why in both languages', (code, params, zh, en) => {
    const transfer: Transfer = { ...EXPORT, state: 'failed', error: fail(code, params).error };
    new Sheet('zh-CN', { transfer });
    expect(screen.getByText(zh)).toBeTruthy();
    new Sheet('en', { transfer });
    expect(screen.getByText(en)).toBeTruthy();
  });

  test('to a place that cannot be is refused at the field, until another one is typed', async () => {
    const sheet = new Sheet('zh-CN', {});
    type('存到（可不填）', '/root/a.jsonl.gz');
    press('导出');
    await sheet.refuse('data.export', 'file_exists', { path: '/root/a.jsonl.gz' });
    const field = screen.getByLabelText('存到（可不填）');
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText('文件 /root/a.jsonl.gz 已存在，请换一个文件名。')).toBeTruthy();
    type('存到（可不填）', '/root/b.jsonl.gz');
    expect(field.getAttribute('aria-invalid')).not.toBe('true');
  });
});

describe('an import', () => {
  const start = (path: string): void => {
    type('文件路径', path);
    press('核对并导入');
    press('再按一次：替换现有数据');
  };

  test('needs a path and a second press', () => {
    const sheet = new Sheet('zh-CN', {});
    press('核对并导入');
    expect(sheet.commands()).toEqual([]);
    press('再按一次：替换现有数据');
    expect(sheet.commands()).toEqual([]);
    expect(screen.getByText('请填写文件路径。')).toBeTruthy();
    start(' /tmp/a.jsonl.gz ');
    expect(sheet.commands()).toEqual([['data.import', { path: '/tmp/a.jsonl.gz' }]]);
  });

  test('of a file that is not there says so at the field', async () => {
    const sheet = new Sheet('zh-CN', {});
    start('/tmp/a.jsonl.gz');
    await sheet.refuse('data.import', 'file_unreadable', {
      path: '/tmp/a.jsonl.gz',
      reason: 'ENOENT',
    });
    expect(screen.getByLabelText('文件路径').getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/a\.jsonl\.gz 打不开（不存在）/)).toBeTruthy();
  });

  test('while a show is on air is refused with the show’s name', async () => {
    const sheet = new Sheet('zh-CN', {});
    start('/tmp/a.jsonl.gz');
    await sheet.refuse('data.import', 'store_on_air', { title: '秋季亚麻专场' });
    expect(screen.getByText(/“秋季亚麻专场”正在直播/)).toBeTruthy();
  });

  const refused: Transfer = {
    ...IMPORT,
    state: 'failed',
    error: fail('import_refused', { count: 12 }).error,
    problemCount: 12,
    problems: [
      { line: 7, code: 'bad_row', params: { table: 'shows', column: 'title' } },
      { line: null, code: 'cut_off', params: {} },
    ],
  };

  test('that was refused says each fault with its line, and how many more there are', () => {
    new Sheet('zh-CN', { transfer: refused });
    expect(screen.getByText('文件有 12 处问题，没有导入，现有数据没有变化。')).toBeTruthy();
    const list = screen.getByRole('list', { name: '文件的问题' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual([
      '第 7 行：数据与 shows title 不符，文件被改动，请换一份。',
      '文件不完整，请重新复制或重新导出。',
    ]);
    expect(screen.getByText('另有 10 处没有列出。')).toBeTruthy();
  });

  test('in English, and no more is spoken of where all are listed', () => {
    new Sheet('en', { transfer: { ...refused, problemCount: 2 } });
    const list = screen.getByRole('list', { name: 'What is wrong with the file' });
    expect(within(list).getByText(/^Line 7: A value does not fit shows title/)).toBeTruthy();
    expect(screen.queryByText(/more\.$/)).toBeNull();
  });

  test('that is right says that its data is being put in place', () => {
    const sheet = new Sheet('zh-CN', { transfer: { ...IMPORT, rows: 40, rowsTotal: 80 } });
    expect(screen.getByText('正在核对 40 / 80 行')).toBeTruthy();
    sheet.next({ transfer: { ...IMPORT, state: 'replacing', rows: 80, rowsTotal: 80 } });
    expect(screen.getByText('核对无误，正在换上导入的数据')).toBeTruthy();
    expect(isDisabled('核对并导入')).toBe(true);
  });
});

describe('erasing a person', () => {
  async function find(sheet: Sheet, people: readonly FoundPerson[]): Promise<void> {
    type('平台 ID、登录名或昵称', ' 梅梅 ');
    press('查找');
    await sheet.reply('person.find', { people });
  }

  test('is found, armed, and erased by the second press alone', async () => {
    const sheet = new Sheet('zh-CN', {});
    await find(sheet, [MEI]);
    const row = within(screen.getByRole('list', { name: '找到的人' }));
    expect(row.getByRole('listitem').textContent).toContain('梅梅');
    expect(row.getByText(/meimei · 4400 · 最近/)).toBeTruthy();
    fireEvent.click(row.getByRole('button', { name: '抹除' }));
    const sure = row.getByRole('button', { name: '再按一次，不能恢复' });
    expect(sheet.commands()).toEqual([['person.find', { platform: null, text: '梅梅' }]]);
    // Going away disarms it.
    fireEvent.blur(sure);
    fireEvent.click(row.getByRole('button', { name: '抹除' }));
    expect(sheet.commands()).toHaveLength(1);
    fireEvent.click(row.getByRole('button', { name: '再按一次，不能恢复' }));
    expect(sheet.commands()[1]).toEqual([
      'person.erase',
      { platform: 'twitch', platformUserId: '4400' },
    ]);
    await sheet.reply('person.erase', { erasureId: 1 });
    // Whom it was about is not on the screen any more.
    expect(document.body.textContent).not.toContain('梅梅');
    expect(screen.getByLabelText<HTMLInputElement>('平台 ID、登录名或昵称').value).toBe('');
  });

  test('by another desk takes those who were found here off the screen', async () => {
    const sheet = new Sheet('zh-CN', {});
    await find(sheet, [MEI]);
    sheet.next({ erasures: [ERASURE] });
    expect(screen.queryByRole('list', { name: '找到的人' })).toBeNull();
  });

  test('says how far it is, and what came of it', () => {
    const sheet = new Sheet('zh-CN', { erasures: [ERASURE] });
    const line = () => screen.getByRole('list', { name: '最近的抹除' }).textContent;
    expect(line()).toContain('正在抹除消息');
    expect(screen.getByRole('progressbar').getAttribute('value')).toBe('0.25');
    sheet.next({ erasures: [{ ...ERASURE, stage: 'waiting', progress: null }] });
    expect(line()).toContain('备份等本场结束后处理');
    expect(screen.queryByRole('progressbar')).toBeNull();
    sheet.next({ erasures: [{ ...ERASURE, stage: 'files', progress: null }] });
    expect(screen.getByRole('progressbar').hasAttribute('value')).toBe(false);
    const done = { ...ERASURE, stage: 'done', ownEvents: 1_204, otherEvents: 3, filesTreated: 2 };
    sheet.next({ erasures: [{ ...done, stage: 'done' as const }] });
    expect(line()).toContain('已抹除：本人事件 1,204 条，提及 3 条，备份等文件 2 个');
    expect(screen.queryByRole('progressbar')).toBeNull();
  });

  test('names the files that it could not treat', () => {
    const filesFailed = ['old.sqlite', 'older.sqlite'];
    new Sheet('zh-CN', { erasures: [{ ...ERASURE, stage: 'done', filesFailed }] });
    expect(screen.getByText(/请自行删除：old\.sqlite、older\.sqlite/)).toBeTruthy();
  });

  test('nobody of that name is said', async () => {
    await find(new Sheet('zh-CN', {}), []);
    expect(screen.getByText('没有找到这个人')).toBeTruthy();
  });

  test('a refusal is said, and goes with the next answer', async () => {
    const sheet = new Sheet('zh-CN', {});
    await find(sheet, [MEI]);
    press('抹除');
    press('再按一次，不能恢复');
    await sheet.refuse('person.erase', 'unknown_person', {});
    expect(screen.getByRole('alert').textContent).toContain('可能已经抹除');
    await find(sheet, [MEI]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  test('who was chosen in the chat is looked for at once, and still two presses away', async () => {
    useDeskStore.setState({ personToErase: { platform: 'twitch', text: 'meimei' } });
    const sheet = new Sheet('zh-CN', {});
    expect(sheet.commands()).toEqual([['person.find', { platform: 'twitch', text: 'meimei' }]]);
    await sheet.reply('person.find', { people: [MEI] });
    expect(screen.getByRole('button', { name: '抹除' })).toBeTruthy();
  });
});
