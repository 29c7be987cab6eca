import { ok } from '#shared/contract/app-error.ts';
import type { FeedEvent } from '#shared/contract/room-event.ts';
import { noActs } from '#shared/model/chat-act.ts';

import type { Ports } from '../../ports.ts';
import { IDLE_FEED, NO_OUTAGE } from '../feed.ts';
import type { FeedDefinition, FeedSink, RoomView, RunningFeed } from '../feed.ts';
import { demoShows } from './demo-show.ts';
import { DemoModeration } from './moderation.ts';
import { demoActs } from './platform-acts.ts';
import { PLATFORM_DROP, SHOW_LENGTH_MS } from './script.ts';
import { type RoomInput, ShowSimulation, TICK_MS } from './show-simulation.ts';
import { inputAt } from './simulate-show.ts';
import { SimulatorOptions } from './simulator-options.ts';

const POLL_MS = 50;
/** A start this late after the show's own start is a restart; before that all is told from the start. */
const RESTART_AFTER_MS = 30_000;
/** Bounds of one poll, so that catching up never holds the core for long. */
const EVENTS_PER_POLL = 20_000;
const QUIET_TICKS_PER_POLL = 600;

/** The built-in demo show as a feed: three platforms' rooms that react to shelf and cues. */
export const simulatorFeed: FeedDefinition = {
  connector: 'simulator',
  platform: null,
  can: { viewers: true, joins: true, follows: true, orders: true, gifts: true, chat: true },
  acts: (platform) => demoActs(platform) ?? noActs('not_offered'),
  parseChannel: (typed) => ok(typed.trim() === '' ? 'demo' : typed.trim()),
  parseAddress: null,
  parseLogin: null,
  start(config, sink, room, ports) {
    const options = SimulatorOptions.safeParse(config.options);
    if (!options.success) {
      sink.report({ link: 'failed', reason: 'bad_options', ...NO_OUTAGE });
      return IDLE_FEED;
    }
    return runSimulator(options.data, sink, room, ports);
  },
};

function runSimulator(
  options: SimulatorOptions,
  sink: FeedSink,
  room: RoomView,
  { clock }: Ports,
): RunningFeed {
  const startTs = room.showStartTs();
  const simulation = new ShowSimulation(options.seed, startTs, options.language);
  const isRestart = room.showNow() - startTs > RESTART_AFTER_MS;
  const tellFromTs = isRestart ? room.showNow() : startTs;
  /** Made but not yet due, in order of show time. */
  let waiting: FeedEvent[] = [];
  let toldProgress = -1;
  const moderation = new DemoModeration(
    {
      seed: options.seed,
      rooms: demoShows[options.language].rooms,
      clock,
      showNow: () => room.showNow(),
      accept: (events) => sink.accept(events),
    },
    options.silences,
  );

  function rate(): number | null {
    return options.eventsPerSecond === null ? null : options.eventsPerSecond / room.speed();
  }

  function inputNow(isQuiet: boolean): RoomInput {
    if (isQuiet) return inputAt(options.inputs, simulation.nextTs, rate());
    return { product: room.productOnShelf(), cue: room.lastCue(), ratePerShowSecond: rate() };
  }

  /** Makes the seconds that have begun; the rest of a long wait is left to the next polls. */
  function make(nowTs: number): void {
    let quietTicks = 0;
    while (simulation.nextTs <= nowTs) {
      const isQuiet = simulation.nextTs + TICK_MS <= tellFromTs;
      if (isQuiet && (quietTicks += 1) > QUIET_TICKS_PER_POLL) return;
      if (waiting.length > EVENTS_PER_POLL) return;
      for (const event of simulation.step(inputNow(isQuiet), isQuiet)) {
        if ((event.platformTs ?? 0) >= tellFromTs) waiting.push(event);
      }
    }
  }

  function poll(): void {
    const nowTs = room.showNow();
    make(nowTs);
    const dueCount = countDue(waiting, nowTs);
    if (dueCount > 0) {
      const receivedTs = clock.wallNow();
      const due = waiting.slice(0, dueCount).map((event) => ({ ...event, receivedTs }));
      const heard = moderation.heard(due);
      waiting = waiting.slice(dueCount);
      sink.accept(heard);
      reportDrop(due);
    }
    reportProgress(nowTs);
  }

  /** A platform that came back leaves an explicit gap. */
  function reportDrop(due: readonly FeedEvent[]): void {
    for (const event of due) {
      if (event.kind !== 'connector' || event.platformTs !== startTs + PLATFORM_DROP.toMs) continue;
      const fromTs = startTs + PLATFORM_DROP.fromMs;
      sink.gap(fromTs, event.platformTs, simulation.lostInDrop, event.platform);
    }
  }

  function reportProgress(nowTs: number): void {
    const fraction = Math.min(1, (nowTs - startTs) / SHOW_LENGTH_MS);
    if (fraction - toldProgress < 0.001 && fraction < 1) return;
    if (toldProgress === fraction) return;
    toldProgress = fraction;
    sink.progress(fraction, fraction >= 1);
  }

  sink.report({ link: 'ready', reason: null, ...NO_OUTAGE });
  sink.stream('online');
  const cancel = clock.every(POLL_MS, poll);
  return {
    act: (request) => moderation.act(request),
    verify: () => undefined,
    stop: () => {
      moderation.stop();
      cancel();
      return Promise.resolve();
    },
  };
}

/** Events are in order, so the due ones stand in front. */
function countDue(events: readonly FeedEvent[], nowTs: number): number {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((events[middle]?.platformTs ?? 0) <= nowTs) low = middle + 1;
    else high = middle;
  }
  return low;
}
