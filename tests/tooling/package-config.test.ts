// What electron-builder.yml promises for each system, read as the packager itself reads it.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import { type Configuration, Packager } from 'electron-builder';
import { beforeAll, describe, expect, test } from 'vitest';

import { ICNS_TYPES, ICO_SIZES, LINUX_SIZES } from '../../scripts/lib/icon-files.mjs';
import { contentFaults } from '../../scripts/lib/verify-package.mjs';
import { repoRoot } from './planted-project.ts';

const at = (...parts: string[]): string => join(repoRoot, ...parts);
const text = (...parts: string[]): string => readFileSync(at(...parts), 'utf8');
const MIME_TYPE = 'application/x-cuedesk-export';
const EXPORT_ENDING = '.cuedesk';

let config: Configuration;

beforeAll(async () => {
  const packager = new Packager({ projectDir: repoRoot, config: at('electron-builder.yml') });
  // Checks it against the packager's own schema too.
  await packager.validateConfig();
  config = packager.config;
});

describe('every system', () => {
  test('gets the package that is promised for it', () => {
    expect(config.linux?.target).toEqual(['AppImage', 'deb', 'tar.gz']);
    expect(config.win?.target).toEqual(['nsis']);
    expect(config.mac?.target).toEqual(['dmg']);
  });

  test('gets one program of one name, without sources, maps, or a build against Electron', () => {
    expect(config).toMatchObject({
      appId: 'io.cuedesk.app',
      productName: 'Cuedesk',
      asar: true,
      npmRebuild: false,
      afterPack: 'scripts/lib/after-pack.mjs',
      linux: { executableName: 'cuedesk', syncDesktopName: true },
    });
    for (const system of [config.linux, config.win, config.mac]) {
      // A list of exceptions alone would stand for the whole checkout.
      expect(system).not.toHaveProperty('files');
    }
    const manifest: unknown = createRequire(import.meta.url)(at('package.json'));
    expect(manifest).toMatchObject({ name: 'cuedesk', desktopName: 'cuedesk.desktop' });
  });

  test('is known to Windows by the id its shortcut has', () => {
    expect(text('src/main/electron/app-paths.ts')).toContain(`APP_ID = '${config.appId ?? ''}'`);
  });

  test('keeps the shows when the program is taken off', () => {
    expect(config.nsis).toMatchObject({ oneClick: false, deleteAppDataOnUninstall: false });
  });

  test('opens exports with the program', () => {
    const format = text('src/main/core/transfer/export-ending.ts');
    expect(format).toContain(`EXPORT_ENDING = '${EXPORT_ENDING}'`);
    expect(config.fileAssociations).toMatchObject([
      { ext: EXPORT_ENDING.slice(1), mimeType: MIME_TYPE, role: 'Editor' },
    ]);
  });
});

describe('Linux', () => {
  test('has a desktop entry and a type for exports in the archive too', () => {
    expect(config.linux?.extraFiles).toEqual([{ from: 'resources/linux', to: 'share' }]);
    const entry = text('resources/linux/cuedesk.desktop');
    expect(entry).toContain(`MimeType=${MIME_TYPE};`);
    expect(entry).toMatch(/^Exec=cuedesk %U$/m);
    expect(entry).toMatch(/^Name\[zh_CN\]=场控台$/m);
    const type = text('resources/linux/cuedesk-mime.xml');
    expect(type).toContain(`<mime-type type="${MIME_TYPE}">`);
    expect(type).toContain(`<glob pattern="*${EXPORT_ENDING}"/>`);
  });

  test.each(LINUX_SIZES)('has an icon of %i pixels', (size) => {
    expect(config.linux?.icon).toBe('resources/icon/linux');
    expect(pngSize(readFileSync(at('resources/icon/linux', `${size}x${size}.png`)))).toBe(size);
  });
});

test('Windows has an icon in every size', () => {
  expect(config.win?.icon).toBe('resources/icon/icon.ico');
  const ico = readFileSync(at('resources/icon/icon.ico'));
  const count = ico.readUInt16LE(4);
  const sizes = Array.from({ length: count }, (_none, index) => {
    const entry = 6 + 16 * index;
    const offset = ico.readUInt32LE(entry + 12);
    return pngSize(ico.subarray(offset, offset + ico.readUInt32LE(entry + 8)));
  });
  expect(sizes).toEqual(ICO_SIZES);
});

test('macOS has an icon in every size', () => {
  expect(config.mac?.icon).toBe('resources/icon/icon.icns');
  const icns = readFileSync(at('resources/icon/icon.icns'));
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const sizes: Record<string, number> = {};
  for (let offset = 8; offset < icns.length;) {
    const length = icns.readUInt32BE(offset + 4);
    const type = icns.toString('latin1', offset, offset + 4);
    sizes[type] = pngSize(icns.subarray(offset + 8, offset + length));
    offset += length;
  }
  expect(sizes).toEqual(ICNS_TYPES);
});

test('the icons are drawn from the one source as it is now (npm run icons)', () => {
  const hash = createHash('sha256')
    .update(readFileSync(at('resources/icon/icon.svg')))
    .digest('hex');
  expect(text('resources/icon/drawn-from.txt')).toContain(hash);
});

describe('an archive', () => {
  const WHOLE = [
    'package.json',
    'out/main/main.cjs',
    'out/main/main.desk-app.cjs',
    'out/main/core-start.cjs',
    'out/main/core-process.cjs',
    'out/main/core-process.client.cjs',
    'out/main/core-process.open-pages.cjs',
    'out/main/store-worker.cjs',
    'out/preload/preload.cjs',
    'out/renderer/desk/index.html',
    'out/renderer/desk/notices.json',
    'out/renderer/anchor/index.html',
    'out/renderer/overlay/index.html',
    'out/renderer/assistant/index.html',
    'node_modules/better-sqlite3/lib/index.js',
    'node_modules/better-sqlite3/prebuilds/linux-x64.node',
  ];

  test('that is whole has no fault', () => {
    expect(contentFaults(WHOLE)).toEqual([]);
  });

  test.each([
    'src/main/core/core.ts',
    'tests/core/doctor.test.ts',
    'docs/screens/desk/desk-dark-en.png',
    'out/main/main.cjs.map',
    'out/main-notes.txt',
    'node_modules/react/index.js',
    '.env',
  ])('with %s inside is refused', (file) => {
    expect(contentFaults([...WHOLE, file])).toEqual([
      `1 files do not belong inside, such as ${file}`,
    ]);
  });

  test.each(WHOLE.filter((file) => !file.endsWith('lib/index.js')))(
    'without %s is refused',
    (file) => {
      expect(contentFaults(WHOLE.filter((each) => each !== file))).toHaveLength(1);
    },
  );
});

test('the licence that goes along is the one of the checkout', () => {
  expect(existsSync(at('LICENSE'))).toBe(true);
  expect(text('scripts/lib/package-app.mjs')).toContain("fromRoot('LICENSE'), to: 'LICENSE.txt'");
});

/** Side of a square PNG, by its header. */
function pngSize(png: Buffer): number {
  expect(png.toString('latin1', 1, 4)).toBe('PNG');
  const width = png.readUInt32BE(16);
  expect(png.readUInt32BE(20)).toBe(width);
  return width;
}
