/**
 * The least a restart can be: opens the store named by its argument and answers each message with
 * the number of events there.
 */
import BetterSqlite from 'better-sqlite3';

const db = new BetterSqlite(process.argv[2] ?? '');
db.pragma('journal_mode = WAL');
const count = db.prepare('SELECT max(seq) FROM events').pluck();
process.on('message', () => process.send?.({ count: count.get() }));
process.send?.({ type: 'open' });
