import {
  createContext,
  useCallback,
  useContext,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useStore } from 'zustand';

import { fail } from '#shared/contract/app-error.ts';
import type { SettingsChange } from '#shared/model/settings.ts';
import { useCommand } from '#renderer/connection/client-context.tsx';
import { openPartWindow } from '#renderer/connection/part-window.ts';
import { openRoomWindow } from '#renderer/connection/room-window.ts';
import { useI18n } from '#renderer/i18n/i18n-context.tsx';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import {
  useAlerts,
  useBlocks,
  useRoomSlips,
  useCues,
  useLink,
  useOutlets,
  useSettings,
  useShelf,
  useShow,
  useStage,
  useThanks,
  useProposals,
  usePromises,
} from '#renderer/store/selectors.ts';

import { createActionStore, setNotice } from './action-state.ts';
import type { ActionNotice, ActionState, ActionStore } from './action-state.ts';
import type { ActionArea, DeskAction } from './desk-action.ts';
import { forgetOwnSettings, rememberBefore } from './change-settings.ts';
import { performAction } from './perform-action.ts';
import type { RunInArea, Seen } from './perform-action.ts';

type DeskActions = {
  readonly store: ActionStore;
  readonly perform: (action: DeskAction) => void;
  readonly runInArea: RunInArea;
  readonly rememberSettings: (change: SettingsChange) => () => void;
};

const DeskActionsContext = createContext<DeskActions | null>(null);

/** Stands around the whole desk: keys, palette and buttons act through it. */
export function DeskActionsProvider({ children }: { readonly children: ReactNode }): ReactElement {
  const run = useCommand();
  const { setLanguage, preference, language: spoken } = useI18n();
  const shelf = useShelf();
  const outlets = useOutlets();
  const cues = useCues();
  const link = useLink();
  const settings = useSettings();
  const alerts = useAlerts();
  const slips = useRoomSlips();
  const stage = useStage();
  const thanks = useThanks();
  const blocks = useBlocks();
  const proposals = useProposals();
  const promises = usePromises();
  const show = useShow();
  const [store] = useState(createActionStore);

  // The store may be a frame ahead of the screen; a key acts on what is painted.
  const painted: Seen = {
    shelf,
    outlets,
    cues,
    link,
    settings,
    alerts,
    slips,
    stage,
    blocks,
    thanks,
    proposals,
    promises,
    showId: show?.id ?? null,
  };
  const seen = useRef(painted);
  const language = useRef(preference);
  const speaks = useRef(spoken);
  useLayoutEffect(() => {
    seen.current = painted;
    language.current = preference;
    speaks.current = spoken;
  });
  useLayoutEffect(() => forgetOwnSettings(store), [store, settings]);

  const runInArea = useCallback<RunInArea>(
    async (area, name, input) => {
      // The client keeps it until the link is back: by then nobody means it any more, but for a
      // setting, which this window has taken already.
      const isLive = area === 'settings' || seen.current.link.state === 'live';
      const result = isLive ? await run(name, input) : fail('link_lost', {});
      setNotice(store, area, result.ok ? null : { kind: 'refused', error: result.error });
      return result;
    },
    [run, store],
  );

  const perform = useCallback(
    (action: DeskAction) => {
      void performAction(action, {
        store,
        runInArea,
        seen: () => seen.current,
        desk: useDeskStore.getState,
        setLanguage,
        language: () => language.current,
        speaks: () => speaks.current,
        openPart: (part) => openPartWindow(window, part),
        openRoom: (roomId) => openRoomWindow(window, roomId),
      });
    },
    [store, runInArea, setLanguage],
  );

  const rememberSettings = useCallback(
    (change: SettingsChange) =>
      rememberBefore(change, {
        store,
        seen: () => seen.current,
        desk: useDeskStore.getState,
        language: () => language.current,
      }),
    [store],
  );

  const value = useMemo(
    () => ({ store, perform, runInArea, rememberSettings }),
    [store, perform, runInArea, rememberSettings],
  );
  return <DeskActionsContext value={value}>{children}</DeskActionsContext>;
}

function useDeskActions(): DeskActions {
  const actions = useContext(DeskActionsContext);
  if (actions === null) throw new Error('a desk is needed: DeskActionsProvider is missing above');
  return actions;
}

/** Does an action of the desk; what is refused is said in its area. */
export function usePerform(): DeskActions['perform'] {
  return useDeskActions().perform;
}

/** Runs a command for an area of the desk: a refusal is said there, a success clears what was said. */
export function useRunInArea(): RunInArea {
  return useDeskActions().runInArea;
}

/**
 * For a change that is made in another way: what it replaces can be undone from now on. Call it
 * before the change; what it gives back forgets it again, where the change was refused.
 */
export function useRememberSettings(): DeskActions['rememberSettings'] {
  return useDeskActions().rememberSettings;
}

export function useActionStore(): ActionStore {
  return useDeskActions().store;
}

/** Says which proposal's words are being changed from now on; null for none. */
export function useEditedProposal(): (proposalSeq: number | null) => void {
  const { store } = useDeskActions();
  return useCallback((editedProposal) => store.setState({ editedProposal }), [store]);
}

export function useActionState<T>(select: (state: ActionState) => T): T {
  return useStore(useDeskActions().store, select);
}

/** What was last said in an area, and how to put it away. */
export function useNotice(area: ActionArea): {
  readonly notice: ActionNotice | null;
  readonly dismiss: () => void;
} {
  const { store } = useDeskActions();
  const notice = useActionState(({ notices }) => notices[area] ?? null);
  const dismiss = useCallback(() => setNotice(store, area, null), [store, area]);
  return { notice, dismiss };
}
