/** No platform's message comes near it; a text beyond it is a program's mistake. */
export const EVENT_TEXT_MAX = 10_000;

export type LongText = {
  /** Place in the batch, from 0. */
  readonly event: number;
  /** As in the batch: `events.1.fragments.0.text`. */
  readonly what: string;
  readonly given: number;
};

/** The first text of a batch that is longer than any message; null when there is none. */
export function findLongText(events: readonly unknown[]): LongText | null {
  for (const [event, value] of events.entries()) {
    const found = longTextIn(value, `events.${event}`);
    if (found !== null) return { event, ...found };
  }
  return null;
}

function longTextIn(value: unknown, what: string): { what: string; given: number } | null {
  if (typeof value === 'string') {
    return value.length > EVENT_TEXT_MAX ? { what, given: value.length } : null;
  }
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = longTextIn(inner, `${what}.${key}`);
    if (found !== null) return found;
  }
  return null;
}
