import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Core } from '#core/core.ts';
import { startCore } from '#core/start-core.ts';
import type { AppError } from '#shared/contract/app-error.ts';
import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/contract.ts';
import { commands } from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION, ServerFrame } from '#shared/contract/frames.ts';
import type { RoomEvent } from '#shared/contract/room-event.ts';
import type { RoomSlices, RoomSnapshot, SliceName } from '#shared/contract/room-snapshot.ts';
import { RoomId, type ScreenId } from '#shared/model/ids.ts';
import type { ScreenRole } from '#shared/model/screen.ts';

import { testPorts, type TestPorts } from './test-ports.ts';

export const MAIN_ROOM = RoomId.parse('main');

/** A screen without a socket: every frame both ways is JSON and parsed, as on a real line. */
export class RigScreen {
  readonly frames: ServerFrame[] = [];
  readonly #roomId: RoomId;
  #toCore: (frame: unknown) => void = () => undefined;
  #serial = 0;
  readonly #name: string;
  #onClose: () => void = () => undefined;

  constructor(
    core: Core,
    role: ScreenRole,
    roomId: RoomId,
    screenId: ScreenId | null,
    name: string,
  ) {
    this.#roomId = roomId;
    this.#name = name;
    core.connect(
      {
        send: (frame) => this.frames.push(ServerFrame.parse(JSON.parse(JSON.stringify(frame)))),
        onFrame: (listener) => {
          this.#toCore = (frame) => listener(JSON.parse(JSON.stringify(frame)));
        },
        onClose: (listener) => {
          this.#onClose = listener;
        },
        close: () => this.#onClose(),
        backlog: () => 0,
      },
      { role, screenId, roomId: role === 'desk' || role === 'cli' ? null : roomId },
    );
  }

  hello(protocol: number = PROTOCOL_VERSION): void {
    const screenName = this.#name;
    this.raw({ type: 'hello', protocol, roomId: this.#roomId, screenName });
  }

  raw(frame: unknown): void {
    this.#toCore(frame);
  }

  close(): void {
    this.#onClose();
  }

  /** Sends a command and waits for its answer. */
  async run<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    commandId: string = this.nextId(),
  ): Promise<{ ok: true; value: CommandOutput<N> } | { ok: false; error: AppError }> {
    const from = this.frames.length;
    this.raw({ type: 'command', commandId, roomId: this.#roomId, name, input });
    for (;;) {
      const answer = this.frames
        .slice(from)
        .find(
          (frame) =>
            (frame.type === 'reply' || frame.type === 'refused') && frame.commandId === commandId,
        );
      if (answer?.type === 'reply') {
        return { ok: true, value: commands[name].output.parse(answer.output) as CommandOutput<N> };
      }
      if (answer?.type === 'refused') return { ok: false, error: answer.error };
      await settled();
    }
  }

  /** The value of a command that must succeed. */
  async must<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    const result = await this.run(name, input);
    if (!result.ok) throw new Error(`${name} was refused: ${JSON.stringify(result.error)}`);
    return result.value;
  }

  nextId(): string {
    this.#serial += 1;
    return `${this.#name}-command-${this.#serial}`;
  }

  snapshot(): RoomSnapshot {
    const frame = this.frames.findLast((candidate) => candidate.type === 'snapshot');
    if (frame?.type !== 'snapshot') throw new Error('no snapshot came');
    return frame.snapshot;
  }

  /** The newest value of a slice, from the snapshot on. */
  slice<N extends SliceName>(name: N): RoomSlices[N] {
    let value: RoomSlices[N] | undefined;
    for (const frame of this.frames) {
      if (frame.type === 'snapshot') value = frame.snapshot.slices[name] as RoomSlices[N];
      if (frame.type === 'batch') value = (frame.batch.slices[name] ?? value) as RoomSlices[N];
    }
    if (value === undefined) throw new Error(`no ${name} slice came`);
    return value;
  }

  /** Every event that was sent in batches. */
  events(): RoomEvent[] {
    return this.frames.flatMap((frame) => (frame.type === 'batch' ? frame.batch.events : []));
  }
}

/** Lets everything that is due in this turn of the event loop happen. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}

export type CoreRig = {
  readonly core: Core;
  readonly ports: TestPorts;
  readonly dataFolder: string;
  readonly storePath: string;
  screen(role: ScreenRole, roomId?: RoomId, screenId?: ScreenId): RigScreen;
  /** Moves the clock and lets commits and batches go out. */
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
};

/** Rigs one after another on one folder must not send the same command ids. */
let rigsStarted = 0;

/** A whole core in this process, on a real store in a folder of its own, with a clock that stands still. */
export async function startRig(
  dataFolder: string | null,
  startWallTs?: number,
  storeWorker: string | null = null,
): Promise<CoreRig> {
  const folder = dataFolder ?? mkdtempSync(join(tmpdir(), 'cuedesk-core-'));
  rigsStarted += 1;
  const rig = rigsStarted;
  const ports = testPorts(startWallTs);
  const core = await startCore(
    {
      dataFolder: folder,
      hostKind: 'test',
      version: '0.0.0',
      pagesFolder: null,
      sqliteBinding: process.env['CUEDESK_TEST_SQLITE_BINDING'] ?? null,
      storeWorker,
      deskPort: null,
    },
    ports,
  );
  let screens = 0;
  return {
    core,
    ports,
    dataFolder: folder,
    storePath: join(folder, 'cuedesk.sqlite'),
    screen(role, roomId = MAIN_ROOM, screenId) {
      screens += 1;
      const screen = new RigScreen(
        core,
        role,
        roomId,
        screenId ?? null,
        `${role}-${rig}-${screens}-${folder.slice(-6)}`,
      );
      screen.hello();
      return screen;
    },
    async advance(ms) {
      ports.clock.advance(ms);
      await settled();
    },
    async close() {
      await core.close();
      if (dataFolder === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}
