import type { ActEffect } from '#shared/rules/lift/study-figure.ts';
import type { CanOf } from '../alerts/stored-minutes.rules.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { studiedShows, type StudiedShow } from './lift.queries.ts';
import { studied } from './show-lift.ts';
import { storedActs } from './stored-acts.ts';
import { storedMinutesOf } from './stored-minutes.ts';

/** Shows whose effects are held: those of a room or two. */
const HELD_SHOWS = 60;

type Held = { readonly state: string; readonly effects: readonly ActEffect[] };
/** Of each store; what a show's minutes and acts were when they were studied says whether it still holds. */
const heldOf = new WeakMap<ReadableDatabase, Map<number, Held>>();

/** What followed on every card that was sent in these shows; a show is studied once, the others are remembered. */
export async function cardEffects(
  db: ReadableDatabase,
  showIds: readonly number[],
  nowTs: number,
  canOf: CanOf,
): Promise<readonly ActEffect[]> {
  const held = heldOf.get(db) ?? new Map<number, Held>();
  heldOf.set(db, held);
  const all: ActEffect[] = [];
  for (const show of studiedShows(db, showIds)) {
    const state = `${show.endedTs ?? nowTs} ${show.events} ${show.acts}`;
    const before = held.get(show.id);
    const effects =
      before?.state === state ? before.effects : await cardEffectsOf(db, show, nowTs, canOf);
    held.delete(show.id);
    held.set(show.id, { state, effects });
    all.push(...effects);
  }
  for (const id of held.keys()) {
    if (held.size <= HELD_SHOWS) break;
    held.delete(id);
  }
  return all;
}

async function cardEffectsOf(
  db: ReadableDatabase,
  { id, title, startedTs, endedTs }: StudiedShow,
  nowTs: number,
  canOf: CanOf,
): Promise<readonly ActEffect[]> {
  const span = { id, title, startedTs, endedTs: endedTs ?? nowTs };
  const { acts } = storedActs(db, id);
  const effects = await studied({ ...storedMinutesOf(db, span, canOf), acts });
  return effects
    .filter(({ window }) => window.act.things.some(({ kind }) => kind === 'card'))
    .map((effect) => ({ ...effect, matched: [] }));
}
