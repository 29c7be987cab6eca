import { CueKind } from '#shared/model/cue.ts';
import { CueCardId, ProductId } from '#shared/model/ids.ts';
import type { LiftSubject } from '#shared/model/lift.ts';
import { thingId, type LiftAct, type LiftThing } from '#shared/rules/lift/lift-show.ts';
import type { ReadableDatabase } from '../database/database.ts';
import { begunBlocks, gonePushes, rulesOfCues, sentCues } from './lift.queries.ts';

/** What was done in a show, and in what words each of its things is known. */
export type StoredActs = {
  readonly acts: readonly LiftAct[];
  readonly subjects: ReadonlyMap<string, LiftSubject>;
};

/**
 * Cues, pushes and blocks that began. A cue that went out with a push is that push; one that was taken
 * back was seen all the same: both touch minutes, but nothing is said of their cards by them.
 */
export function storedActs(db: ReadableDatabase, showId: number): StoredActs {
  const subjects = new Map<string, LiftSubject>();
  const known = (thing: LiftThing, subject: LiftSubject): LiftThing => {
    subjects.set(thingId(thing), subject);
    return thing;
  };
  const rules = new Map(rulesOfCues(db, showId).map((row) => [row.cueId, row]));
  const cues = sentCues(db, showId).flatMap((cue): LiftAct[] => {
    if (cue.isOfPush === 1) return [];
    const act = { id: `cue ${cue.id}`, ts: cue.sentTs };
    if (cue.isWithdrawn === 1) return [{ ...act, things: [] }];
    const cueKind = CueKind.parse(cue.kind);
    const rule = rules.get(cue.id);
    const things: LiftThing[] = [];
    if (cue.cardId !== null) {
      const cardId = CueCardId.parse(cue.cardId);
      const text = cue.text ?? '';
      things.push(known({ kind: 'card', key: String(cardId) }, { kind: 'card', cardId, text }));
    }
    things.push(known({ kind: 'cueKind', key: cueKind }, { kind: 'cueKind', cueKind }));
    if (rule !== undefined) {
      const { ruleId, name } = rule;
      things.push(known({ kind: 'rule', key: ruleId }, { kind: 'rule', ruleId, name }));
    }
    return [{ ...act, things }];
  });
  const pushes = gonePushes(db, showId).map(
    ({ id, productId, linkNumber, goTs, name }): LiftAct => {
      const subject = {
        kind: 'push',
        productId: ProductId.parse(productId),
        linkNumber,
        name,
      } as const;
      return {
        id: `push ${id}`,
        ts: goTs,
        things: [known({ kind: 'push', key: String(productId) }, subject)],
      };
    },
  );
  const blocks = begunBlocks(db, showId).map((block): LiftAct => {
    const { id, role, title, startedTs, hasScript } = block;
    const kind = role === 'giveaway' ? 'giveaway' : 'script';
    const isSaid = kind === 'giveaway' || hasScript === 1;
    return {
      id: `block ${id}`,
      ts: startedTs,
      things: isSaid ? [known({ kind, key: title }, { kind, title })] : [],
    };
  });
  return { acts: [...cues, ...pushes, ...blocks], subjects };
}
