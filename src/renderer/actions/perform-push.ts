import { setNotice } from './action-state.ts';
import { takeToConsole } from './manual-push.ts';
import type { ActionSurroundings } from './perform-action.ts';
import { shelfProposal } from './shelf-proposal.ts';

/** Sends the product that is on the visible card, whatever the core has armed meanwhile: it checks. */
export async function go({ store, runInArea, seen }: ActionSurroundings): Promise<void> {
  const { shelf } = seen();
  const { isGoing, armingCount } = store.getState();
  if (isGoing) return;
  if (armingCount > 0) {
    // What is not seen yet is not sent, and whoever pressed must hear it.
    store.setState({ isGoEarly: true });
    return;
  }
  if (shelf.armed === null) return;
  // What is undone next is this push.
  store.setState({ isGoing: true, gift: null });
  const { armed } = shelf;
  const result = await runInArea('push', 'shelf.go', { productId: armed.productId });
  if (result.ok) await takeToConsole(armed, seen().outlets);
  store.setState({ isGoing: false });
}

export async function undo({ store, runInArea, seen }: ActionSurroundings): Promise<void> {
  const push = seen().shelf.lastPush;
  if (push === null || store.getState().isUndoing) return;
  store.setState({ isUndoing: true });
  await runInArea('push', 'shelf.undo', { pushId: push.id });
  store.setState({ isUndoing: false });
}

export async function arm(
  linkNumber: number,
  { store, runInArea }: ActionSurroundings,
): Promise<void> {
  store.setState(({ armingCount }) => ({ armingCount: armingCount + 1 }));
  const result = await runInArea('push', 'shelf.arm', { linkNumber });
  const { isGoEarly } = store.getState();
  store.setState(({ armingCount }) => ({ armingCount: armingCount - 1, isGoEarly: false }));
  if (result.ok && isGoEarly) {
    setNotice(store, 'push', { kind: 'warning', key: 'push.goEarly', params: {} });
  }
}

export async function alignShelf(around: ActionSurroundings): Promise<void> {
  const { store, runInArea, seen } = around;
  const proposal = shelfProposal(seen().alerts.alerts);
  if (proposal === null) {
    return setNotice(store, 'push', { kind: 'warning', key: 'alerts.shelfAgrees', params: {} });
  }
  await arm(proposal.linkNumber, around);
  await runInArea('cues', 'alert.answer', { seq: proposal.seq, answer: 'seen' });
}
