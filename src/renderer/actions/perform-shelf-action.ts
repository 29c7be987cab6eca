import { assertNever } from '#shared/lib/assert-never.ts';
import type { GroupId } from '#shared/model/ids.ts';
import { filterShelf } from '#shared/rules/shelf-filter.ts';
import { gatheredNumbers } from '#shared/rules/shelf-groups.ts';

import { setNotice } from './action-state.ts';
import type { DeskAction } from './desk-action.ts';
import type { GROUP_ACTIONS } from './group-actions.ts';
import type { ActionSurroundings } from './perform-action.ts';

type ShelfAction = Extract<DeskAction, { type: keyof typeof GROUP_ACTIONS | 'undoPaste' }>;

/** Does what changes many products of the shelf at once, or how they are shown. */
export async function performShelfAction(
  action: ShelfAction,
  around: ActionSurroundings,
): Promise<void> {
  const { store, runInArea, seen, desk } = around;
  switch (action.type) {
    case 'undoPaste':
      return undoPaste(around);
    case 'groupShelf':
      return group(around);
    case 'ungroupShelf':
      return ungroup(around);
    case 'undoGroups':
      return undoGroups(around);
    case 'showGroup': {
      const group = seen().shelf.groups.find(({ id }) => id === action.groupId);
      return group === undefined ? undefined : store.setState({ shelfFilter: `#${group.name}` });
    }
    case 'foldGroups': {
      const ids = seen().shelf.groups.map(({ id }) => id);
      return desk().foldGroups(ids, action.isFolded);
    }
    case 'renameGroup':
      return rename(action.groupId, around);
    case 'gatherGroup': {
      const { groupId } = action;
      const renumbered = gatheredNumbers(seen().shelf.items, groupId).length;
      await runInArea('shelf', 'shelf.gatherGroup', { groupId, renumbered });
      return;
    }
    case 'dissolveGroup':
      await runInArea('shelf', 'shelf.dissolveGroup', { groupId: action.groupId });
      return;
    default:
      return assertNever(action);
  }
}

async function undoPaste({ store, runInArea, seen }: ActionSurroundings): Promise<void> {
  const { lastPaste } = seen().shelf;
  if (lastPaste === null) return;
  const { pasteId } = lastPaste;
  const result = await runInArea('shelf', 'shelf.undoPaste', { pasteId });
  if (!result.ok) return;
  setNotice(store, 'shelf', { kind: 'info', key: 'pasteProducts.undone', params: {} });
}

async function undoGroups({ store, runInArea, seen }: ActionSurroundings): Promise<void> {
  const { lastGroupChange } = seen().shelf;
  if (lastGroupChange === null) return;
  const { changeId } = lastGroupChange;
  const result = await runInArea('shelf', 'shelf.undoGroups', { changeId });
  if (!result.ok) return;
  setNotice(store, 'shelf', { kind: 'info', key: 'groups.undone', params: {} });
}

/** The products that are chosen; else what the filter shows, else the row that has the keys. */
function group({ store, seen }: ActionSurroundings): void {
  const { shelfSelection, shelfFilter } = store.getState();
  const { shelf } = seen();
  const chosen = shelf.items.filter(({ productId }) => shelfSelection.has(productId));
  const isFiltered = chosen.length === 0 && shelfFilter.trim() !== '';
  const shown = isFiltered ? filterShelf(shelf, shelfFilter) : chosen;
  const focused = document.activeElement?.closest('[data-product-id]') ?? null;
  const focusedId = focused?.getAttribute('data-product-id');
  const wanted =
    isFiltered || chosen.length > 0
      ? shown
      : shelf.items.filter(({ productId }) => String(productId) === focusedId);
  if (wanted.length === 0) {
    return setNotice(store, 'shelf', { kind: 'warning', key: 'groups.chooseFirst', params: {} });
  }
  store.setState({
    grouping: { productIds: wanted.map(({ productId }) => productId), isFiltered },
  });
}

/** In its place in the list: where the filter hides that, the filter goes. */
function rename(renamedGroupId: GroupId, { store, seen }: ActionSurroundings): void {
  const { shelfFilter } = store.getState();
  const shown = filterShelf(seen().shelf, shelfFilter);
  const isShown = shown.some(({ groupId }) => groupId === renamedGroupId);
  store.setState(isShown ? { renamedGroupId } : { renamedGroupId, shelfFilter: '' });
}

async function ungroup({ store, runInArea, seen }: ActionSurroundings): Promise<void> {
  const { shelfSelection } = store.getState();
  const productIds = seen().shelf.items.flatMap(({ productId }) =>
    shelfSelection.has(productId) ? [productId] : [],
  );
  if (productIds.length === 0) {
    return setNotice(store, 'shelf', { kind: 'warning', key: 'groups.chooseFirst', params: {} });
  }
  const result = await runInArea('shelf', 'shelf.assignGroup', { groupId: null, productIds });
  if (result.ok) store.setState({ shelfSelection: new Set() });
}
