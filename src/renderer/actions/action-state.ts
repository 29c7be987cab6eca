import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';

import type { GroupId, ProductId } from '#shared/model/ids.ts';
import type { SettingsChange } from '#shared/model/settings.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { MessageKey } from '#renderer/i18n/messages.ts';
import type { MessageParams } from '#renderer/i18n/translate.ts';

import type { ActionArea } from './desk-action.ts';

/** What came of the last action in an area, until the next one there or until it is put away. */
export type ActionNotice =
  | { readonly kind: 'refused'; readonly error: AppError }
  | {
      /** `standing`: a warning that stays until it is closed or something else is said there. */
      readonly kind: 'warning' | 'standing' | 'info';
      readonly key: MessageKey;
      readonly params: MessageParams;
    };

export type Grouping = {
  readonly productIds: readonly ProductId[];
  /** They are what the filter shows: it has done its work with them. */
  readonly isFiltered: boolean;
};

/** What this screen is doing right now; nothing here is known to the core. */
export type ActionState = {
  readonly notices: Readonly<Partial<Record<ActionArea, ActionNotice>>>;
  /** Arm commands without an answer yet: what is shown as armed may be about to change. */
  readonly armingCount: number;
  /** GO was pressed before the card was there; said once it is. */
  readonly isGoEarly: boolean;
  /** A GO is under way; a second one waits for its answer. */
  readonly isGoing: boolean;
  readonly isUndoing: boolean;
  /** What was just given to viewers and can be taken back; null for nothing. */
  readonly gift: Gift | null;
  /** Changes of settings without an answer yet: an older value may still arrive. */
  readonly settingsChanges: number;
  /** Changes the core has not shown yet: this window shows them already. */
  readonly ownSettings: SettingsChange;
  /** Changes of settings made in this window, oldest first: what to put back to undo each. */
  readonly settingsHistory: readonly SettingsChange[];
  /** Digits typed so far while they can still become another link number. */
  readonly typedDigits: string;
  /** What the last global key came to, until it has been shown; null for none. */
  readonly globalUse: GlobalUse | null;
  /** Global keys the system did not give; empty while they are off. */
  readonly refusedGlobalKeys: readonly string[];
  readonly isKeyHelpOpen: boolean;
  /** Seq of the proposal whose words are being changed; null for none. */
  readonly editedProposal: number | null;
  /** Grows with each wish to filter the shelf: its field takes the focus. */
  readonly shelfFilterRequest: number;
  /** What stands in the shelf's filter. */
  readonly shelfFilter: string;
  /** Products of the shelf that are chosen to be grouped. */
  readonly shelfSelection: ReadonlySet<ProductId>;
  /** Products that are being put into a group; null while none are. */
  readonly grouping: Grouping | null;
  /** The group whose name is being written; null for none. */
  readonly renamedGroupId: GroupId | null;
};

/** Something that viewers were given: the seq of its fact, its show time and name. */
export type Gift = { readonly seq: number; readonly ts: number; readonly name: string };

/** One use of a key while another program had the focus. */
export type GlobalUse = {
  /** As pressed, `Ctrl+Alt+3`. */
  readonly keys: string;
  readonly outcome:
    | { readonly kind: 'arm'; readonly linkNumber: number }
    | { readonly kind: 'unknown'; readonly digits: string }
    | { readonly kind: 'go' | 'nothing_armed' | 'not_live' };
  /** Grows with each use, so that the same one twice is seen twice. */
  readonly count: number;
};

export type ActionStore = StoreApi<ActionState>;

export function createActionStore(): ActionStore {
  return createStore<ActionState>(() => ({
    notices: {},
    armingCount: 0,
    isGoEarly: false,
    isGoing: false,
    isUndoing: false,
    gift: null,
    settingsChanges: 0,
    ownSettings: {},
    settingsHistory: [],
    typedDigits: '',
    globalUse: null,
    refusedGlobalKeys: [],
    isKeyHelpOpen: false,
    editedProposal: null,
    shelfFilterRequest: 0,
    shelfFilter: '',
    shelfSelection: new Set(),
    grouping: null,
    renamedGroupId: null,
  }));
}

/** Says something in an area, or with null clears what was said there. */
export function setNotice(store: ActionStore, area: ActionArea, notice: ActionNotice | null): void {
  store.setState(({ notices }) => {
    const { [area]: _previous, ...others } = notices;
    return { notices: notice === null ? others : { ...others, [area]: notice } };
  });
}
