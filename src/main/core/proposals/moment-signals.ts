import { joinFragments } from '#shared/contract/fragment.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RiskSaid, SaidLine } from '#shared/rules/cue-triggers/trigger-moment.ts';
import type { ToldClicks } from '#shared/rules/clicks-between.ts';
import { personKey } from '../chat/question-reading.ts';

const MINUTE_MS = 60_000;
/** So far back clicks and orders are compared. */
const HELD_MS = 12 * MINUTE_MS;
const CUES_MS = 10 * MINUTE_MS;
/** Lines between two looks that are read: a flood beyond says nothing more of what people want. */
const LINES_READ = 600;

type Sold = { readonly ts: number; readonly code: string; readonly units: number };

/**
 * What committed events say that rules look at: what was said, clicked, sold, sent and risked lately.
 * Times are show time.
 */
export class MomentSignals {
  readonly #isRisk: (text: string) => boolean;
  #lines: SaidLine[] = [];
  #risks: RiskSaid[] = [];
  #clicks: (ToldClicks & { readonly code: string })[] = [];
  #sold: Sold[] = [];
  #cueTs: number[] = [];
  #restCues = new Set<number>();
  #restTs: number | null = null;
  priceSaidTs: number | null = null;
  correctedTs: number | null = null;
  areClicksTold = false;

  /** @param isRisk whether a text of ours says what must not be said. */
  constructor(isRisk: (text: string) => boolean) {
    this.#isRisk = isRisk;
  }

  take(event: RoomEvent): void {
    const { seq, eventTs: ts } = event;
    switch (event.kind) {
      case 'chat': {
        if (event.historical || event.isDeleted || this.#lines.length >= LINES_READ) return;
        const name = event.actor?.platformUserId ?? event.actor?.name ?? null;
        const person = personKey(event.platform, name);
        this.#lines.push({ ts, person, text: joinFragments(event.fragments) });
        return;
      }
      case 'product':
        if (event.clicks === undefined || event.clicks === null) return;
        this.areClicksTold = true;
        this.#clicks.push({
          ts,
          platform: event.platform,
          clicks: event.clicks,
          code: event.productId,
        });
        return;
      case 'order':
        if (event.status !== 'paid') return;
        this.#sold.push({ ts, code: event.productId ?? '', units: event.qty });
        return;
      case 'shelf.pushed':
        this.priceSaidTs = ts;
        return;
      case 'cue.sent':
        this.#cueTs.push(ts);
        if (event.cueKind === 'price') this.priceSaidTs = ts;
        if (event.cueKind === 'correction') this.correctedTs = ts;
        else if (this.#isRisk(event.text)) this.#risks.push({ seq, ts, by: 'cue' });
        if (event.cueKind === 'rest') this.#restCues.add(event.cueId);
        return;
      case 'cue.answered':
        if (event.answer === 'done' && this.#restCues.has(event.cueId)) this.#restTs = ts;
        return;
      case 'rest.began':
      case 'rest.ended':
        this.#restTs = ts;
        return;
      case 'chat.acted':
        if (event.text !== null && this.#isRisk(event.text)) {
          this.#risks.push({ seq, ts, by: 'chat' });
        }
        return;
      case 'slip.logged':
        this.#risks.push({ seq, ts, by: 'spoken' });
        return;
      case 'slip.withdrawn':
        this.#risks = this.#risks.filter((risk) => risk.seq !== event.slipSeq);
        return;
      default:
    }
  }

  /** What was said and risked since this was last asked; what was put right meanwhile is left out. */
  takeNew(): { readonly lines: readonly SaidLine[]; readonly risks: readonly RiskSaid[] } {
    const risks = this.#risks.filter(({ ts }) => ts >= (this.correctedTs ?? ts));
    const taken = { lines: this.#lines, risks };
    this.#lines = [];
    this.#risks = [];
    return taken;
  }

  /** Start of the last rest the anchor took; null: none in this show. */
  restTs(): number | null {
    return this.#restTs;
  }

  cuesBefore(nowTs: number): number {
    this.#cueTs = this.#cueTs.filter((ts) => nowTs - ts < CUES_MS);
    return this.#cueTs.length;
  }

  unitsSince(code: string, sinceTs: number): number {
    return this.#sold
      .filter((sold) => sold.code === code && sold.ts >= sinceTs)
      .reduce((sum, { units }) => sum + units, 0);
  }

  ordersSince(code: string, sinceTs: number): number {
    return this.#sold.filter((sold) => sold.code === code && sold.ts >= sinceTs).length;
  }

  clicksOn(code: string): readonly ToldClicks[] {
    return this.#clicks.filter((told) => told.code === code);
  }

  forget(nowTs: number): void {
    this.#clicks = this.#clicks.filter(({ ts }) => nowTs - ts < HELD_MS);
    this.#sold = this.#sold.filter(({ ts }) => nowTs - ts < HELD_MS);
  }
}
