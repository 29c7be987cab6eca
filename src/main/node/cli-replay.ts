import { checkRecording } from '#core/feeds/replay/check-recording.ts';
import { openRecordedFile } from '#core/feeds/replay/open-recording.ts';
import { Timeline, rebase } from '#core/feeds/replay/timeline.ts';
import type { ReplayReader } from '#core/feeds/replay/types.ts';
import type { Clock } from '#core/ports.ts';
import { systemClock } from '#core/system-ports.ts';
import { fail } from '#shared/contract/app-error.ts';
import { visibleControls } from '#shared/lib/visible-controls.ts';

import { leftOutText, replayProblem } from './replay-problem-text.ts';

const SPEED_MIN = 1;
const SPEED_MAX = 20;

/** Exit codes: all told, the file cannot be read or is no recording, wrong arguments. */
const EXIT_OK = 0;
const EXIT_UNREADABLE = 1;
const EXIT_USAGE = 2;

type Arguments =
  | { readonly ok: true; readonly path: string; readonly speed: number }
  | { readonly ok: false; readonly message: string };

export type ReplayCounts = { readonly events: number; readonly bad: number };

/**
 * `cuedesk replay FILE [--speed N]`: prints the file's events as JSON lines at the pace they
 * happened, N times as fast, with times of now; a summary goes to stderr. Returns the exit code.
 */
export async function runReplay(
  args: readonly string[],
  stdout: NodeJS.WritableStream,
  stderr: NodeJS.WritableStream,
): Promise<number> {
  const parsed = parseArguments(args);
  if (!parsed.ok) {
    stderr.write(`${parsed.message}\nreplay FILE [--speed ${SPEED_MIN}..${SPEED_MAX}]\n`);
    return EXIT_USAGE;
  }
  const { path, speed } = parsed;
  const checked = await checkRecording(path);
  if (!checked.ok) {
    stderr.write(replayProblem(checked.error));
    return EXIT_UNREADABLE;
  }
  if (checked.value !== null) stderr.write(leftOutText(checked.value));
  try {
    const reader = await openRecordedFile(path);
    const counts = await printRecording(reader, speed, systemClock, stdout);
    const { events, bad } = counts;
    stderr.write(`${events} events, ${bad} bad lines. ${events} 个事件，${bad} 行坏数据。\n`);
    return EXIT_OK;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    stderr.write(replayProblem(fail('file_unreadable', { path, reason }).error));
    return EXIT_UNREADABLE;
  }
}

/** Prints a recording at its pace and closes it; ends early when nobody reads on. */
export async function printRecording(
  reader: ReplayReader,
  speed: number,
  clock: Clock,
  stdout: NodeJS.WritableStream,
): Promise<ReplayCounts> {
  const startTs = clock.wallNow();
  const started = clock.monotonicNow();
  const timeline = new Timeline();
  const output = guard(stdout);
  let events = 0;
  let bad = 0;
  try {
    for (let page = await reader.next(); page !== null; page = await reader.next()) {
      bad += page.bad.length;
      for (const record of page.events) {
        const timed = timeline.place(record);
        const waitMs = timed.dueMs / speed - (clock.monotonicNow() - started);
        if (waitMs > 0) await output.pause(waitMs, clock);
        if (output.isClosed()) return { events, bad };
        // To a reader of the pipe it happens now, so the distances shrink with the speed.
        const now = { ...timed, offsetMs: timed.offsetMs / speed };
        const event = rebase(now, startTs, clock.wallNow());
        await output.write(`${visibleControls(JSON.stringify(event))}\n`);
        events += 1;
      }
    }
    return { events, bad };
  } finally {
    output.release();
    await reader.close();
  }
}

/** Writes at the pace of whoever reads; a closed pipe is an ordinary end. */
function guard(stream: NodeJS.WritableStream) {
  let isClosed = false;
  let wake: (() => void) | null = null;
  const onDrain = () => wake?.();
  const onEnd = () => {
    isClosed = true;
    wake?.();
  };
  stream.on('drain', onDrain);
  stream.on('error', onEnd);
  stream.on('close', onEnd);
  return {
    isClosed: () => isClosed,
    write: (text: string) =>
      new Promise<void>((resolve) => {
        if (isClosed || stream.write(text)) resolve();
        else wake = resolve;
      }),
    pause: (delayMs: number, clock: Clock) =>
      new Promise<void>((resolve) => {
        const cancel = clock.after(delayMs, resolve);
        wake = () => {
          cancel();
          resolve();
        };
      }),
    release() {
      // The error listener stays: a pipe may break while the last lines are still on their way.
      stream.off('drain', onDrain);
      stream.off('close', onEnd);
    },
  };
}

function parseArguments(args: readonly string[]): Arguments {
  let path: string | null = null;
  let speed = 1;
  for (let place = 0; place < args.length; place += 1) {
    const argument = args[place] ?? '';
    if (argument === '--speed' || argument.startsWith('--speed=')) {
      const typed = argument === '--speed' ? args[(place += 1)] : argument.slice('--speed='.length);
      speed = typed === undefined || typed.trim() === '' ? Number.NaN : Number(typed);
      if (!(speed >= SPEED_MIN && speed <= SPEED_MAX)) {
        return {
          ok: false,
          message: `--speed is ${SPEED_MIN} to ${SPEED_MAX}. --speed 取 ${SPEED_MIN} 到 ${SPEED_MAX}。`,
        };
      }
    } else if (argument.startsWith('-')) {
      const shown = visibleControls(argument);
      return { ok: false, message: `Unknown option "${shown}". 未知选项“${shown}”。` };
    } else if (path === null) path = argument;
    else return { ok: false, message: `One file only. 只能给一个文件。` };
  }
  if (path === null) return { ok: false, message: 'Which file? 缺少文件名。' };
  return { ok: true, path, speed };
}
