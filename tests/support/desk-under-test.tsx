import { act, cleanup } from '@testing-library/react';
import { userEvent, type UserEvent } from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { afterEach, beforeEach, vi } from 'vitest';

import { DeskActionsProvider } from '#renderer/actions/desk-actions-context.tsx';
import { useDeskKeys } from '#renderer/features/keys/use-desk-keys.ts';
import { useDeskStore } from '#renderer/store/desk-store.ts';
import type { CommandFrame } from '#shared/contract/frames.ts';

import { renderWithRoom } from './render-with-room.tsx';
import { SAMPLE_NOW, sampleBatch, sampleSlices, sampleSnapshot } from './sample-snapshot.ts';
import type { SampleLanguage, SliceInputs } from './sample-room.ts';

type Room = ReturnType<typeof renderWithRoom>;

export interface DeskUnderTest extends Room {
  readonly user: UserEvent;
  readonly sample: SliceInputs;
  /** Commands sent so far, as `name` and `input`. */
  sent(): readonly Pick<CommandFrame, 'name' | 'input'>[];
  /** Replaces slices, as the next batch from the core does. */
  change(slices: Partial<SliceInputs>): void;
  /** Answers the newest command of this name and lets the desk act on it. */
  reply(name: string, output: unknown): Promise<void>;
  /** `params` are the error's, none when left out. */
  refuse(name: string, code: string, params?: Readonly<Record<string, string>>): Promise<void>;
  /** Lets time pass on every clock of the page. */
  pass(ms: number): Promise<void>;
}

/** Puts the page at the time of the sample room, with clocks that only the test moves. */
export function useSampleTime(): void {
  beforeEach(() => {
    vi.useFakeTimers({ now: SAMPLE_NOW });
    // Testing Library asks this name how to move the clock while it waits.
    vi.stubGlobal('jest', { advanceTimersByTime: (ms: number) => vi.advanceTimersByTime(ms) });
    useDeskStore.setState(useDeskStore.getInitialState(), true);
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}

function Desk({ children }: { readonly children: ReactElement }): ReactElement {
  useDeskKeys(useDeskStore(({ view }) => view.name === 'live'));
  return children;
}

/** What must not be said of a product is read beside whatever is typed about it. */
function isReadOfClaims({ name, input }: { name: string; input: unknown }): boolean {
  const { limit } = Object(input);
  return name === 'catalogue.page' && limit === 1;
}

/** Renders parts of the desk with its keys and actions in the sample room. */
export function renderDesk(
  parts: ReactElement,
  options: { readonly language: SampleLanguage; readonly slices: Partial<SliceInputs> },
): DeskUnderTest {
  const { language, slices } = options;
  const room = renderWithRoom(
    <DeskActionsProvider>
      <Desk>{parts}</Desk>
    </DeskActionsProvider>,
    { language, snapshot: sampleSnapshot({ language, slices, seq: 1 }) },
  );
  let seq = 1;
  return {
    ...room,
    user: userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) }),
    sample: { ...sampleSlices(language), ...slices },
    sent: () =>
      room.transport.commands
        .filter((each) => !isReadOfClaims(each))
        .map(({ name, input }) => ({ name, input })),
    change: (changed) => {
      room.receive(sampleBatch({ afterSeq: seq, seq: seq + 1, slices: changed }));
      seq += 1;
    },
    reply: (name, output) => act(async () => room.transport.reply(name, output)),
    refuse: (name, code, params) => act(async () => room.transport.refuse(name, code, params)),
    pass: (ms) => act(async () => void vi.advanceTimersByTime(ms)),
  };
}
