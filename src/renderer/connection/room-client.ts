import { fail, ok, type Result } from '#shared/contract/app-error.ts';
import { commands } from '#shared/contract/contract.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/contract.ts';
import { COMMAND_MAX_BYTES, PROTOCOL_VERSION, type CommandFrame } from '#shared/contract/frames.ts';
import { readServerFrame } from '#shared/contract/read-server-frame.ts';
import type { RoomBatch, RoomSnapshot } from '#shared/contract/room-snapshot.ts';
import { assertNever } from '#shared/lib/assert-never.ts';
import type { CommandId, RoomId } from '#shared/model/ids.ts';
import type { Language } from '#shared/model/settings.ts';
import { applyBatches, applySnapshot, patchLink } from '#renderer/store/room-reducer.ts';
import type { RoomStore } from '#renderer/store/room-store.ts';

import { makeCommandId } from './command-id.ts';
import { onNextFrame, type FrameScheduler } from './frame-scheduler.ts';
import { createLinkWatch } from './link-watch.ts';
import { shouldReload } from './reload-guard.ts';
import type { Transport, TransportLoss } from './transport.ts';

export interface RoomClientConfig {
  readonly transport: Transport;
  /** The room to open; null for the one this screen was paired to. */
  readonly roomId: RoomId | null;
  /** Shown on the desk among the connected screens. */
  readonly screenName: string;
  /** What this screen speaks now; null where it does not matter. */
  readonly language: () => Language | null;
  readonly store: RoomStore;
}

/** What a screen's surroundings give; tests give their own. */
export interface RoomClientSurroundings {
  readonly scheduleFrame: FrameScheduler;
  /** Loads the page anew; called at most once a minute for one protocol version. */
  readonly reloadPage: () => void;
  readonly wallNow: () => number;
  /** A repeating timer; the returned function ends it. */
  readonly every: (periodMs: number, run: () => void) => () => void;
}

export interface RoomClient {
  start(): void;
  /**
   * Asks the core. Waits through a lost connection and is sent again under the same id, so that the
   * core runs it once; resolves with the output or a coded refusal, never rejects.
   */
  run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<Result<CommandOutput<N>>>;
  /** The device says that its network is gone: without a word within a second it is. */
  doubt(): void;
  close(): void;
}

interface Waiting {
  readonly command: Omit<CommandFrame, 'roomId'>;
  settle(result: Result<unknown>): void;
}

export const pageSurroundings: RoomClientSurroundings = {
  scheduleFrame: onNextFrame,
  reloadPage: () => window.location.reload(),
  wallNow: () => Date.now(),
  every(periodMs, run) {
    const timer = setInterval(run, periodMs);
    return () => clearInterval(timer);
  },
};

/** Outputs transform nothing, so a value that parses is the output. */
function isOutputOf<N extends CommandName>(name: N, value: unknown): value is CommandOutput<N> {
  return commands[name].output.safeParse(value).success;
}

/** The one writer of a room store: hello, snapshot, batches; the same path after every reconnect. */
export function createRoomClient(
  config: RoomClientConfig,
  surroundings: RoomClientSurroundings = pageSurroundings,
): RoomClient {
  const { transport, roomId, screenName, store } = config;
  const { scheduleFrame, reloadPage, wallNow, every } = surroundings;
  const waiting = new Map<CommandId, Waiting>();
  /** Last seq received, which is ahead of the store's until the next frame; null asks anew. */
  let heldSeq: number | null = null;
  /** The room of the snapshot: what commands are for. */
  let openRoomId = roomId;
  let pendingBatches: RoomBatch[] = [];
  let cancelFlush: (() => void) | null = null;
  let heardTs = wallNow();
  const watch = createLinkWatch({
    every,
    sendPing: () => transport.send({ type: 'ping' }),
    onSilent() {
      const { state } = store.state.getState().link;
      if (state === 'live') patchLink(store, { state: 'silent', sinceTs: heardTs });
    },
  });

  function heard(): void {
    heardTs = wallNow();
    watch.heard();
    const { state } = store.state.getState().link;
    if (state === 'silent') patchLink(store, { state: 'live', sinceTs: heardTs });
  }

  function onOpen(): void {
    watch.start();
    sayHello();
  }

  function sayHello(): void {
    heldSeq = null;
    dropPending();
    const language = config.language();
    transport.send({ type: 'hello', protocol: PROTOCOL_VERSION, roomId, screenName, language });
  }

  function dropPending(): void {
    cancelFlush?.();
    cancelFlush = null;
    pendingBatches = [];
  }

  function flush(): void {
    const batches = pendingBatches;
    pendingBatches = [];
    applyBatches(store, batches);
  }

  function takeSnapshot(snapshot: RoomSnapshot): void {
    dropPending();
    heldSeq = snapshot.seq;
    openRoomId = snapshot.roomId;
    applySnapshot(store, snapshot, wallNow());
    for (const { command } of waiting.values()) sendCommand(command);
  }

  function sendCommand(command: Waiting['command']): void {
    if (openRoomId !== null) transport.send({ ...command, roomId: openRoomId });
  }

  function takeBatch(batch: RoomBatch): void {
    // Until the snapshot comes, batches have nothing to stand on.
    if (heldSeq === null) return;
    if (batch.afterSeq !== heldSeq) {
      sayHello();
      return;
    }
    heldSeq = batch.seq;
    pendingBatches.push(batch);
    if (pendingBatches.length === 1) cancelFlush = scheduleFrame(flush);
  }

  function settle(commandId: CommandId, result: Result<unknown>): void {
    const command = waiting.get(commandId);
    if (command === undefined) return;
    waiting.delete(commandId);
    patchLink(store, { waitingCount: waiting.size });
    // What the command changed is shown before its caller goes on.
    if (pendingBatches.length > 0) {
      cancelFlush?.();
      flush();
    }
    command.settle(result);
  }

  function takeReload(protocol: number): void {
    if (shouldReload(window.sessionStorage, protocol, wallNow())) reloadPage();
    else patchLink(store, { state: 'outdated', sinceTs: wallNow() });
  }

  function onFrame(raw: unknown): void {
    heard();
    const parsed = readServerFrame(raw);
    if (!parsed.success) {
      // If it was a batch, the next one's afterSeq shows the hole and brings a new snapshot.
      const { badFrameCount } = store.state.getState().link;
      patchLink(store, { badFrameCount: badFrameCount + 1 });
      console.warn('cuedesk: unreadable frame', parsed.error.issues.slice(0, 3));
      return;
    }
    const frame = parsed.data;
    switch (frame.type) {
      case 'snapshot':
        return takeSnapshot(frame.snapshot);
      case 'batch':
        return takeBatch(frame.batch);
      case 'reply':
        return settle(frame.commandId, ok(frame.output));
      case 'refused':
        if (frame.commandId === null) patchLink(store, { error: frame.error });
        else settle(frame.commandId, { ok: false, error: frame.error });
        return;
      case 'reload':
        return takeReload(frame.protocol);
      case 'pong':
        return;
      default:
        return assertNever(frame);
    }
  }

  function onLost(loss: TransportLoss): void {
    heldSeq = null;
    watch.stop();
    const { state, sinceTs } = store.state.getState().link;
    if (loss === 'refused') patchLink(store, { state: 'refused', sinceTs: wallNow() });
    // Failed attempts in a row do not move the moment the link was lost.
    else if (state === 'live') patchLink(store, { state: 'reconnecting', sinceTs: wallNow() });
    // The figures stand since it fell silent.
    else if (state === 'silent') patchLink(store, { state: 'reconnecting', sinceTs });
  }

  function run<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
  ): Promise<Result<CommandOutput<N>>> {
    const commandId = makeCommandId();
    const command = { type: 'command', commandId, name, input } as const;
    // Sent, it would cost the line, and be sent again with the next one.
    const bytes = new TextEncoder().encode(JSON.stringify(command)).length;
    if (bytes > COMMAND_MAX_BYTES) {
      const sizes = { kilobytes: Math.ceil(bytes / 1024), max: COMMAND_MAX_BYTES / 1024 };
      return Promise.resolve(fail('message_too_large', sizes));
    }
    return new Promise((resolve) => {
      waiting.set(commandId, {
        command,
        settle: (result) => {
          if (!result.ok) resolve(result);
          else if (isOutputOf(name, result.value)) resolve(ok(result.value));
          else resolve(fail('internal', {}));
        },
      });
      patchLink(store, { waitingCount: waiting.size });
      // Before the snapshot it would overtake the hello; it goes out when the snapshot is there.
      if (heldSeq !== null) sendCommand(command);
    });
  }

  return {
    start: () => transport.open({ onOpen, onFrame, onLost }),
    run,
    doubt: () => watch.doubt(),
    close() {
      dropPending();
      watch.stop();
      transport.close();
    },
  };
}
