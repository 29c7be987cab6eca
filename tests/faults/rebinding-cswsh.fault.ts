import { networkAddress, runHostMatrix } from '#tests/support/host-matrix.ts';

import type { FaultDefinition, FaultResult } from './fault.ts';

export const fault: FaultDefinition = {
  name: 'rebinding-cswsh',
  what: 'every combination of forged Host, Origin, method, request target and cookie of each role, as raw bytes to a network address of this machine, requests and WebSocket upgrades',
  expected:
    'whatever is not allowed is answered 403 or closed before a handler or socket.io sees it',
  needs: null,
  // The same matrix is a test of its own.
  hasQuickForm: false,
  run,
};

async function run(): Promise<FaultResult> {
  const { cells, refused, passed, handled, wrong } = await runHostMatrix(networkAddress());
  return {
    injections: refused,
    seen: `${cells} cells: ${refused} refused, ${passed} allowed ones passed, ${handled} seen by a handler, ${wrong.length} answered wrongly`,
    acknowledged: passed,
    lost: 0,
    doubled: 0,
    secondsToRecover: null,
    ok: wrong.length === 0 && refused + passed === cells && handled <= passed,
  };
}
