import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { RotationSheet } from '#renderer/features/rotation/RotationSheet.tsx';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleShelf, type SliceInputs } from '#tests/support/sample-room.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

useSampleTime();

function open(rotation: SliceInputs['shelf']['rotation'] = null): DeskUnderTest {
  return renderDesk(<RotationSheet onClose={() => undefined} />, {
    language: 'en',
    slices: { shelf: { ...sampleShelf('en'), rotation } },
  });
}

const field = (name: string) => screen.getByRole('textbox', { name });

describe('a rotation', () => {
  test('is started with typed link numbers, repeats and minutes', async () => {
    const desk = open();
    await desk.user.type(field('Link numbers'), '1, 4x2');
    await desk.user.clear(field('Interval (minutes)'));
    await desk.user.type(field('Interval (minutes)'), '2.5{Enter}');
    const items = [
      { productId: 1, repeats: 1 },
      { productId: 4, repeats: 2 },
    ];
    expect(desk.sent()).toEqual([
      {
        name: 'rotation.start',
        input: { items, groupId: null, everyMs: 150_000, isEndless: true },
      },
    ]);
  });

  test('is not started with what the shelf has not, or at no interval', async () => {
    const desk = open();
    await desk.user.type(field('Link numbers'), '1,77');
    await desk.user.clear(field('Interval (minutes)'));
    await desk.user.type(field('Interval (minutes)'), '0{Enter}');
    expect(screen.getByText('There is no link 77 on the shelf')).toBeTruthy();
    expect(screen.getByText('0.25 to 60 minutes')).toBeTruthy();
    expect(desk.sent()).toEqual([]);
  });

  test('says what is next, what it waits for and what was left out', async () => {
    const desk = open({
      state: 'held',
      heldBy: 'block',
      nextProductId: 4,
      nextTs: null,
      left: 2,
      everyMs: 60_000,
      skipped: [{ productId: 2, reason: 'sold_out' }],
    });
    expect(screen.getByText(/^Next: 4 /)).toBeTruthy();
    expect(screen.getByText('waits for this block')).toBeTruthy();
    expect(screen.getByText('Link 2 left out: marked as sold out')).toBeTruthy();
    await desk.user.click(screen.getByRole('button', { name: 'Pause' }));
    await desk.user.click(screen.getByRole('button', { name: 'End' }));
    expect(desk.sent()).toEqual([
      { name: 'rotation.pause', input: { isPaused: true } },
      { name: 'rotation.end', input: {} },
    ]);
  });

  test('counts down to the next one', () => {
    open({
      state: 'running',
      heldBy: null,
      nextProductId: 1,
      nextTs: SAMPLE_NOW + 90_000,
      left: 1,
      everyMs: 120_000,
      skipped: [],
    });
    expect(screen.getByText(/^in 1/)).toBeTruthy();
  });

  test('takes a group as its list, and says which links that is now', async () => {
    const shelf = sampleShelf('en');
    const items = shelf.items.map((item) => ({ ...item, groupId: item.linkNumber > 6 ? 5 : null }));
    const groups = [
      { id: 5, name: 'Benefit' },
      { id: 6, name: 'Empty' },
    ];
    const desk = renderDesk(<RotationSheet onClose={() => undefined} />, {
      language: 'en',
      slices: { shelf: { ...shelf, items, groups } },
    });
    const list = screen.getByRole('combobox', { name: 'Which products' });
    await desk.user.selectOptions(list, 'Group “Empty”, 0 products');
    expect(screen.getByText('This group has no products yet.')).toBeTruthy();
    await desk.user.selectOptions(list, 'Group “Benefit”, 2 products');
    expect(screen.getByText(/^Links 7, 8 now/)).toBeTruthy();
    expect(screen.queryByRole('textbox', { name: 'Link numbers' })).toBeNull();
    await desk.user.click(screen.getByRole('button', { name: 'Start rotation' }));
    expect(desk.sent()).toEqual([
      {
        name: 'rotation.start',
        input: { items: [], groupId: 5, everyMs: 180_000, isEndless: true },
      },
    ]);
    await desk.refuse('rotation.start', 'group_empty');
    expect(screen.getByRole('alert').textContent).toContain('This group has no products yet');
  });
});
