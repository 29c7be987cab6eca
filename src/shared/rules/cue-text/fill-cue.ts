import { variableNamed, type CueVariable } from './cue-variables.ts';

/** What is known just now; null or absent: nobody knows. Never 0 and never empty in its place. */
export type CueValues = { readonly [V in CueVariable]?: string | null };

/** A stretch of a cue as it was written. `unknown`: braces around a word that is no variable. */
export type CuePart =
  | { readonly kind: 'text'; readonly written: string }
  | { readonly kind: 'variable'; readonly written: string; readonly variable: CueVariable }
  | { readonly kind: 'unknown'; readonly written: string };

/** Braces of either width around a word: input methods type ｛｝ as readily. Anything else is text. */
const BRACES = /[{｛]([\p{L}\p{N} _-]{1,24})[}｝]/gu;

/** Joined, the parts are the text again. */
export function cueParts(text: string): readonly CuePart[] {
  const parts: CuePart[] = [];
  let at = 0;
  for (const match of text.matchAll(BRACES)) {
    const [written, name = ''] = match;
    if (match.index > at) parts.push({ kind: 'text', written: text.slice(at, match.index) });
    const variable = variableNamed(name);
    parts.push(
      variable === null ? { kind: 'unknown', written } : { kind: 'variable', written, variable },
    );
    at = match.index + written.length;
  }
  if (at < text.length) parts.push({ kind: 'text', written: text.slice(at) });
  return parts;
}

/** The variables of a cue, each once, in the order in which they stand. */
export function cueVariablesOf(text: string): readonly CueVariable[] {
  const named = cueParts(text).flatMap((part) => (part.kind === 'variable' ? part.variable : []));
  return [...new Set(named)];
}

export type FilledCue = {
  /** What has no value stands in it as it was written. */
  readonly text: string;
  /** Variables without a value, each once. Where there is one, the cue is not ready to be sent. */
  readonly missing: readonly CueVariable[];
  /** Braces that are no variable, as they were written. */
  readonly unknown: readonly string[];
};

/** A cue with what is known filled in. What a value says in braces stays as it is. */
export function fillCue(text: string, values: CueValues): FilledCue {
  const missing = new Set<CueVariable>();
  const unknown = new Set<string>();
  const filled = cueParts(text).map((part) => {
    if (part.kind === 'text') return part.written;
    if (part.kind === 'unknown') {
      unknown.add(part.written);
      return part.written;
    }
    const value = values[part.variable] ?? null;
    if (value !== null && value.trim() !== '') return value;
    missing.add(part.variable);
    return part.written;
  });
  return { text: filled.join(''), missing: [...missing], unknown: [...unknown] };
}

/** Nothing of it is missing, and nothing in braces is left over. */
export function isReadyCue({ missing, unknown }: FilledCue): boolean {
  return missing.length === 0 && unknown.length === 0;
}
