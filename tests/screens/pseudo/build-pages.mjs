// build-pages.mjs FOLDER: builds desk, anchor and overlay with messages that can be switched, from the
// product's own settings; the stand-ins of this folder take the place of the modules they wrap.
import { join } from 'node:path';
import { build } from 'vite';
import { buildTargets } from '../../../scripts/lib/build-targets.mjs';
import { fail } from '../../../scripts/lib/log.mjs';
import { fromRoot } from '../../../scripts/lib/repo-paths.mjs';

const OWN_FOLDER = fromRoot('tests/screens/pseudo');
/** @type {Readonly<Record<string, string>>} */
const STAND_INS = {
  [fromRoot('src/renderer/i18n/messages.ts')]: 'messages.ts',
  [fromRoot('src/renderer/i18n/i18n-context.tsx')]: 'i18n-context.tsx',
};

/** @type {import('vite').Plugin} */
const standIns = {
  name: 'pseudo-messages',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (importer === undefined || importer.startsWith(OWN_FOLDER)) return null;
    const resolved = await this.resolve(source, importer, { skipSelf: true });
    const standIn = STAND_INS[resolved?.id ?? ''];
    return standIn === undefined ? null : join(OWN_FOLDER, standIn);
  },
};

const [folder] = process.argv.slice(2);
if (folder === undefined) fail('build-pages: FOLDER is missing', 2);
for (const { name, config } of buildTargets) {
  if (!['desk', 'anchor', 'overlay', 'assistant'].includes(name)) continue;
  await build({
    ...config,
    plugins: [...(config.plugins ?? []), standIns],
    build: { ...config.build, outDir: join(folder, name), minify: false, sourcemap: false },
  });
}
