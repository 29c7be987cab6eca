import type { CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { TriggerRule } from '#shared/model/cue-trigger.ts';
import { CueCardId, ShowId } from '#shared/model/ids.ts';
import type { RoomMinute } from '#shared/rules/alerts/room-minute.ts';
import { TriggerEngine } from '#shared/rules/cue-triggers/trigger-engine.ts';
import type { ProposableCard, TriggerMoment } from '#shared/rules/cue-triggers/trigger-moment.ts';
import { airStatesOf, endedLiveShows, type EndedShow } from '../alerts/alerts.queries.ts';
import { PastShows, minutesOfShow } from '../alerts/past-shows.ts';
import { onAirSpans } from '../alerts/stored-minutes.rules.ts';
import { personKey } from '../chat/question-reading.ts';
import { findFeed } from '../feeds/registry.ts';
import { blocksOf } from '../planning/blocks.queries.ts';
import type { Room } from '../room/room.ts';
import { markedEvents } from '../room/room.queries.ts';
import { blockAt } from './moment-of.ts';
import { MomentSignals } from './moment-signals.ts';
import { storedLines } from './proposals.queries.ts';

const MINUTE_MS = 60_000;
const STEP_MS = 5_000;
/** More are not read again while a room works. */
const LINES_MAX = 20_000;
const NO_SHOW = 0;

type Preview = CommandOutput<'triggers.preview'>;

/** When a rule would have proposed in the room's last live show, as far as the log holds what it needs. */
export function triggerPreview(room: Room, rule: TriggerRule): Preview {
  const [show] = endedLiveShows(room.db, room.roomId, NO_SHOW, 1);
  if (show === undefined) return { show: null, at: null };
  const { id, title, startedTs, endedTs } = show;
  const minutes = Math.round((endedTs - startedTs) / MINUTE_MS);
  const at = previewTimes(room, show, rule);
  return {
    show: { id: ShowId.parse(id), title, startedTs, minutes },
    at: at === null ? null : [...at],
  };
}

function previewTimes(room: Room, show: EndedShow, rule: TriggerRule): readonly number[] | null {
  switch (rule.test.kind) {
    // What the card's stock was, what was on the shelf's list and which questions stood then is not kept.
    case 'question':
    case 'stock':
    case 'soldOut':
    case 'ctr':
    case 'ctor':
      return null;
    default:
      return runAgain(room, show, rule);
  }
}

function runAgain(room: Room, show: EndedShow, rule: TriggerRule): readonly number[] | null {
  const { db, roomId } = room;
  const canOf = (connector: string) => findFeed(connector)?.can ?? null;
  const areLinesNeeded = rule.test.kind === 'keyword' || rule.test.kind === 'complaint';
  const lines = areLinesNeeded ? storedLines(db, show.id, LINES_MAX + 1) : [];
  if (lines.length > LINES_MAX) return null;
  const minutes = minutesOfShow(db, show, canOf);
  const past = rule.test.kind === 'usual' ? PastShows.read(db, roomId, show, canOf) : null;
  const first = minutes[0]?.minute ?? 0;
  const engine = new TriggerEngine({
    rules: [{ ...rule, isOn: true }],
    quietS: 0,
    hourlyBudget: Number.POSITIVE_INFINITY,
    priceHoldS: 0,
    usual: (figure, windowMin, minute) => past?.usual(figure, minute - first, windowMin) ?? null,
    dropped: () => 0,
  });
  const signals = new MomentSignals((text) => room.proposals.isRisk(text));
  const facts = markedEvents(db, roomId, show.id);
  const blocks = blocksOf(db, show.id);
  const onAir = onAirSpans(airStatesOf(db, show.id), show.endedTs);
  const totals = { likes: 0, viewers: null as number | null };
  let [fact, line, minute] = [0, 0, 0];
  const at: number[] = [];
  for (let ts = show.startedTs + STEP_MS; ts <= show.endedTs; ts += STEP_MS) {
    for (; facts[fact] !== undefined && eventTs(facts[fact]) < ts; fact += 1) {
      const event = facts[fact];
      if (event !== undefined) signals.take(event);
    }
    const said = [];
    for (; lines[line] !== undefined && (lines[line]?.ts ?? ts) < ts; line += 1) {
      const { person = null, platform = '', text = '', ts: saidTs = ts } = lines[line] ?? {};
      said.push({ ts: saidTs, person: personKey(platform, person), text });
    }
    for (; minutes[minute] !== undefined; minute += 1) {
      const over = minutes[minute];
      if (over === undefined || (over.minute + 1) * MINUTE_MS > ts) break;
      engine.closeMinute(over);
      addUp(totals, over);
    }
    const span = onAir.find(({ fromTs, toTs }) => fromTs <= ts && toTs >= ts);
    const block = blocks.find(
      ({ startedTs, endedTs }) =>
        startedTs !== null && startedTs <= ts && (endedTs === null || endedTs > ts),
    );
    const moment: TriggerMoment = {
      ts,
      isOnAir: span !== undefined,
      block: block === undefined ? null : blockAt({ ...block, heldSinceTs: null }, ts),
      priceSaidTs: null,
      isCloseCueRunning: false,
      product: null,
      ...totals,
      exposure: null,
      clicks: null,
      questions: [],
      lines: said,
      risks: signals.takeNew().risks,
      sinceRestMs:
        span === undefined ? null : ts - Math.max(span.fromTs, signals.restTs() ?? span.fromTs),
      recentCues: 0,
      freeSlots: 3,
      openRuleIds: new Set(),
    };
    at.push(...engine.look(moment, deckFor(rule, ts)).map((proposed) => proposed.ts));
  }
  return at;
}

/** A card nobody has heard yet, so that the deck of then is left out of it; nor does a close hold it. */
function deckFor(rule: TriggerRule, ts: number): readonly ProposableCard[] {
  const card = { productId: null, isReady: true, isFavourite: false, lift: null };
  return [{ ...card, kind: rule.cueKind, id: CueCardId.parse(1), text: String(ts) }];
}

function addUp(totals: { likes: number; viewers: number | null }, { sources }: RoomMinute): void {
  const told = [...sources.values()];
  totals.likes += told.reduce((sum, { counts }) => sum + counts.likes, 0);
  const viewers = told.flatMap((source) => source.viewers ?? []);
  totals.viewers = viewers.length === 0 ? null : viewers.reduce((sum, value) => sum + value, 0);
}

function eventTs(event: RoomEvent | undefined): number {
  return event?.eventTs ?? 0;
}
