import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { PlanSheet } from '#renderer/features/run-of-show/PlanSheet.tsx';
import { makeBlock } from '#tests/support/make-block.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);
useSampleTime();

const SCRIPT = { hook: 'Hello', look: '', story: '', value: '', callToAction: '' };
const BLOCKS = ['Warm-up', 'Hero', 'Close'].map((title, index) =>
  makeBlock({ id: index + 1, position: index + 1, title, plannedMs: 300_000, script: SCRIPT }),
);

async function open(language: 'en' | 'zh-CN' = 'en', blocks = BLOCKS): Promise<DeskUnderTest> {
  const desk = renderDesk(<PlanSheet onClose={() => undefined} />, { language, slices: {} });
  await desk.reply('plan.get', {
    blocks,
    loops: [],
    terms: { endMinute: null, follow: 'off' },
    canUndo: true,
    canRedo: false,
    revision: 1,
  });
  return desk;
}

const edits = (desk: DeskUnderTest): unknown[] =>
  desk.sent().flatMap(({ name, input }) => (name === 'plan.edit' ? [input] : []));
const cell = (row: number, column: number): HTMLElement => {
  const found = screen.getAllByRole('row')[row]?.querySelectorAll<HTMLElement>('[role=gridcell]');
  const one = found?.[column];
  if (one === undefined) throw new Error(`no cell ${row}/${column}`);
  return one;
};
async function stored(desk: DeskUnderTest): Promise<void> {
  await desk.reply('plan.edit', { revision: 2, insertedIds: [] });
}

describe('the table of the plan', () => {
  test('is one tab stop; arrows walk it and typing writes over a cell', async () => {
    const desk = await open();
    await desk.user.click(cell(1, 0));
    await desk.user.keyboard('{ArrowDown}{ArrowRight}{ArrowRight}');
    expect(cell(2, 2)).toBe(document.activeElement);
    expect(screen.getAllByRole('gridcell').filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(
      1,
    );
    await desk.user.keyboard('90s{Enter}');
    expect(edits(desk)).toEqual([
      { edits: [{ op: 'change', blockId: 2, change: { plannedMs: 90_000 } }] },
    ]);
    await stored(desk);
    expect(cell(3, 2)).toBe(document.activeElement);
  });

  test('what is wrong with a cell is said with what to do, and nothing is changed; Esc leaves it', async () => {
    const desk = await open();
    await desk.user.click(cell(1, 2));
    await desk.user.keyboard('soon{Enter}');
    expect(screen.getByText(/“soon” is no length: write 5, 1:30, 90s or 2 min/)).toBeTruthy();
    expect(edits(desk)).toEqual([]);
    await desk.user.keyboard('{Escape}');
    expect(cell(1, 2).textContent).toBe('5:00');
    expect(screen.queryByText(/is no length/)).toBeNull();
  });

  test('rows are inserted, moved and removed by keys, and steps taken back', async () => {
    const desk = await open();
    await desk.user.click(cell(2, 0));
    await desk.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    await stored(desk);
    await desk.user.keyboard('{Control>}{Enter}{/Control}');
    await stored(desk);
    await desk.user.keyboard('{Control>}z{/Control}');
    expect(edits(desk)).toMatchObject([
      { edits: [{ op: 'move', blockIds: [2], beforeId: 1 }] },
      { edits: [{ op: 'insert' }] },
    ]);
    expect(desk.sent().at(-1)?.name).toBe('plan.undo');
    await desk.user.click(cell(3, 0));
    await desk.user.keyboard('{Control>}{Delete}{/Control}');
    expect(edits(desk).at(-1)).toEqual({ edits: [{ op: 'remove', blockIds: [3] }] });
  });

  test('no key of the desk is heard in it: digits write, and never arm', async () => {
    const desk = await open();
    await desk.user.click(cell(1, 2));
    await desk.user.keyboard('7{Tab}');
    expect(edits(desk)).toMatchObject([{ edits: [{ change: { plannedMs: 420_000 } }] }]);
    expect(desk.sent().some(({ name }) => name === 'shelf.arm')).toBe(false);
  });
});

describe('what is said in a block', () => {
  test('stands beside the table and is stored when one leaves its field', async () => {
    const desk = await open();
    const hook = screen.getByRole('textbox', { name: 'Hook' });
    await desk.user.clear(hook);
    await desk.user.type(hook, 'One line');
    // Esc goes back to the table, and closes nothing.
    await desk.user.keyboard('{Escape}');
    expect(cell(1, 0)).toBe(document.activeElement);
    expect(edits(desk)).toEqual([
      {
        edits: [{ op: 'change', blockId: 1, change: { script: { ...SCRIPT, hook: 'One line' } } }],
      },
    ]);
  });

  test('one that is too long says how long it is and is not stored', async () => {
    const desk = await open();
    const story = screen.getByRole('textbox', { name: 'Story' });
    fireEvent.change(story, { target: { value: 'x'.repeat(10_000) } });
    fireEvent.blur(story);
    expect(
      screen.getByText('10000 characters, and 9995 fit. It is not stored yet: shorten it first.'),
    ).toBeTruthy();
    expect(edits(desk)).toEqual([]);
  });
});

describe('a pasted table', () => {
  async function paste(text: string): Promise<DeskUnderTest> {
    const desk = await open();
    act(() => cell(1, 0).focus());
    fireEvent.paste(cell(1, 0), { clipboardData: { getData: () => text } });
    return desk;
  }

  test('is shown row by row; good rows are added with one press, wrong ones say why', async () => {
    const desk = await paste('Block\tLength\tProducts\nOpening\t5\t\nNext\tsoon\t99');
    const rows = within(screen.getByRole('region', { name: 'What becomes of it' })).getAllByRole(
      'row',
    );
    expect(rows[1]?.textContent).toContain('Will be added');
    expect(rows[2]?.textContent).toContain('“soon” is no length');
    expect(rows[2]?.textContent).toContain('“99” is not on this show’s shelf');
    await desk.user.click(screen.getByRole('button', { name: 'Add 1 blocks' }));
    expect(edits(desk)).toMatchObject([
      {
        edits: [{ op: 'insert', beforeId: null, block: { title: 'Opening', plannedMs: 300_000 } }],
      },
    ]);
  });
});

test('a table pasted anywhere while the plan is open is the plan’s, in its import too', async () => {
  const desk = await open();
  const stray: unknown[] = [];
  const offerProducts = (event: Event): unknown => stray.push(event);
  document.addEventListener('paste', offerProducts);
  const pasteBeside = (text: string): void => {
    fireEvent.paste(document.body, { clipboardData: { getData: () => text } });
  };
  pasteBeside('Block\tLength\nOpening\t5');
  expect(screen.getByRole('button', { name: 'Add 1 blocks' })).toBeTruthy();
  pasteBeside('Block\tLength\nOpening\t5\nClose\t3');
  expect(screen.getByRole('button', { name: 'Add 2 blocks' })).toBeTruthy();
  expect(stray).toEqual([]);
  desk.unmount();
  pasteBeside('a\tb\nc\td');
  expect(stray).toHaveLength(1);
  document.removeEventListener('paste', offerProducts);
});

test('a template takes the place of what was not on air, in the language of the desk', async () => {
  const desk = await open('zh-CN', []);
  await desk.user.selectOptions(screen.getByRole('combobox', { name: '套用模板…' }), '单品 1 小时');
  expect(edits(desk)).toMatchObject([{ edits: expect.arrayContaining([{ op: 'clear' }]) }]);
  expect(JSON.stringify(edits(desk))).toContain('五分钟');
});

test('an end is set as a time of day; what is none is said at the field', async () => {
  const desk = await open();
  const field = screen.getByRole('textbox', { name: 'End at' });
  await desk.user.type(field, '25:00');
  expect(screen.getByText('A time such as 22:00, or empty for no end.')).toBeTruthy();
  await desk.user.clear(field);
  await desk.user.type(field, '22:00{Enter}');
  expect(edits(desk)).toEqual([{ edits: [{ op: 'terms', terms: { endMinute: 1_320 } }] }]);
});
