import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';

import { SettingsSheet } from '#renderer/features/settings/SettingsSheet.tsx';
import { NO_SETTINGS, type Settings } from '#shared/model/settings.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';

useSampleTime();

function sheet(words: Settings['words'], language: 'en' | 'zh-CN' = 'en'): DeskUnderTest {
  return renderDesk(<SettingsSheet onClose={() => undefined} />, {
    language,
    slices: { settings: { ...NO_SETTINGS, words, damaged: null } },
  });
}
const changes = (desk: DeskUnderTest): readonly unknown[] =>
  desk
    .sent()
    .filter(({ name }) => name === 'settings.change')
    .map(({ input }) => input);
const field = (): HTMLElement => screen.getByLabelText(/^Words for “|的词，每行一个$/);
const type = (value: string): void => void fireEvent.change(field(), { target: { value } });

/** What is wrong with the words, line by line; the rows of figures beside them have boxes. */
const faults = (): readonly (string | null)[] =>
  screen
    .queryAllByRole('listitem')
    .filter((item) => within(item).queryByRole('checkbox') === null)
    .map(({ textContent }) => textContent);

describe('words of one’s own', () => {
  test('are saved list by list, and undone like every setting', async () => {
    const desk = sheet({ risk: ['lead'] });
    type('  restyle \n\n/\\d+ pairs?/\n');
    await desk.user.click(screen.getByRole('button', { name: 'Save these words' }));
    const saved = { risk: ['lead'], buying: ['restyle', '/\\d+ pairs?/'] };
    expect(changes(desk)).toEqual([{ words: saved }]);
    await desk.user.click(screen.getByRole('button', { name: /^Undo: Words/ }));
    expect(changes(desk).at(-1)).toEqual({ words: { risk: ['lead'] } });
  });

  test('a draft is kept while another list is looked at, and can be dropped', async () => {
    const desk = sheet({ risk: ['lead'] });
    type('restyle');
    fireEvent.change(screen.getByLabelText('Words for'), { target: { value: 'risk' } });
    expect(field()).toHaveProperty('value', 'lead');
    fireEvent.change(screen.getByLabelText('Words for'), { target: { value: 'buying' } });
    expect(field()).toHaveProperty('value', 'restyle');
    await desk.user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(field()).toHaveProperty('value', '');
    expect(changes(desk)).toEqual([]);
  });

  test('what explodes, contradicts or matches everything is refused: what, where, what to do', () => {
    sheet({ complaint: ['meh'] });
    const save = screen.getByRole('button', { name: 'Save these words' });
    fireEvent.change(screen.getByLabelText('Words for'), { target: { value: 'praise' } });
    type('fine\n/(a+)+$/\nmeh\n/.*/');
    expect(save).toHaveProperty('disabled', true);
    expect(faults()).toEqual([
      '“praise”, word 2, /(a+)+$/: character 6, “+$”: a repeat within a repeat hangs on some lines. Keep one of them.',
      '“praise”, word 3, meh: the same word is in “complaint”, which says the opposite. Keep one.',
      '“praise”, word 4, /.*/: it would match every line. Say more exactly what to find.',
    ]);
    type('fine');
    expect(save).toHaveProperty('disabled', false);
  });

  test('the reason is said in Chinese too', () => {
    sheet({}, 'zh-CN');
    type('/x+x+y/');
    expect(faults()).toEqual([
      '“想买”第 1 个词 /x+x+y/：第 4 个字符“x+y”：两处重复认的是同样的字，遇到某些聊天会卡死。合成一处。',
    ]);
  });

  test('what they would have found in the chat is shown while they are typed', () => {
    sheet({});
    type('linen');
    expect(screen.getByText(/^Found in [1-9]\d* of the last/)).toBeDefined();
    expect(
      screen.getAllByRole('listitem').some(({ textContent }) => /linen/.test(textContent)),
    ).toBe(true);
  });
});
