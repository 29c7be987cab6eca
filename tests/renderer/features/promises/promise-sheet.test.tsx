import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { PromiseSheet } from '#renderer/features/promises/PromiseSheet.tsx';
import { PromiseStrip } from '#renderer/features/promises/PromiseStrip.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

useSampleTime();

type Promises = SliceInputs['promises'];
type Open = Promises['open'][number];

const promise = (part: Partial<Open>): Open => ({
  id: 70,
  promiseKind: 'limited',
  productId: 1,
  units: 50,
  priceMinor: null,
  text: '',
  madeTs: SAMPLE_NOW - 60_000,
  dueTs: SAMPLE_NOW + 90_000,
  left: 12,
  over: 0,
  ...part,
});
const slice = (part: Partial<Promises>): Promises => ({
  open: [],
  settled: [],
  kept: 0,
  broken: 0,
  ...part,
});

function sheet(promises: Promises = slice({})): DeskUnderTest {
  return renderDesk(<PromiseSheet onClose={() => undefined} />, {
    language: 'en',
    slices: { promises },
  });
}
const field = (name: string) => screen.getByRole('textbox', { name });

describe('a promise is made', () => {
  test('of the product that is armed or on the shelf, with pieces and minutes', async () => {
    const desk = sheet();
    await desk.user.selectOptions(screen.getByRole('combobox', { name: 'Product' }), '2');
    await desk.user.type(field('Pieces'), '50');
    await desk.user.type(field('Within (minutes)'), '2.5{Enter}');
    expect(desk.sent()).toEqual([
      {
        name: 'promise.make',
        input: {
          promiseKind: 'limited',
          productId: 2,
          units: 50,
          priceMinor: null,
          text: '',
          dueInMs: 150_000,
        },
      },
    ]);
  });

  test('and each kind asks for what it needs, in words', async () => {
    const desk = sheet();
    const kind = screen.getByRole('combobox', { name: 'What is promised' });
    await desk.user.type(field('What was said'), '{Enter}');
    expect(screen.getByText('How many pieces?')).toBeTruthy();
    await desk.user.selectOptions(kind, 'restock');
    await desk.user.type(field('What was said'), '{Enter}');
    expect(screen.getByText('0.5 to 720 minutes')).toBeTruthy();
    await desk.user.selectOptions(kind, 'other');
    await desk.user.type(field('What was said'), '  {Enter}');
    expect(screen.getByText('What was said?')).toBeTruthy();
    await desk.user.selectOptions(kind, 'priceOpen');
    await desk.user.type(field('Price from then on'), 'cheap{Enter}');
    expect(desk.sent()).toEqual([]);
    await desk.user.clear(field('Price from then on'));
    await desk.user.type(field('Price from then on'), '99{Enter}');
    expect(desk.sent()).toMatchObject([
      { input: { promiseKind: 'priceOpen', priceMinor: 9_900, dueInMs: null } },
    ]);
  });
});

describe('what was promised', () => {
  test('stands in the strip with what is left, and is settled in one press', async () => {
    const desk = renderDesk(<PromiseStrip />, {
      language: 'en',
      slices: {
        promises: slice({
          open: [
            promise({ id: 71, dueTs: SAMPLE_NOW - 65_000 }),
            promise({ id: 72, promiseKind: 'priceOpen', units: null, left: null, dueTs: null }),
            promise({ id: 73, promiseKind: 'other', text: 'draw at eight' }),
          ],
        }),
      },
    });
    const [first, second, ...others] = screen.getAllByRole('listitem');
    if (first === undefined || second === undefined) throw new Error('no rows');
    expect(others).toEqual([]);
    expect(first.textContent).toContain('Only 50 · 12 left');
    expect(within(first).getByText('1:05 late')).toBeTruthy();
    await desk.user.click(within(first).getByRole('button', { name: 'Not kept' }));
    await desk.user.click(within(second).getByRole('button', { name: 'Open price' }));
    expect(desk.sent()).toEqual([
      { name: 'promise.settle', input: { promiseId: 71, outcome: 'broken' } },
      { name: 'promise.settle', input: { promiseId: 72, outcome: 'kept' } },
    ]);
    expect(screen.getByRole('button', { name: '1 more' })).toBeTruthy();
  });

  test('is open again after a wrong press; without orders what is left is not known', async () => {
    const desk = sheet(
      slice({
        open: [promise({ id: 74, left: null })],
        settled: [
          { ...promise({ id: 75 }), outcome: 'kept', settledTs: SAMPLE_NOW, isByItself: true },
        ],
      }),
    );
    expect(screen.getByTitle(/No orders are known/).textContent).toContain('Only 50 · — left');
    expect(screen.getByText('Kept · all sold')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Open again' }));
    await desk.user.click(screen.getByRole('button', { name: 'Take back' }));
    expect(desk.sent()).toEqual([
      { name: 'promise.reopen', input: { promiseId: 75 } },
      { name: 'promise.settle', input: { promiseId: 74, outcome: 'withdrawn' } },
    ]);
  });
});
