import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { SourcesPanel } from '#renderer/features/sources/SourcesPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { SAMPLE_NOW, sampleSnapshot, sampleSource } from '#tests/support/sample-snapshot.ts';

const PANEL = (
  <DeskActionsProvider>
    <SourcesPanel />
  </DeskActionsProvider>
);

beforeEach(() => {
  vi.useFakeTimers({ now: SAMPLE_NOW, shouldAdvanceTime: true });
  useDeskStore.setState({ panel: 'sources' });
  return () => vi.useRealTimers();
});

function open() {
  const room = renderWithRoom(PANEL, {
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
  expect(card('xiaoman').getByText('Connection lost')).toBeTruthy();
  expect(
    card('linenroom').getByText('Does not give: viewers, entries, follows, orders'),
  ).toBeTruthy();
  expect(card('linenroom').getByText('Their stream: On air')).toBeTruthy();
});

function cardText(patch: Parameters<typeof sampleSource>[0]): string {
  const source = sampleSource({ linkSinceTs: SAMPLE_NOW - 90_000, ...patch });
  renderWithRoom(PANEL, {
    language: 'en',
    snapshot: sampleSnapshot({
      language: 'en',
      slices: { sources: { sources: [source], secretProtection: 'system', warnings: [] } },
    }),
  });
  return screen.getByRole('listitem').textContent;
}

it.each([
  [{ link: 'off', isEnabled: false }, 'Off for 1:30', 'Switch it on to go on'],
  [{ lastDataTs: null }, 'Connected for 1:30, no data yet', 'A quiet room looks the same'],
  [{ lastDataTs: SAMPLE_NOW - 90_000 }, 'Connected, silent for 1:30', 'A quiet room'],
  [
    { link: 'reconnecting', reason: 'silent', nextAttemptTs: SAMPLE_NOW + 12_000 },
    'Reconnecting, lost for 1:30 · next try in 0:12',
    'Check the network',
  ],
  [
    { link: 'reconnecting', reason: 'join_unanswered' },
    'Reconnecting, lost for 1:30 · trying now',
    'Check the channel’s spelling',
  ],
  [{ link: 'failed', reason: 'channel_suspended' }, 'Failed 1:30 ago', 'See on the platform'],
] as const)('says since when and what to do: %j', (patch, data, advice) => {
  const text = cardText(patch);
  expect(text).toContain(`Our data: ${data}`);
  expect(text).toContain('Their stream: On air');
  expect(text).toContain(advice);
});

it.each([
  [{ link: 'connecting' }, 'Connecting for 1:30'],
  [{ lastDataTs: SAMPLE_NOW - 4_000 }, 'Receiving, last data 0:04 ago'],
] as const)('needs nothing to be done: %j', (patch, data) => {
  const text = cardText(patch);
  expect(text).toContain(`Our data: ${data}`);
  expect(text).not.toMatch(/A quiet room|Check|Switch it/);
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

it('logs a source in: the token goes out once, leaves the field, and can be deleted', async () => {
  const { room, user } = open();
  await user.click(card('linenroom').getByText(/Listens anonymously/));
  const form = () => within(screen.getByRole('form', { name: 'Login of linenroom' }));
  await user.type(form().getByLabelText('Login name'), 'operator');
  const token = form().getByLabelText('Access token');
  expect(token.getAttribute('type')).toBe('password');
  await user.type(token, 'short');
  await user.click(form().getByRole('button', { name: 'Save and log in' }));
  expect(room.transport.commands.at(-1)).toMatchObject({
    name: 'source.setLogin',
    input: { sourceId: 2, name: 'operator', token: 'short' },
  });
  await act(async () =>
    room.transport.refuse('source.setLogin', 'login_invalid', { what: 'token' }),
  );
  expect(form().getByText(/A token is at least 20 letters/)).toBeTruthy();
  await user.click(form().getByRole('button', { name: 'Save and log in' }));
  await act(async () => room.transport.reply('source.setLogin', {}));
  expect(form().getByLabelText<HTMLInputElement>('Access token').value).toBe('');
});

it('says where a token is kept without protection, and opens what a refused one needs', () => {
  const source = sampleSource({
    id: 2,
    link: 'failed',
    reason: 'token_refused',
    login: { state: 'named', name: 'operator' },
  });
  const slices = {
    sources: { sources: [source], secretProtection: 'file' as const, warnings: [] },
  };
  const snapshot = sampleSnapshot({ language: 'en', slices });
  renderWithRoom(PANEL, { language: 'en', snapshot });
  expect(screen.getByText('Logged in as operator')).toBeTruthy();
  expect(screen.getByText('The platform does not take the token')).toBeTruthy();
  expect(screen.getByText(/There is no system key ring here/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Delete the token' })).toBeTruthy();
});

it('leads to noting a warning that no source tells', async () => {
  useDeskStore.setState({ isWarningFormOpen: false });
  const { user } = open();
  await user.click(screen.getByRole('button', { name: /Note a platform’s warning/ }));
  expect(useDeskStore.getState()).toMatchObject({ isWarningFormOpen: true, panel: null });
});
