import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { ServerFrame } from '#shared/contract/frames.ts';
import { readServerFrame } from '#shared/contract/read-server-frame.ts';
import { arbitraryFeedEvent, PLATFORM_KINDS } from '#tests/support/arbitrary-event.ts';
import { sampleChat } from '#tests/support/sample-events.ts';
import { sampleBatch, sampleSnapshot } from '#tests/support/sample-snapshot.ts';

const STORED = { seq: 8, roomId: 'main', showId: 7, eventTs: 1_000 };

function batchOf(events: readonly unknown[]): object {
  return { type: 'batch', batch: { ...sampleBatch({ afterSeq: 1, seq: 9 }), events } };
}

/** What both readers say of a frame: of equal ones it is the same. */
function bothOf(frame: unknown): readonly { success: boolean; data: unknown }[] {
  return [readServerFrame(frame), ServerFrame.safeParse(frame)].map(({ success, data }) => ({
    success,
    data,
  }));
}

const storedEvent = fc
  .constantFrom(...PLATFORM_KINDS)
  .chain(arbitraryFeedEvent)
  .map((event) => ({ ...event, ...STORED }));

describe('reading a frame of the core', () => {
  it('takes every event of a platform, as the schema does', () => {
    fc.assert(
      fc.property(fc.array(storedEvent, { maxLength: 6 }), (events) => {
        expect(readServerFrame(batchOf(events)).success).toBe(true);
        const [ours, schema] = bothOf(batchOf(events));
        expect(ours).toEqual(schema);
      }),
      { numRuns: 300 },
    );
  });

  it('says what the schema says of events with one thing changed', () => {
    const odd = fc.constantFrom<unknown>(undefined, null, 0, -1, 1.5, '', [], {}, 2 ** 53);
    const changed = fc.tuple(storedEvent, fc.nat(), odd).map(([event, place, value]) => {
      const keys = [...Object.keys(event), 'neverHeardOf'];
      return { ...event, [keys[place % keys.length] ?? '']: value };
    });
    fc.assert(
      fc.property(storedEvent, changed, (whole, event) => {
        const [ours, schema] = bothOf(batchOf([whole, event]));
        expect(ours).toEqual(schema);
      }),
      { numRuns: 500 },
    );
  });

  it('fills in what an earlier version left out of a fact of the desk', () => {
    const fact = { ...sampleChat({ seq: 8, name: 'a', text: 'x' }), platform: 'cuedesk' };
    const { fragments: _fragments, replyTo: _replyTo, pinned: _pinned, ...envelope } = Object(fact);
    const sent = {
      ...envelope,
      actor: null,
      kind: 'cue.sent',
      cueId: 3,
      cueKind: 'free',
      text: 'x',
    };
    const read = readServerFrame(batchOf([sent]));
    expect(read.data).toMatchObject({ batch: { events: [{ kind: 'cue.sent', question: null }] } });
    const [ours, schema] = bothOf(batchOf([sent]));
    expect(ours).toEqual(schema);
  });

  it('fills in what an earlier version left out of an event of a platform', () => {
    const {
      fragments: _f,
      replyTo: _r,
      pinned: _p,
      ...envelope
    } = Object(sampleChat({ seq: 8, name: 'a', text: 'x' }));
    const product = { kind: 'product', state: 'listed', productId: 'p', position: null };
    const sent = { ...envelope, ...product, price: null, stock: null };
    for (const event of [sent, { ...sent, couponPrice: undefined }]) {
      expect(readServerFrame(batchOf([event])).data).toMatchObject({
        batch: { events: [{ kind: 'product', couponPrice: null, clicks: null }] },
      });
    }
  });

  it('leaves all other frames, and what is none, to the schema', () => {
    const frames = [
      { type: 'snapshot', snapshot: sampleSnapshot({ language: 'en', seq: 5 }) },
      { type: 'pong' },
      { type: 'pong', more: 1 },
      { type: 'batch' },
      { type: 'batch', batch: { events: [] } },
      { type: 'batch', batch: { events: 'none' } },
      { ...batchOf([]), more: 1 },
      batchOf([null]),
      batchOf([{ kind: 'nothing' }]),
      null,
      'batch',
      [],
    ];
    const said = frames.map(bothOf);
    expect(said.map(([ours]) => ours)).toEqual(said.map(([, schema]) => schema));
  });
});
