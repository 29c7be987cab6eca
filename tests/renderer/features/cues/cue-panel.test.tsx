import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleCues, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);

useSampleTime();

type Cue = SliceInputs['cues']['sent'][number];

function desk(patch: Partial<SliceInputs['cues']>): DeskUnderTest {
  const cues = { ...sampleCues('zh-CN'), ...patch };
  useDeskStore.getState().showCueTab('deck');
  return renderDesk(<CuePanel alerts={null} />, { language: 'zh-CN', slices: { cues } });
}

function cue(patch: Partial<Cue>): Cue {
  return {
    id: 20,
    kind: 'free',
    text: '喝口水',
    sentTs: SAMPLE_NOW,
    state: 'sent',
    shownDelayMs: null,
    doneDelayMs: null,
    ...patch,
  };
}

const deck = (): HTMLElement => screen.getByRole('list', { name: '话术库' });
const sentRows = (): readonly string[] =>
  within(screen.getByRole('list', { name: '已发给主播' }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);
const field = (): HTMLInputElement =>
  screen.getByRole<HTMLInputElement>('textbox', { name: '给主播写一句话' });

describe('the deck', () => {
  test('lists pinned cards by key first, each with its kind', () => {
    const { deck: cards } = sampleCues('zh-CN');
    desk({ deck: [...cards].reverse() });
    const rows = within(deck()).getAllByRole('listitem');
    expect(rows.map((row) => row.textContent)).toEqual([
      expect.stringContaining('F1留人'),
      expect.stringContaining('F2报价'),
      expect.stringContaining('F3休息'),
      expect.stringContaining('逼单最后二十件'),
    ]);
  });

  test('F keys send the pinned cue; an empty key says so and does nothing else', async () => {
    const { user, sent } = desk({});
    await user.keyboard('{F2}');
    expect(sent()).toEqual([{ name: 'cue.sendCard', input: { cardId: 2, productId: null } }]);
    const isTaken = !fireEvent.keyDown(document.body, { key: 'F5' });
    expect(isTaken).toBe(true);
    expect(screen.getByText('话术键 5 还没有固定话术')).toBeTruthy();
    expect(sent()).toHaveLength(1);
  });

  test('the button sends, and a following Enter does not send again', async () => {
    const { user, sent } = desk({});
    await user.click(screen.getByRole('button', { name: /发送：喝口水/ }));
    await user.keyboard('{Enter}');
    expect(sent()).toEqual([{ name: 'cue.sendCard', input: { cardId: 3, productId: null } }]);
  });

  test('a card is added with its key and product', async () => {
    const { user, sent, reply } = desk({});
    await user.click(screen.getByRole('button', { name: '添加话术' }));
    const sheet = within(screen.getByRole('dialog', { name: '添加话术' }));
    await user.type(sheet.getByLabelText('内容'), '谢谢大家');
    await user.selectOptions(sheet.getByLabelText('类型'), '感谢');
    await user.selectOptions(sheet.getByLabelText('快捷键'), 'F4');
    await user.selectOptions(sheet.getByLabelText('随商品发送'), '3 亚麻西装外套 宽松款');
    await user.click(sheet.getByRole('button', { name: '保存' }));
    expect(sent()).toEqual([
      {
        name: 'cue.putCard',
        input: {
          cardId: null,
          kind: 'thanks',
          text: '谢谢大家',
          pinnedSlot: 4,
          productId: 3,
          language: 'any',
          tone: 'plain',
        },
      },
    ]);
    await reply('cue.putCard', { cardId: 9 });
    expect(screen.queryByRole('dialog')).toBe(null);
  });

  test('a card is removed after a second press', async () => {
    const { user, sent } = desk({});
    await user.click(screen.getByRole('button', { name: /编辑：喝口水/ }));
    await user.click(screen.getByRole('button', { name: '删除' }));
    await user.click(screen.getByRole('button', { name: '再点一次删除' }));
    expect(sent()).toEqual([{ name: 'cue.removeCard', input: { cardId: 3 } }]);
  });
});

describe('the keys in the deck', () => {
  const button = (name: RegExp): HTMLElement => screen.getByRole('button', { name });
  const stops = (): readonly (string | null)[] =>
    within(deck())
      .getAllByRole('button')
      .filter((each) => each.tabIndex === 0)
      .map((each) => each.getAttribute('aria-label'));

  test('Tab reaches one row, arrow keys walk from there and keep to the same button', async () => {
    const { user } = desk({});
    const [edit, send] = stops();
    expect(stops()).toHaveLength(2);
    act(() => button(/^发送：喝口水/).focus());
    expect(stops()).not.toContain(send);
    await user.keyboard('{Home}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(send);
    expect(stops()).toEqual([edit, send]);
    await user.keyboard('{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toBe(send);
    await user.keyboard('{ArrowDown}{ArrowDown}');
    expect(document.activeElement).toBe(button(/^发送：喝口水/));
    await user.keyboard('{Shift>}{Tab}{/Shift}{ArrowUp}');
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/199，169/);
    expect(stops()[0]).toBe(document.activeElement?.getAttribute('aria-label'));
  });
});

describe('a line of one’s own', () => {
  test('Enter sends it and empties the field once it is sent', async () => {
    const { user, sent, reply } = desk({});
    await user.type(field(), ' 先讲面料 {Enter}');
    expect(sent()).toEqual([{ name: 'cue.send', input: { kind: 'free', text: '先讲面料' } }]);
    expect(field().value).toBe(' 先讲面料 ');
    await reply('cue.send', { cueId: 30 });
    expect(field().value).toBe('');
  });

  test('keeps the text and says why when it is refused', async () => {
    const { user, refuse } = desk({});
    await user.type(field(), '先讲面料{Enter}');
    await refuse('cue.send', 'show_not_running');
    expect(field().value).toBe('先讲面料');
    expect(screen.getByRole('alert').textContent).toContain('现在没有正在进行的场次');
  });

  test('an Enter of the input method sends nothing', () => {
    const { sent } = desk({});
    fireEvent.change(field(), { target: { value: 'xian' } });
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 });
    expect(sent()).toEqual([]);
  });

  test('too long a line is counted and cannot be sent', async () => {
    const { user, sent } = desk({});
    fireEvent.change(field(), { target: { value: '长'.repeat(123) } });
    expect(screen.getByText('最多 120 个字，超出 3 个')).toBeTruthy();
    await user.click(field());
    await user.keyboard('{Enter}');
    expect(sent()).toEqual([]);
  });
});

describe('what was sent', () => {
  test('is listed newest first with its state and delays', () => {
    desk({
      sent: [
        cue({ id: 1, state: 'done', shownDelayMs: 200, doneDelayMs: 14_000 }),
        cue({ id: 2, state: 'withdrawn' }),
        cue({ id: 3, state: 'shown', shownDelayMs: 210 }),
      ],
    });
    expect(sentRows()).toEqual([
      '喝口水已显示自动显示 0.2 s撤回01:42:18',
      '喝口水已撤回01:42:18',
      '喝口水讲完了自动显示 0.2 s · 讲完 14 s01:42:18',
    ]);
  });

  test('can be taken back until the host is done', async () => {
    const { user, sent } = desk({ sent: [cue({})] });
    await user.click(screen.getByRole('button', { name: '撤回：喝口水' }));
    expect(sent()).toEqual([{ name: 'cue.withdraw', input: { cueId: 20 } }]);
  });

  test('a call for help stands out until another cue is sent', () => {
    const { change, sample } = desk({ sent: [cue({ state: 'help' })] });
    expect(screen.getByRole('alert').textContent).toBe('主播求助：喝口水');
    change({ cues: { ...sample.cues, sent: [cue({ state: 'help' }), cue({ id: 21 })] } });
    expect(screen.queryByRole('alert')).toBe(null);
  });
});
