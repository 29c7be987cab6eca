import { BEFORE_MINUTES, type ActWindow, type WindowShape } from './act-window.ts';
import type { FigureScale } from './figure-scale.ts';
import type { LiftFigureName } from './lift-show.ts';
import { value, type MinuteSeries } from './minute-series.ts';
import type { OtherActs } from './other-acts.ts';
import { phaseAround, type Phase } from './phase-around.ts';
import { between, runningSum } from './running-sum.ts';

/** Stretches before that level and trend are read from, in minutes back: the last one, three, six, fifteen. */
const SHORT = 3;
const LONG = 15;
/** Fewer of the far minutes say nothing. */
const LONG_FEWEST = 4;
/** Where a show has phases, what goes on in the same one afterwards was no cue's: minutes after the last one looked at. */
const AFTER = 5;
const AFTER_FEWEST = 3;
const AFTER_PRIOR = 0.45;
/** Every level is put as that of so many usual minutes, so that all are of one scale. */
const SCALE_MINUTES = 3;

/** One stretch of minutes, and what went before it. */
export type WindowFacts = {
  readonly last: number;
  /** In the figure's scale: what came, and what it is foretold from. */
  readonly outcome: number;
  readonly x: readonly number[];
  /** What it is matched by: own level and trend, people online, their trend, time. */
  readonly match: readonly number[];
  /** What came, as counted, and the minutes times thousands of people it came from (of inflow: usual ones). */
  readonly count: number;
  readonly exposure: number;
};

export type FigureRead = {
  readonly name: LiftFigureName;
  readonly scale: FigureScale;
  /** People online of a usual minute; null where nobody counted them: figures are absolute then. */
  readonly usualViewers: number | null;
  /** The show is told to have parts with a level of their own. */
  readonly hasPhases: boolean;
};

/** What each column of `x` is expected to weigh before anything was seen: the level goes on. */
export function priorOf(read: FigureRead): readonly number[] {
  const { name, usualViewers } = read;
  const state = usualViewers === null ? [0] : [0, 0, 0, 0, 0, 0, 0, 0];
  if (name === 'online') return state;
  const before = [0.25, 0.25, 0.25, 0.2];
  if (name === 'leavers') return [...before, 0, ...state, 0];
  if (!read.hasPhases) return [...before, 0, ...state];
  return [...before.map((each) => each * (1 - AFTER_PRIOR)), 0, ...state, AFTER_PRIOR];
}

/** Inflow makes the people online, not they it; every other figure is of those who are there. */
export function isOfPeople({
  name,
  usualViewers,
}: Pick<FigureRead, 'name' | 'usualViewers'>): boolean {
  return usualViewers !== null && name !== 'inflow';
}

/** From the figure's scale back to its unit, for each minute and 1,000 online. */
export function rateOf({ name, scale, usualViewers }: FigureRead, scaled: number): number {
  if (name === 'online') return (Math.exp(scaled) - 1) * 1_000;
  return scale.from(scaled) / SCALE_MINUTES / (usualViewers === null ? 1 : usualViewers / 1_000);
}

/** Reads one figure of a show around any minute, with what other acts did taken out. */
export class FigureWindows {
  readonly #series: MinuteSeries;
  readonly #read: FigureRead;
  readonly #others: OtherActs;
  readonly #isOfPeople: boolean;
  readonly #sound: Float64Array;
  readonly #people: Float64Array;
  readonly #joins: Float64Array;
  /** As counted, and without what was done. */
  readonly #told: Float64Array;
  readonly #bare: Float64Array;
  readonly #bareSums: Float64Array;
  readonly #online: Float64Array;

  constructor(series: MinuteSeries, read: FigureRead, others: OtherActs) {
    const { viewers, counts, isSound } = series;
    this.#series = series;
    this.#read = read;
    this.#others = others;
    this.#isOfPeople = isOfPeople(read);
    this.#told = toldOf(series, read.name);
    this.#bare = others.without(read.name, this.#told);
    this.#online = others.without('online', viewers);
    this.#sound = runningSum(Float64Array.from(isSound), isSound);
    this.#people = runningSum(viewers, isSound);
    this.#joins = runningSum(counts.inflow, isSound);
    this.#bareSums = runningSum(this.#bare, isSound);
  }

  /** Null where the figure is not known in all the minutes it needs; of an act, what it did is left in. */
  facts(last: number, shape: WindowShape, act: ActWindow | null): WindowFacts | null {
    const [from, to] = [last + shape.from, last + shape.to];
    const state = this.#state(last);
    const people = this.#read.usualViewers === null ? 1 : this.#read.usualViewers / 1_000;
    if (this.#read.name === 'online') return this.#onlineFacts(last, shape, state, act);
    const phase = phaseAround(this.#series, last);
    const [newest, short, middle, far] = this.#levelsBefore(last, phase);
    const levels = [newest, short, middle, far];
    const level = (newest + 2 * short + 3 * middle) / 6;
    const came = act === null ? between(this.#bareSums, from, to) : this.#kept(act, from, to);
    const outcome = this.#scaled(came, from, to);
    const trend = (newest + 2 * short) / 3 - far;
    const x = [...levels, trend * Math.abs(trend), ...state];
    if (this.#read.name === 'leavers') x.push(this.#entered(from, to));
    else if (this.#read.hasPhases) {
      const after = act !== null && setsLevel(act) ? null : this.#levelAfter(to, phase);
      x.push(after ?? (newest + short + middle + far) / 4);
    }
    if (Number.isNaN(outcome + sum(x))) return null;
    const count = act === null ? came : sum(this.#told.subarray(from, to + 1));
    const exposure = this.#isOfPeople
      ? between(this.#people, from, to) / 1_000
      : (to - from + 1) * people;
    const match = [level, (newest + 2 * short) / 3 - middle, ...this.#crowd(last), last];
    return { last, outcome, x, match, count, exposure };
  }

  #onlineFacts(
    last: number,
    shape: WindowShape,
    state: readonly number[],
    act: ActWindow | null,
  ): WindowFacts | null {
    const { viewers } = this.#series;
    const [from, to] = [last + shape.from, last + shape.to];
    const came = act === null ? between(this.#bareSums, from, to) : this.#kept(act, from, to);
    const outcome = Math.log(came / (to - from + 1) / value(this.#online, last));
    if (Number.isNaN(outcome + sum(state))) return null;
    const now = value(viewers, last);
    return {
      last,
      outcome,
      x: state,
      match: [state[0] ?? 0, state[4] ?? 0, ...this.#crowd(last), last],
      count: sum(viewers.subarray(from, to + 1)) / (to - from + 1) - now,
      exposure: now / 1_000,
    };
  }

  #scaled(count: number, from: number, to: number): number {
    const over = this.#isOfPeople
      ? between(this.#people, from, to) / (this.#read.usualViewers ?? 1)
      : between(this.#sound, from, to);
    return this.#read.scale.to((count * SCALE_MINUTES) / over);
  }

  #level(from: number, to: number): number {
    return this.#scaled(between(this.#bareSums, from, to), from, to);
  }

  /** Read within the phase alone; where it has not so many minutes yet, the nearer ones stand for them. */
  #levelsBefore(last: number, { start }: Phase): readonly [number, number, number, number] {
    const newest = this.#level(last, last);
    const level = (from: number, to: number, nearer: number): number => {
      const own = Math.max(from, start);
      return own > to ? nearer : this.#level(own, to);
    };
    const short = level(last - SHORT + 1, last - 1, newest);
    const middle = level(last - BEFORE_MINUTES + 1, last - SHORT, short);
    const [farFrom, farTo] = [Math.max(last - LONG + 1, start), last - BEFORE_MINUTES];
    const isFar = between(this.#sound, farFrom, farTo) >= LONG_FEWEST;
    const far = isFar ? this.#level(farFrom, farTo) : Number.NaN;
    return [newest, short, middle, Number.isNaN(far) ? middle : far];
  }

  /** Null where the phase, or what is known, ends too soon. */
  #levelAfter(to: number, { end }: Phase): number | null {
    const last = Math.min(to + AFTER, end - 1);
    if (last <= to || between(this.#sound, to + 1, last) < AFTER_FEWEST) return null;
    const level = this.#level(to + 1, last);
    return Number.isNaN(level) ? null : level;
  }

  /** What came after an act, without what other things did. */
  #kept(act: ActWindow, from: number, to: number): number {
    let kept = 0;
    for (let at = from; at <= to; at += 1) {
      kept += value(this.#bare, at) * this.#others.ownFactor(this.#read.name, act, at);
    }
    return kept;
  }

  /** How the room moved before: people online over one, three and five minutes, inflow, how far the show is. */
  #state(last: number): readonly number[] {
    const phase = (last / Math.max(1, this.#series.length - 1)) * 2 - 1;
    if (this.#read.usualViewers === null) return [phase];
    const now = Math.log(value(this.#online, last));
    const change = (minutes: number): number => now - Math.log(value(this.#online, last - minutes));
    const joins = (from: number, to: number): number => {
      const came = Math.log((between(this.#joins, from, to) + 1) / (to - from + 1)) - now;
      return Number.isNaN(came) ? 0 : came;
    };
    const newest = joins(last - 1, last);
    const older = joins(last - BEFORE_MINUTES + 1, last - 2);
    const five = change(5);
    const long = joins(last - LONG + 1, last - BEFORE_MINUTES);
    return [change(1), change(3), five, five * Math.abs(five), newest, older, long, phase];
  }

  #crowd(last: number): readonly [number, number] {
    if (this.#read.usualViewers === null) return [0, 0];
    const now = Math.log(value(this.#series.viewers, last));
    return [now, now - Math.log(value(this.#series.viewers, last - 5))];
  }

  /** Who comes in leaves again soon: leavers are judged entries being equal. */
  #entered(from: number, to: number): number {
    return between(this.#joins, from, to) / between(this.#people, from, to);
  }
}

/** What is on from then on, a product or a block: that it goes on is what it does. */
function setsLevel({ act: { things } }: ActWindow): boolean {
  return things.some(({ kind }) => kind === 'push' || kind === 'script');
}

/** Leavers are told by nobody: joins less the change of people online. */
function toldOf({ viewers, counts }: MinuteSeries, name: LiftFigureName): Float64Array {
  if (name === 'online') return viewers;
  if (name !== 'leavers') return counts[name];
  return counts.inflow.map((joins, at) => joins - (value(viewers, at) - value(viewers, at - 1)));
}

function sum(values: readonly number[] | Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i += 1) total += values[i] ?? 0;
  return total;
}
