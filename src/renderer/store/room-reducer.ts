import type { RoomBatch, RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import { NO_ALERTS } from '#shared/model/alert.ts';
import type { Mark, SeriesPoint } from '#shared/model/metrics.ts';
import { NO_PROPOSALS } from '#shared/model/proposal.ts';

import type { LinkStatus, RoomState, RoomStore } from './room-store.ts';

type Slices = RoomSnapshot['slices'];
type SliceState = Pick<RoomState, keyof Slices>;

/** Only the slices that came: each replaces its predecessor whole. */
function presentSlices(slices: Slices): Partial<SliceState> {
  return Object.fromEntries(Object.entries(slices).filter(([, slice]) => slice !== undefined));
}

/** Points are in order of time; a point with a known time replaces it. */
export function mergeSeries(
  held: readonly SeriesPoint[],
  points: readonly SeriesPoint[],
): readonly SeriesPoint[] {
  if (points.length === 0) return held;
  const merged = held.slice();
  for (const point of points) {
    let index = merged.length;
    while (index > 0 && (merged[index - 1]?.ts ?? 0) > point.ts) index -= 1;
    const isKnown = index > 0 && merged[index - 1]?.ts === point.ts;
    if (isKnown) merged[index - 1] = point;
    else merged.splice(index, 0, point);
  }
  return merged;
}

export function mergeMarks(held: readonly Mark[], marks: readonly Mark[]): readonly Mark[] {
  if (marks.length === 0) return held;
  const bySeq = new Map(held.map((mark) => [mark.seq, mark]));
  for (const mark of marks) {
    if (mark.isGone === true) bySeq.delete(mark.seq);
    else bySeq.set(mark.seq, mark);
  }
  return [...bySeq.values()].sort((a, b) => a.ts - b.ts || a.seq - b.seq);
}

type Figures = Pick<RoomState, 'metrics' | 'alerts' | 'proposals' | 'series' | 'marks'>;

const NO_FIGURES: Figures = {
  metrics: null,
  alerts: NO_ALERTS,
  proposals: NO_PROPOSALS,
  series: [],
  marks: [],
};

function figuresOf({ metrics, alerts, proposals }: Figures): Partial<Figures> {
  return { metrics, alerts, proposals };
}

/** The shelf of the snapshot, whose products were sold as often as was known before. */
function soldAsHeld(snapshot: RoomSnapshot, { shelf: held }: RoomState): RoomState['shelf'] {
  const { shelf } = snapshot.slices;
  if (shelf === undefined) return held;
  const byId = new Map(held.items.map((item) => [item.productId, item]));
  const items = shelf.items.map((item) => {
    const known = byId.get(item.productId);
    if (known === undefined) return item;
    const { stock, ordersPaid, unitsPaid, paidMinor } = known;
    return { ...item, stock, ordersPaid, unitsPaid, paidMinor };
  });
  return { ...shelf, items };
}

/** Everything anew. `receivedTs` is this screen's wall time. */
export function applySnapshot(store: RoomStore, snapshot: RoomSnapshot, receivedTs: number): void {
  const before = store.state.getState();
  const isRestarted = before.host !== null && before.host.coreRun !== snapshot.host.coreRun;
  const showId = snapshot.slices.show?.show?.id ?? null;
  // Somebody was erased while this screen was not told: nothing it holds is to be trusted.
  if (snapshot.slices.settings !== undefined) store.chat.setWords(snapshot.slices.settings.words);
  // Right after its start the core reads the figures of the show: what is held of it stays until then.
  const isSame = before.show.show !== null && before.show.show.id === showId;
  const held: Figures = isSame ? before : NO_FIGURES;
  const isTold = before.data.lastErasedTs === (snapshot.slices.data?.lastErasedTs ?? null);
  if (isTold) store.chat.restart(snapshot.recent, showId);
  else store.chat.begin(snapshot.recent, showId);
  store.state.setState({
    ...(snapshot.series === null ? figuresOf(held) : {}),
    ...presentSlices(snapshot.slices),
    ...(snapshot.series === null && isSame ? { shelf: soldAsHeld(snapshot, before) } : {}),
    roomId: snapshot.roomId,
    host: snapshot.host,
    wallOffsetMs: snapshot.host.wallTs - receivedTs,
    seq: snapshot.seq,
    series: snapshot.series ?? held.series,
    marks: snapshot.marks ?? held.marks,
    link: {
      ...before.link,
      state: 'live',
      sinceTs: receivedTs,
      error: null,
      restartedTs: isRestarted ? receivedTs : before.link.restartedTs,
    },
  });
}

/** One state change for all batches of a frame. */
export function applyBatches(store: RoomStore, batches: readonly RoomBatch[]): void {
  const last = batches[batches.length - 1];
  if (last === undefined) return;
  const before = store.state.getState();
  let { series, marks } = before;
  let showId: number | null = before.show.show?.id ?? null;
  let slices: Partial<SliceState> = {};
  for (const batch of batches) {
    const nextShow = batch.slices.show?.show;
    if (nextShow !== undefined && (nextShow?.id ?? null) !== showId) {
      // Another show: nothing drawn for the one before may stay.
      showId = nextShow?.id ?? null;
      [series, marks] = [[], []];
      store.chat.restart([], showId);
    }
    series = mergeSeries(series, batch.series);
    marks = mergeMarks(marks, batch.marks);
    slices = { ...slices, ...presentSlices(batch.slices) };
    if (batch.slices.settings !== undefined) store.chat.setWords(batch.slices.settings.words);
    store.chat.append(batch.events);
    store.chat.erase(batch.erased);
  }
  store.state.setState({ ...slices, series, marks, seq: last.seq });
}

export function patchLink(store: RoomStore, patch: Partial<LinkStatus>): void {
  store.state.setState(({ link }) => ({ link: { ...link, ...patch } }));
}
