import { timeConflict } from '#shared/rules/cue-triggers/time-conflict.ts';
import type { I18n } from '#renderer/i18n/i18n-context.tsx';

/** This machine's zone: the one its clock on the desk is in. */
const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

type Due = { readonly dueTs: number | null };

/** What a text's time contradicts, as words; null for nothing. `nowTs` is wall time. */
export function timeNote(
  { t, format }: I18n,
  text: string,
  nowTs: number,
  promises: readonly Due[],
): string | null {
  const dueTs = promises.flatMap((promise) => promise.dueTs ?? []);
  const found = timeConflict(text, { nowTs, timeZone: TIME_ZONE, dueTs });
  if (found === null) return null;
  const { written } = found;
  return found.kind === 'past'
    ? t('triggers.time.past', { written, ago: format.span(found.agoMs) })
    : t('triggers.time.promise', { written, clock: format.time(found.dueTs, null) });
}
