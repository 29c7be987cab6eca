import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { Bands } from '#renderer/features/top-bar/Bands.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSnapshot, sampleSource } from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

type Warnings = SliceInputs['sources']['warnings'];

function open(warnings: Warnings = []) {
  const sources = [sampleSource({ platform: 'douyin' }), sampleSource({ id: 2 })];
  return renderWithRoom(
    <DeskActionsProvider>
      <Bands />
    </DeskActionsProvider>,
    {
      language: 'en',
      snapshot: sampleSnapshot({
        language: 'en',
        slices: { sources: { sources, secretProtection: 'system', warnings } },
      }),
    },
  );
}

const words = () => screen.getByRole('textbox', { name: 'In the platform’s words' });
const save = () => screen.getByRole('button', { name: 'Note it' });

beforeEach(() => {
  stubLayout();
  useDeskStore.setState({ isWarningFormOpen: true });
});

it('writes a warning down: platform, words, where the evidence is; then it closes', async () => {
  const room = open();
  expect(document.activeElement).toBe(words());
  const platform = screen.getByRole('combobox', { name: 'Which platform' });
  expect(
    within(platform)
      .getAllByRole('option')
      .map((each) => each.textContent),
  ).toEqual(['Douyin', 'Twitch', 'Another platform']);
  fireEvent.change(words(), { target: { value: 'Contact details in the picture' } });
  const note = screen.getByRole('textbox', { name: 'Where the evidence is (optional)' });
  fireEvent.change(note, { target: { value: 'screenshot' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Stream was cut off' }));
  fireEvent.change(platform, { target: { value: '' } });
  fireEvent.click(save());
  expect(room.transport.commands.at(-1)).toMatchObject({
    name: 'warning.note',
    input: {
      platform: null,
      text: 'Contact details in the picture',
      note: 'screenshot',
      isCut: true,
    },
  });
  room.transport.reply('warning.note', { seq: 9 });
  await waitFor(() => expect(screen.queryByRole('form')).toBeNull());
});

it('a refusal keeps what was typed and says why; Escape closes', async () => {
  const room = open();
  fireEvent.change(words(), { target: { value: 'half of it' } });
  fireEvent.click(save());
  room.transport.refuse('warning.note', 'show_not_running');
  expect(await screen.findByText('No show is running now.')).toBeTruthy();
  expect((words() as HTMLInputElement).value).toBe('half of it');
  fireEvent.keyDown(words(), { key: 'Escape' });
  expect(screen.queryByRole('form')).toBeNull();
});

it.each(['', '   ', '\u200b\u2060'])('words of %j cannot be noted', (value) => {
  open();
  fireEvent.change(words(), { target: { value } });
  expect((save() as HTMLButtonElement).disabled).toBe(true);
});

it('one that was noted stands in the red band, with its evidence, as noted by hand', () => {
  useDeskStore.setState({ isWarningFormOpen: false });
  open([
    {
      seq: 9,
      ts: SAMPLE_NOW,
      platform: null,
      text: 'Smoking on air',
      isCut: false,
      isTyped: true,
      note: 'screenshot',
    },
  ]);
  expect(screen.getByRole('alert').textContent).toMatch(
    /^Another platform warns, .+: Smoking on airevidence: screenshotnoted by handSeen$/,
  );
});
