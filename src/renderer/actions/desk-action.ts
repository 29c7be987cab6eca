import type { BlockId, CueCardId, CueId, ProductId } from '#shared/model/ids.ts';
import type { CueKind } from '#shared/model/cue.ts';
import type { ProductFields } from '#shared/model/product.ts';

/**
 * Everything the operator can do on the desk, from a key, the palette or a button. One list, so that
 * a key, its line in the palette and the button can never do different things.
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
  | { readonly type: 'removeProduct'; readonly productId: ProductId }
  | { readonly type: 'reorder'; readonly productIds: readonly ProductId[] }
  | {
      readonly type: 'putProduct';
      readonly fields: ProductFields;
      readonly linkNumber: number | null;
    }
  | { readonly type: 'sendPinned'; readonly slot: number }
  | { readonly type: 'sendCue'; readonly kind: CueKind; readonly text: string }
  | { readonly type: 'withdrawCue'; readonly cueId: CueId }
  | { readonly type: 'putCard'; readonly card: CardFields }
  | { readonly type: 'removeCard'; readonly cardId: CueCardId }
  | { readonly type: 'startBlock'; readonly blockId: BlockId }
  | { readonly type: 'nextBlock' }
  | { readonly type: 'bookmark' }
  | { readonly type: 'startShow' }
  | { readonly type: 'pauseShow' }
  | { readonly type: 'resumeShow' }
  | { readonly type: 'endShow' }
  | { readonly type: 'focusSearch' }
  | { readonly type: 'togglePalette' }
  | { readonly type: 'toggleKeys' }
  | { readonly type: 'closeOverlay' };

export type CardFields = {
  readonly cardId: CueCardId | null;
  readonly kind: CueKind;
  readonly text: string;
  readonly pinnedSlot: number | null;
  readonly productId: ProductId | null;
};

/** The part of the desk an action belongs to: its refusal is shown there. */
export type ActionArea = 'push' | 'shelf' | 'cues' | 'blocks' | 'show';
