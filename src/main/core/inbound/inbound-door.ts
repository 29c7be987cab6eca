import type { BridgeRefusal } from '#shared/model/inbound.ts';
import type { BridgeAnswer } from './bridge-answers.ts';
import type { Endpoint } from './endpoint.ts';

/** By which listener somebody came, and from where they say a browser's page is. */
export type Via = { readonly isLoopback: boolean; readonly origin: string | null };

/** What the page server needs of the endpoints: it carries requests and messages, and knows no events. */
export interface InboundDoor {
  /** Whether any room takes events of bridges. */
  isOn(): boolean;
  /** Whether any room lets a browser from there come. */
  allowsOrigin(origin: string): boolean;
  /** Whose token it is, in constant time. */
  enter(token: string, via: Via): Endpoint | BridgeRefusal;
  /** False since its token was withdrawn or renewed. */
  isValid(endpoint: Endpoint): boolean;
  /** The text of a request or a message, answered after its commit. */
  take(endpoint: Endpoint, text: string, isMessage: boolean): Promise<BridgeAnswer>;
  /** A sign of life without words. */
  heard(endpoint: Endpoint): void;
  /** A WebSocket came or went. */
  changed(endpoint: Endpoint): void;
  /** Somebody was refused before there was anything to take; null: nobody knows whose bridge it is. */
  refused(endpoint: Endpoint | null, code: BridgeRefusal): void;
}
