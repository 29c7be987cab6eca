import type { z } from 'zod';

import { fail } from '#shared/contract/app-error.ts';

type Issue = z.core.$ZodIssue;
type Refusal = ReturnType<typeof fail>;

/** A program's events are refused as a whole, always with the one code its documentation names. */
const EVENT_PATH = /^events\.(\d+)(?:\.|$)/;

/**
 * Why an input was not taken: `what` is the field's path in it. Lengths and numbers that were given
 * are told, texts never: they may be chat. Refused: text_too_long, text_missing, too_many,
 * value_out_of_range, and bad_request for what only a program can get wrong.
 */
export function requestFault(issue: Issue | undefined, input: unknown): Refusal {
  const what = issue === undefined || issue.path.length === 0 ? 'input' : issue.path.join('.');
  const event = EVENT_PATH.exec(what)?.[1];
  const size = issue === undefined ? null : sizeFault(issue, sizeAt(input, issue.path));
  if (event !== undefined) {
    const problem = issue?.code ?? 'unknown';
    return fail('bad_request', { what, event: Number(event), problem, ...size?.params });
  }
  if (size !== null) return fail(size.code, { what, ...size.params });
  return fail('bad_request', { what });
}

type SizeFault = {
  readonly code: 'text_too_long' | 'text_missing' | 'too_many' | 'value_out_of_range';
  readonly params: Readonly<Record<string, number>>;
};

function sizeFault(issue: Issue, given: number | null): SizeFault | null {
  if (given === null) return null;
  if (issue.code === 'too_big') {
    const max = Number(issue.maximum);
    if (issue.origin === 'string') return { code: 'text_too_long', params: { max, given } };
    if (issue.origin === 'array') return { code: 'too_many', params: { max, given } };
    return { code: 'value_out_of_range', params: { limit: max, given } };
  }
  if (issue.code !== 'too_small') return null;
  if (issue.origin === 'string') return { code: 'text_missing', params: {} };
  if (issue.origin === 'array') return null;
  return { code: 'value_out_of_range', params: { limit: Number(issue.minimum), given } };
}

/** Length of a text or list, or the number itself; null for anything else. */
function sizeAt(input: unknown, path: readonly PropertyKey[]): number | null {
  let value: unknown = input;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = Object.getOwnPropertyDescriptor(value, key)?.value;
  }
  if (typeof value === 'string' || Array.isArray(value)) return value.length;
  return typeof value === 'number' ? value : null;
}
