import { z } from 'zod';

import { CUE_TEXT_MAX } from '../model/cue.ts';
import { TriggerMode, TriggerRule } from '../model/cue-trigger.ts';
import { CueId, ShowId, Timestamp } from '../model/ids.ts';

const none = z.strictObject({});
const desk = ['desk'] as const;
const proposalSeq = z.int().positive();

/** The part of the contract about cues that the desk proposes. */
export const proposalCommands = {
  /**
   * Sends a proposal to the anchor; `text` null: as it was proposed, else as it was changed. Refused:
   * unknown_proposal where it is settled already, show_not_running.
   */
  'proposal.send': {
    input: z.strictObject({
      proposalSeq,
      text: z.string().min(1).max(CUE_TEXT_MAX).nullable(),
    }),
    output: z.strictObject({ cueId: CueId }),
    callers: desk,
  },
  /** Not this one: it counts against its rule in the ranking. Refused: unknown_proposal. */
  'proposal.drop': { input: z.strictObject({ proposalSeq }), output: none, callers: desk },
  /** For the current show. Refused: show_not_running. */
  'triggers.setMode': {
    input: z.strictObject({ mode: TriggerMode }),
    output: none,
    callers: desk,
  },
  /** Forgets what dropping taught the ranking. Refused: show_not_running. */
  'triggers.reset': { input: none, output: none, callers: desk },
  /**
   * When a rule's test would have proposed a cue in the room's last live show that has ended: show
   * times, oldest first, with its cool-down, without the other rules, the budget and the deck.
   * `show` null: there is none. `at` null: what the rule looks at is not kept, so nobody can say.
   */
  'triggers.preview': {
    input: z.strictObject({ rule: TriggerRule }),
    output: z.strictObject({
      show: z
        .strictObject({ id: ShowId, title: z.string(), startedTs: Timestamp, minutes: z.int() })
        .nullable(),
      at: z.array(Timestamp).nullable(),
    }),
    callers: desk,
  },
} as const;
