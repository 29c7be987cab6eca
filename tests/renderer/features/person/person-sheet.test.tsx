import { act, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { Sheets } from '#renderer/desk/Sheets.tsx';
import { ChatPanel } from '#renderer/features/chat/ChatPanel.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import { renderDesk, useSampleTime, type DeskUnderTest } from '#tests/support/desk-under-test.tsx';
import { samplePerson } from '#tests/support/sample-person.ts';
import { sampleChat } from '#tests/support/sample-events.ts';
import { SAMPLE_NOW, sampleBatch } from '#tests/support/sample-snapshot.ts';
import { stubLayout } from '#tests/support/stub-layout.ts';

const CARD = samplePerson();
const KEY = { platform: CARD.platform, platformUserId: CARD.platformUserId };
const DAY_MS = 86_400_000;

useSampleTime();

function desk(): DeskUnderTest {
  stubLayout();
  return renderDesk(
    <>
      <ChatPanel questions={() => null} above={() => null} />
      <Sheets takesTables={false} />
    </>,
    { language: 'en', slices: {} },
  );
}

/** The card of somebody, as read. */
async function open(change: object = {}): Promise<DeskUnderTest> {
  const room = desk();
  useDeskStore.getState().openPerson({ ...KEY, name: 'Momo_' });
  await room.pass(0);
  await room.reply('person.card', samplePerson(change));
  return room;
}

const card = () => screen.getByRole('dialog', { name: 'Person card' });
const row = (name: string) => within(card()).getByRole('row', { name: new RegExp(`^${name}`) });
const cells = (name: string) =>
  within(row(name))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent);
const button = (name: string) => within(card()).getByRole('button', { name });
const note = () => within(card()).getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const last = (room: DeskUnderTest, name: string) =>
  room.sent().findLast((command) => command.name === name)?.input;

describe('opening the card', () => {
  it('by its key, of whoever wrote the selected line; Escape gives the focus back', async () => {
    const room = desk();
    await room.user.keyboard('i');
    expect(screen.queryByRole('dialog')).toBeNull();
    const list = screen.getByRole('listbox', { name: 'Chat messages' });
    await room.user.click(screen.getByRole('option', { name: /Momo_/ }));
    list.focus();
    await room.user.keyboard('i');
    expect(card().contains(document.activeElement)).toBe(true);
    expect(within(card()).getByText('Momo_')).toBeTruthy();
    expect(last(room, 'person.card')).toMatchObject({ platform: 'twitch' });
    await room.user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(document.activeElement).toBe(list);
  });

  it('by the button beside the selected line, which shows its key', async () => {
    const room = desk();
    await room.user.click(screen.getByRole('option', { name: /Momo_/ }));
    const opens = screen.getByRole('button', { name: 'Card I' });
    expect(opens.title).toBe('Open the card of Momo_');
    await room.user.click(opens);
    expect(card().getAttribute('aria-modal')).toBe('false');
  });
});

it('has no card for somebody whom the platform hides, and says why', async () => {
  const room = desk();
  const event = sampleChat({ seq: 40_000, name: 'Ghost', text: 'a line of somebody hidden' });
  const hidden = { ...event, actor: { ...event.actor, platformUserId: null } };
  room.receive(sampleBatch({ afterSeq: 1, seq: 40_000, events: [hidden] }));
  await room.pass(200);
  await room.user.click(screen.getByRole('option', { name: /Ghost/ }));
  const opens = screen.getByRole('button', { name: 'Card I' });
  expect(opens).toHaveProperty('disabled', true);
  expect(opens.title).toContain('hides who this is');
  screen.getByRole('listbox', { name: 'Chat messages' }).focus();
  await room.user.keyboard('i');
  expect(screen.queryByRole('dialog')).toBeNull();
});

describe('what it says', () => {
  it('counts of this show and before, money by currency and apart from the platform’s own', async () => {
    await open();
    expect(cells('Messages')).toEqual(['12', '240']);
    expect(cells('Gifts')).toEqual(['303,000 bits', '0']);
    expect(cells('Orders paid')).toEqual(['2¥199¥1,2001 more without an amount', '0']);
    expect(cells('Orders cancelled')).toEqual(['0', '3']);
    expect(card().textContent).toContain('7 shows');
    expect(card().textContent).toContain('6 earlier ones');
    expect(card().textContent).toContain('member');
    const messages = within(card())
      .getAllByRole('listitem')
      .map((item) => item.textContent);
    expect(messages.some((text) => text?.includes('<b>size M?</b>'))).toBe(true);
    expect(messages.some((text) => text?.includes('no text'))).toBe(true);
  });

  it('a dash with its reason for what no source of the platform tells', async () => {
    await open({
      tells: { gifts: true, orders: false },
      earlier: { ...CARD.earlier, ordersCancelled: 0 },
      thisShow: { ...CARD.earlier, ordersCancelled: 0 },
      firstSeenTs: null,
      lastSeenTs: null,
    });
    expect(cells('Orders paid')).toEqual(['—', '—']);
    expect(cells('Gifts')).toEqual(['0', '0']);
    expect(card().textContent).toContain('no source of this platform tells orders');
    expect(card().textContent).toContain('— met in a demo, replay or rehearsal alone');
  });

  it('that a person is not there, or could not be read, and reads again', async () => {
    const room = desk();
    useDeskStore.getState().openPerson({ ...KEY, name: 'Momo_' });
    await room.pass(0);
    await room.refuse('person.card', 'store_full');
    expect(card().textContent).toContain('Could not be read');
    await room.user.click(button('Read again'));
    await room.reply('person.card', samplePerson());
    expect(cells('Messages')).toEqual(['12', '240']);
    await room.pass(5_000);
    await room.refuse('person.card', 'unknown_person');
    expect(card().textContent).toContain('may have been erased');
    expect(within(card()).queryByRole('table')).toBeNull();
  });
});

describe('the note', () => {
  it('is saved, undone and cleared', async () => {
    const room = await open();
    await room.user.type(note(), 'asks for M');
    await room.user.click(button('Save'));
    expect(last(room, 'person.setNote')).toEqual({ ...KEY, text: 'asks for M', replaces: null });
    await room.reply('person.setNote', { changedTs: 5 });
    await room.reply('person.card', samplePerson({ note: { text: 'asks for M', changedTs: 5 } }));
    expect(card().textContent).toContain('Saved');
    await room.user.click(button('Clear'));
    expect(last(room, 'person.setNote')).toEqual({ ...KEY, text: '', replaces: 5 });
    await room.reply('person.setNote', { changedTs: null });
    await room.reply('person.card', samplePerson());
    expect(note().value).toBe('');
    await room.user.click(button('Undo'));
    expect(last(room, 'person.setNote')).toEqual({ ...KEY, text: 'asks for M', replaces: null });
  });

  it('that is too long is not sent, and the limit is named', async () => {
    const room = await open();
    await room.user.click(note());
    await room.user.paste('x'.repeat(2_001));
    expect(card().textContent).toContain('A note holds 2,000 characters at most; this is 2,001');
    expect(button('Save')).toHaveProperty('disabled', true);
    await room.user.keyboard('{Control>}{Enter}{/Control}');
    expect(last(room, 'person.setNote')).toBeUndefined();
  });

  it('stays typed when the card is closed, and is put beside what another desk wrote', async () => {
    const room = await open();
    await room.user.type(note(), 'mine');
    await room.user.keyboard('{Escape}');
    useDeskStore.getState().openPerson({ ...KEY, name: 'Momo_' });
    await room.pass(0);
    await room.reply('person.card', samplePerson({ note: { text: 'theirs', changedTs: 9 } }));
    expect(note().value).toBe('mine');
    expect(card().textContent).toContain('It now says: theirs');
    await room.user.click(button('Keep mine'));
    await room.user.click(button('Save'));
    expect(last(room, 'person.setNote')).toEqual({ ...KEY, text: 'mine', replaces: 9 });
  });
});

describe('marks', () => {
  it('are added with their span, by a press or a word of one’s own', async () => {
    const room = await open();
    await room.user.click(button('VIP'));
    expect(last(room, 'person.mark')).toEqual({ ...KEY, kind: 'vip', word: null, span: 'ever' });
    await room.reply('person.mark', { markId: 1 });
    await room.user.selectOptions(within(card()).getByLabelText('Holds'), 'week');
    await room.user.type(
      within(card()).getByRole('textbox', { name: 'Own word' }),
      'reseller{Enter}',
    );
    expect(last(room, 'person.mark')).toEqual({
      ...KEY,
      kind: 'custom',
      word: 'reseller',
      span: 'week',
    });
    act(() => room.transport.refuse('person.mark', 'text_missing', { what: 'word' }));
    await screen.findByText(/“mark’s word” is empty/);
  });

  it('say how long they hold or since when they do not, and are taken away', async () => {
    const usual = { kind: 'watch', word: '', madeTs: SAMPLE_NOW, isForShow: false };
    const room = await open({
      marks: [
        { ...usual, id: 1, untilTs: SAMPLE_NOW + DAY_MS, expiredTs: null },
        { ...usual, id: 2, kind: 'custom', word: 'عميل', untilTs: null, expiredTs: null },
        { ...usual, id: 3, kind: 'vip', untilTs: 5, expiredTs: SAMPLE_NOW - DAY_MS },
      ],
    });
    const marks = card().textContent ?? '';
    expect(marks).toMatch(/watchuntil /);
    expect(marks).toContain('عميلfor ever');
    expect(marks).toMatch(/VIPexpired on /);
    await room.user.click(button('Remove “watch”'));
    expect(last(room, 'person.unmark')).toEqual({ ...KEY, markId: 1 });
  });

  it('stand in the rows of their person alone, and go when they expire', () => {
    const room = desk();
    const momo = () => screen.getByRole('option', { name: /Momo_/ }).textContent;
    const platformUserId = idOfMomo(room);
    room.change({
      people: {
        people: [
          {
            platform: 'twitch',
            platformUserId,
            hasNote: true,
            marks: [
              { kind: 'careful', word: '' },
              { kind: 'custom', word: 'reseller' },
            ],
          },
        ],
        leftOut: 0,
      },
    });
    expect(momo()).toMatch(/be careful.*reseller.*note/);
    expect(screen.getByRole('option', { name: /May/ }).textContent).not.toContain('be careful');
    room.change({ people: { people: [], leftOut: 0 } });
    expect(momo()).not.toContain('be careful');
  });
});

it('erasing goes by the data sheet, with the person found', async () => {
  const room = await open();
  await room.user.click(button('Erase person…'));
  expect(useDeskStore.getState()).toMatchObject({
    panel: 'data',
    personToErase: { platform: 'twitch', text: 'u-momo' },
  });
});

function idOfMomo(room: DeskUnderTest): string {
  const momo = room.store.chat.rows().find(({ event }) => event.actor?.displayName === 'Momo_');
  return momo?.event.actor?.platformUserId ?? '';
}
