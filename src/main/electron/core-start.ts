/**
 * First file of the core's process: runs the core with what it was compiled to before, which is most of
 * what its code costs a start. Argument: the folder that keeps that.
 */
import { dirname, join } from 'node:path';

import { START_IS_OVER } from './start-is-over.ts';
import { loadCompiled } from './compiled-code.ts';
import { paceForStart } from './start-pace.ts';

const [, ownPath = '', cacheFolder = ''] = process.argv;
const core = loadCompiled(join(dirname(ownPath), 'core-process.cjs'), cacheFolder);
// After what was compiled is read, which V8 takes under its own flags alone.
const paceForRunning = paceForStart();
// The core says later when its start is over.
Reflect.set(globalThis, START_IS_OVER, () => {
  paceForRunning();
  core.keep();
});
core.run();
