import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { CommandInput, CommandName, CommandOutput } from '#shared/contract/contract.ts';

import { FLOOD_CHANNEL } from './flood-lines.ts';
import { FloodReport, type FloodOrder } from './flood-messages.ts';

const PROGRAM = join(import.meta.dirname, 'flood-sender.ts');

type RunCommand = <N extends CommandName>(
  name: N,
  input: CommandInput<N>,
) => Promise<CommandOutput<N>>;

/** A flooded channel of Twitch's chat, as a process of its own. */
export class Flood {
  readonly #child: ChildProcess;
  #joined: Promise<FloodReport>;
  /** Where the channel's chat is served. */
  readonly url: string;
  /** Lines that were sent and read so far. */
  sent = 0;

  private constructor(child: ChildProcess, url: string) {
    this.#child = child;
    this.url = url;
    this.#joined = this.#nextJoin();
  }

  #nextJoin(): Promise<FloodReport> {
    const joined = nextReport(this.#child, 'joined');
    // Who never joins never asks.
    joined.catch(() => undefined);
    return joined;
  }

  static async start(): Promise<Flood> {
    const child = fork(PROGRAM, { stdio: ['ignore', 2, 2, 'ipc'] });
    const report = await nextReport(child, 'listening');
    return new Flood(child, report.url);
  }

  /** A live show on air whose one source is the flooded channel; resolves when that is joined. */
  async join(run: RunCommand): Promise<void> {
    await run('show.create', { title: '秋季上新', origin: 'live', currency: 'CNY' });
    await run('show.start', {});
    const source = { connector: 'twitch-irc', channel: FLOOD_CHANNEL, address: this.url } as const;
    await run('source.add', source);
    await this.joined();
  }

  /** Resolves when somebody listens to the channel. */
  async joined(): Promise<void> {
    await this.#joined;
  }

  /** From now on `joined` waits for somebody to come anew. */
  awaitAnother(): void {
    this.#joined = this.#nextJoin();
  }

  /** Resolves with how many lines were sent, when the core has read the last of them. */
  async send(perSecond: number, seconds: number): Promise<number> {
    const order: FloodOrder = { perSecond, seconds };
    this.#child.send(order);
    const report = await nextReport(this.#child, 'sent');
    this.sent += report.lines;
    return report.lines;
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }
}

async function nextReport<T extends FloodReport['type']>(
  child: ChildProcess,
  type: T,
): Promise<Extract<FloodReport, { type: T }>> {
  const ended = new AbortController();
  const { signal } = ended;
  const gone = once(child, 'exit', { signal }).then(() => {
    throw new Error('the flood has ended');
  });
  try {
    for (;;) {
      const [raw] = await Promise.race([once(child, 'message', { signal }), gone]);
      const report = FloodReport.parse(raw);
      if (isOf(report, type)) return report;
    }
  } finally {
    ended.abort();
    gone.catch(() => undefined);
  }
}

function isOf<T extends FloodReport['type']>(
  report: FloodReport,
  type: T,
): report is Extract<FloodReport, { type: T }> {
  return report.type === type;
}
