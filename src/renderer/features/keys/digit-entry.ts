/** Digits typed so far; `dueMs` is when they count as they stand. Null: nothing typed. */
export type DigitEntry = { readonly digits: string; readonly dueMs: number } | null;

export type DigitOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'link'; readonly linkNumber: number }
  | { readonly kind: 'unknown'; readonly digits: string };

export type DigitStep = { readonly entry: DigitEntry; readonly outcome: DigitOutcome };

/** Whether a key, as the browser names it, types a digit. */
export function isDigit(key: string): boolean {
  return /^[0-9]$/.test(key);
}

/**
 * Adds one digit. A number that can only be one link counts at once; otherwise it waits `waitMs` for
 * the next digit. Digits that lead to no link are given up as a whole: arming "5" for a mistyped "15" would
 * put the wrong product under the operator's next Enter.
 */
export function addDigit(
  entry: DigitEntry,
  digit: string,
  linkNumbers: readonly number[],
  { nowMs, waitMs }: { readonly nowMs: number; readonly waitMs: number },
): DigitStep {
  const digits = (entry?.digits ?? '') + digit;
  const isExact = linkNumbers.includes(Number(digits)) && !digits.startsWith('0');
  const canGrow = linkNumbers.some((link) => {
    const text = String(link);
    return text.length > digits.length && text.startsWith(digits);
  });
  if (canGrow) {
    return { entry: { digits, dueMs: nowMs + waitMs }, outcome: { kind: 'waiting' } };
  }
  return {
    entry: null,
    outcome: isExact ? { kind: 'link', linkNumber: Number(digits) } : { kind: 'unknown', digits },
  };
}

/** Takes what was typed as it stands: the window passed, or Enter cut it short. */
export function settleDigits(
  entry: NonNullable<DigitEntry>,
  linkNumbers: readonly number[],
): DigitStep {
  const linkNumber = Number(entry.digits);
  return {
    entry: null,
    outcome: linkNumbers.includes(linkNumber)
      ? { kind: 'link', linkNumber }
      : { kind: 'unknown', digits: entry.digits },
  };
}
