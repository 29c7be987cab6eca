import { act, screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';

import { CuePanel } from '#renderer/features/cues/CuePanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { sampleProposal, sampleProposals } from '#tests/support/sample-proposals.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

beforeEach(stubLayout);
beforeEach(() => useDeskStore.getState().showCueTab('proposals'));

useSampleTime();

function desk(
  patch: Partial<SliceInputs['proposals']> = {},
  language: 'zh-CN' | 'en' = 'en',
): DeskUnderTest {
  const proposals = { ...sampleProposals(), ...patch };
  return renderDesk(<CuePanel alerts={null} />, { language, slices: { proposals } });
}

const places = (): readonly HTMLElement[] =>
  within(screen.getByRole('list', { name: 'Proposed cues' })).getAllByRole('listitem');

describe('proposed cues', () => {
  test('stand in their places, each with its reason in one line', () => {
    desk();
    expect(screen.getByRole('tab', { name: /Proposals/ }).textContent).toContain('3');
    expect(places().map((place) => place.textContent)).toEqual([
      expect.stringContaining('Say the offer first'),
      expect.stringContaining('a slip was logged'),
      expect.stringContaining('Stock alarm'),
    ]);
    expect(places()[0]?.textContent).toContain('Entries −18% in 5 min (820, before 1,000)');
    expect(places()[2]?.textContent).toContain('link 4: 12 left, about 3 min at this pace');
    // A number without a word could be seconds, or people.
    expect(places()[0]?.textContent).toMatch(/\d+ pts/);
  });

  test('leave their place empty when they go: the others do not move', () => {
    desk({ open: [sampleProposal({ slot: 3 })] });
    expect(places()).toHaveLength(3);
    expect(places()[0]?.getAttribute('aria-label')).toBe('Place 1, free');
    expect(places()[2]?.textContent).toContain('Say the offer first');
  });

  test('one of safety that has no place yet stands above, where it moves nothing', async () => {
    const late = sampleProposal({ seq: 504, priority: 'safety', text: 'Take it back', slot: null });
    const { user, sent } = desk({ open: [...sampleProposals().open, late] });
    expect(places()).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'Send the proposal: Take it back' }));
    expect(sent().map(({ input }) => input)).toEqual([{ proposalSeq: 504, text: null }]);
  });

  test('one is sent with a key, one dropped with a key, each by its own seq', async () => {
    const { user, sent } = desk();
    await user.keyboard('{Alt>}2{/Alt}');
    await user.keyboard('{Alt>}{Shift>}3{/Shift}{/Alt}');
    expect(sent().map(({ name, input }) => [name, input])).toEqual([
      ['proposal.send', { proposalSeq: 502, text: null }],
      ['proposal.drop', { proposalSeq: 503 }],
    ]);
  });

  test('the buttons do the same', async () => {
    const { user, sent } = desk();
    const right = { name: /^Send/, description: /^Give the right/ };
    await user.click(screen.getByRole('button', right));
    await user.click(screen.getByRole('button', { name: /^Drop the proposal: Two totes/ }));
    expect(sent().map(({ name }) => name)).toEqual(['proposal.send', 'proposal.drop']);
  });

  test('one is edited in its place: Enter sends what was written, Esc leaves it', async () => {
    const { user, sent } = desk();
    await user.keyboard('\\');
    const field = screen.getByRole('textbox', { name: 'Change this line' });
    expect(document.activeElement).toBe(field);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('textbox', { name: 'Change this line' })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Edit the proposal: Two totes/ }));
    await user.clear(screen.getByRole('textbox', { name: 'Change this line' }));
    await user.keyboard('One tote each{Enter}');
    expect(sent().map(({ input }) => input)).toEqual([{ proposalSeq: 503, text: 'One tote each' }]);
  });

  test('the points are taken apart on demand; what is not known says so', async () => {
    const { user } = desk();
    const [points] = screen.getAllByRole('button', { name: /^Score of this proposal: 39/ });
    if (points === undefined) throw new Error('no points');
    await user.click(points);
    expect(places()[0]?.textContent).toContain('urgency 30');
    expect(places()[0]?.textContent).toContain('past lift unknown');
    expect(places()[0]?.textContent).toContain('often dropped');
  });

  test('the mode is chosen where they stand', async () => {
    const { user, sent } = desk();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Who sends' }), 'hold');
    expect(sent().map(({ name, input }) => [name, input])).toEqual([
      ['triggers.setMode', { mode: 'hold' }],
    ]);
  });

  test('on hold, and held back, each say why nothing comes', () => {
    desk({ open: [], mode: 'hold' });
    expect(screen.getByText('On hold: nothing is proposed or sent')).toBeTruthy();
    act(() => document.body.replaceChildren());
    desk({ open: [], heldBy: 'price' });
    expect(screen.getByText('Price is being said')).toBeTruthy();
  });

  test('rules that cannot propose here are named with why', async () => {
    const { user } = desk({}, 'zh-CN');
    await user.click(screen.getByText('2 条规则在这里没法提建议'));
    expect(screen.getByText(/商品没人点 · 没有商品曝光/)).toBeTruthy();
    expect(screen.getByText('环节超时 · 话术库里没有“收尾”')).toBeTruthy();
  });
});
