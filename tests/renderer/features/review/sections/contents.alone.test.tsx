import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { ReviewPage } from '#renderer/features/review/ReviewPage.tsx';
import { SECTION_IDS, SECTION_KEYS } from '#renderer/features/review/sections/section-ids.ts';
import { ShowId } from '#shared/model/ids.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { sampleSnapshot } from '#tests/support/sample-snapshot.ts';

vi.mock('uplot', () => import('#tests/support/no-plot.ts'));

beforeEach(() => {
  const observer = { observe: () => undefined, disconnect: () => undefined };
  vi.stubGlobal('ResizeObserver', function ResizeObserver() {
    return observer;
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function renderReview(patch: Parameters<typeof sampleReview>[1]) {
  const room = renderWithRoom(<ReviewPage showId={ShowId.parse(7)} />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en' }),
  });
  await act(async () => {
    room.transport.reply('review.get', sampleReview('en', patch));
    await Promise.resolve();
  });
  return room;
}

function heads(): HTMLElement[] {
  return SECTION_IDS.map((id, index) => {
    const section = document.getElementById(`review-${id}`);
    if (section === null) throw new Error(`no part ${id}`);
    return within(section).getByRole('heading', { level: 2, name: new RegExp(`^${index + 1} `) });
  });
}

test('the twelve parts stand in their order, each in the contents', async () => {
  await renderReview({});
  const inOrder = heads();
  const all = screen.getAllByRole('heading', { level: 2 }).filter((head) => inOrder.includes(head));
  expect(all).toEqual(inOrder);
  const links = within(screen.getByRole('navigation')).getAllByRole('link');
  expect(links.map(({ textContent }) => textContent)).toEqual(
    inOrder.map(({ textContent }) => textContent?.replace(' ', '')),
  );
});

test('a key goes to its part, but not with a modifier and not out of a field', async () => {
  await renderReview({});
  const page = screen.getByRole('main');
  for (const [index, key] of SECTION_KEYS.entries()) {
    fireEvent.keyDown(page, { key });
    expect(document.activeElement).toBe(heads()[index]);
  }
  fireEvent.keyDown(page, { key: '1', ctrlKey: true });
  expect(document.activeElement).toBe(heads()[11]);
  const field = document.createElement('input');
  page.append(field);
  field.focus();
  fireEvent.keyDown(field, { key: '1' });
  expect(document.activeElement).toBe(field);
});

test('the contents are one stop of the tab key; arrows walk them, a press goes there', async () => {
  await renderReview({});
  const contents = within(screen.getByRole('navigation'));
  const links = contents.getAllByRole('link');
  expect(links.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  links[0]?.focus();
  fireEvent.keyDown(links[0] ?? document.body, { key: 'End' });
  expect(document.activeElement).toBe(links[11]);
  fireEvent.keyDown(links[11] ?? document.body, { key: 'ArrowUp' });
  expect(document.activeElement).toBe(links[10]);
  fireEvent.click(links[10] ?? document.body);
  expect(document.activeElement).toBe(heads()[10]);
});

test('parts without data say what is missing and how it is had', async () => {
  const unknown = { known: false as const, reason: 'source_cannot' as const };
  const { totals } = sampleReview('en', {});
  await renderReview({
    totals: { ...totals, joins: unknown, views: unknown, chats: unknown },
    targets: [],
    duties: [],
    findings: [],
  });
  for (const words of [
    'No goals were set',
    'No source tells views or entries',
    'No source tells entries',
    'Nobody was noted on duty',
    'No source tells chat',
  ]) {
    expect(screen.getAllByText(words, { exact: false }).length).toBeGreaterThan(0);
  }
});

test('what viewers said is read after the page is there, and says how much was read', async () => {
  const room = await renderReview({});
  const part = within(document.getElementById('review-voices') ?? document.body);
  expect(part.getByRole('status').textContent).toBe('Listening to the chat…');
  await act(async () => {
    room.transport.reply('review.voice', {
      lines: 12_000,
      fromTs: null,
      questions: [
        { text: 'XL?', count: 9, people: 7, firstTs: 1_000, lastTs: 9_000, answeredTs: null },
      ],
      complaining: 1,
      complaints: [{ text: 'too dear', count: 1, firstTs: 2_000 }],
      words: [{ word: 'linen', lines: 80 }],
      wordLines: 12_000,
    });
    await Promise.resolve();
  });
  expect(part.getByText('All 12,000 messages were read.')).toBeTruthy();
  expect(part.getByRole('region', { name: 'Asked most' }).textContent).toContain('nobody answered');
  expect(part.getByText('too dear')).toBeTruthy();
  expect(part.getByText('linen')).toBeTruthy();
});

test('the host’s load is on the desk alone', async () => {
  const load = { longestMs: 3_600_000, breaks: 1, breakMs: 60_000, talk: null, moods: [] };
  await renderReview({ people: { hosts: [], timely: [], load } });
  const region = screen.getByRole('region', { name: 'The host’s load' });
  expect(region.textContent).toContain('1:00:00');
  expect(region.textContent).toContain('only the JSON of everything');
});
