import type { Ports } from '../ports.ts';
import { loadListenMemory } from '../screens/listen-memory.ts';
import type { Check } from './check.ts';
import { checkAddresses, checkEngine, checkNapi, checkNode, checkPort } from './machine-checks.ts';
import { checkKeeping, checkFolder, checkLock, checkSpace, checkStore } from './store-checks.ts';

/** All checks of the core, in the order in which trouble explains later trouble. */
export async function runChecks(
  dataFolder: string,
  sqliteBinding: string | null,
  ports: Ports,
): Promise<readonly Check[]> {
  const checks: Check[] = [checkNode(process.versions.node)];
  const napi = checkNapi(process.versions['napi'], sqliteBinding);
  checks.push(napi);
  const engine = napi.state === 'ok' ? checkEngine(sqliteBinding) : null;
  if (engine !== null) checks.push(engine);
  checks.push(checkFolder(dataFolder), checkSpace(dataFolder));
  let isRunning = false;
  if (engine?.state === 'ok') {
    const lock = checkLock(dataFolder, sqliteBinding);
    isRunning = lock.detail !== 'free';
    checks.push(...checkStore(dataFolder, sqliteBinding, ports), lock);
    checks.push(...checkKeeping(dataFolder));
  }
  // A running desk holds its own port, and that is well.
  if (!isRunning) {
    const { loopbackPort } = loadListenMemory(dataFolder, ports.randomness);
    checks.push(await checkPort(loopbackPort));
  }
  checks.push(checkAddresses());
  return checks;
}
