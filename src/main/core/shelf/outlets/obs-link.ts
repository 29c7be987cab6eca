import { WebSocket, type RawData } from 'ws';

import type { OutletLink } from '#shared/model/outlet.ts';
import { reconnectDelayMs } from '../../feeds/supervisor/reconnect-delay.rules.ts';
import type { Ports } from '../../ports.ts';
import {
  CLOSE_AUTH_FAILED,
  identify,
  inputLevelDb,
  isToldEvent,
  obsAuthentication,
  readObsMessage,
  request,
  type ObsMessage,
} from './obs-messages.ts';

/** A larger frame ends the connection. */
const MAX_FRAME_BYTES = 1024 * 1024;
/** OBS that says nothing for so long while it is opened, or to a ping, is gone. */
const SILENCE_MS = 5_000;
const PING_EVERY_MS = 10_000;
/** A request without an answer. */
const ANSWER_LIMIT_MS = 2_500;

/** What OBS answered: `refused` has its own status code (600: no such scene or source). */
export type ObsReply =
  | { readonly state: 'ok'; readonly data: Readonly<Record<string, unknown>> }
  | { readonly state: 'refused'; readonly code: number }
  | { readonly state: 'lost' };

export interface ObsLink {
  link(): OutletLink;
  /** Never rejects; `lost` where there is no connection or no answer in time. */
  ask(type: string, data: Readonly<Record<string, unknown>>): Promise<ObsReply>;
  /** Whenever what it shows may be another: something was changed there, or it is reached again. */
  listen(listener: () => void): () => void;
  close(): void;
}

/** An input whose loudness is listened to, and who is told it, in dB of full scale. */
export type ObsMicrophone = { readonly name: string; heard(levelDb: number): void };

/** One supervised connection to an OBS: opened at once, and again with growing, jittered waits. */
export function openObsLink(
  address: string,
  password: string | null,
  ports: Ports,
  onChanged: () => void,
  microphone: ObsMicrophone | null,
): ObsLink {
  const { clock, randomness, logger } = ports;
  const waiting = new Map<string, (reply: ObsReply) => void>();
  const listeners = new Set<() => void>();
  let link: OutletLink = { state: 'connecting', reason: null };
  let socket: WebSocket | null = null;
  let failedAttempts = 0;
  let serial = 0;
  let isClosed = false;
  let stopTimer = (): void => undefined;
  let stopPings = (): void => undefined;

  function say(next: OutletLink): void {
    if (next.state === link.state && next.reason === link.reason) return;
    link = next;
    onChanged();
  }

  function open(): void {
    const opened = new WebSocket(address, 'obswebsocket.json', {
      perMessageDeflate: false,
      maxPayload: MAX_FRAME_BYTES,
      followRedirects: false,
    });
    socket = opened;
    stopTimer = clock.after(SILENCE_MS, () => opened.terminate());
    opened.on('message', (data) => receive(opened, data));
    opened.on('pong', () => stopTimer());
    // What went wrong is said by the close that follows.
    opened.on('error', (error) => logger.log('info', 'obs_error', { name: error.name }));
    opened.once('close', (code) => lost(opened, code));
  }

  function receive(from: WebSocket, data: RawData): void {
    const message = readObsMessage(Buffer.isBuffer(data) ? data.toString('utf8') : '');
    if (message === null || from !== socket) return;
    switch (message.op) {
      case 0:
        return greet(from, message);
      case 2:
        return ready(from);
      case 7:
        return answered(message);
      case 5:
        hear(message);
        return isToldEvent(message.d.eventType) ? changedThere() : undefined;
    }
  }

  function hear(event: Extract<ObsMessage, { op: 5 }>): void {
    const levelDb = microphone === null ? null : inputLevelDb(event, microphone.name);
    if (levelDb !== null) microphone?.heard(levelDb);
  }

  function changedThere(): void {
    for (const listener of listeners) listener();
  }

  function greet(to: WebSocket, { d }: Extract<ObsMessage, { op: 0 }>): void {
    const asked = d.authentication;
    const hasMeters = microphone !== null;
    if (asked === undefined) return to.send(identify(null, hasMeters));
    if (password === null) return giveUp('password_missing');
    const proof = obsAuthentication(password, asked.salt, asked.challenge);
    return to.send(identify(proof, hasMeters));
  }

  function ready(to: WebSocket): void {
    stopTimer();
    failedAttempts = 0;
    stopPings = clock.every(PING_EVERY_MS, () => {
      stopTimer();
      stopTimer = clock.after(SILENCE_MS, () => to.terminate());
      to.ping();
    });
    say({ state: 'ready', reason: null });
    changedThere();
  }

  function answered({ d }: Extract<ObsMessage, { op: 7 }>): void {
    const settle = waiting.get(d.requestId);
    waiting.delete(d.requestId);
    const { result, code } = d.requestStatus;
    settle?.(result ? { state: 'ok', data: d.responseData ?? {} } : { state: 'refused', code });
  }

  function lost(which: WebSocket, code: number): void {
    if (which !== socket) return;
    drop();
    if (isClosed) return;
    if (code === CLOSE_AUTH_FAILED) return say({ state: 'failed', reason: 'password_refused' });
    failedAttempts += 1;
    say({ state: 'waiting', reason: 'not_reached' });
    stopTimer = clock.after(reconnectDelayMs(failedAttempts, randomness.fraction()), () => {
      say({ state: 'connecting', reason: 'not_reached' });
      open();
    });
  }

  function giveUp(reason: string): void {
    drop();
    say({ state: 'failed', reason });
  }

  /** The connection is over, whoever ended it: nobody waits for it any more. */
  function drop(): void {
    stopTimer();
    stopPings();
    const old = socket;
    socket = null;
    old?.terminate();
    for (const settle of waiting.values()) settle({ state: 'lost' });
    waiting.clear();
  }

  open();
  return {
    link: () => link,
    ask(type, data) {
      const to = socket;
      if (to === null || link.state !== 'ready') return Promise.resolve({ state: 'lost' });
      serial += 1;
      const id = String(serial);
      return new Promise((resolve) => {
        const stop = clock.after(ANSWER_LIMIT_MS, () => settle({ state: 'lost' }));
        function settle(reply: ObsReply): void {
          stop();
          waiting.delete(id);
          resolve(reply);
        }
        waiting.set(id, settle);
        to.send(request(type, id, data));
      });
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}
