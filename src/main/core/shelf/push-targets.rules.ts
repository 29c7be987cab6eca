import type { StoredPush } from './shelf.queries.ts';

type Row = StoredPush['targets'][number];

/** Outlets of a push whose row is so. */
function outletsWhere(
  push: StoredPush | undefined,
  isSo: (row: Row) => boolean,
): readonly number[] {
  return (push?.targets ?? []).flatMap((row) =>
    row.outletId !== null && isSo(row) ? [row.outletId] : [],
  );
}

export function waitingOutlets(push: StoredPush): readonly number[] {
  return outletsWhere(push, ({ state }) => state === 'waiting');
}

/** Those that show it, as far as anybody knows. */
export function shownOutlets(push: StoredPush | undefined): readonly number[] {
  return outletsWhere(
    push,
    ({ state, reverse }) => reverse === null && (state === 'ok' || state === 'unknown'),
  );
}

/** Those it was taken down from, or is being. */
export function takenDownOutlets(push: StoredPush): readonly number[] {
  return outletsWhere(push, ({ reverse }) => reverse !== null && reverse.state !== 'none');
}

/** Those that have answered what is on, and have nothing under way of any push. */
export function quietOutlets(
  on: StoredPush | undefined,
  pushes: readonly StoredPush[],
): readonly number[] {
  const busy = new Set(
    pushes.flatMap((push) =>
      outletsWhere(
        push,
        ({ state, reverse }) => state === 'waiting' || reverse?.state === 'waiting',
      ),
    ),
  );
  return outletsWhere(
    on,
    ({ outletId, state, reverse }) =>
      state !== 'none' && reverse === null && !busy.has(outletId ?? 0),
  );
}
