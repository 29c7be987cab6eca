import type { BenefitKind } from '#shared/model/benefit.ts';
import type { AlertAnswer } from '#shared/model/alert.ts';
import type { TriggerMode } from '#shared/model/cue-trigger.ts';
import type { DeskPart } from '#shared/model/desk-part.ts';
import type {
  BlockId,
  CueCardId,
  CueId,
  GroupId,
  ProductId,
  QuestionId,
  RoomId,
  ScreenRequestId,
  ShowId,
  SourceId,
} from '#shared/model/ids.ts';
import type { OverlayLook } from '#shared/model/overlay-look.ts';
import type {
  LanguagePreference,
  SettingsChange,
  TextSize,
  ThemePreference,
} from '#shared/model/settings.ts';
import type { DeskPanel, SettingsGroup } from '#renderer/store/desk-store.ts';

/**
 * Everything a key or a line of the palette can do. One list, so that a key, its line in the palette
 * and the button can never do different things.
 */
export type DeskAction =
  | { readonly type: 'arm'; readonly linkNumber: number }
  /** Digits that are no link number of this shelf: said, never guessed. */
  | { readonly type: 'unknownLink'; readonly digits: string }
  | { readonly type: 'go' }
  | { readonly type: 'disarm' }
  | { readonly type: 'undo' }
  | { readonly type: 'undoPaste' }
  | { readonly type: 'takeDown' }
  | { readonly type: 'setSoldOut'; readonly productId: ProductId; readonly isSoldOut: boolean }
  | { readonly type: 'sendPinned'; readonly slot: number }
  /** Its variables are filled by the core; `text` is the card's, for what is said of it. */
  | { readonly type: 'sendCue'; readonly cardId: CueCardId; readonly text: string }
  | { readonly type: 'sendProposal'; readonly proposalSeq: number }
  /** Null: the first one. */
  | { readonly type: 'editProposal'; readonly proposalSeq: number | null }
  | { readonly type: 'dropProposal'; readonly proposalSeq: number }
  /** The proposal in this place, 1 to 3; nothing where none is. */
  | { readonly type: 'proposalKey'; readonly slot: number; readonly how: 'send' | 'drop' }
  | { readonly type: 'showProposals' }
  | { readonly type: 'setTriggerMode'; readonly mode: TriggerMode }
  | { readonly type: 'resetRanking' }
  | { readonly type: 'withdrawCue'; readonly cueId: CueId }
  | { readonly type: 'startBlock'; readonly blockId: BlockId }
  /** What stops the armed product is seen; nothing where nothing does. */
  | { readonly type: 'overrule' }
  /** What a person did in a platform's console is done; nothing where nothing waits for it. */
  | { readonly type: 'confirmManual' }
  | { readonly type: 'nextBlock' }
  | { readonly type: 'previousBlock' }
  /** One minute more for the running block, or five. */
  | { readonly type: 'extendBlock' }
  | { readonly type: 'extendBlockMore' }
  /** Its clock stands, or goes on. */
  | { readonly type: 'holdBlock' }
  | { readonly type: 'skipNextBlock' }
  | { readonly type: 'skipBlock'; readonly blockId: BlockId; readonly isSkipped: boolean }
  /** Viewers are given one of this kind now. */
  | { readonly type: 'giveBenefit'; readonly kind: BenefitKind }
  /** What was given last in this window, while its bar stands. */
  | { readonly type: 'takeBackBenefit' }
  | { readonly type: 'bookmark' }
  /** To the moment that was marked last; where none was, to this one. */
  | { readonly type: 'noteBookmark' }
  /** The host said what should not be said. */
  /** Those who stand first; nothing where nobody waits. */
  | { readonly type: 'sendThanks' }
  | { readonly type: 'dropThanks' }
  | { readonly type: 'logSlip' }
  | { readonly type: 'describeSlip' }
  | { readonly type: 'withdrawSlip'; readonly slipSeq: number }
  | { readonly type: 'approveScreen'; readonly requestId: ScreenRequestId }
  | { readonly type: 'refuseScreen'; readonly requestId: ScreenRequestId }
  | { readonly type: 'startShow' }
  | { readonly type: 'pauseShow' }
  | { readonly type: 'resumeShow' }
  | { readonly type: 'endShow' }
  | { readonly type: 'leaveShow' }
  | { readonly type: 'showReview'; readonly showId: ShowId }
  | { readonly type: 'startDemo'; readonly speed: number }
  | { readonly type: 'setSpeed'; readonly speed: number }
  | { readonly type: 'switchSource'; readonly sourceId: SourceId; readonly isEnabled: boolean }
  | { readonly type: 'backUp' }
  | { readonly type: 'checkStore' }
  | { readonly type: 'pickQuestion' }
  | { readonly type: 'sendQuestion'; readonly questionId: QuestionId }
  | { readonly type: 'answerQuestion'; readonly questionId: QuestionId }
  | { readonly type: 'reopenQuestion'; readonly questionId: QuestionId }
  | {
      readonly type: 'moderate';
      readonly act: 'pin' | 'unpin' | 'unban';
      readonly lineSeq: number;
    }
  | { readonly type: 'timeout'; readonly lineSeq: number; readonly durationS: number }
  /** Asks once more where it is chosen by words. */
  | {
      readonly type: 'removeFromChat';
      readonly act: 'delete' | 'ban';
      readonly lineSeq: number;
    }
  | { readonly type: 'undoInChat'; readonly act: 'unban' | 'unpin'; readonly lineSeq: number }
  | { readonly type: 'lineToAnchor'; readonly lineSeq: number }
  /** To the selected message, or to everybody. */
  | { readonly type: 'writeChat' }
  | { readonly type: 'showHiddenChat' }
  | { readonly type: 'noteWarning' }
  | { readonly type: 'showAlerts' }
  /** Arms what the newest open alert says is spoken of. */
  | { readonly type: 'alignShelf' }
  | { readonly type: 'answerAlert'; readonly seq: number; readonly answer: AlertAnswer }
  | { readonly type: 'openPerson' }
  | { readonly type: 'searchChat' }
  | { readonly type: 'searchShows' }
  | { readonly type: 'openPlan' }
  | { readonly type: 'openCatalogue' }
  | { readonly type: 'openPromises' }
  | { readonly type: 'openStage' }
  /** The host's call that has waited longest is seen to. */
  | { readonly type: 'answerHelp' }
  /** The host's screens catch the eye for the cue that is not seen. */
  | { readonly type: 'flashCue' }
  | { readonly type: 'runPrompter' }
  | { readonly type: 'pacePrompter'; readonly step: 1 | -1 }
  | { readonly type: 'restartPrompter' }
  | { readonly type: 'priceSaid' }
  /** The host rests their voice. */
  | { readonly type: 'rest'; readonly isBegun: boolean }
  | { readonly type: 'openHandover' }
  | { readonly type: 'filterShelf' }
  /** The chosen products; else those the filter shows. */
  | { readonly type: 'groupShelf' }
  | { readonly type: 'ungroupShelf' }
  | { readonly type: 'renameGroup'; readonly groupId: GroupId }
  | { readonly type: 'dissolveGroup'; readonly groupId: GroupId }
  | { readonly type: 'gatherGroup'; readonly groupId: GroupId }
  | { readonly type: 'showGroup'; readonly groupId: GroupId }
  | { readonly type: 'foldGroups'; readonly isFolded: boolean }
  | { readonly type: 'undoGroups' }
  | { readonly type: 'togglePalette' }
  | { readonly type: 'toggleKeys' }
  | { readonly type: 'closeOverlay' }
  | { readonly type: 'toggleChartSpan' }
  | { readonly type: 'resetLayouts' }
  | { readonly type: 'showLive' }
  | { readonly type: 'openRoom'; readonly roomId: RoomId }
  | { readonly type: 'openPart'; readonly part: DeskPart }
  | { readonly type: 'openPanel'; readonly panel: DeskPanel }
  | { readonly type: 'setTheme'; readonly theme: ThemePreference }
  | { readonly type: 'setTextSize'; readonly size: TextSize }
  /** To the next larger or smaller one. */
  | { readonly type: 'stepTextSize'; readonly step: 1 | -1 }
  | { readonly type: 'setOverlayLook'; readonly look: OverlayLook }
  | { readonly type: 'setLanguage'; readonly language: LanguagePreference }
  | { readonly type: 'openSetUp' }
  | { readonly type: 'openSettings'; readonly group: SettingsGroup | null }
  | { readonly type: 'changeSettings'; readonly change: SettingsChange }
  | { readonly type: 'undoSettings' };

/** The part of the desk an action belongs to: what came of it is said there. */
export type ActionArea =
  | 'push'
  | 'shelf'
  | 'cues'
  | 'chat'
  | 'blocks'
  | 'show'
  | 'settings'
  | 'warnings'
  | 'screens'
  /** What belongs to no part that is always on screen. */
  | 'desk';
