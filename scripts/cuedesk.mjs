// npm run cuedesk -- COMMAND: the command line of the product.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { fileURLToPath } = await import('node:url');
const cli = fileURLToPath(new URL('../src/main/node/cli.ts', import.meta.url));
// So that the command line sees itself as the program that was started.
process.argv[1] = cli;
await import(cli);
