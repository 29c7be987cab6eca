import { startObsServer, type ObsServer } from '#tests/support/obs-server.ts';

import type { OutputsSlice } from '#shared/model/output-health.ts';
import type { OpenedDesk } from '../opened-desk.ts';
import type { Studio } from '../studio.ts';

const NAMES = { 'zh-CN': '导播 OBS', en: 'Main OBS' } as const;
const MICROPHONE = { 'zh-CN': '领夹麦', en: 'Lapel mic' } as const;
const PASSWORD = 'screens';
const STEP_MS = 200;
const KBPS = 6_012;
const FRAMES_A_SECOND = 30;
/** A voice at some distance from a lapel microphone; peak before the fader. */
const VOICE = 0.24;

/** How it goes out: what of its frames is dropped, and how full what waits to be sent is. */
type Course = { readonly dropped: number; readonly congestion: number; readonly kbps: number };

const GOOD: Course = { dropped: 0.000_4, congestion: 0.03, kbps: KBPS };
const STRAINED: Course = { dropped: 0.024, congestion: 0.61, kbps: 4_480 };
const BAD: Course = { dropped: 0.124, congestion: 1, kbps: 2_150 };

/** An OBS whose stream grows as a real one does, on the counters that it is asked for. */
class StreamingObs {
  readonly server: ObsServer;
  readonly #timer: ReturnType<typeof setInterval>;
  #course = GOOD;

  constructor(server: ObsServer, microphone: string) {
    this.server = server;
    server.state.texts.set(microphone, '');
    let dropped = 0;
    const { stream } = server.state;
    this.#timer = setInterval(() => {
      server.meter(microphone, VOICE);
      if (!stream.outputActive) return;
      const frames = (FRAMES_A_SECOND * STEP_MS) / 1_000;
      dropped += frames * this.#course.dropped;
      stream.outputDuration += STEP_MS;
      stream.outputBytes += (this.#course.kbps * STEP_MS) / 8;
      stream.outputTotalFrames += frames;
      stream.outputSkippedFrames = Math.floor(dropped);
      stream.outputCongestion = this.#course.congestion;
    }, STEP_MS);
  }

  go(course: Course): void {
    this.server.state.stream.outputActive = true;
    this.#course = course;
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.server.close();
  }
}

/** How the top bar tells of an OBS: not streaming, well, strained, bad, and lost. */
export async function obsStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const obs = new StreamingObs(await startObsServer(PASSWORD, 0), MICROPHONE[studio.language]);
  try {
    await open.playDemo();
    await addObs(open, obs.server.address);
    await studio.step('obs-not-streaming', async () => {
      await shows(open, (output) => output?.state === 'not_streaming');
      await studio.take(open.page, 'obs-not-streaming', 'trouble', 300);
    });
    await studio.step('obs-good', async () => {
      obs.go(GOOD);
      await shows(open, (output) => output?.kbps !== null && output?.droppedShare !== null);
      await studio.take(open.page, 'obs-good', 'desk', 300);
      await open.page.locator('[data-outputs] button').first().click();
      await open.page.getByRole('dialog').waitFor();
      await studio.take(open.page, 'obs-good-sheet', 'desk', 300);
      await open.closeSheet();
    });
    for (const [name, course, state] of [
      ['obs-strained', STRAINED, 'strained'],
      ['obs-bad', BAD, 'bad'],
    ] as const) {
      await studio.step(name, async () => {
        obs.go(course);
        await shows(open, (output) => output?.state === state);
        await studio.take(open.page, name, 'desk', 300);
      });
    }
    await studio.step('obs-lost', async () => {
      await obs.close();
      await shows(open, (output) => output?.state === null);
      await studio.take(open.page, 'obs-lost', 'desk', 300);
    });
  } finally {
    await open.close();
  }
}

async function addObs(open: OpenedDesk, address: string): Promise<void> {
  const { operator, language } = open;
  const { outletId } = await operator.must('outlet.put', {
    outletId: null,
    name: NAMES[language],
    config: {
      kind: 'obs',
      address,
      showScene: '',
      showSource: '',
      switchScene: '',
      textSource: '',
      textTemplate: '',
      microphone: open.typed(MICROPHONE[language]),
      voiceAboveDb: -40,
    },
  });
  await operator.must('outlet.setSecret', { outletId, secret: PASSWORD });
}

async function shows(
  open: OpenedDesk,
  isSo: (output: OutputsSlice['outputs'][number] | undefined) => boolean,
): Promise<void> {
  await open.operator.until(() => isSo(open.slice('outputs')?.outputs[0]));
}
