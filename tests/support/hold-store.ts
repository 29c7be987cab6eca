/**
 * Another process that opens the store of a folder: says `open` or the code of the refusal, then
 * holds on until it is killed.
 */
import { openStore } from '#core/database/open-store.ts';
import { testPorts } from './test-ports.ts';

const dataFolder = process.argv[2] ?? '';
const opened = openStore({ dataFolder, sqliteBinding: null }, testPorts());
process.stdout.write(`${opened.ok ? 'open' : opened.error.code}\n`);
if (opened.ok) setInterval(() => opened.value.path, 60_000);
