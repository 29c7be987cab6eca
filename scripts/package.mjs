// npm run package -- [TARGET...]: builds the app and packs it into dist/ (targets as electron-builder
// names them: dir, tar.gz, AppImage, deb, nsis, dmg ...).
import { requireNode } from './lib/require-node.mjs';

requireNode();
const { buildApp } = await import('./lib/build-app.mjs');
const { fail, log } = await import('./lib/log.mjs');
const { packageApp } = await import('./lib/package-app.mjs');

const { failed } = await buildApp({ only: null, force: true });
if (failed.length > 0) fail(`package: the build failed (${failed.join(', ')})`, 1);
const files = await packageApp(process.argv.slice(2));
log(`package: ${files.length > 0 ? files.join('\n') : 'unpacked into dist/'}`);
