/**
 * First file of the core's process: runs the core with what it was compiled to before, which is most of
 * what its code costs a start. Argument: the folder that keeps that.
 */
import { dirname, join } from 'node:path';

import { KEEP_COMPILED } from './keep-compiled.ts';
import { runCompiled } from './compiled-code.ts';

const [, ownPath = '', cacheFolder = ''] = process.argv;
// The core is running by the time it is known how to keep it: it says later when to.
const keep = runCompiled(join(dirname(ownPath), 'core-process.cjs'), cacheFolder);
Reflect.set(globalThis, KEEP_COMPILED, keep);
