import type { CueKind } from '#shared/model/cue.ts';
import type { BlockId, ProductId, ScreenRequestId } from '#shared/model/ids.ts';
import type { LanguagePreference, ThemePreference } from '#shared/model/settings.ts';
import type { DeskPanel } from '#renderer/store/desk-store.ts';

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
  | { readonly type: 'takeDown' }
  | { readonly type: 'setSoldOut'; readonly productId: ProductId; readonly isSoldOut: boolean }
  | { readonly type: 'sendPinned'; readonly slot: number }
  | { readonly type: 'sendCue'; readonly kind: CueKind; readonly text: string }
  | { readonly type: 'startBlock'; readonly blockId: BlockId }
  | { readonly type: 'nextBlock' }
  | { readonly type: 'bookmark' }
  | { readonly type: 'approveScreen'; readonly requestId: ScreenRequestId }
  | { readonly type: 'refuseScreen'; readonly requestId: ScreenRequestId }
  | { readonly type: 'startShow' }
  | { readonly type: 'pauseShow' }
  | { readonly type: 'resumeShow' }
  | { readonly type: 'endShow' }
  | { readonly type: 'searchChat' }
  | { readonly type: 'filterShelf' }
  | { readonly type: 'togglePalette' }
  | { readonly type: 'toggleKeys' }
  | { readonly type: 'closeOverlay' }
  | { readonly type: 'toggleChartSpan' }
  | { readonly type: 'showLive' }
  | { readonly type: 'openPanel'; readonly panel: DeskPanel }
  | { readonly type: 'setTheme'; readonly theme: ThemePreference }
  | { readonly type: 'setLanguage'; readonly language: LanguagePreference };

/** The part of the desk an action belongs to: what came of it is said there. */
export type ActionArea = 'push' | 'shelf' | 'cues' | 'blocks' | 'show' | 'settings' | 'screens';
