// npm run package -- [--as-built] [--out DIR] [TARGET...]: builds the app and packs it into dist/ (targets
// as electron-builder names them: dir, tar.gz, AppImage, deb, nsis, dmg ...).
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { resolve } = await import('node:path');
const { parseArgs } = await import('node:util');
const { buildApp } = await import('./lib/build-app.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { packageApp } = await import('./lib/package-app.mjs');
const { fromRoot } = await import('./lib/repo-paths.mjs');

const { values, positionals } = parseArgs({
  options: { 'as-built': { type: 'boolean', default: false }, out: { type: 'string' } },
  allowPositionals: true,
});
const { failed } = await buildApp({ only: null, force: !values['as-built'] });
if (failed.length > 0) fail(`package: the build failed (${failed.join(', ')})`, 1);
const output = values.out === undefined ? fromRoot('dist') : resolve(values.out);
const files = await packageApp({ targets: positionals, output });
log(`package: ${files.length > 0 ? files.join('\n') : `unpacked into ${output}`}`);
