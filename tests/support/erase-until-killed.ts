/**
 * Another process that opens a data folder, asks for a person to be erased and says so; it is killed
 * from outside while it is at it.
 */
import { openStore } from '#core/database/open-store.ts';
import { ErasureService } from '#core/erasure/erasures.service.ts';
import { engineOf } from '#core/store/engine.ts';
import { systemClock, systemRandomness } from '#core/system-ports.ts';

import { memorySecrets, noPrinter } from './test-ports.ts';

const [dataFolder = '', platform = '', platformUserId = ''] = process.argv.slice(2);
const ports = {
  clock: systemClock,
  randomness: systemRandomness,
  logger: { log: () => undefined },
  secrets: memorySecrets(),
  printer: noPrinter,
};
const opened = openStore({ dataFolder, sqliteBinding: null }, ports);
if (!opened.ok) throw new Error(opened.error.code);
const { db } = opened.value;
const erasures = new ErasureService({
  db,
  ports,
  dataFolder,
  engine: engineOf(null),
  sqliteBinding: null,
  storeWorker: null,
  alone: (work) => work(),
  forgetPeople: () => undefined,
  erased: () => undefined,
  forgetWords: () => undefined,
  changed: () => {
    const [newest] = erasures.slice();
    const percent = Math.floor((newest?.progress ?? 0) * 100);
    process.stdout.write(`${newest?.stage ?? 'none'} ${percent}\n`);
  },
});
erasures.start();
db.transaction(() => erasures.request(platform, platformUserId));
erasures.begin();
