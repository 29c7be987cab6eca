import { doOverlap, hasPoint, type CharacterSet } from './character-set.ts';
import type { PatternBranch, PatternFault, PatternTree } from './pattern-tree.ts';

/**
 * A pattern as places that read one character each, and which place may follow which (Glushkov's
 * automaton). A line is read once; for each character every follower is looked at once at most, so
 * that the work is at most characters × followers, whatever the line.
 */
export interface Automaton {
  readonly sets: readonly CharacterSet[];
  readonly first: readonly number[];
  readonly last: ReadonlySet<number>;
  readonly follow: readonly (readonly number[])[];
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
  readonly canBeEmpty: boolean;
}

type BuiltAutomaton =
  | { readonly ok: true; readonly automaton: Automaton; readonly size: number }
  | { readonly ok: false; readonly fault: Omit<PatternFault, 'given'> };

const PLACES_MAX = 300;
/** What one character of a line may cost. */
const FOLLOWERS_MAX = 600;

interface Piece {
  readonly canBeEmpty: boolean;
  readonly first: readonly number[];
  readonly last: readonly number[];
}
const NOTHING: Piece = { canBeEmpty: true, first: [], last: [] };

/** Refused: repeat_in_repeat, overlapping_repeats, too_large. */
export function buildAutomaton(branch: PatternBranch): BuiltAutomaton {
  const builder = new Builder();
  const whole = builder.build(branch.tree, false);
  const fault = builder.fault ?? builder.overlap();
  if (fault !== null) return { ok: false, fault };
  const { sets, follow } = builder;
  const { isFromStart, isToEnd } = branch;
  return {
    ok: true,
    size: builder.followers + whole.first.length,
    automaton: {
      sets,
      follow,
      isFromStart,
      isToEnd,
      first: whole.first,
      last: new Set(whole.last),
      canBeEmpty: whole.canBeEmpty,
    },
  };
}

class Builder {
  readonly sets: CharacterSet[] = [];
  readonly follow: number[][] = [];
  readonly #places: number[] = [];
  readonly #isLooped: boolean[] = [];
  followers = 0;
  fault: Omit<PatternFault, 'given'> | null = null;

  build(tree: PatternTree, isLooped: boolean): Piece {
    if (this.fault !== null) return NOTHING;
    switch (tree.kind) {
      case 'set':
        return this.#place(tree.set, tree.at, isLooped);
      case 'row':
        return tree.parts.reduce<Piece>(
          (before, part) => this.#join(before, this.build(part, isLooped)),
          NOTHING,
        );
      case 'choice':
        return choiceOf(tree.parts.map((part) => this.build(part, isLooped)));
      case 'repeat':
        return this.#repeat(tree, isLooped);
    }
  }

  /** Two repeats that can both go on with the same character: many ways to read one line. */
  overlap(): Omit<PatternFault, 'given'> | null {
    for (const [place, next] of this.follow.entries()) {
      if (this.#isLooped[place] !== true) continue;
      const looped = next.filter((each) => this.#isLooped[each] === true);
      for (const [index, one] of looped.entries()) {
        const other = looped.slice(index + 1).find((each) => this.#doClash(one, each));
        if (other !== undefined) {
          return { why: 'overlapping_repeats', at: this.#places[Math.max(one, other)] ?? 0 };
        }
      }
    }
    return null;
  }

  #doClash(one: number, other: number): boolean {
    return doOverlap(this.sets[one] ?? [], this.sets[other] ?? []);
  }

  #place(set: CharacterSet, at: number, isLooped: boolean): Piece {
    const place = this.sets.length;
    if (place >= PLACES_MAX) this.fault = { why: 'too_large', at };
    this.sets.push(set);
    this.follow.push([]);
    this.#places.push(at);
    this.#isLooped.push(isLooped);
    return { canBeEmpty: false, first: [place], last: [place] };
  }

  #join(before: Piece, after: Piece): Piece {
    this.#link(before.last, after.first, null);
    return {
      canBeEmpty: before.canBeEmpty && after.canBeEmpty,
      first: before.canBeEmpty ? [...before.first, ...after.first] : before.first,
      last: after.canBeEmpty ? [...before.last, ...after.last] : after.last,
    };
  }

  #repeat(tree: Extract<PatternTree, { kind: 'repeat' }>, isLooped: boolean): Piece {
    if (tree.max === 0) return NOTHING;
    const isEndless = tree.max === null;
    const copies = Math.max(tree.min, tree.max ?? 1, 1);
    let whole = NOTHING;
    let before = NOTHING;
    for (let copy = 1; copy <= copies; copy += 1) {
      const isLoop = isEndless && copy === copies;
      const part = this.build(tree.part, isLooped || isLoop);
      if (isLoop) this.#link(part.last, part.first, tree.at);
      if (copy === 1 || part.canBeEmpty) {
        whole = this.#join(whole, copy > tree.min ? { ...part, canBeEmpty: true } : part);
      } else {
        // One more follows the one before, never an earlier one: the same lines, fewer followers.
        this.#link(before.last, part.first, null);
        whole = { ...whole, last: copy > tree.min ? [...whole.last, ...part.last] : part.last };
      }
      before = part;
    }
    return whole;
  }

  /** `loopAt`: the repeat that leads back; a way back that is there already means one in another. */
  #link(from: readonly number[], to: readonly number[], loopAt: number | null): void {
    for (const place of from) {
      const next = this.follow[place] ?? [];
      for (const each of to) {
        if (!next.includes(each)) {
          next.push(each);
          this.followers += 1;
        } else if (loopAt !== null) {
          this.fault ??= { why: 'repeat_in_repeat', at: loopAt };
        }
      }
    }
    if (this.followers > FOLLOWERS_MAX) this.fault ??= { why: 'too_large', at: 0 };
  }
}

function choiceOf(pieces: readonly Piece[]): Piece {
  return {
    canBeEmpty: pieces.some((piece) => piece.canBeEmpty),
    first: pieces.flatMap((piece) => piece.first),
    last: pieces.flatMap((piece) => piece.last),
  };
}

/** Whether the line holds the pattern. `onStep` is told of every follower that is looked at. */
export function runAutomaton(
  automaton: Automaton,
  line: string,
  onStep: (() => void) | null,
): boolean {
  const { sets, first, last, follow, isFromStart, isToEnd } = automaton;
  if (automaton.canBeEmpty && !isToEnd) return true;
  let active: number[] = [];
  let isFound = automaton.canBeEmpty && line === '';
  let isStart = true;
  for (const character of line) {
    const point = character.codePointAt(0) ?? 0;
    const next: number[] = [];
    const isIn = new Set<number>();
    const enter = (place: number): void => {
      onStep?.();
      if (isIn.has(place) || !hasPoint(sets[place] ?? [], point)) return;
      isIn.add(place);
      next.push(place);
    };
    for (const place of active) follow[place]?.forEach(enter);
    if (isStart || !isFromStart) first.forEach(enter);
    isStart = false;
    active = next;
    isFound = active.some((place) => last.has(place));
    if (isFound && !isToEnd) return true;
    if (active.length === 0 && isFromStart) return false;
  }
  return isFound || (automaton.canBeEmpty && isToEnd && !isFromStart);
}
