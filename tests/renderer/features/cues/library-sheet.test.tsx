import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { LibrarySheet } from '#renderer/features/cues/LibrarySheet.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { starterCues } from '#shared/rules/cue-library/starter-cues.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleCues, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);

useSampleTime();

const HOST: SliceInputs['library'] = {
  anchors: [{ id: 4, name: '小林' }],
  currentAnchorId: 4,
  lastChange: null,
};

function sheet(slices: Partial<SliceInputs>, language: 'zh-CN' | 'en' = 'zh-CN'): DeskUnderTest {
  return renderDesk(<LibrarySheet onClose={() => undefined} />, { language, slices });
}

const rows = (name = '全部话术'): readonly string[] =>
  within(screen.getByRole('list', { name }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);
const commands = (desk: DeskUnderTest) => desk.sent().filter(({ name }) => name !== 'cue.usage');

describe('the library', () => {
  test('is searched by words and kinds, and filtered by kind, language and favourites', async () => {
    const { deck } = sampleCues('zh-CN');
    const [first, ...others] = deck;
    const marked = {
      id: 90,
      text: 'Stay',
      kind: 'retain',
      language: 'en',
      pinnedSlot: null,
    } as const;
    const cards = [...(first === undefined ? [] : [{ ...first, favouriteOf: [4] }]), ...others];
    const cues = { ...sampleCues('zh-CN'), deck: [...cards, { ...marked, productId: null }] };
    const { user } = sheet({ cues, library: HOST });
    expect(rows()).toHaveLength(deck.length + 1);
    await user.type(screen.getByRole('searchbox', { name: '找话术' }), '留人');
    expect(rows()).toHaveLength(2);
    await user.selectOptions(screen.getByLabelText('语言'), '中文');
    expect(rows()).toEqual([expect.stringContaining('十点整抽福袋')]);
    await user.selectOptions(screen.getByLabelText('语言'), '英文');
    // The other one is of any language.
    expect(rows()).toHaveLength(2);
    await user.click(screen.getByRole('checkbox', { name: '只看小林的收藏' }));
    expect(rows()).toEqual([expect.stringContaining('十点整抽福袋')]);
    await user.selectOptions(screen.getByLabelText('类型'), '报价');
    expect(screen.getByText('没有符合的话术')).toBeTruthy();
  });

  test('one press takes the starter cues, and one takes the last change back', async () => {
    const desk = sheet({
      cues: { deck: [], sent: [], current: null },
      library: { ...HOST, lastChange: { changeId: 7, kind: 'starter', count: 68 } },
    });
    expect(screen.getByText('话术库还是空的')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: /取用中文基础话术/ }));
    const cards = starterCues('zh').map((card) => ({ ...card }));
    expect(commands(desk)).toEqual([{ name: 'cue.addCards', input: { cards, isStarter: true } }]);
    await desk.reply('cue.addCards', { added: cards.length, known: 0 });
    expect(screen.getByText('已取用 68 条基础话术')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: '撤销' }));
    expect(commands(desk).at(-1)).toEqual({ name: 'cue.undoLibrary', input: { changeId: 7 } });
    await desk.refuse('cue.undoLibrary', 'nothing_to_undo');
    expect(screen.getByRole('alert').textContent).not.toBe('');
  });

  test('says how often a card was used and what followed, or that it cannot be said', async () => {
    const desk = sheet({});
    const chat = { figure: 'chat', mean: 12.34, low: 4, high: 20.7, without: 30 } as const;
    const found = { ...chat, state: 'found', n: 8, needed: null } as const;
    const none = { mean: null, low: null, high: null, without: null };
    const few = { figure: 'chat', ...none, state: 'tooFew', n: 3, needed: 4 } as const;
    const use = { sent: 12, shown: 11, done: 10, lastTs: SAMPLE_NOW };
    await desk.reply('cue.usage', {
      cards: [
        { cardId: 1, ...use, lift: [found] },
        { cardId: 2, ...use, lift: [few] },
        { cardId: 3, sent: 0, shown: 0, done: 0, lastTs: null, lift: [] },
      ],
    });
    const [known, unknown, never] = rows();
    expect(known).toContain('发过 12 次 · 讲完 10 次');
    expect(known).toContain('聊天 +12.3（+4～+20.7）');
    expect(unknown).toContain('数据不够（3 次可比，约需 4 次）');
    expect(never).toContain('还没发过');
  });

  test('arrow keys walk in the column of the button, and a star is the host’s', async () => {
    const desk = sheet({ library: HOST });
    const star = (name: RegExp) => screen.getByRole('button', { name });
    act(() => star(/^收藏给小林：新来的姐妹/).focus());
    await desk.user.keyboard('{ArrowDown}{Enter}');
    expect(document.activeElement).toBe(star(/^收藏给小林：199/));
    expect(commands(desk)).toEqual([
      { name: 'cue.setFavourite', input: { cardId: 2, anchorId: 4, isFavourite: true } },
    ]);
    await desk.user.keyboard('{End}{Home}');
    expect(document.activeElement).toBe(star(/^收藏给小林：新来的姐妹/));
  });
});

describe('hosts', () => {
  test('are added by name, and one is chosen for the show', async () => {
    const desk = sheet({ library: { ...HOST, currentAnchorId: null } }, 'en');
    await desk.user.type(screen.getByLabelText('Name of a host'), ' Mei {Enter}');
    expect(commands(desk)).toEqual([
      { name: 'anchor.put', input: { anchorId: null, name: 'Mei' } },
    ]);
    await desk.reply('anchor.put', { anchorId: 5 });
    await desk.user.selectOptions(screen.getByLabelText('Host now'), '小林');
    expect(commands(desk).at(-1)).toEqual({ name: 'anchor.choose', input: { anchorId: 4 } });
  });
});

describe('pasted lines', () => {
  test('are shown row by row; only what is new and right is added', async () => {
    const desk = sheet({});
    await desk.user.click(screen.getByRole('button', { name: '粘贴或导入' }));
    await desk.user.selectOptions(screen.getByLabelText('没写时的类型'), '感谢');
    const text = '谢谢大家\n喝口水，休息 30 秒\t休息\n全网最低\t唱歌\n谢谢大家\n送{红包}';
    fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
    const table = within(screen.getByRole('table'));
    const shown = table
      .getAllByRole('row')
      .slice(1)
      .map((row) => row.textContent);
    expect(shown).toEqual([
      expect.stringMatching(/^1感谢谢谢大家.*将加入$/),
      expect.stringMatching(/^2休息喝口水，休息 30 秒.*已有，跳过$/),
      expect.stringMatching(/^3.*全网最低.*没有“唱歌”这个类型$/),
      expect.stringMatching(/^4感谢谢谢大家.*已有，跳过$/),
      expect.stringMatching(/^5感谢送\{红包\} \{红包\} 不是变量.*将加入$/),
    ]);
    await desk.user.click(screen.getByRole('button', { name: '加入 2 条' }));
    const fresh = { kind: 'thanks', language: 'any', tone: 'plain' };
    expect(commands(desk)).toEqual([
      {
        name: 'cue.addCards',
        input: {
          cards: [
            { ...fresh, text: '谢谢大家' },
            { ...fresh, text: '送{红包}' },
          ],
          isStarter: false,
        },
      },
    ]);
    await desk.reply('cue.addCards', { added: 2, known: 0 });
    expect(screen.queryByRole('table')).toBe(null);
  });
});

test('a card with variables says what it would say now, and which nobody can fill', async () => {
  const desk = sheet({ metrics: null });
  await desk.user.click(screen.getByRole('button', { name: '添加话术' }));
  const field = screen.getByLabelText<HTMLInputElement>('内容');
  fireEvent.change(field, { target: { value: '第 {链接} 号' } });
  expect(screen.getByText('现在会说：第 2 号')).toBeTruthy();
  await desk.user.selectOptions(screen.getByLabelText('插入变量'), '在线人数 {在线}');
  expect(field.value).toContain('{在线}');
  expect(screen.getByText('{在线} 现在没有数值')).toBeTruthy();
});

test('a long deck beside the show is found by a word and a kind; favourites of the host come first', async () => {
  const many = Array.from({ length: 14 }, (_, index) => ({
    id: index + 10,
    kind: index % 2 === 0 ? ('price' as const) : ('demo' as const),
    text: `第 ${index} 句`,
    pinnedSlot: index === 13 ? 1 : null,
    productId: null,
    favouriteOf: index === 6 ? [4] : [],
  }));
  useDeskStore.getState().showCueTab('deck');
  const desk = renderDesk(<CuePanel alerts={null} />, {
    language: 'zh-CN',
    slices: { cues: { deck: many, sent: [], current: null }, library: HOST },
  });
  expect(rows('话术库').slice(0, 3)).toEqual([
    expect.stringContaining('第 13 句'),
    expect.stringContaining('第 6 句'),
    expect.stringContaining('第 0 句'),
  ]);
  await desk.user.type(screen.getByRole('searchbox', { name: '找话术' }), '第 1');
  expect(rows('话术库')).toHaveLength(5);
  await desk.user.selectOptions(screen.getByRole('combobox', { name: '类型' }), '报价');
  expect(rows('话术库')).toHaveLength(2);
  await desk.user.type(screen.getByRole('searchbox', { name: '找话术' }), '没有的');
  expect(screen.getByText('没有符合的话术')).toBeTruthy();
});
