import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandOutput } from '#shared/contract/contract.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { CueId, ProductId, ScreenId } from '#shared/model/ids.ts';
import {
  ANSWERED_CALLS_SENT,
  NO_LOAD,
  type AskedQuestion,
  type HelpCall,
  type HelpReason,
  type ScreenSight,
  type StageSlice,
} from '#shared/model/stage.ts';
import type { PrompterDocument } from '#shared/rules/prompter/prompter-document.ts';
import { anchorLoad } from '#shared/rules/stage/anchor-load.ts';
import { helpCalls } from '#shared/rules/stage/help-calls.ts';
import type { RoomContext } from '../room/room-context.ts';
import { RoomPrompter } from './prompter.ts';
import { stageFactsOf } from './stage.queries.ts';
import { VoiceMeter } from './voice-meter.ts';

/** What is measured of the voice is on disk at least so often. */
const VOICE_FACT_MS = 60_000;

type Done = Result<Record<string, never>>;

/** What the anchor's side asks of the room. */
export type StageDesk = {
  /** What there is to say now: of the product on the shelf and the block that runs. */
  document(): PrompterDocument;
  /** The cue that stands before the anchor. */
  currentCue(): CueId | null;
  /** The questions an anchor is shown. */
  questions(): readonly AskedQuestion[];
  /** Pace the room's prompter begins with. */
  pace(): number;
};

/** The anchor's screens: prompter, calls for help, what they show; how much the anchor has done. */
export class StageService {
  readonly #room: RoomContext;
  readonly #desk: StageDesk;
  readonly #prompter: RoomPrompter;
  readonly #sights = new Map<ScreenId, ScreenSight>();
  readonly #voice = new VoiceMeter();
  #facts: readonly RoomEvent[] = [];
  #flash: StageSlice['flash'] = null;
  /** The questions as they were last sent. */
  #asked = '';

  constructor(room: RoomContext, desk: StageDesk) {
    this.#room = room;
    this.#desk = desk;
    const wallNow = (): number => room.ports.clock.wallNow();
    this.#prompter = new RoomPrompter(wallNow, () => desk.document(), desk.pace());
  }

  reload(): void {
    const show = this.#room.show();
    const { db, roomId } = this.#room;
    this.#facts = show === null ? [] : stageFactsOf(db, roomId, show.id);
    if (this.#flash?.cueId !== this.#desk.currentCue()) this.#flash = null;
    this.#room.changed('stage');
  }

  slice(): StageSlice {
    const show = this.#room.show();
    const calls = helpCalls(this.#facts);
    const isFlashed = this.#flash !== null && this.#flash.cueId === this.#desk.currentCue();
    return {
      calls: [...openFirst(calls)],
      flash: isFlashed ? this.#flash : null,
      prompter: this.#prompter.state(),
      sights: [...this.#sights.values()],
      load: show === null ? NO_LOAD : anchorLoad(this.#facts, show),
      questions: [...this.#desk.questions()],
    };
  }

  /** The text follows the shelf and the run of show; questions come and go. */
  tick(): void {
    const asked = JSON.stringify(this.#desk.questions());
    const isAskedAnew = asked !== this.#asked;
    this.#asked = asked;
    if (this.#prompter.follow() || isAskedAnew) this.#room.changed('stage');
    const isDue = this.#voice.held().measuredMs >= VOICE_FACT_MS;
    if (isDue || this.#room.show()?.state !== 'on_air') this.keepVoice();
  }

  /** A microphone was read: it is as loud as a voice, or is not. Counted on air alone. */
  heard(isVoice: boolean): void {
    if (this.#room.show()?.state !== 'on_air') return this.#voice.pause();
    this.#voice.hear(this.#room.ports.clock.monotonicNow(), isVoice);
  }

  /** What was measured goes to disk: once a minute, when the show goes off air, and before it ends. */
  keepVoice(): void {
    const held = this.#voice.held();
    if (held.measuredMs === 0) return;
    const kept = this.#room.commit(() => this.#room.writeFact({ kind: 'voice.measured', ...held }));
    if (kept === null) return;
    this.#voice.clear();
    this.reload();
  }

  /** Inside a commit. */
  askForHelp(reason: HelpReason, screenId: ScreenId | null): Result<CommandOutput<'help.ask'>> {
    if (!this.#isRunning()) return fail('show_not_running', {});
    const seq = this.#room.writeFact({ kind: 'help.asked', reason, screenId });
    this.reload();
    return ok({ seq });
  }

  /** Inside a commit. */
  answerHelp(askedSeq: number, screenId: ScreenId | null): Done {
    const call = helpCalls(this.#facts).find(({ seq }) => seq === askedSeq);
    if (call === undefined) return fail('unknown_call', {});
    if (call.answeredTs !== null) return ok({});
    this.#room.writeFact({ kind: 'help.answered', askedSeq, screenId });
    this.reload();
    return ok({});
  }

  /** Inside a commit. */
  flash(cueId: CueId, screenId: ScreenId | null): Done {
    if (this.#desk.currentCue() !== cueId) return fail('unknown_cue', { cueId });
    this.#room.writeFact({ kind: 'cue.flashed', cueId, screenId });
    this.#flash = { cueId, ts: this.#room.ports.clock.wallNow() };
    this.#room.changed('stage');
    return ok({});
  }

  see(sight: Omit<ScreenSight, 'screenId'>, screenId: ScreenId | null): Done {
    // A screen without a pairing of its own is told apart from no other.
    if (screenId === null) return ok({});
    this.#sights.set(screenId, { screenId, ...sight });
    this.#room.changed('stage');
    return ok({});
  }

  run(isRunning: boolean): Done {
    this.#prompter.run(isRunning);
    this.#room.changed('stage');
    return ok({});
  }

  setPace(pace: number): void {
    this.#prompter.setPace(pace);
    this.#room.changed('stage');
  }

  move(input: CommandInput<'prompter.move'>): Done {
    const moved = this.#prompter.move(input);
    if (moved.ok) this.#room.changed('stage');
    return moved;
  }

  /** Inside a commit. */
  priceSaid(documentKey: string, screenId: ScreenId | null): Done {
    const { productId } = this.#desk.document();
    const said = this.#prompter.priceSaid(documentKey);
    if (!said.ok) return said;
    this.#room.changed('stage');
    if (said.value.isNew && productId !== null && this.#isRunning()) {
      this.#room.writeFact({ kind: 'price.said', productId: productId as ProductId, screenId });
    }
    return ok({});
  }

  /** Inside a commit. */
  noteMood(mood: number, screenId: ScreenId | null): Done {
    if (!this.#isRunning()) return fail('show_not_running', {});
    this.#room.writeFact({ kind: 'mood.noted', mood, screenId });
    this.reload();
    return ok({});
  }

  /** Inside a commit. */
  beginRest(screenId: ScreenId | null): Done {
    const show = this.#room.show();
    if (show?.state !== 'on_air') {
      return fail('show_wrong_state', { state: show?.state ?? 'none', action: 'rest' });
    }
    if (this.slice().load.restingSeq !== null) return ok({});
    this.#room.writeFact({ kind: 'rest.began', screenId });
    this.reload();
    return ok({});
  }

  /** Inside a commit. */
  endRest(screenId: ScreenId | null): Done {
    const { restingSeq } = this.slice().load;
    if (restingSeq === null) return ok({});
    this.#room.writeFact({ kind: 'rest.ended', beganSeq: restingSeq, screenId });
    this.reload();
    return ok({});
  }

  #isRunning(): boolean {
    const state = this.#room.show()?.state;
    return state === 'on_air' || state === 'paused';
  }
}

function openFirst(calls: readonly HelpCall[]): readonly HelpCall[] {
  const open = calls.filter(({ answeredTs }) => answeredTs === null);
  const answered = calls.filter(({ answeredTs }) => answeredTs !== null);
  return [...open, ...answered.slice(-ANSWERED_CALLS_SENT).toReversed()];
}
