import type { OutletConfigOf } from '#shared/model/outlet.ts';
import { fillMessage } from '#shared/rules/push-message.ts';
import { valuesOf } from './chat-outlet.ts';
import type { CardPreview, DriverAnswer, DriverPreview, PushDriver } from './outlet-driver.ts';

export interface ManualOutlet extends PushDriver {
  /** False where nobody waits for this push. */
  confirm(pushId: number, isDone: boolean): boolean;
}

/** A platform with a console alone: done when the operator says so, with one key. */
export function createManualOutlet(config: OutletConfigOf<'manual'>): ManualOutlet {
  let waiting: { readonly pushId: number; settle(answer: DriverAnswer): void } | null = null;

  function preview(card: CardPreview): DriverPreview {
    const message = fillMessage(config.template, valuesOf(card));
    return message.missing === null
      ? { text: message.text, problem: null }
      : { text: config.template, problem: `${message.missing}_unknown` };
  }

  function take(pushId: number | null, answer: DriverAnswer): boolean {
    if (waiting === null || (pushId !== null && waiting.pushId !== pushId)) return false;
    const { settle } = waiting;
    waiting = null;
    settle(answer);
    return true;
  }

  function ask(pushId: number): Promise<DriverAnswer> {
    take(null, { state: 'unknown', reason: 'not_confirmed' });
    return new Promise((settle) => {
      waiting = { pushId, settle };
    });
  }

  return {
    can: { list: false, unpush: 'never', update: false, watch: false, confirmedBy: 'operator' },
    link: () => ({ state: 'idle', reason: null }),
    preview,
    push(card, signal) {
      const { problem } = preview(card);
      if (problem !== null) return Promise.resolve({ state: 'failed', reason: problem });
      signal.addEventListener('abort', () => {
        take(card.pushId, { state: 'unknown', reason: 'not_confirmed' });
      });
      return ask(card.pushId);
    },
    unpush: () => Promise.resolve({ state: 'failed', reason: 'no_reverse' }),
    update: () => Promise.resolve({ state: 'ok' }),
    onChanged: () => () => undefined,
    list: () => Promise.resolve(null),
    says: () => null,
    confirm: (pushId, isDone) =>
      take(pushId, isDone ? { state: 'ok' } : { state: 'failed', reason: 'not_done' }),
    close: () => void take(null, { state: 'unknown', reason: 'not_confirmed' }),
  };
}
