import { timeConflict } from '#shared/rules/cue-triggers/time-conflict.ts';

import { setNotice } from './action-state.ts';
import type { ActionSurroundings } from './perform-action.ts';

/** This machine's zone: the one its clock on the desk is in. */
const TIME_ZONE = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A cue that went out names a time that is over, or other than a running promise's: said until closed. */
export function warnOfTime(text: string, { store, seen }: ActionSurroundings): void {
  const dueTs = seen().promises.open.flatMap((promise) => promise.dueTs ?? []);
  const found = timeConflict(text, { nowTs: Date.now(), timeZone: TIME_ZONE, dueTs });
  if (found === null) return;
  const { written } = found;
  const key = `triggers.time.${found.kind}Sent` as const;
  setNotice(store, 'cues', { kind: 'standing', key, params: { written } });
}
