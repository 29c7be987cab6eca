import { io, type Socket } from 'socket.io-client';
import { z } from 'zod';

import {
  commands,
  type CommandInput,
  type CommandName,
  type CommandOutput,
} from '#shared/contract/contract.ts';
import { PROTOCOL_VERSION } from '#shared/contract/frames.ts';
import { CuesSlice, ShelfSlice, StoreSlice } from '#shared/contract/room-snapshot.ts';
import { ScreensSlice } from '#shared/model/screen.ts';
import { codeOf, cookieOf, postPair, postWait } from '#tests/support/screen-client.ts';

/** What it reads of a frame: events are the page's business, hours of them would fill this program. */
const Slices = z.object({
  shelf: ShelfSlice.optional(),
  cues: CuesSlice.optional(),
  screens: ScreensSlice.optional(),
  store: StoreSlice.optional(),
});
const Frame = z.discriminatedUnion('type', [
  z.object({ type: z.literal('snapshot'), snapshot: z.object({ slices: Slices }) }),
  z.object({ type: z.literal('batch'), batch: z.object({ slices: Slices }) }),
  z.object({ type: z.literal('reply'), commandId: z.string(), output: z.unknown() }),
  z.object({ type: z.literal('refused'), commandId: z.string().nullable(), error: z.unknown() }),
  z.object({ type: z.literal('reload') }),
]);

type Waiting = { resolve(output: unknown): void; reject(error: Error): void };

/** A screen over its socket that keeps nothing but the slices it was last sent. */
export class LightScreen {
  slices: z.infer<typeof Slices> = {};
  readonly socket: Socket;
  readonly #waiting = new Map<string, Waiting>();
  #serial = 0;
  #onSlices: () => void = () => undefined;
  readonly #looks = new Set<() => void>();

  constructor(socket: Socket) {
    this.socket = socket;
    const hello = { type: 'hello', protocol: PROTOCOL_VERSION, roomId: 'main', screenName: 'soak' };
    socket.on('connect', () => socket.emit('frame', hello));
    socket.on('frame', (raw: unknown) => this.#take(Frame.parse(raw)));
  }

  /** The desk by its one-time link. */
  static async desk(link: string): Promise<LightScreen> {
    const url = new URL(link);
    const answer = await postPair(Number(url.port), { code: codeOf(link), name: 'soak desk' });
    const headers = { Origin: url.origin, Cookie: cookieOf(answer) };
    return LightScreen.connect(url.origin, '/socket.io', { role: 'desk' }, headers);
  }

  /** A second screen: offered, asked for, let in by this desk. */
  async pair(role: 'anchor' | 'overlay'): Promise<LightScreen> {
    const { url: link } = await this.run('screens.offer', { role });
    const url = new URL(link);
    const port = Number(url.port);
    const asked = await postPair(port, { code: codeOf(link), name: `soak ${role}` });
    await this.#until(() => (this.slices.screens?.requests.length ?? 0) > 0);
    for (const { id } of this.slices.screens?.requests ?? []) {
      await this.run('screens.approve', { requestId: id });
    }
    const answer = await postWait(port, role, cookieOf(asked));
    const headers = { Origin: url.origin, Cookie: cookieOf(answer) };
    return LightScreen.connect(url.origin, '/socket.io', { role }, headers);
  }

  #until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#looks.delete(look);
        resolve();
      };
      this.#looks.add(look);
      look();
    });
  }

  static async connect(
    origin: string,
    path: string,
    auth: Readonly<Record<string, string>>,
    extraHeaders: Record<string, string>,
  ): Promise<LightScreen> {
    const options = { path, auth, extraHeaders, transports: ['websocket'], forceNew: true };
    const screen = new LightScreen(io(origin, options));
    await new Promise<void>((resolve, reject) => {
      screen.#onSlices = resolve;
      screen.socket.once('connect_error', reject);
    });
    return screen;
  }

  /** Called after every frame that brought slices. */
  onSlices(listener: () => void): void {
    this.#onSlices = listener;
  }

  /** The value of a command; rejects with its refusal. */
  run<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    this.#serial += 1;
    const commandId = `soak-${this.socket.id ?? ''}-${Date.now()}-${this.#serial}`;
    const answer = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(commandId, { resolve, reject });
    });
    this.socket.emit('frame', { type: 'command', commandId, roomId: 'main', name, input });
    return answer.then((output) => commands[name].output.parse(output) as CommandOutput<N>);
  }

  close(): void {
    this.socket.close();
  }

  #take(frame: z.infer<typeof Frame>): void {
    if (frame.type === 'snapshot') this.#slices(frame.snapshot.slices);
    else if (frame.type === 'batch') this.#slices(frame.batch.slices);
    else if (frame.type === 'reply') this.#settle(frame.commandId)?.resolve(frame.output);
    else if (frame.type === 'refused' && frame.commandId !== null) {
      this.#settle(frame.commandId)?.reject(new Error(JSON.stringify(frame.error)));
    }
  }

  #slices(slices: z.infer<typeof Slices>): void {
    this.slices = { ...this.slices, ...slices };
    this.#onSlices();
    for (const look of this.#looks) look();
  }

  #settle(commandId: string): Waiting | undefined {
    const waiting = this.#waiting.get(commandId);
    this.#waiting.delete(commandId);
    return waiting;
  }
}
