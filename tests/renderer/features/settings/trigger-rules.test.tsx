import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import {
  FIRST_TRIGGER_SETTINGS,
  type TriggerRule,
  type TriggerSettings,
} from '#shared/model/cue-trigger.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { withTrigger } from '#shared/rules/cue-triggers/trigger-set.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { presetTrigger } from '#tests/support/trigger-moments.ts';

useSampleTime();

function sheet(triggers: TriggerSettings = FIRST_TRIGGER_SETTINGS): DeskUnderTest {
  return renderDesk(<SettingsSheet onClose={() => undefined} />, {
    language: 'en',
    slices: { settings: { ...NO_SETTINGS, triggers, damaged: null } },
  });
}

function rulesSent(desk: DeskUnderTest): readonly TriggerRule[] | undefined {
  const change = desk.sent().findLast(({ name }) => name === 'settings.change');
  const input = change?.input;
  return typeof input === 'object' && input !== null && 'triggers' in input
    ? (input.triggers as TriggerSettings).rules
    : undefined;
}

const choose = (desk: DeskUnderTest, rule: string): Promise<void> =>
  desk.user.selectOptions(screen.getByLabelText('Proposal rule'), rule);
const save = () => screen.getByRole('button', { name: 'Save this proposal rule' });

describe('rules of proposed cues', () => {
  test('are changed by form, with kind, priority and blocks, and saved whole', async () => {
    const desk = sheet();
    await choose(desk, 'block-overrun');
    fireEvent.change(screen.getByLabelText('Seconds over'), { target: { value: '120' } });
    await desk.user.selectOptions(screen.getByLabelText('Kind of cue'), 'next');
    await desk.user.selectOptions(screen.getByLabelText('Priority'), 'high');
    await desk.user.click(screen.getByRole('checkbox', { name: 'Hero' }));
    await desk.user.click(save());
    expect(rulesSent(desk)).toEqual([
      {
        ...presetTrigger('block-overrun'),
        test: { kind: 'overrun', overS: 120 },
        cueKind: 'next',
        priority: 'high',
        roles: ['hero'],
      },
    ]);
  });

  test('listen for words of one’s own; without any nothing can be saved', async () => {
    const desk = sheet();
    await choose(desk, 'topic');
    const words = screen.getByLabelText('Words, with commas between');
    fireEvent.change(words, { target: { value: '' } });
    expect(screen.getByText('Enter at least one word')).toBeTruthy();
    expect(save()).toHaveProperty('disabled', true);
    fireEvent.change(words, { target: { value: 'silk， linen, silk' } });
    await desk.user.click(save());
    expect(rulesSent(desk)?.[0]?.test).toMatchObject({ words: ['silk', 'linen'] });
  });

  test('a number that cannot be is said, and nothing can be saved', async () => {
    const desk = sheet();
    await choose(desk, 'anchor-rest');
    fireEvent.change(screen.getByLabelText('Minutes in a row'), { target: { value: '2' } });
    expect(screen.getByText('A number from 5 to 600')).toBeTruthy();
    expect(save()).toHaveProperty('disabled', true);
  });

  test('one that contradicts another is refused with its name', async () => {
    const overrun = presetTrigger('block-overrun');
    const own = { ...overrun, id: 'own-1', name: 'Mine', cueKind: 'rest' as const, isOn: false };
    const desk = sheet(withTrigger(FIRST_TRIGGER_SETTINGS, own));
    await choose(desk, 'own-1');
    await desk.user.click(screen.getByRole('checkbox', { name: 'Propose' }));
    expect(
      screen.getByText('“Block over time” has the same condition and another kind of cue'),
    ).toBeTruthy();
    expect(save()).toHaveProperty('disabled', true);
  });

  test('one is copied, off at first, and what was made goes again', async () => {
    const desk = sheet();
    await choose(desk, 'stock-low');
    await desk.user.click(screen.getByRole('button', { name: 'Copy as one of my own' }));
    expect(rulesSent(desk)).toMatchObject([{ name: 'Nearly sold out 2', isOn: false }]);
  });

  test('one of one’s own compares another figure, the other way', async () => {
    const own = { ...presetTrigger('likes-high'), id: 'own-1', name: 'Mine', isOn: false };
    const desk = sheet(withTrigger(FIRST_TRIGGER_SETTINGS, own));
    await choose(desk, 'own-1');
    await desk.user.selectOptions(screen.getByLabelText('Figure'), 'follows');
    await desk.user.selectOptions(screen.getByLabelText('Direction'), 'below');
    await desk.user.click(save());
    expect(rulesSent(desk)?.[0]?.test).toMatchObject({ figure: 'follows', direction: 'below' });
  });

  test('quiet time and the hour’s limit are chosen', async () => {
    const desk = sheet();
    await desk.user.selectOptions(screen.getByLabelText('Between two proposals, at least'), '90');
    const change = desk.sent().findLast(({ name }) => name === 'settings.change');
    expect(change?.input).toEqual({ triggers: { ...FIRST_TRIGGER_SETTINGS, quietS: 90 } });
  });
});
