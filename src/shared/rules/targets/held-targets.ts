import type { RoomEvent } from '../../contract/room-event.ts';
import { TargetName, type HeldTarget } from '../../model/show-target.ts';

/**
 * The targets of a show from its facts, in the order of the log; others among them are passed over.
 * The newest of a figure holds; one that was withdrawn never was.
 */
export function heldTargets(facts: readonly RoomEvent[]): readonly HeldTarget[] {
  const withdrawn = new Set(facts.map(withdrawnSeq));
  const held = new Map<TargetName, HeldTarget>();
  for (const fact of facts) {
    if (fact.kind !== 'targets.set' || withdrawn.has(fact.seq)) continue;
    const { currency, how, seq, receivedTs: setTs } = fact;
    for (const { name, value } of fact.targets) {
      if (value === null) held.delete(name);
      else held.set(name, { name, value, currency, how, seq, setTs });
    }
  }
  return TargetName.options.flatMap((name) => held.get(name) ?? []);
}

/** Seqs of what was set and not taken back, oldest first. */
export function heldTargetSeqs(facts: readonly RoomEvent[]): readonly number[] {
  const withdrawn = new Set(facts.map(withdrawnSeq));
  return facts
    .filter(({ kind, seq }) => kind === 'targets.set' && !withdrawn.has(seq))
    .map(({ seq }) => seq);
}

function withdrawnSeq(fact: RoomEvent): number | null {
  return fact.kind === 'targets.withdrawn' ? fact.setSeq : null;
}
