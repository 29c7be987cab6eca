import { z } from 'zod';
import { create } from 'zustand';

import type { DeskPart } from '#shared/model/desk-part.ts';
import type { QuestionId, ShowId } from '#shared/model/ids.ts';
import { TextSize, ThemePreference } from '#shared/model/settings.ts';

import type { DeskPanel } from './desk-panel.ts';
import type { ShownBookmark } from './shown-bookmark.ts';
import type { PasteDraft } from './paste-draft.ts';
import type { NoteDraft, ShownPerson } from './person-shown.ts';
import { NO_SEARCH, type SearchDraft } from './search-draft.ts';

const STORAGE_KEY = 'cuedesk.desk';

/**
 * What this screen remembers between starts; anything else stored is put aside. Theme and text size
 * here are for the first drawing: the data folder's settings follow with the first snapshot.
 */
const Remembered = z.object({
  theme: ThemePreference.default('dark'),
  textSize: TextSize.default(100),
  chartSpan: z.enum(['recent', 'whole']).default('recent'),
  /** Shares of the desk's parts in percent, by the split's name and the part's; absent where unmoved. */
  layouts: z
    .record(z.string().max(40), z.record(z.string().max(40), z.number().min(0).max(100)))
    .default({}),
  /** Groups of shelves whose products are not shown, the last ones that were folded. */
  foldedGroups: z.array(z.int().positive()).max(500).default([]),
});
type Remembered = z.infer<typeof Remembered>;

export type DeskView =
  | { readonly name: 'live' }
  | { readonly name: 'review'; readonly showId: ShowId };
export type { DeskPanel };
/** Parts of the settings sheet, in their order. */
export type SettingsGroup =
  | 'appearance'
  | 'language'
  | 'keys'
  | 'desk'
  | 'words'
  | 'alerts'
  | 'triggers'
  | 'screens'
  | 'file'
  | 'more';
/** What of the chat is shown. */
export const CHAT_TABS = ['all', 'questions', 'buying', 'paid', 'flagged'] as const;
export type ChatTab = (typeof CHAT_TABS)[number];
/** What stands beside what was sent. */
export const CUE_TABS = ['proposals', 'deck', 'alerts', 'thanks'] as const;
export type CueTab = (typeof CUE_TABS)[number];
/** Setting up a real room: at most three steps, each of which can be skipped. */
export const SET_UP_STEPS = ['room', 'products', 'screens'] as const;
export type SetUpStep = (typeof SET_UP_STEPS)[number];
/** Chosen in the chat, to be found on the data sheet. */
export type AskedPerson = { readonly platform: string; readonly text: string };

export interface DeskState extends Remembered {
  /** The part that this window shows alone; null for the whole desk. */
  readonly part: DeskPart | null;
  readonly view: DeskView;
  /** The side sheet that is open; null for none. */
  readonly panel: DeskPanel;
  readonly isPaletteOpen: boolean;
  /** Grows with each wish to search the chat; the search field takes the focus. */
  readonly chatSearchRequest: number;
  /** Key of the selected chat row; null for none. */
  readonly selectedChatKey: string | null;
  /** Wall time at which this page was loaded anew because its process had died; null otherwise. */
  readonly returnedTs: number | null;
  showLive(): void;
  showReview(showId: ShowId): void;
  /** Show time the open review points at; null for none. */
  readonly reviewMomentTs: number | null;
  /** Opens a show's review at a moment of it. */
  showMoment(showId: ShowId, ts: number): void;
  /** What is looked for in all shows; closing the sheet keeps it. */
  readonly searchDraft: SearchDraft;
  setSearchDraft(draft: SearchDraft): void;
  /** Opens the search of all shows; with words, it begins with them. */
  openSearch(text: string): void;
  readonly personToErase: AskedPerson | null;
  /** Whose chat line is selected; null for nobody's, or one whom the platform hides. */
  readonly chosenPerson: ShownPerson | null;
  choosePerson(person: ShownPerson | null): void;
  /** Whose card is shown while its sheet is open. */
  readonly shownPerson: ShownPerson | null;
  openPerson(person: ShownPerson): void;
  openChosenPerson(): void;
  /** What was typed into a note and not saved; closing the card keeps it. */
  readonly noteDraft: NoteDraft | null;
  setNoteDraft(draft: NoteDraft | null): void;
  /** Start (UTC ms) of the export or import whose failure was closed here; null for none. */
  readonly seenTransferTs: number | null;
  closeTransfer(startedTs: number): void;
  /** The step of setting up a room that is on screen; null for none. */
  readonly setUpStep: SetUpStep | null;
  openSetUp(step: SetUpStep | null): void;
  /** Where the settings sheet begins; null for its start. */
  readonly settingsGroup: SettingsGroup | null;
  /** Products that were pasted and are not added yet; closing their sheet keeps them. */
  readonly pasteDraft: PasteDraft | null;
  setPasteDraft(draft: PasteDraft | null): void;
  openPanel(panel: DeskPanel): void;
  openSettings(group: SettingsGroup | null): void;
  /** Opens the data sheet with this person found. */
  askToErase(person: AskedPerson): void;
  closePanel(): void;
  setPaletteOpen(isOpen: boolean): void;
  requestChatSearch(): void;
  readonly cueTab: CueTab;
  showCueTab(tab: CueTab): void;
  readonly chatTab: ChatTab;
  showChatTab(tab: ChatTab): void;
  /** The questions shall take the keys, until they have. */
  readonly areQuestionsWanted: boolean;
  readonly pickedQuestionId: QuestionId | null;
  /** With this one picked; null: the most urgent one. */
  wantQuestions(first: QuestionId | null): void;
  /** They have the keys, with this one picked. */
  questionsTaken(first: QuestionId | null): void;
  pickQuestion(id: QuestionId | null): void;
  selectChat(key: string | null): void;
  /** Chat rows this window does not show. */
  readonly hiddenChatKeys: ReadonlySet<string>;
  hideChat(keys: readonly string[]): void;
  showHiddenChat(): void;
  /** The field for a line of one's own is open; what was typed stays when it is closed. */
  readonly isChatWriterOpen: boolean;
  readonly chatDraft: string;
  setChatDraft(text: string): void;
  /** Over the messages, where one may be selected to be answered. */
  openChatWriter(): void;
  closeChatWriter(): void;
  /** What can be done with the selected line stands open; never together with the writer. */
  readonly isLineMenuOpen: boolean;
  setLineMenuOpen(isOpen: boolean): void;
  /** A platform's warning is being written down. */
  /** The moment that was just marked and can be written to; null for none. */
  readonly shownBookmark: ShownBookmark | null;
  /** The last one that was marked in this window. */
  readonly lastBookmark: ShownBookmark | null;
  showBookmark(shown: ShownBookmark | null): void;
  /** The spoken slip that is being described; null for none. */
  readonly shownSlipSeq: number | null;
  showSlip(seq: number | null): void;
  readonly isWarningFormOpen: boolean;
  setWarningFormOpen(isOpen: boolean): void;
  setTheme(theme: ThemePreference): void;
  setTextSize(size: TextSize): void;
  toggleChartSpan(): void;
  /** Grows when the parts shall stand as at first. */
  readonly layoutRound: number;
  setLayout(name: string, shares: Readonly<Record<string, number>>): void;
  resetLayouts(): void;
  foldGroups(groupIds: readonly number[], isFolded: boolean): void;
}

function recall(): Remembered {
  // Reports are made on the command line too, where no screen remembers anything.
  const text = typeof window === 'undefined' ? null : window.localStorage.getItem(STORAGE_KEY);
  if (text === null) return Remembered.parse({});
  try {
    return Remembered.parse(JSON.parse(text));
  } catch (error) {
    console.warn('cuedesk: unreadable screen settings, back to the first ones', error);
    return Remembered.parse({});
  }
}

/** Other windows of this screen write here too: only what changed in this one is put in. */
function remember(change: Partial<Remembered>): void {
  window.localStorage.setItem(STORAGE_KEY, JSON.stringify({ ...recall(), ...change }));
}

/** State of this screen alone; nothing here is known to the core. */
export const useDeskStore = create<DeskState>((set, get) => ({
  ...recall(),
  part: null,
  view: { name: 'live' },
  panel: null,
  isPaletteOpen: false,
  chatSearchRequest: 0,
  selectedChatKey: null,
  returnedTs: null,
  layoutRound: 0,
  showLive: () => set({ view: { name: 'live' } }),
  showReview: (showId) =>
    set({ view: { name: 'review', showId }, panel: null, reviewMomentTs: null }),
  reviewMomentTs: null,
  showMoment: (showId, reviewMomentTs) =>
    set({ view: { name: 'review', showId }, panel: null, reviewMomentTs }),
  searchDraft: NO_SEARCH,
  setSearchDraft: (searchDraft) => set({ searchDraft }),
  openSearch: (text) => {
    const searchDraft = text === '' ? get().searchDraft : { ...NO_SEARCH, text };
    set({ panel: 'search', personToErase: null, searchDraft });
  },
  personToErase: null,
  chosenPerson: null,
  choosePerson: (chosenPerson) => set({ chosenPerson }),
  shownPerson: null,
  openPerson: (shownPerson) => set({ panel: 'person', personToErase: null, shownPerson }),
  openChosenPerson: () => {
    const { chosenPerson, openPerson } = get();
    if (chosenPerson !== null) openPerson(chosenPerson);
  },
  noteDraft: null,
  setNoteDraft: (noteDraft) => set({ noteDraft }),
  seenTransferTs: null,
  closeTransfer: (seenTransferTs) => set({ seenTransferTs }),
  setUpStep: null,
  openSetUp: (setUpStep) => set({ setUpStep, panel: null }),
  settingsGroup: null,
  openSettings: (settingsGroup) => set({ panel: 'settings', settingsGroup }),
  pasteDraft: null,
  setPasteDraft: (pasteDraft) => set({ pasteDraft }),
  openPanel: (panel) => set({ panel, personToErase: null }),
  askToErase: (personToErase) => set({ panel: 'data', personToErase }),
  closePanel: () => set({ panel: null, personToErase: null }),
  setPaletteOpen: (isPaletteOpen) => set({ isPaletteOpen }),
  requestChatSearch: () => set({ chatSearchRequest: get().chatSearchRequest + 1 }),
  cueTab: 'proposals',
  showCueTab: (cueTab) => set({ cueTab }),
  chatTab: 'all',
  showChatTab: (chatTab) => set({ chatTab }),
  areQuestionsWanted: false,
  pickedQuestionId: null,
  wantQuestions: (pickedQuestionId) =>
    set({ chatTab: 'questions', areQuestionsWanted: true, pickedQuestionId }),
  questionsTaken: (pickedQuestionId) => set({ areQuestionsWanted: false, pickedQuestionId }),
  pickQuestion: (pickedQuestionId) => set({ pickedQuestionId }),
  selectChat: (selectedChatKey) => set({ selectedChatKey, isLineMenuOpen: false }),
  hiddenChatKeys: new Set(),
  hideChat: (keys) =>
    set({ hiddenChatKeys: new Set([...get().hiddenChatKeys, ...keys]), selectedChatKey: null }),
  showHiddenChat: () => set({ hiddenChatKeys: new Set() }),
  isChatWriterOpen: false,
  chatDraft: '',
  setChatDraft: (chatDraft) => set({ chatDraft }),
  openChatWriter: () => {
    const { chatTab } = get();
    set({
      isChatWriterOpen: true,
      isLineMenuOpen: false,
      chatTab: chatTab === 'questions' ? 'all' : chatTab,
    });
  },
  isLineMenuOpen: false,
  setLineMenuOpen: (isLineMenuOpen) => set({ isLineMenuOpen, isChatWriterOpen: false }),
  closeChatWriter: () => set({ isChatWriterOpen: false }),
  shownBookmark: null,
  lastBookmark: null,
  showBookmark: (shownBookmark) =>
    set((before) => ({
      shownBookmark,
      lastBookmark: shownBookmark ?? before.lastBookmark,
      shownSlipSeq: shownBookmark === null ? before.shownSlipSeq : null,
    })),
  shownSlipSeq: null,
  // One bar at a time at the lower edge.
  showSlip: (shownSlipSeq) => set({ shownSlipSeq, shownBookmark: null }),
  isWarningFormOpen: false,
  setWarningFormOpen: (isWarningFormOpen) => set({ isWarningFormOpen }),
  setTheme: (theme) => {
    set({ theme });
    remember({ theme });
  },
  setTextSize: (textSize) => {
    set({ textSize });
    remember({ textSize });
  },
  toggleChartSpan: () => {
    const chartSpan = get().chartSpan === 'recent' ? 'whole' : 'recent';
    set({ chartSpan });
    remember({ chartSpan });
  },
  setLayout: (name, shares) => {
    const layouts = { ...get().layouts, [name]: shares };
    set({ layouts });
    remember({ layouts });
  },
  resetLayouts: () => {
    set({ layouts: {}, layoutRound: get().layoutRound + 1 });
    remember({ layouts: {} });
  },
  foldGroups: (groupIds, isFolded) => {
    const others = get().foldedGroups.filter((id) => !groupIds.includes(id));
    const foldedGroups = isFolded ? [...others, ...groupIds].slice(-500) : others;
    set({ foldedGroups });
    remember({ foldedGroups });
  },
}));
