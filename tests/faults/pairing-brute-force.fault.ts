import { randomBytes } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { startOpenDesk } from '#tests/support/desk-with-screens.ts';
import { codeOf, postPair } from '#tests/support/screen-client.ts';

import type { FaultDefinition, FaultResult, FaultScale } from './fault.ts';

const GUESSES: Readonly<Record<FaultScale, number>> = { quick: 400, full: 10_000 };
const AT_A_TIME = 20;
const MOST_LOG_BYTES = 64 * 1024;

export const fault: FaultDefinition = {
  name: 'pairing-brute-force',
  what: 'guesses of six digits and of 128-bit codes over real sockets while an offer runs',
  expected:
    'link and digits are void after five wrong digits, none gets in, the desk works on, the log stays bounded, a new offer works',
  needs: null,
  hasQuickForm: true,
  run,
};

async function run(scale: FaultScale): Promise<FaultResult> {
  const open = await startOpenDesk();
  const { operator, address, port, desk } = open;
  try {
    const logBefore = logBytes(desk.dataFolder);
    const offer = await operator.must('screens.offer', { role: 'anchor' });
    const statuses = new Map<string, number>();
    let answered = 0;
    const guess = async (at: number): Promise<void> => {
      const wrong = String((Number(offer.digits) + 1 + at) % 1_000_000).padStart(6, '0');
      const body: Record<string, string> =
        at % 2 === 0
          ? { digits: wrong, role: 'anchor', name: '' }
          : { code: randomBytes(16).toString('base64url'), name: '' };
      const answer = await postPair(port, body, { address });
      const word = answer.status === 202 ? 'in' : answer.body.replace(/^.*"code":"(\w+)".*$/, '$1');
      statuses.set(word, (statuses.get(word) ?? 0) + 1);
    };
    for (let at = 0; at < GUESSES[scale]; at += AT_A_TIME) {
      await Promise.all(Array.from({ length: AT_A_TIME }, (_, step) => guess(at + step)));
      if (at % (AT_A_TIME * 10) === 0) {
        await operator.must('bookmark.add', { note: '' });
        answered += 1;
      }
    }
    // Now the right ones: they are void.
    const right = await postPair(
      port,
      { digits: offer.digits, role: 'anchor', name: '' },
      { address },
    );
    const link = await postPair(port, { code: codeOf(offer.url), name: '' }, { address });
    const grown = logBytes(desk.dataFolder) - logBefore;
    const startedMs = performance.now();
    const again = await pairAgain(open);
    const seconds = (performance.now() - startedMs) / 1_000;
    const wrongDigits = statuses.get('pairing_code_wrong') ?? 0;
    const words = [...statuses].map(([word, count]) => `${word} ${count}`).join(', ');
    return {
      injections: GUESSES[scale],
      seen: `${words}; then the right digits ${right.status}, the right link ${link.status}; log grew by ${grown} bytes; the desk answered ${answered} commands meanwhile`,
      acknowledged: answered,
      lost: 0,
      doubled: 0,
      secondsToRecover: seconds,
      ok:
        !statuses.has('in') &&
        wrongDigits <= 14 &&
        right.status !== 202 &&
        link.status !== 202 &&
        grown <= MOST_LOG_BYTES &&
        again,
    };
  } finally {
    await open.close();
  }
}

/** A new offer lets a device ask again as soon as the allowance of its address is back. */
async function pairAgain(open: Awaited<ReturnType<typeof startOpenDesk>>): Promise<boolean> {
  const { operator, address, port } = open;
  const offer = await operator.must('screens.offer', { role: 'anchor' });
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await postPair(port, { code: codeOf(offer.url), name: '' }, { address });
    if (answer.status === 202) return true;
    await wait(100);
  }
  return false;
}

function logBytes(dataFolder: string): number {
  const folder = join(dataFolder, 'logs');
  return readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
