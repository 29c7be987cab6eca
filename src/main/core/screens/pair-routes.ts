import type { IncomingMessage, ServerResponse } from 'node:http';

import { fail, type Result } from '#shared/contract/app-error.ts';
import type { PairState } from '#shared/contract/pair-state.ts';
import type { ScreenRole } from '#shared/model/screen.ts';
import type { Ports } from '../ports.ts';
import {
  answerError,
  answerJson,
  PairRequest,
  readJsonBody,
  WaitRequest,
} from './page-requests.ts';
import type { Pairing, Redeemed } from './pairing.ts';
import type { ScreenAccess } from './screen-access.ts';
import { REQUEST_LIFETIME_MS, type ScreenRequests } from './screen-requests.ts';
import { createBucketPerKey, createTokenBucket } from './token-bucket.ts';

export type PairDeps = {
  readonly ports: Ports;
  readonly access: ScreenAccess;
  readonly pairing: Pairing;
  readonly requests: ScreenRequests;
  /** Lets the desk in a browser in. */
  admitDesk(name: string, cookieHeader: string | undefined): string;
  onPaired(): void;
};

export interface PairRoutes {
  /** `POST /pair`: a code or digits; a desk is in at once, a second screen waits for the operator. */
  pair(request: IncomingMessage, response: ServerResponse): Promise<void>;
  /** `POST /pair-wait`: what became of this device's request. */
  wait(request: IncomingMessage, response: ServerResponse): Promise<void>;
}

/** The two ways into a desk from one address. `screenRoles` are those this address serves. */
export function createPairRoutes(deps: PairDeps, screenRoles: ReadonlySet<ScreenRole>): PairRoutes {
  const { ports, access, pairing, requests } = deps;
  const { clock, logger } = ports;
  const triesPerDevice = createBucketPerKey(() => createTokenBucket(clock, 0.5, 10), 256);
  const triesOfAll = createTokenBucket(clock, 5, 60);
  const asksPerDevice = createBucketPerKey(() => createTokenBucket(clock, 2, 20), 256);

  function redeem(body: PairRequest): Result<Redeemed> {
    const isFull = requests.isFull();
    if ('code' in body) return pairing.redeemCode(body.code, screenRoles, isFull);
    return pairing.redeemDigits(body.digits, body.role, isFull);
  }

  return {
    async pair(request, response) {
      const address = request.socket.remoteAddress ?? '';
      if (!triesPerDevice.take(address) || !triesOfAll.take()) {
        return answerError(response, fail('pairing_locked', {}).error);
      }
      const body = await readJsonBody(request, PairRequest);
      if (!body.ok) return answerError(response, body.error);
      const redeemed = redeem(body.value);
      if (!redeemed.ok) {
        logger.log('warn', 'pairing_refused', { code: redeemed.error.code });
        return answerError(response, redeemed.error);
      }
      const { cookie: cookies } = request.headers;
      const stands = redeemed.value;
      if (stands.role === 'desk') {
        const cookie = deps.admitDesk(body.value.name || stands.role, cookies);
        logger.log('info', 'screen_paired', { role: stands.role });
        response.writeHead(204, { 'Set-Cookie': cookie, 'Cache-Control': 'no-store' }).end();
        return deps.onPaired();
      }
      const { role, trade, roomId } = stands;
      const name = body.value.name || role;
      const asked = requests.add(
        { role, trade, roomId, name, address },
        access.claimOf(role, cookies),
      );
      logger.log('info', 'screen_asks', { role });
      const cookie = access.claimCookie(role, asked.claim, REQUEST_LIFETIME_MS);
      answerJson(response, 202, asked.state, cookie);
    },

    async wait(request, response) {
      if (!asksPerDevice.take(request.socket.remoteAddress ?? '')) {
        return answerError(response, fail('pairing_locked', {}).error);
      }
      const body = await readJsonBody(request, WaitRequest);
      if (!body.ok) return answerError(response, body.error);
      const { cookie: cookies } = request.headers;
      const { role, hold } = body.value;
      const claim = access.claimOf(role, cookies);
      const decided = requests.outcome(claim, role, hold, (asking) => {
        const admitted = access.admit(asking, cookies);
        logger.log('info', 'screen_paired', { role });
        return admitted;
      });
      logger.log('debug', 'screen_waits', { role });
      const { state, cookie } = await decided;
      answerJson(response, 200, state satisfies PairState, cookie);
      if (cookie !== null) deps.onPaired();
    },
  };
}
