import {
  NAMES_SAID,
  THANKS_EVENTS_MAX,
  THANKS_EXPIRE_MS,
  THANKS_KINDS,
  type DueThanks,
  type ThanksKind,
} from '../../model/thanks.ts';
import { safeName } from './safe-name.ts';

/** Settled reasons that are remembered: more than can come within the time thanks are due. */
const SETTLED_HELD = 20_000;

/** An event somebody is thanked for. */
export type ThanksReason = {
  readonly seq: number;
  /** Show time. */
  readonly ts: number;
  readonly kind: ThanksKind;
  /** Whom: a platform's id, or the name where it hides the id; null for nobody known. */
  readonly person: string | null;
  readonly name: string;
  readonly gift: string | null;
};

/**
 * Who is to be thanked, by event. An event is settled once and never due again, whatever grows on it;
 * what is older than THANKS_EXPIRE_MS is due no more.
 */
export class ThanksQueue {
  readonly #reasons = new Map<ThanksKind, ThanksReason[]>(THANKS_KINDS.map((kind) => [kind, []]));
  readonly #settled = new Set<number>();

  add(reason: ThanksReason): boolean {
    const held = this.#reasons.get(reason.kind) ?? [];
    if (this.#settled.has(reason.seq) || held.some(({ seq }) => seq === reason.seq)) return false;
    held.push(reason);
    // The oldest go without: more than one sentence can thank for.
    if (held.length > THANKS_EVENTS_MAX) held.shift();
    return true;
  }

  settle(seqs: readonly number[]): void {
    for (const seq of seqs) this.#settled.add(seq);
    for (const seq of this.#settled) {
      if (this.#settled.size <= SETTLED_HELD) break;
      this.#settled.delete(seq);
    }
    for (const [kind, held] of this.#reasons) {
      this.#reasons.set(
        kind,
        held.filter(({ seq }) => !this.#settled.has(seq)),
      );
    }
  }

  /** Drops what is due no more. Returns whether anything was. */
  expire(nowTs: number): boolean {
    let hasDropped = false;
    for (const [kind, held] of this.#reasons) {
      const kept = held.filter(({ ts }) => ts + THANKS_EXPIRE_MS > nowTs);
      if (kept.length < held.length) hasDropped = true;
      this.#reasons.set(kind, kept);
    }
    return hasDropped;
  }

  due(): readonly DueThanks[] {
    return THANKS_KINDS.flatMap((kind) => {
      const held = this.#reasons.get(kind) ?? [];
      const [first] = held;
      return first === undefined ? [] : [fold(kind, first, held)];
    });
  }

  /** Events behind due thanks; empty where they are due no more. */
  seqsOf(id: number): readonly number[] {
    for (const held of this.#reasons.values()) {
      if (held[0]?.seq === id) return held.map(({ seq }) => seq);
    }
    return [];
  }
}

function fold(kind: ThanksKind, first: ThanksReason, held: readonly ThanksReason[]): DueThanks {
  const people = new Map<string, string>();
  let unnamed = 0;
  for (const { person, name } of held.toReversed()) {
    if (person === null) unnamed += 1;
    else if (!people.has(person)) people.set(person, name);
  }
  const names = [...people.values()].slice(0, NAMES_SAID).map(safeName);
  const hidden = Array.from({ length: Math.min(unnamed, NAMES_SAID - names.length) }, () => null);
  const gifts = new Set(held.map(({ gift }) => gift));
  const [gift = null] = gifts.size === 1 ? gifts : [];
  return {
    id: first.seq,
    kind,
    // Those with a name first: the sentence begins with one where there is one.
    names: [...names, ...hidden].toSorted((a, b) => Number(a === null) - Number(b === null)),
    people: people.size + unnamed,
    gift: gift === null ? null : safeName(gift),
    sinceTs: held.reduce((least, { ts }) => Math.min(least, ts), first.ts),
    lastTs: held.reduce((most, { ts }) => Math.max(most, ts), first.ts),
  };
}
