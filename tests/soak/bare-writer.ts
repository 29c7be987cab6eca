/**
 * What memory does in a Node process that only writes as many rows: no room, no screens, no figures.
 * Told by `bare-writer.ts FILE ROWS_PER_SECOND`; ends with its parent.
 */
import BetterSqlite from 'better-sqlite3';

const [file = '', perSecond = '320'] = process.argv.slice(2);
const EVERY_MS = 100;
const BODY = 'x'.repeat(400);

const db = new BetterSqlite(file);
db.pragma('journal_mode = WAL');
db.pragma('synchronous = FULL');
db.exec('CREATE TABLE rows (id INTEGER PRIMARY KEY, key TEXT UNIQUE, body TEXT) STRICT');
const put = db.prepare('INSERT INTO rows (key, body) VALUES (?, ?)');
let serial = 0;

setInterval(() => {
  db.transaction(() => {
    for (let row = 0; row < (Number(perSecond) * EVERY_MS) / 1000; row += 1) {
      serial += 1;
      put.run(`key-${serial}`, BODY);
    }
  })();
}, EVERY_MS);
process.on('disconnect', () => process.exit(0));
