import type { OutletId, PushId } from '#shared/model/ids.ts';
import type { OutletsSlice } from '#shared/model/outlet.ts';
import type { Armed, Push } from '#shared/model/product.ts';
import { copyText } from '#renderer/ui/copy-text.ts';

import type { ActionSurroundings } from './perform-action.ts';

/** What of a push waits for a person at a console; null for nothing. */
export function waitingManual(
  push: Push | null,
): { readonly pushId: PushId; readonly outletId: OutletId } | null {
  const waiting = push?.targets.find(
    ({ target, state }) => target === 'manual' && state === 'waiting',
  );
  if (push === null || waiting === undefined || waiting.outletId === null) return null;
  return { pushId: push.id, outletId: waiting.outletId };
}

/** At GO: what is to be typed in a console is on the clipboard, and the console in front. */
export async function takeToConsole(armed: Armed, { outlets }: OutletsSlice): Promise<void> {
  const manual = armed.preview.find(
    ({ target, isConnected }) => target === 'manual' && isConnected,
  );
  if (manual === undefined) return;
  const config = outlets.find(({ id }) => id === manual.outletId)?.config;
  await copyText(manual.text);
  if (config?.kind === 'manual' && config.consoleUrl !== '') {
    window.open(config.consoleUrl, '_blank', 'noopener');
  }
}

/** The first that waits for a person; without one the key does nothing. */
export async function confirmManual({ runInArea, seen }: ActionSurroundings): Promise<void> {
  const waiting = waitingManual(seen().shelf.lastPush);
  if (waiting !== null) await runInArea('push', 'outlet.confirm', { ...waiting, isDone: true });
}

/** Whether something of the product stops GO. */
export function isStopped(armed: Armed | null): boolean {
  return armed !== null && armed.guards.length > 0 && !armed.isOverruled;
}

/** Of the product on the visible card; GO itself is another press. */
export async function overrule({ runInArea, seen }: ActionSurroundings): Promise<void> {
  const { armed } = seen().shelf;
  if (armed === null || !isStopped(armed)) return;
  await runInArea('push', 'shelf.overrule', { productId: armed.productId });
}
