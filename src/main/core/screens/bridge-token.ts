import type { IncomingMessage } from 'node:http';

import type { BridgeRefusal } from '#shared/model/inbound.ts';

/** Counts where wrong tokens come from, and says when it is too often; the right one is always let in. */
export type WrongTokens = { refusal(address: string, code: BridgeRefusal): BridgeRefusal };

/** The token as the header gives it; null without one. Never from the address, which logs keep. */
export function bearerOf(request: IncomingMessage): string | null {
  return /^Bearer ([A-Za-z0-9_-]{1,200})$/.exec(request.headers.authorization ?? '')?.[1] ?? null;
}
