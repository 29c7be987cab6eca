import { act, screen } from '@testing-library/react';
import { useState, type ReactElement } from 'react';
import { expect, it } from 'vitest';

import { useChatRows } from '#renderer/features/chat/use-chat-rows.ts';
import { useFoldedRows } from '#renderer/features/chat/use-folded-rows.ts';
import { renderWithRoom } from '#tests/support/render-with-room.tsx';
import { sampleChat, sampleEvent } from '#tests/support/sample-events.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const SEQ = 38_412;
const all = (): boolean => true;

/** Holds the rows as they stood when it was first drawn, as a list that somebody scrolled up. */
function Held(): ReactElement {
  const { rows } = useChatRows();
  const [held] = useState(rows);
  const folded = useFoldedRows(rows, held, all);
  return <output>{folded.map(({ row }) => row.deletion ?? 'stands').join(' ')}</output>;
}

it('strikes what is deleted while the rows stand still, and adds none', async () => {
  const recent = [sampleChat({ seq: SEQ - 1, name: 'a', text: 'first' })];
  const room = renderWithRoom(<Held />, { snapshot: sampleSnapshot({ seq: SEQ, recent }) });
  expect(screen.getByRole('status').textContent).toBe('stands');
  const targetId = recent[0]?.dedupeKey;
  const events = [
    sampleChat({ seq: SEQ + 1, name: 'b', text: 'second' }),
    sampleEvent({
      seq: SEQ + 2,
      fields: { kind: 'chat.deleted', targetId, userId: null, text: null },
    }),
  ];
  act(() => room.receive(sampleBatch({ afterSeq: SEQ, seq: SEQ + 2, events })));
  await expect.poll(() => screen.getByRole('status').textContent).toBe('message');
});
