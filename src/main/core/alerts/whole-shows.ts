import { ShowId } from '#shared/model/ids.ts';
import {
  WHOLE_SHOW_FIGURES,
  type UsualFigure,
  type UsualNow,
  type WholeShowFigureName,
} from '#shared/model/alert.ts';
import { METRICS } from '#shared/rules/metrics/metric-table.ts';
import { metricValue } from '#shared/rules/metrics/metric-value.ts';
import { spreadOf } from '#shared/rules/alerts/usual.ts';
import { pastFigures } from '../figures/past-figures.ts';
import type { RoomContext } from '../room/room-context.ts';
import { showById } from '../room/show.queries.ts';

/** Older shows say more of the past than of now. */
const SHOWS_READ = 10;
/** Between two shows the core does what else there is. */
const PAUSE_MS = 100;

type Rates = Partial<Record<WholeShowFigureName, number>>;

/** What past shows of the room came to as a whole, read one by one. */
export class WholeShows {
  readonly #room: RoomContext;
  readonly #onRead: () => void;
  #read: Rates[] = [];
  #usual: UsualNow['wholeShow'] = {};
  #currency = '';
  #cancel: (() => void) | null = null;

  /** `onRead` is called when all of them are. */
  constructor(room: RoomContext, onRead: () => void) {
    this.#room = room;
    this.#onRead = onRead;
  }

  /** Money of another currency than `currency` is left out. */
  start(showIds: readonly number[], currency: string): void {
    this.stop();
    this.#currency = currency;
    this.#next(showIds.slice(0, SHOWS_READ), currency);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#read = [];
    this.#usual = {};
  }

  /** Empty until all are read, and for a show whose currency was changed since. */
  usual(currency: string): UsualNow['wholeShow'] {
    return currency === this.#currency ? this.#usual : {};
  }

  #next(showIds: readonly number[], currency: string): void {
    const [showId, ...others] = showIds;
    if (showId === undefined) return this.#finish();
    this.#cancel = this.#room.ports.clock.after(PAUSE_MS, () => {
      this.#read.push(this.#ratesOf(showId, currency));
      this.#next(others, currency);
    });
  }

  #finish(): void {
    this.#cancel = null;
    const usual: Partial<Record<WholeShowFigureName, UsualFigure>> = {};
    for (const name of WHOLE_SHOW_FIGURES) {
      const spread = spreadOf(this.#read.flatMap((rates) => rates[name] ?? []));
      if (spread === null) continue;
      const { median, low, high, shows } = spread;
      usual[name] = { median, low, high, shows };
    }
    this.#read = [];
    this.#usual = usual;
    this.#onRead();
  }

  #ratesOf(showId: number, currency: string): Rates {
    const { db, roomId } = this.#room;
    const show = showById(db, ShowId.parse(showId))?.show ?? null;
    if (show === null || show.endedTs === null) return {};
    const metrics = pastFigures(db, roomId, show, show.endedTs, 'whole');
    const rates: Rates = {};
    for (const name of WHOLE_SHOW_FIGURES) {
      if (METRICS[name].unit === 'money' && show.currency !== currency) continue;
      const { figure } = metricValue(name, metrics, show.currency);
      if (figure.known) rates[name] = figure.value;
    }
    return rates;
  }
}
