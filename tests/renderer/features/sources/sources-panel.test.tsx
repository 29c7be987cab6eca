import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { SourcesPanel } from '#renderer/features/sources/SourcesPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW, shouldAdvanceTime: true });
  useDeskStore.setState({ panel: 'sources' });
  return () => vi.useRealTimers();
});

function open() {
  const room = renderWithRoom(<SourcesPanel />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en' }),
  });
  return { room, user: userEvent.setup({ advanceTimers: vi.advanceTimersByTime }) };
}

const card = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => item.textContent.includes(name));
  if (found === undefined) throw new Error(`no source ${name}`);
  return within(found);
};

it('says of each source what comes, why not, and what it cannot give', () => {
  open();
  expect(card('xiaoman').getByText(/Reconnecting, lost for 2:0/)).toBeTruthy();
  expect(card('xiaoman').getByText('connection lost')).toBeTruthy();
  expect(
    card('linenroom').getByText('Does not give: viewers, entries, follows, orders'),
  ).toBeTruthy();
  expect(card('linenroom').getByText('Their stream: On air')).toBeTruthy();
});

it('turns off and removes', async () => {
  const { room, user } = open();
  await user.click(card('linenroom').getByRole('checkbox', { name: 'Enable linenroom' }));
  expect(room.transport.commands.at(-1)).toMatchObject({
    name: 'source.setEnabled',
    input: { sourceId: 2, isEnabled: false },
  });
  await user.click(card('linenroom').getByRole('button', { name: 'Remove' }));
  await user.click(card('linenroom').getByRole('button', { name: 'Press again to remove' }));
  expect(room.transport.commands.at(-1)).toMatchObject({
    name: 'source.remove',
    input: { sourceId: 2 },
  });
});

it('adds a channel, and says at the field what is wrong with it', async () => {
  const { room, user } = open();
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByText('Give a channel name.')).toBeTruthy();
  await user.type(screen.getByRole('textbox', { name: 'Channel' }), ' some room ');
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(room.transport.commands.at(-1)?.input).toEqual({
    connector: 'twitch-irc',
    channel: 'some room',
    address: null,
  });
  await act(async () => room.transport.refuse('source.add', 'channel_invalid'));
  const channel = screen.getByRole('textbox', { name: 'Channel' });
  expect(channel.ariaInvalid ?? channel.getAttribute('aria-invalid')).toBe('true');
  expect(screen.getByText(/is no channel name/)).toBeTruthy();
});

it('Esc inside closes it and does not reach the desk', async () => {
  const { user } = open();
  const desk = vi.fn();
  window.addEventListener('keydown', desk);
  await user.keyboard('{Escape}');
  window.removeEventListener('keydown', desk);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(desk).not.toHaveBeenCalled();
});
