import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import { FIRST_ALERT_SETTINGS, type AlertSettings } from '#shared/model/alert-rule.ts';
import { NO_SETTINGS } from '#shared/model/settings.ts';
import { PRESET_RULES } from '#shared/rules/alerts/preset-rules.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

function sheet(alerts: AlertSettings = FIRST_ALERT_SETTINGS): DeskUnderTest {
  return renderDesk(<SettingsSheet onClose={() => undefined} />, {
    language: 'en',
    slices: { settings: { ...NO_SETTINGS, alerts, damaged: null } },
  });
}
const changes = (desk: DeskUnderTest): readonly unknown[] =>
  desk
    .sent()
    .filter(({ name }) => name === 'settings.change')
    .map(({ input }) => input);
const number = (name: string) => screen.getByLabelText(name, { exact: true });
const type = (name: string, value: string): void =>
  void fireEvent.change(number(name), { target: { value } });
const PERCENT = 'Entries fewer than before, percent';
const save = () => screen.getByRole('button', { name: 'Save the rule' });

describe('rules of alerts', () => {
  test('are changed number by number, and saved whole', async () => {
    const desk = sheet();
    type(PERCENT, '25');
    type('True for minutes in a row', '3');
    await desk.user.click(save());
    const [preset] = PRESET_RULES;
    const rule = { ...preset, holdMin: 3, test: { ...preset?.test, percent: 25 } };
    expect(changes(desk)).toEqual([{ alerts: { ...FIRST_ALERT_SETTINGS, rules: [rule] } }]);
  });

  test('a change of them is taken back by undo, as any other', async () => {
    const desk = sheet({ ...FIRST_ALERT_SETTINGS, hourlyBudget: 10 });
    await desk.user.click(screen.getByRole('checkbox', { name: /sound/i }));
    await desk.user.click(screen.getByRole('button', { name: /^Undo: / }));
    const before = { ...FIRST_ALERT_SETTINGS, hourlyBudget: 10 };
    expect(changes(desk)).toEqual([{ alerts: { ...before, hasSound: true } }, { alerts: before }]);
  });

  test('a number that cannot be is said, and nothing can be saved', () => {
    sheet();
    for (const wrong of ['', 'x', '0', '1e9', '-5']) {
      type(PERCENT, wrong);
      expect(screen.getByText('A number from 1 to 1000')).toBeDefined();
      expect(save()).toHaveProperty('disabled', true);
    }
    type(PERCENT, '120');
    expect(screen.getByText('Nothing falls by more than a hundred percent')).toBeDefined();
    expect(save()).toHaveProperty('disabled', true);
  });

  test('one that contradicts another is refused with its name', () => {
    const limit = PRESET_RULES.find(({ id }) => id === 'chat-thin');
    if (limit?.test.kind !== 'threshold') throw new Error('no limit');
    const other = { ...limit, id: 'own-1', name: 'Loud chat' };
    const test = { ...limit.test, direction: 'above' as const, value: 50 };
    const desk = sheet({ ...FIRST_ALERT_SETTINGS, rules: [{ ...other, test }] });
    const rules = screen.getByLabelText('Rule');
    fireEvent.change(rules, { target: { value: 'own-1' } });
    type('Chat above, a minute, for 1,000 people online', '3');
    expect(
      screen.getByText('Together with “Chat is thin” it alerts whatever the figure is'),
    ).toBeDefined();
    expect(save()).toHaveProperty('disabled', true);
    expect(within(rules).getByText('Loud chat')).toBeDefined();
    expect(changes(desk)).toEqual([]);
  });

  test('one of the product goes back to how it ships', async () => {
    const [preset] = PRESET_RULES;
    if (preset === undefined) throw new Error('no rules');
    const desk = sheet({ ...FIRST_ALERT_SETTINGS, rules: [{ ...preset, holdMin: 9 }] });
    await desk.user.click(screen.getByRole('button', { name: 'As it ships' }));
    expect(changes(desk)).toEqual([{ alerts: FIRST_ALERT_SETTINGS }]);
  });
});
