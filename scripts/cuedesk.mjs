// npm run cuedesk -- COMMAND: the command line of the product.
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { fileURLToPath } = await import('node:url');
const cli = fileURLToPath(new URL('../src/main/node/cli.ts', import.meta.url));
if (process.argv[2] === 'export' && process.argv.some((each) => each.startsWith('--out'))) {
  // What a report says is said by the desk's own words, which are a bundle.
  const { buildApp } = await import('./lib/build-app.mjs');
  const { failed } = await buildApp({ only: ['report-maker'], force: false });
  if (failed.length > 0) process.exit(1);
}
// So that the command line sees itself as the program that was started.
process.argv[1] = cli;
await import(cli);
