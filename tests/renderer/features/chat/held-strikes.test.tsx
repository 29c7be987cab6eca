import { act } from '@testing-library/react';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { beforeEach, expect, it, vi } from 'vitest';

import { useChatRows } from '#renderer/features/chat/use-chat-rows.ts';
import { useFoldedRows } from '#renderer/features/chat/use-folded-rows.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  return () => vi.useRealTimers();
});

function lines(from: number, count: number) {
  return Array.from({ length: count }, (_, index) =>
    sampleChat({
      seq: from + index,
      name: `n${from + index}`,
      text: `a longer line number ${from + index}`,
    }),
  );
}

const everything = (): boolean => true;

/** The rows of the moment it was first drawn, as a list holds them that is scrolled up. */
function HeldRows(): ReactElement {
  const { rows } = useChatRows();
  const [held] = useState(rows);
  const folded = useFoldedRows(rows, held, everything);
  return <p>{folded.map(({ row }) => `${row.seq}:${row.deletion ?? 'stands'}`).join(' ')}</p>;
}

it('what is removed while the chat is scrolled up is struck in the rows that stand still', () => {
  const recent = lines(30_000, 6);
  const room = renderWithRoom(<HeldRows />, {
    language: 'en',
    snapshot: sampleSnapshot({ language: 'en', seq: SEQ, recent }),
  });
  const shown = (): string => room.container.textContent ?? '';
  const target = recent[2];
  if (target?.kind !== 'chat') throw new Error('a line of chat');
  const deleted = sampleEvent({
    seq: SEQ + 1,
    platform: target.platform,
    fields: { kind: 'chat.deleted', targetId: target.dedupeKey, userId: null, text: null },
  });
  room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 1, events: [deleted] }));
  act(() => void vi.advanceTimersByTime(200));
  expect(shown()).toContain('30002:message 30003:stands');

  const author = recent[4]?.actor;
  const banned = sampleEvent({
    seq: SEQ + 2,
    platform: target.platform,
    fields: {
      kind: 'moderation',
      action: 'ban',
      target: { platformUserId: author?.platformUserId ?? '', name: null, displayName: 'n4' },
      durationS: null,
    },
  });
  // Five thousand lines later the row has left the log: it is struck all the same.
  const flood = lines(SEQ + 3, 5_000);
  room.receive(sampleBatch({ afterSeq: SEQ + 1, seq: SEQ + 6_000, events: [banned, ...flood] }));
  act(() => void vi.advanceTimersByTime(200));
  expect(shown()).toContain('30003:stands 30004:ban 30005:stands');
});
