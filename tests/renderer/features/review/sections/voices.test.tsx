import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';

import { VoiceSection } from '#renderer/features/review/sections/VoiceSection.tsx';
import { renderDesk } from '#tests/support/desk-under-test.tsx';
import { sampleReview } from '#tests/support/sample-review.ts';
import { SAMPLE_NOW } from '#tests/support/sample-snapshot.ts';

afterEach(cleanup);

test('what viewers said is theirs: no browser translates it, and each line has its own direction', async () => {
  const { reply } = renderDesk(<VoiceSection review={sampleReview('en', {})} />, {
    language: 'en',
    slices: {},
  });
  const question = { text: '有大码吗', people: 3, count: 4, answeredTs: null };
  await reply('review.voice', {
    fromTs: null,
    lines: 40,
    wordLines: 40,
    complaining: 2,
    questions: [{ ...question, firstTs: SAMPLE_NOW, lastTs: SAMPLE_NOW }],
    complaints: [{ text: '客服没人理', count: 2, firstTs: SAMPLE_NOW }],
    words: [{ word: 'שמלה', lines: 7 }],
  });
  for (const said of ['有大码吗', '客服没人理', 'שמלה']) {
    const place = screen.getByText(said);
    expect(place.getAttribute('translate'), said).toBe('no');
    expect(place.getAttribute('dir'), said).toBe('auto');
  }
  expect(screen.getByText('nobody answered').getAttribute('translate')).toBe(null);
});
