import { createHmac } from 'node:crypto';

import type { RoomId } from '#shared/model/ids.ts';
import type { OutletConfigOf } from '#shared/model/outlet.ts';
import { reconnectDelayMs } from '../../feeds/supervisor/reconnect-delay.rules.ts';
import type { Ports } from '../../ports.ts';
import type {
  CardPreview,
  DriverAnswer,
  DriverPreview,
  PushCard,
  PushDriver,
} from './outlet-driver.ts';
import { pause } from './pause.ts';
import { postOnce, type PostOutcome } from './webhook-post.ts';

export const WEBHOOK_ATTEMPTS = 4;
const LONGEST_RETRY_MS = 10_000;

type WebhookEvent = 'product.pushed' | 'product.undone' | 'product.taken_down' | 'product.updated';

/** Over the timestamp and the body, so that neither can be sent again under another. */
export function webhookSignature(key: string, timestamp: string, body: string): string {
  return `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`, 'utf8').digest('hex')}`;
}

/** A signed POST for every change of what is on (docs/webhook.md); done when it is answered by 2xx. */
export function createWebhookOutlet(
  config: OutletConfigOf<'webhook'>,
  key: string | null,
  roomId: RoomId,
  ports: Ports,
): PushDriver {
  const { clock, randomness } = ports;
  const closing = new AbortController();

  function preview(card: CardPreview): DriverPreview {
    const text = `POST product.pushed · ${card.fields.code}`;
    return { text, problem: key === null ? 'key_missing' : null };
  }

  async function deliver(
    event: WebhookEvent,
    card: PushCard,
    signal: AbortSignal,
  ): Promise<DriverAnswer> {
    if (key === null) return { state: 'failed', reason: 'key_missing' };
    const id = Buffer.from(randomness.bytes(16)).toString('hex');
    const body = JSON.stringify(payload(event, id, card, roomId, clock.wallNow()));
    for (let attempt = 1; ; attempt += 1) {
      const timestamp = String(clock.wallNow());
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'Cuedesk',
        'idempotency-key': id,
        'cuedesk-event': event,
        'cuedesk-timestamp': timestamp,
        'cuedesk-signature': webhookSignature(key, timestamp, body),
      };
      const outcome = await postOnce(config.url, headers, body, clock, signal);
      const answer = answerOf(outcome);
      if (answer.state === 'ok' || !isWorthRetrying(outcome)) return answer;
      if (attempt === WEBHOOK_ATTEMPTS || signal.aborted) return answer;
      await pause(retryMs(outcome, attempt), clock, signal);
      if (signal.aborted) return answer;
    }
  }

  function retryMs(outcome: PostOutcome, attempt: number): number {
    const asked = outcome.came === 'status' ? outcome.retryAfterS : null;
    const ownMs = reconnectDelayMs(attempt, randomness.fraction());
    return asked === null ? ownMs : Math.min(LONGEST_RETRY_MS, Math.max(ownMs, asked * 1000));
  }

  return {
    can: { list: false, unpush: 'always', update: true, watch: false, confirmedBy: 'answer' },
    link: () => ({ state: 'idle', reason: key === null ? 'key_missing' : null }),
    preview,
    push: (card, signal) =>
      deliver('product.pushed', card, AbortSignal.any([signal, closing.signal])),
    unpush: (card, cause) =>
      deliver(cause === 'undone' ? 'product.undone' : 'product.taken_down', card, closing.signal),
    update: (card) => deliver('product.updated', card, closing.signal),
    onChanged: () => () => undefined,
    list: () => Promise.resolve(null),
    says: () => null,
    close: () => closing.abort(),
  };
}

/** Version 1 of what is sent; fields may be added, never changed. Money in integer minor units. */
function payload(
  event: WebhookEvent,
  id: string,
  card: PushCard,
  roomId: RoomId,
  sentTs: number,
): Readonly<Record<string, unknown>> {
  const { code, name, currency, priceMinor, listPriceMinor, couponPriceMinor } = card.fields;
  const { linkNumber, stock, isSoldOut } = card;
  return {
    version: 1,
    event,
    id,
    sentTs,
    room: roomId,
    show: { id: card.showId, origin: card.origin },
    push: { id: card.pushId, restoredId: card.restoredPushId },
    product: {
      code,
      name,
      linkNumber,
      currency,
      priceMinor,
      listPriceMinor,
      couponPriceMinor,
      stock,
      isSoldOut,
    },
  };
}

function answerOf(outcome: PostOutcome): DriverAnswer {
  switch (outcome.came) {
    case 'status': {
      const { status } = outcome;
      const isTaken = status >= 200 && status < 300;
      return isTaken ? { state: 'ok' } : { state: 'failed', reason: `http_${status}` };
    }
    case 'lost':
      return { state: 'unknown', reason: 'no_answer' };
    case 'not_reached':
    case 'private':
    case 'refused_address':
      return { state: 'failed', reason: outcome.came };
  }
}

/** What may be better in a moment: no answer, too much at once, trouble of its own. */
function isWorthRetrying(outcome: PostOutcome): boolean {
  if (outcome.came !== 'status') return outcome.came === 'lost' || outcome.came === 'not_reached';
  return outcome.status >= 500 || outcome.status === 429 || outcome.status === 408;
}
