import { PairState } from '#shared/contract/pair-state.ts';
import type { RoomSlices } from '#shared/contract/room-snapshot.ts';

import { DeskProgram } from './desk-program.ts';
import { networkAddress } from './host-matrix.ts';
import { RawScreen } from './raw-screen.ts';
import { type RunningDesk, startDesk } from './running-desk.ts';
import { residentBytes } from './resident-bytes.ts';
import { codeOf, cookieOf, postPair, postWait } from './screen-client.ts';

/** A desk in a process of its own that is open on an address of the network. */
export type OpenDesk = {
  readonly desk: RunningDesk;
  readonly operator: DeskProgram;
  readonly address: string;
  readonly port: number;
  /** Resident memory of the core, in bytes. */
  memory(): number;
  /** Pairs a second screen as a device and the operator do; resolves with its cookie. */
  letIn(role?: 'anchor' | 'overlay'): Promise<string>;
  /** A host screen that is in. */
  screen(cookie: string): Promise<RawScreen>;
  close(): Promise<void>;
};

/** Starts the desk with a show on air and opens it on this machine's network address. */
export async function startOpenDesk(): Promise<OpenDesk> {
  const desk = await startDesk();
  const operator = await DeskProgram.connect(desk.announced.url);
  await operator.must('show.create', { title: 'Open', origin: 'rehearsal', currency: 'CNY' });
  await operator.must('show.start', {});
  const address = networkAddress();
  await operator.must('screens.listen', { address });
  const slice = (): RoomSlices['screens'] | undefined => newestScreens(operator);
  await operator.until(() => slice()?.listen?.address === address);
  const port = slice()?.listen?.port ?? 0;

  return {
    desk,
    operator,
    address,
    port,
    memory: () => residentBytes(desk.announced.pid),
    async letIn(role = 'anchor') {
      const { url } = await operator.must('screens.offer', { role });
      const asked = await postPair(port, { code: codeOf(url), name: 'device' }, { address });
      const state = PairState.parse(JSON.parse(asked.body));
      if (state.state !== 'waiting') throw new Error(`not waiting: ${asked.body}`);
      const waiting = () => slice()?.requests.find(({ check }) => check === state.check);
      await operator.until(() => waiting() !== undefined);
      const request = waiting();
      if (request === undefined) throw new Error('the request is gone');
      await operator.must('screens.approve', { requestId: request.id });
      return cookieOf(await postWait(port, role, cookieOf(asked), address));
    },
    async screen(cookie) {
      const screen = await RawScreen.connect({ address, port, cookie });
      await screen.greet('anchor');
      return screen;
    },
    async close() {
      operator.close();
      await desk.interrupt();
      await desk.remove();
    },
  };
}

/** The second screens as the desk sees them now; undefined before its first snapshot. */
export function newestScreens(operator: DeskProgram): RoomSlices['screens'] | undefined {
  for (const frame of operator.frames.toReversed()) {
    const slices =
      frame.type === 'snapshot'
        ? frame.snapshot.slices
        : frame.type === 'batch'
          ? frame.batch.slices
          : {};
    if (slices.screens !== undefined) return slices.screens;
  }
  return undefined;
}
