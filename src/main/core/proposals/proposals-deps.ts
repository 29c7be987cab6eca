import type { Result } from '#shared/contract/app-error.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { WatchedFigure } from '#shared/model/alert-rule.ts';
import type { TriggerSettings } from '#shared/model/cue-trigger.ts';
import type { CueId, QuestionId } from '#shared/model/ids.ts';
import type { UsualMinute } from '#shared/rules/alerts/usual.ts';
import type { ProposableCard } from '#shared/rules/cue-triggers/trigger-moment.ts';
import type { TriggerSight } from '#shared/rules/cue-triggers/trigger-needs.ts';
import type { SendCue } from '../cues/cues.service.ts';
import type { RoomNow } from './moment-of.ts';

/** What proposals need of the rest of their room; each is asked only later. */
export type ProposalsDeps = {
  readonly settings: () => TriggerSettings;
  readonly now: (ts: number) => Omit<RoomNow, 'ts' | 'show' | 'freeSlots' | 'openRuleIds'>;
  readonly deck: () => readonly ProposableCard[];
  /** What cards did before is read anew, in a moment. */
  readonly reloadLifts: () => void;
  readonly close: () => void;
  readonly sight: () => Omit<TriggerSight, 'areClicksTold'>;
  readonly usual: (figure: WatchedFigure, windowMin: number, minute: number) => UsualMinute | null;
  readonly isRisk: (text: string) => boolean;
  /** When running promises are due, wall time. */
  readonly dueTs: () => readonly number[];
  readonly recent: (limit: number) => readonly RoomEvent[];
  readonly send: SendCue;
  /** Puts a question of the chat to the anchor, in its own words where `text` is null. */
  readonly sendQuestion: (
    questionId: QuestionId,
    text: string | null,
  ) => Result<{ readonly cueId: CueId }>;
};
