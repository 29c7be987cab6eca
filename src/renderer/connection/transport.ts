import type { ClientFrame } from '#shared/contract/frames.ts';

/** `refused`: the core answered and does not let this screen in; trying again will not help. */
export type TransportLoss = 'lost' | 'refused';

export interface TransportHandlers {
  /** A new connection stands; the core knows nothing of this screen yet. */
  onOpen(): void;
  /** Anything at all: it is parsed by the room client. */
  onFrame(frame: unknown): void;
  onLost(loss: TransportLoss): void;
}

/** One way from a screen to the core. Reconnects by itself and calls `onOpen` each time. */
export interface Transport {
  open(handlers: TransportHandlers): void;
  /** Dropped while there is no connection: the room client sends what matters again. */
  send(frame: ClientFrame): void;
  close(): void;
}
