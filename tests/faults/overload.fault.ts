import { MAX_PENDING } from '#core/room/ingest.ts';
import { chat, person } from '#tests/support/make-event.ts';
import { startRoom } from '#tests/support/room-rig.ts';
import { sourceRows } from '#tests/support/source-ledger.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const OUTAGES: Readonly<Record<FaultScale, number>> = { quick: 1, full: 5 };
/** More than the queue takes. */
const OVER = 7_000;
const BATCH = 1_000;
const SENDERS = ['sender-a', 'sender-b'] as const;

export const fault: FaultDefinition = {
  name: 'overload',
  what: 'a full disk while two senders go on until the queue of 100,000 events is full, and beyond',
  expected:
    'offered = stored + repeated + dropped for each sender, exactly; its gap names what was dropped',
  needs: null,
  hasQuickForm: true,
  run,
};

type Sent = { offered: number; dropped: number };

async function run(scale: FaultScale): Promise<FaultResult> {
  const rig = startRoom();
  const { room, committer, ports } = rig;
  const { raw } = rig.store.store.db;
  const sent = new Map<string, Sent>();
  let serial = 0;

  /** A batch in which every tenth event was sent just before. */
  function offer(sender: string): void {
    const own = sent.get(sender) ?? { offered: 0, dropped: 0 };
    sent.set(sender, own);
    const events = Array.from({ length: BATCH }, (_, index) => {
      if (index % 10 !== 9) serial += 1;
      const at = { key: `${sender}-${serial}`, ts: ports.clock.wallNow(), platform: 'bridge' };
      return chat(at, person(String(serial % 300), 'Ann'), `line ${serial}`);
    });
    own.offered += BATCH;
    const before = room.ingest.counts().dropped;
    room.sources.bridges.accept({ connector: 'bridge', sender }, events);
    own.dropped += room.ingest.counts().dropped - before;
  }

  try {
    for (const sender of SENDERS)
      committer.runNow(() => room.sources.bridges.open({ connector: 'bridge', sender }, new Set()));
    for (let outage = 0; outage < OUTAGES[scale]; outage += 1) {
      for (const sender of SENDERS) offer(sender);
      committer.runNow(() => undefined);
      rig.fillDisk();
      for (let count = 0; count < MAX_PENDING + OVER; count += SENDERS.length * BATCH) {
        for (const sender of SENDERS) offer(sender);
      }
      // Tried again while the disk is still full: everything is kept as it is.
      ports.clock.advance(1_000);
      rig.freeDisk();
      ports.clock.advance(1_000);
    }
    const { stored, duplicates, dropped } = room.ingest.counts();
    const rows = sourceRows(raw);
    const links = raw
      .prepare<[], number>("SELECT count(*) FROM events WHERE dedupe_key LIKE 'link:%'")
      .pluck()
      .get();
    const refusals = ports.lines.filter(({ event }) => event === 'commit_failed').length;
    const all = [...sent.values()];
    const offered = all.reduce((sum, own) => sum + own.offered, 0);
    const inGaps = rows.reduce((sum, { lost }) => sum + lost, 0);
    const lostOfSenders = rows.map(({ lost }) => lost).filter((lost) => lost > 0);
    const doubled = rows.reduce((sum, row) => sum + row.doubled, 0);
    const ascending = (a: number, b: number): number => a - b;
    const isEachExact =
      lostOfSenders.toSorted(ascending).join() ===
      all
        .map((own) => own.dropped)
        .toSorted(ascending)
        .join();
    return {
      injections: OUTAGES[scale],
      seen: `${offered} offered = ${stored - (links ?? 0)} stored + ${duplicates} repeated + ${dropped} dropped; ${inGaps} in the gaps of ${lostOfSenders.length} senders`,
      acknowledged: stored,
      lost: 0,
      doubled,
      secondsToRecover: null,
      ok:
        offered === stored - (links ?? 0) + duplicates + dropped &&
        dropped > 0 &&
        refusals >= OUTAGES[scale] &&
        inGaps === dropped &&
        isEachExact &&
        doubled === 0,
    };
  } finally {
    await rig.close();
  }
}
