import type { FeedEvent } from '#shared/contract/room-event.ts';
import type { SourceReason } from '#shared/model/source-reason.ts';
import type { Ports } from '../../ports.ts';
import type { DecodeResult, FeedSink, RoomView, RunningFeed } from '../feed.ts';
import {
  startMachine,
  stepMachine,
  type LinkAction,
  type LinkHappening,
  type LinkMachine,
} from './link-machine.rules.ts';
import type { LinkConnection, LinkListener, LinkMessage, LiveLink } from './live-link.ts';
import { reconnectDelayMs } from './reconnect-delay.rules.ts';

/** Time for each step of the opening: the socket, the login, the join. */
export const STEP_TIMEOUT_MS = 10_000;
/** After a pause a link that is there answers a ping within this. */
export const VERIFY_LIMIT_MS = 5_000;
/** An orderly close waits this long for the platform's own. */
export const CLOSE_WAIT_MS = 1_000;

const NONE = (): void => undefined;

/**
 * Keeps one live link up: opens it, watches it, opens it anew with full-jitter back-off after it was
 * lost, and counts it as there only when the platform itself has confirmed. There is never more than
 * one connection.
 */
export function superviseLink<M extends LinkMessage>(
  link: LiveLink<M>,
  sink: FeedSink,
  room: RoomView,
  ports: Ports,
): RunningFeed {
  const supervisor = new Supervisor(link, sink, room, ports);
  supervisor.start();
  return supervisor;
}

class Supervisor<M extends LinkMessage> implements RunningFeed {
  readonly act = null;
  readonly #link: LiveLink<M>;
  readonly #sink: FeedSink;
  readonly #room: RoomView;
  readonly #ports: Ports;
  #machine: LinkMachine;
  #connection: LinkConnection | null = null;
  #heardTs: number;
  #heardMs: number;
  #cancelStep = NONE;
  #cancelWatch = NONE;
  #cancelAttempt = NONE;
  #stopped: Promise<void> | null = null;
  #onSilent = NONE;
  /** Something was heard since the link was last asked to prove itself. */
  #isProven = true;

  constructor(link: LiveLink<M>, sink: FeedSink, room: RoomView, ports: Ports) {
    this.#link = link;
    this.#sink = sink;
    this.#room = room;
    this.#ports = ports;
    this.#heardTs = room.showNow();
    this.#heardMs = ports.clock.monotonicNow();
    this.#machine = startMachine(this.#heardTs);
  }

  start(): void {
    const { missingSinceTs } = this.#machine;
    this.#sink.report({ link: 'connecting', reason: null, nextAttemptTs: null, missingSinceTs });
    this.#open();
  }

  verify(): void {
    const { phase } = this.#machine;
    if (phase === 'waiting') {
      this.#cancelAttempt();
      this.#step({ what: 'due' }, null);
    } else if (phase === 'ready') {
      this.#isProven = false;
      this.#connection?.ping();
      this.#cancelWatch();
      this.#cancelWatch = this.#ports.clock.after(VERIFY_LIMIT_MS, () => {
        if (this.#isProven) this.#watch(this.#link.pingIntervalMs);
        else this.#onSilent();
      });
    }
  }

  stop(): Promise<void> {
    this.#stopped ??= this.#close();
    return this.#stopped;
  }

  #open(): void {
    let isOver = false;
    let opened: LinkConnection | null = null;
    const end = (reason: SourceReason, mustCut: boolean): void => {
      if (isOver) return;
      isOver = true;
      if (mustCut) opened?.cut();
      this.#lose(reason);
    };
    const listener: LinkListener<M> = {
      heard: () => this.#hear(),
      awaits: (reason) => {
        this.#cancelStep();
        if (!isOver && this.#machine.phase !== 'stopped') {
          this.#cancelStep = this.#ports.clock.after(STEP_TIMEOUT_MS, () => end(reason, true));
        }
      },
      confirmed: () => {
        if (isOver) return;
        this.#step({ what: 'confirmed' }, null);
        this.#onSilent = () => end('silent', true);
        this.#watch(this.#link.pingIntervalMs);
      },
      messages: (messages) => {
        if (!isOver) this.#take(messages);
      },
      badFrame: (frame, reason) => {
        if (!isOver) this.#sink.bad(frame, reason);
      },
      ended: (reason) => end(reason, false),
    };
    opened = this.#link.open(listener);
    // A connection may have ended while it was being opened.
    if (!isOver) this.#connection = opened;
  }

  #hear(): void {
    this.#heardTs = this.#room.showNow();
    this.#heardMs = this.#ports.clock.monotonicNow();
    this.#isProven = true;
  }

  /** One timer that is set anew from the last sign of life, not one for each message. */
  #watch(afterMs: number): void {
    const { pingIntervalMs } = this.#link;
    this.#cancelWatch();
    if (this.#machine.phase !== 'ready') return;
    this.#cancelWatch = this.#ports.clock.after(Math.max(1, afterMs), () => {
      const silentMs = this.#ports.clock.monotonicNow() - this.#heardMs;
      if (silentMs >= 2 * pingIntervalMs) return this.#onSilent();
      if (silentMs < pingIntervalMs) return this.#watch(pingIntervalMs - silentMs);
      this.#connection?.ping();
      this.#watch(2 * pingIntervalMs - silentMs);
    });
  }

  #take(messages: readonly M[]): void {
    const receivedTs = this.#ports.clock.wallNow();
    const events: FeedEvent[] = [];
    for (const message of messages) {
      const result = this.#decode(message, receivedTs);
      if (!result.ok) {
        this.#sink.bad(message.raw, result.reason);
      } else if (result.events.length > 0) {
        this.#sink.raw(message.raw);
        events.push(...result.events);
      }
    }
    if (events.length > 0) this.#sink.accept(events);
  }

  /** A decoder that breaks its promise costs the one message, never the link or the core. */
  #decode(message: M, receivedTs: number): DecodeResult {
    try {
      return this.#link.decode(message, receivedTs);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.#ports.logger.log('error', 'feed.decoder_threw', { name });
      return { ok: false, reason: 'decoder_failed' };
    }
  }

  #lose(reason: SourceReason): void {
    this.#cancelTimers();
    this.#connection = null;
    const { failedAttempts } = this.#machine;
    if (this.#machine.phase !== 'stopped') {
      this.#ports.logger.log('warn', 'feed.link_lost', { reason, failedAttempts });
    }
    const isFatal = this.#link.fatalReasons.has(reason);
    this.#step({ what: 'ended', isFatal, heardTs: this.#heardTs }, reason);
  }

  #step(happening: LinkHappening, reason: SourceReason | null): void {
    const { failedAttempts } = this.#machine;
    const [next, action] = stepMachine(this.#machine, happening);
    this.#machine = next;
    this.#act(action, reason, failedAttempts);
  }

  #act(action: LinkAction, reason: SourceReason | null, failedAttempts: number): void {
    const { missingSinceTs } = this.#machine;
    const lost = { reason, nextAttemptTs: null, missingSinceTs };
    switch (action) {
      case 'be_ready':
        this.#cancelStep();
        this.#sink.report({ link: 'ready', reason: null, nextAttemptTs: null, missingSinceTs });
        return;
      case 'give_up':
        this.#sink.report({ link: 'failed', ...lost });
        return;
      case 'wait': {
        const { clock, randomness } = this.#ports;
        const delayMs = reconnectDelayMs(failedAttempts, randomness.fraction());
        const nextAttemptTs = clock.wallNow() + delayMs;
        this.#sink.report({ link: 'reconnecting', ...lost, nextAttemptTs });
        this.#cancelAttempt = clock.after(delayMs, () => {
          this.#sink.report({ link: 'reconnecting', ...lost });
          this.#step({ what: 'due' }, null);
        });
        return;
      }
      case 'open':
        return this.#open();
      case 'close':
      case 'nothing':
        return;
    }
  }

  async #close(): Promise<void> {
    this.#step({ what: 'stopped' }, null);
    this.#cancelTimers();
    const connection = this.#connection;
    if (connection === null) return;
    const cancelWait = this.#ports.clock.after(CLOSE_WAIT_MS, () => connection.cut());
    await connection.close();
    cancelWait();
    this.#connection = null;
  }

  #cancelTimers(): void {
    this.#cancelStep();
    this.#cancelWatch();
    this.#cancelAttempt();
  }
}
