import { createEvent, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';

import { NoteEditor } from '#renderer/notes/NoteEditor.tsx';
import { ShowId } from '#shared/model/ids.ts';
import { renderDesk, useSampleTime } from '#tests/support/desk-under-test.tsx';

useSampleTime();

const DRAWN = { full: 'QQ==', small: 'Qg==' };
/** Pictures are drawn in a worker of a browser; here it counts which file came to it. */
const drawn = vi.hoisted(() => ({ names: [] as string[] }));
vi.mock('#renderer/product-images/drawn-image.ts', () => ({
  drawnImage: (_file: File, name: string) => {
    drawn.names.push(name);
    return Promise.resolve({ ok: true, value: DRAWN });
  },
}));

const NOTE = { seq: 9, note: 'Too dark', imageId: null };
const STORED = { ...NOTE, ts: 1, writtenTs: 1, imageId: '0f'.repeat(32) };
const picture = (): File => new File(['x'], 'lamp.png', { type: 'image/png' });

function open() {
  drawn.names.length = 0;
  const [kept, left] = [vi.fn<() => void>(), vi.fn<() => void>()];
  const desk = renderDesk(
    <NoteEditor showId={ShowId.parse(7)} note={NOTE} onKept={kept} onLeave={left} />,
    { language: 'en', slices: {} },
  );
  return { desk, kept, left };
}

const field = (): HTMLElement => screen.getByRole('textbox', { name: 'Note' });

/** The photo is kept at once, and the editor shows what the store has. */
async function keptPhoto({ desk }: ReturnType<typeof open>, name: string): Promise<string | null> {
  await vi.waitFor(() => expect(desk.sent().at(-1)?.name).toBe('bookmark.note'));
  expect(drawn.names).toEqual([name]);
  expect(desk.sent().at(-1)?.input).toEqual({
    showId: 7,
    seq: 9,
    note: 'Too dark',
    image: DRAWN,
  });
  await desk.reply('bookmark.note', {});
  await desk.reply('bookmark.list', { notes: [STORED] });
  return screen.getByRole('img').getAttribute('src');
}

test('a photo is given by its file', async () => {
  const opened = open();
  await opened.desk.user.upload(
    screen.getByLabelText('Add a photo', { selector: 'input' }),
    picture(),
  );
  expect(await keptPhoto(opened, 'lamp.png')).toContain(STORED.imageId);
});

test('a photo is dropped onto it', async () => {
  const opened = open();
  fireEvent.drop(field(), { dataTransfer: { files: [picture()], types: ['Files'] } });
  expect(await keptPhoto(opened, 'lamp.png')).toContain(STORED.imageId);
});

test('a photo is pasted; a clipboard that has words as well is words', async () => {
  const opened = open();
  const paste = (text: string): boolean => {
    const clipboardData = { files: [picture()], getData: () => text };
    const event = createEvent.paste(field(), { clipboardData });
    fireEvent(field(), event);
    return event.defaultPrevented;
  };
  expect(paste('words')).toBe(false);
  expect(drawn.names).toEqual([]);
  expect(paste('')).toBe(true);
  await vi.waitFor(() => expect(drawn.names).toHaveLength(1));
  expect(await keptPhoto(opened, drawn.names[0] ?? '')).toContain(STORED.imageId);
});

test('a photo that is refused is said, and Esc leaves the rest as it was', async () => {
  const { desk, kept, left } = open();
  fireEvent.drop(field(), { dataTransfer: { files: [picture()], types: ['Files'] } });
  await vi.waitFor(() => expect(desk.sent().at(-1)?.name).toBe('bookmark.note'));
  await desk.refuse('bookmark.note', 'store_full');
  expect(screen.queryByRole('img')).toBeNull();
  expect(screen.getByText(/disk/i)).toBeTruthy();
  fireEvent.keyDown(field(), { key: 'Escape' });
  expect(left).toHaveBeenCalledOnce();
  expect(kept).not.toHaveBeenCalled();
});
