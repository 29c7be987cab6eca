import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { ChatAction } from '#shared/model/chat-act.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleAction, sampleActs } from '#tests/support/sample-acts.ts';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';
import {
  SAMPLE_NOW,
  sampleBatch,
  sampleSnapshot,
  sampleSource,
} from '#tests/support/sample-snapshot.ts';
import type { SliceInputs } from '#tests/support/sample-room.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

const SEQ = 38_412;
const RAIN = sampleChat({ seq: 38_303, name: 'Rain', text: 'is there a black one?' });
const BO = sampleChat({ seq: 38_304, name: 'Bo', text: 'does it shrink when it is washed?' });
const ON_TIKTOK = sampleChat({
  seq: 38_305,
  name: 'Kim',
  text: 'a line of another platform here',
  platform: 'tiktok',
});

type Source = SliceInputs['sources']['sources'][number];

const douyin = (patch: Partial<Source> = {}): Source =>
  sampleSource({ id: 1, platform: 'douyin', acts: sampleActs(), ...patch });

function open(sources: readonly Source[] = [douyin()]) {
  return renderWithRoom(
    <DeskActionsProvider>
      <ChatPanel questions={() => null} above={() => null} />
    </DeskActionsProvider>,
    {
      language: 'en',
      snapshot: sampleSnapshot({
        language: 'en',
        seq: SEQ,
        recent: [RAIN, BO, ON_TIKTOK],
        slices: { sources: { sources: [...sources], secretProtection: 'system', warnings: [] } },
      }),
    },
  );
}

function select(name: string): void {
  fireEvent.click(screen.getByRole('option', { name: new RegExp(name) }));
}

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const press = (name: string | RegExp) => fireEvent.click(button(name));
const field = () => screen.getByRole('textbox', { name: 'Your line' });

/** The core's answer to the newest command. */
/** What was asked of platforms; what must not be said of products is read beside it. */
const asked = (room: ReturnType<typeof open>) =>
  room.transport.commands.filter(({ name }) => name.startsWith('chat.'));

function answer(room: ReturnType<typeof open>, output: unknown): void {
  const sent = room.transport.commands.at(-1);
  if (sent === undefined) throw new Error('no command was sent');
  const { commandId } = sent;
  act(() => room.transport.receive({ type: 'reply', commandId, output }));
}

let toldSeq = SEQ;

function told(room: ReturnType<typeof open>, ...recent: readonly ChatAction[]): void {
  const slices = { acts: { recent: [...recent] } };
  toldSeq += 1;
  room.receive(sampleBatch({ afterSeq: toldSeq - 1, seq: toldSeq, slices }));
}

beforeEach(() => {
  stubLayout();
  toldSeq = SEQ;
  useDeskStore.setState({
    selectedChatKey: null,
    chatTab: 'all',
    isChatWriterOpen: false,
    isLineMenuOpen: false,
    chatDraft: '',
    hiddenChatKeys: new Set(),
  });
});

describe('what can be done with the selected message', () => {
  it('deleting and banning ask once more in their own place; a timeout has choices', () => {
    const room = open();
    select('Rain');
    press('Act');
    press(/^Delete/);
    expect(room.transport.commands).toEqual([]);
    press(/Delete: again/);
    press('Act');
    press(/^Ban/);
    press(/Ban: again/);
    press('Act');
    const times = within(screen.getByRole('group', { name: 'Time out' })).getAllByRole('button');
    expect(times.map(({ textContent }) => textContent)).toEqual(['10 s', '1 min', '10 min', '1 h']);
    press('Time out for 10 min');
    expect(document.activeElement).toBe(button('Act'));
    press('Act');
    press('Pin on top');
    const lineSeq = 38_303;
    expect(room.transport.commands.map(({ name, input }) => [name, input])).toEqual([
      ['chat.delete', { lineSeq }],
      ['chat.ban', { lineSeq }],
      ['chat.timeout', { lineSeq, durationS: 600 }],
      ['chat.pin', { lineSeq }],
    ]);
  });

  it('what a platform has not stands there with the reason', () => {
    open([douyin({ acts: sampleActs({ delete: false, pin: false, unpin: false }) })]);
    select('Rain');
    press('Act');
    const isOff = (name: string) => (button(name) as HTMLButtonElement).disabled;
    expect([isOff('Delete'), isOff('Pin on top')]).toEqual([true, true]);
    expect(screen.getByText('Delete, Pin on top: the platform does not offer it')).toBeTruthy();
    expect((button(/^Ban/) as HTMLButtonElement).disabled).toBe(false);
  });

  it.each([
    ['whose platform nobody listens to', 'Kim', [douyin()], 'its platform is not connected'],
    [
      'of a source that is read only',
      'Kim',
      [sampleSource({ platform: 'tiktok' })],
      'this source is read without a login',
    ],
    [
      'of a source that is lost just now',
      'Rain',
      [douyin({ link: 'reconnecting' })],
      'the source is not connected just now',
    ],
  ])('a message %s: only what is done here', (_which, name, sources, reason) => {
    open(sources);
    select(name);
    press('Act');
    expect(screen.getByText(new RegExp(reason))).toBeTruthy();
    expect(screen.queryByRole('button', { name: /^Ban/ })).toBeNull();
    expect((button('Reply') as HTMLButtonElement).disabled).toBe(true);
    expect(button('Copy')).toBeTruthy();
  });

  it('hides here, a flood as one, and shows again', () => {
    open();
    select('Bo');
    press('Act');
    press('Hide here');
    expect(screen.queryByText(/does it shrink/)).toBeNull();
    expect(screen.getByText('1 line hidden')).toBeTruthy();
    press('Show again');
    expect(screen.getByText(/does it shrink/)).toBeTruthy();
  });

  it('puts it on the host’s screen', () => {
    const room = open();
    select('Rain');
    press('Act');
    press('To host');
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'chat.toAnchor',
      input: { lineSeq: 38_303 },
    });
    answer(room, { cueId: 4 });
    return waitFor(() => expect(screen.getByText('On the host’s screen')).toBeTruthy());
  });

  it('a pinned message says so and can be unpinned', () => {
    const room = open();
    const pinned = sampleEvent({
      seq: SEQ + 1,
      fields: { kind: 'chat.pinned', targetId: 'm-38303', userId: 'id-Rain' },
    });
    room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, events: [pinned] }));
    select('Rain');
    expect(screen.getByRole('option', { name: /Rain/ }).textContent).toContain('pinned');
    press('Act');
    press('Unpin');
    expect(room.transport.commands.at(-1)?.name).toBe('chat.unpin');
  });
});

describe('a line of one’s own', () => {
  it('answers the selected message: Enter sends, the count goes down, and the field closes', async () => {
    const room = open();
    select('Rain');
    press('Reply');
    expect(document.activeElement).toBe(field());
    fireEvent.change(field(), { target: { value: 'yes, link 2' } });
    expect(screen.getByTitle('39 characters left').textContent).toBe('39');
    fireEvent.keyDown(field(), { key: 'Enter', isComposing: true });
    expect(asked(room)).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'chat.send',
      input: { sourceId: 1, text: 'yes, link 2', lineSeq: 38_303 },
    });
    answer(room, { actSeq: 39_000 });
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'Your line' })).toBeNull());
    expect(useDeskStore.getState().chatDraft).toBe('');
    expect(document.activeElement).toBe(screen.getByRole('listbox'));
  });

  it('goes to all platforms that can, or to one; each is asked by itself', () => {
    const tiktok = sampleSource({ id: 2, platform: 'tiktok', acts: sampleActs() });
    const off = sampleSource({ id: 3, platform: 'youtube', link: 'failed', acts: sampleActs() });
    const room = open([douyin(), tiktok, off]);
    press(/^Write/);
    const target = screen.getByRole('combobox', { name: 'To' });
    expect(
      within(target)
        .getAllByRole('option')
        .map((each) => each.textContent),
    ).toEqual(['All platforms (2)', 'Douyin', 'TikTok']);
    fireEvent.change(field(), { target: { value: 'hello all' } });
    press('Send');
    expect(asked(room).map(({ input }) => input)).toEqual([
      { sourceId: 1, text: 'hello all', lineSeq: null },
      { sourceId: 2, text: 'hello all', lineSeq: null },
    ]);
  });

  it.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['zero-width characters', '\u200b\u2060'],
    ['more than the platform takes', 'x'.repeat(51)],
    ['ten thousand characters', 'x'.repeat(10_000)],
  ])('of %s is not sent', (_what, value) => {
    const room = open();
    press(/^Write/);
    fireEvent.change(field(), { target: { value } });
    fireEvent.keyDown(field(), { key: 'Enter' });
    expect(asked(room)).toEqual([]);
    expect((button('Send') as HTMLButtonElement).disabled).toBe(true);
  });

  it('begins with the approved answer to a question, follows it, and does not keep it', () => {
    const answers = (answer: string) => ({
      productId: null,
      answers: [{ productId: null, question: 'does it shrink', answer }],
    });
    const room = open();
    const tell = (answer: string): void => {
      toldSeq += 1;
      const slices = { answers: answers(answer) };
      room.receive(sampleBatch({ afterSeq: toldSeq - 1, seq: toldSeq, slices }));
    };
    tell('No');
    select('Bo');
    press(/^Write|^Answer/);
    const value = (): string => (field() as HTMLInputElement).value;
    expect(value()).toBe('No');
    expect(screen.getByText('approved answer')).toBeTruthy();
    tell('A little');
    expect(value()).toBe('A little');
    fireEvent.change(field(), { target: { value: 'A little, Bo' } });
    tell('Yes');
    expect(value()).toBe('A little, Bo');
    expect(screen.queryByText('approved answer')).toBeNull();
    fireEvent.change(field(), { target: { value: 'Yes' } });
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(useDeskStore.getState().chatDraft).toBe('');
    select('Rain');
    press(/^Write|^Answer/);
    expect(value()).toBe('');
  });

  it('Escape leaves and keeps what was typed; a refusal of the core keeps it too', () => {
    const room = open();
    press(/^Write/);
    fireEvent.change(field(), { target: { value: 'half a line' } });
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(screen.queryByRole('textbox', { name: 'Your line' })).toBeNull();
    press(/^Write/);
    expect((field() as HTMLInputElement).value).toBe('half a line');
    fireEvent.keyDown(field(), { key: 'Enter' });
    const { commandId = '' } = room.transport.commands.at(-1) ?? {};
    const error = { code: 'source_not_ready', params: { channel: 'douyin' } } as const;
    act(() => room.transport.receive({ type: 'refused', commandId, error }));
    return waitFor(() => {
      expect(screen.getByText(/douyin is not connected just now/)).toBeTruthy();
      expect((field() as HTMLInputElement).value).toBe('half a line');
    });
  });

  it('where nothing can be written to, it says why', () => {
    open([sampleSource({ platform: 'twitch' })]);
    press(/^Write/);
    expect(
      screen.getByText('No platform can be written to now: this source is read without a login'),
    ).toBeTruthy();
  });
});

describe('what came of it', () => {
  it('is said while it is under way and when it is done, with the way back', () => {
    const room = open();
    const ban = { act: 'ban', seq: 39_001, ts: SAMPLE_NOW } as const;
    told(room, sampleAction({ ...ban, state: 'waiting' }));
    expect(screen.getByText('Banning Rain…')).toBeTruthy();
    told(room, sampleAction({ ...ban, state: 'done' }));
    expect(screen.getByText('Rain is banned')).toBeTruthy();
    press('Undo');
    expect(room.transport.commands.at(-1)).toMatchObject({
      name: 'chat.unban',
      input: { lineSeq: 38_303 },
    });
  });

  it('a refusal stays, in the platform’s reason, and what was written can be sent anew', () => {
    const room = open();
    const refused = sampleAction({
      act: 'reply',
      seq: 39_001,
      text: 'yes',
      state: 'refused',
      reason: 'rate_limited',
      retryS: 6,
    });
    told(room, refused);
    expect(screen.getByRole('alert').textContent).toBe(
      'Replying to Rain was refused: too many lines, try again in 6 s',
    );
    press('Edit and resend');
    expect((field() as HTMLInputElement).value).toBe('yes');
    expect(screen.getByRole('combobox', { name: 'To' }).textContent).toContain('Reply to Rain');
  });

  it('nobody knows: said so, until it is closed', () => {
    const room = open();
    const unknown = { act: 'delete', seq: 39_001, state: 'unknown', reason: 'no_answer' } as const;
    told(room, sampleAction(unknown));
    expect(screen.getByRole('alert').textContent).toContain('nobody knows');
    press('Close');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
