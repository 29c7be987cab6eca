import { parseClass, parseEscape } from './pattern-class.ts';
import { EVERY, setOf, type CharacterSet } from './character-set.ts';

/** What is wrong with a word or pattern of one's own; `at` is its place in what was typed, from 0. */
export interface PatternFault {
  readonly why:
    | 'empty'
    | 'too_long'
    | 'matches_all'
    | 'bad_syntax'
    | 'unsupported'
    | 'anchor_inside'
    | 'backreference'
    | 'lookaround'
    | 'repeat_in_repeat'
    | 'overlapping_repeats'
    | 'too_large';
  readonly at: number;
  /** The piece it is about, as it was typed. */
  readonly given: string;
}

export type PatternTree =
  | { readonly kind: 'set'; readonly set: CharacterSet; readonly at: number }
  | { readonly kind: 'row'; readonly parts: readonly PatternTree[] }
  | { readonly kind: 'choice'; readonly parts: readonly PatternTree[] }
  | {
      readonly kind: 'repeat';
      readonly part: PatternTree;
      readonly min: number;
      /** Null: without end. */
      readonly max: number | null;
      readonly at: number;
    };

/** One of the alternatives a pattern consists of. */
export interface PatternBranch {
  readonly tree: PatternTree;
  readonly isFromStart: boolean;
  readonly isToEnd: boolean;
}

type ParsedPattern =
  | { readonly ok: true; readonly branches: readonly PatternBranch[] }
  | { readonly ok: false; readonly fault: PatternFault };

/** `{n,m}` is written out, so that it stays small. */
const REPEAT_MAX = 50;

class PatternFaultError extends Error {
  readonly fault: PatternFault;
  constructor(fault: PatternFault) {
    super(fault.why);
    this.fault = fault;
  }
}

/**
 * Reads the part of regular expressions that can be matched in one pass over the line: characters,
 * `.`, classes, groups, `|`, `?`, `*`, `+`, `{n,m}`, and `^` and `$` around a whole alternative. All
 * else is refused with its place. Never throws.
 */
export function parsePattern(source: string): ParsedPattern {
  const reader = new PatternReader(source);
  try {
    return { ok: true, branches: reader.branches() };
  } catch (error) {
    if (error instanceof PatternFaultError) return { ok: false, fault: error.fault };
    throw error;
  }
}

class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  branches(): readonly PatternBranch[] {
    const found = [this.#branch()];
    while (this.#takes('|')) found.push(this.#branch());
    if (this.#at < this.#source.length) this.#refuse('bad_syntax', this.#at, 1);
    return found;
  }

  #branch(): PatternBranch {
    const isFromStart = this.#takes('^');
    const tree = this.#row();
    const isToEnd = this.#takes('$');
    const next = this.#source[this.#at];
    if (isToEnd && next !== undefined && next !== '|')
      this.#refuse('anchor_inside', this.#at - 1, 1);
    return { tree, isFromStart, isToEnd };
  }

  #row(): PatternTree {
    const parts: PatternTree[] = [];
    for (;;) {
      const next = this.#source[this.#at];
      if (next === undefined || next === '|' || next === ')' || next === '$') break;
      parts.push(this.#repeated(this.#piece()));
    }
    return { kind: 'row', parts };
  }

  #piece(): PatternTree {
    const at = this.#at;
    const character = String.fromCodePoint(this.#source.codePointAt(at) ?? 0);
    if (character === '(') return this.#group();
    if (character === '^') this.#refuse('anchor_inside', at, 1);
    if ('*+?{'.includes(character)) this.#refuse('bad_syntax', at, 1);
    this.#at += character.length;
    if (character === '.') return { kind: 'set', set: EVERY, at };
    if (character === '[') {
      const found = parseClass(this.#source, at);
      if (!found.ok) this.#refuse(found.why, found.at, found.length);
      this.#at = found.end;
      return { kind: 'set', set: found.set, at };
    }
    if (character !== '\\') return { kind: 'set', set: setOf(character), at };
    const found = parseEscape(this.#source, at);
    if (!found.ok) this.#refuse(found.why, found.at, found.length);
    this.#at = found.end;
    return { kind: 'set', set: found.set, at };
  }

  #group(): PatternTree {
    const at = this.#at;
    this.#at += 1;
    const opening = /^\?(?::|<?[=!]|)/.exec(this.#source.slice(this.#at))?.[0];
    if (opening === '?:') this.#at += 2;
    else if (opening === '?') this.#refuse('unsupported', at, 3);
    else if (opening !== undefined) this.#refuse('lookaround', at, 1 + opening.length);
    const parts = [this.#row()];
    while (this.#takes('|')) parts.push(this.#row());
    if (this.#source[this.#at] === '$') this.#refuse('anchor_inside', this.#at, 1);
    if (!this.#takes(')')) this.#refuse('bad_syntax', at, 1);
    return { kind: 'choice', parts };
  }

  #repeated(part: PatternTree): PatternTree {
    const at = this.#at;
    const found = /^(?:[*+?]|\{(\d{1,4})(,(\d{0,4}))?\})\??/.exec(this.#source.slice(at));
    if (found === null) return part;
    this.#at += found[0].length;
    if (/^[*+?{]/.test(this.#source.slice(this.#at))) {
      this.#refuse('repeat_in_repeat', at, found[0].length + 1);
    }
    const [min, max] = boundsOf(found[0], found[1], found[2], found[3]);
    if (max !== null && max < min) this.#refuse('bad_syntax', at, found[0].length);
    if (Math.max(min, max ?? 0) > REPEAT_MAX) this.#refuse('too_large', at, found[0].length);
    return { kind: 'repeat', part, min, max, at };
  }

  #takes(character: string): boolean {
    if (this.#source[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #refuse(why: PatternFault['why'], at: number, length: number): never {
    throw new PatternFaultError({ why, at, given: this.#source.slice(at, at + length) });
  }
}

function boundsOf(
  text: string,
  from: string | undefined,
  comma: string | undefined,
  to: string | undefined,
): readonly [number, number | null] {
  if (text.startsWith('?')) return [0, 1];
  if (text.startsWith('*')) return [0, null];
  if (text.startsWith('+')) return [1, null];
  const min = Number(from);
  if (comma === undefined) return [min, min];
  return [min, to === undefined || to === '' ? null : Number(to)];
}
