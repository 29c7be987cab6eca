import type { KnownProduct, MatchedRow } from './paste-match.ts';
import { MAX_LINK_NUMBER } from './paste-numbers.ts';
import type { PasteFault, PasteFix } from './paste-row.ts';

/**
 * Gives every row its link number: the one it states, else the one its product has, else the next
 * that is free. Two products never get one number; a row that is not taken moves nothing.
 */
export function giveLinkNumbers(
  rows: readonly MatchedRow[],
  known: readonly KnownProduct[],
): readonly MatchedRow[] {
  const onShelf = known.filter(({ linkNumber }) => linkNumber !== null);
  let settled = rows;
  // A row that turns out wrong leaves its product where it is, which may be where another wants to go.
  for (;;) {
    const next = findConflicts(settled, onShelf);
    if (next === null) break;
    settled = next;
  }
  return fillFree(settled, onShelf);
}

const isTaken = ({ row, isRepeat, faults }: MatchedRow): boolean =>
  !row.edit.isLeftOut && !isRepeat && faults.length === 0;

type Holder = { readonly name: string; readonly line: number | null };

/** The rows with those faults that were not seen before; null when there are none. */
function findConflicts(
  rows: readonly MatchedRow[],
  onShelf: readonly KnownProduct[],
): readonly MatchedRow[] | null {
  const moving = new Set(
    rows
      .filter((found) => isTaken(found) && found.linkNumber !== null)
      .map(({ target }) => target?.productId),
  );
  const holders = new Map<number, Holder>();
  for (const { productId, linkNumber, fields } of onShelf) {
    if (linkNumber !== null && !moving.has(productId)) {
      holders.set(linkNumber, { name: fields.name, line: null });
    }
  }
  let isNew = false;
  const checked = rows.map((found) => {
    const { row, linkNumber, target } = found;
    if (linkNumber === null || !isTaken(found)) return found;
    const holder = holders.get(linkNumber);
    if (holder === undefined) {
      holders.set(linkNumber, { name: row.said.name ?? target?.fields.name ?? '', line: row.line });
      return found;
    }
    isNew = true;
    return { ...found, faults: [...found.faults, linkFault(found, linkNumber, holder)] };
  });
  return isNew ? checked : null;
}

function linkFault(found: MatchedRow, number: number, holder: Holder): PasteFault {
  const nextFree: PasteFix = { kind: 'nextFree' };
  const field = 'linkNumber';
  if (holder.line !== null) {
    const params = { number, line: holder.line };
    return { code: 'linkTwice', field, params, fixes: [nextFree] };
  }
  // A code names a product for good: only a row without one can be the product that is there.
  const isSame = found.target === null && found.row.code === null;
  const fixes: readonly PasteFix[] = isSame ? [{ kind: 'sameProduct' }, nextFree] : [nextFree];
  return { code: 'linkHeld', field, params: { number, name: holder.name }, fixes };
}

function fillFree(
  rows: readonly MatchedRow[],
  onShelf: readonly KnownProduct[],
): readonly MatchedRow[] {
  // Also what wrong rows state: they are to be put right, and find their number free then.
  const used = new Set(
    rows.flatMap(({ row, linkNumber }) => (row.edit.isLeftOut ? [] : (linkNumber ?? []))),
  );
  for (const { linkNumber } of onShelf) if (linkNumber !== null) used.add(linkNumber);
  let free = 1;
  return rows.map((found) => {
    if (found.linkNumber !== null || !isTaken(found)) return found;
    const own = found.target?.linkNumber ?? null;
    if (own !== null) return { ...found, linkNumber: own };
    while (used.has(free)) free += 1;
    if (free > MAX_LINK_NUMBER) {
      const fault: PasteFault = {
        code: 'linksFull',
        field: 'linkNumber',
        params: { max: MAX_LINK_NUMBER },
        fixes: [],
      };
      return { ...found, faults: [...found.faults, fault] };
    }
    used.add(free);
    return { ...found, linkNumber: free };
  });
}
