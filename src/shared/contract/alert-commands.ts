import { z } from 'zod';

import { AlertAnswer } from '../model/alert.ts';
import { AlertRule } from '../model/alert-rule.ts';
import { ShowId, Timestamp } from '../model/ids.ts';

const desk = ['desk'] as const;

/** The part of the contract that says what is off in the room. */
export const alertCommands = {
  /**
   * Somebody at a desk has seen an alert (`seen`), wants none of its rule for `SNOOZE_MIN` minutes of
   * show time (`snoozed`), or never again (`never`: the rule is switched off in the settings, where it
   * can be switched on). The first answer of an alert counts. Refused: unknown_alert,
   * settings_unwritable.
   */
  'alert.answer': {
    input: z.strictObject({ seq: z.int().positive(), answer: AlertAnswer }),
    output: z.strictObject({}),
    callers: desk,
  },
  /**
   * When a rule would have alerted in the room's last live show that has ended: show times, oldest
   * first, worked out from the stored minutes by the same rule. `show` null: there is none, or it
   * cannot be known afterwards (a store that failed). The hour's budget is left out.
   */
  'alert.preview': {
    input: z.strictObject({ rule: AlertRule }),
    output: z.strictObject({
      show: z
        .strictObject({ id: ShowId, title: z.string(), startedTs: Timestamp, minutes: z.int() })
        .nullable(),
      at: z.array(Timestamp),
    }),
    callers: desk,
  },
} as const;

/** How long a snoozed rule is silent, minutes of show time. */
export const SNOOZE_MIN = 15;
