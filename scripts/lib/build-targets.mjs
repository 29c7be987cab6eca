// Every build of the product as a vite configuration. The syntax targets are explicit: taking them
// from the installed Electron would let through syntax that an older runtime cannot parse.
import { builtinModules } from 'node:module';
import { dirname } from 'node:path';
import react from '@vitejs/plugin-react';
import { lazySchemas } from './lazy-schemas.mjs';
import { fromRoot } from './repo-paths.mjs';

const NODE_TARGET = 'node20.18';
const DESK_TARGET = ['chrome130'];
// A stream computer's OBS and an old tablet open these two.
const SCREEN_TARGET = ['chrome87', 'safari14'];

export const BROWSER_HOST = 'out/main/node/browser-host.mjs';

const NODE_EXTERNALS = [
  'electron',
  'better-sqlite3',
  // ws loads these two if they happen to be installed.
  'bufferutil',
  'utf-8-validate',
  ...builtinModules,
  /^node:/,
];

/**
 * @typedef {object} BuildTarget
 * @property {string} name
 * @property {string} entry path from the repository's root
 * @property {string} output the file whose presence proves the build
 * @property {readonly string[]} inputs folders and files whose content decides whether to build again
 * @property {import('vite').InlineConfig} config
 */

/** @returns {import('vite').InlineConfig} */
function commonConfig() {
  return { configFile: false, envDir: false, logLevel: 'warn', publicDir: false };
}

/**
 * The core is packed without blanks, which is less to read and parse at a start; names stay, so that a
 * stack in a log can be read. What calls Electron stays as it is written: the security scan reads it,
 * and finds nothing in packed strings. What is imported only when it is needed is a file of its own in
 * the app's CommonJS bundles; the browser host is one file.
 * @param {string} name
 * @param {string} entry
 * @param {string} output
 * @param {'cjs' | 'es'} format
 * @returns {BuildTarget}
 */
function nodeTarget(name, entry, output, format) {
  const isPacked = name === 'core-process';
  return {
    name,
    entry,
    output,
    inputs: ['src/main', 'src/shared'],
    config: {
      ...commonConfig(),
      root: fromRoot(),
      plugins: [lazySchemas()],
      ssr: { noExternal: true, target: 'node' },
      build: {
        ssr: fromRoot(entry),
        outDir: fromRoot(dirname(output)),
        // Several builds share out/main.
        emptyOutDir: false,
        target: NODE_TARGET,
        minify: false,
        sourcemap: true,
        rolldownOptions: {
          external: NODE_EXTERNALS,
          output: {
            format,
            minify: isPacked ? { compress: false, mangle: false, codegen: true } : false,
            codeSplitting: format === 'cjs',
            entryFileNames: output.slice(output.lastIndexOf('/') + 1),
            // Several builds share the folder: whose part it is stands before its name.
            chunkFileNames: `${name}.[name].cjs`,
          },
        },
      },
    },
  };
}

/**
 * @param {string} name
 * @param {string[]} target
 * @returns {BuildTarget}
 */
function screenTarget(name, target) {
  return {
    name,
    entry: `src/renderer/${name}/index.html`,
    output: `out/renderer/${name}/index.html`,
    inputs: ['src/renderer', 'src/shared'],
    config: {
      ...commonConfig(),
      root: fromRoot('src/renderer', name),
      // Relative, so that one build works at http://host/desk/ and at cuedesk://app/desk/.
      base: './',
      plugins: [react(), lazySchemas()],
      build: {
        outDir: fromRoot('out/renderer', name),
        emptyOutDir: true,
        target,
        cssTarget: target,
        sourcemap: true,
        // The content security policy has no data: and no inline scripts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 2000,
      },
    },
  };
}

/**
 * The desk's reports without a desk, for the command line. Styles of its tables go nowhere.
 * @returns {BuildTarget}
 */
function reportTarget() {
  const output = 'out/report-maker/report-maker.mjs';
  const entry = 'src/renderer/report-maker/report-maker.ts';
  const { config } = nodeTarget('report-maker', entry, output, 'es');
  return {
    name: 'report-maker',
    entry,
    output,
    inputs: ['src/renderer', 'src/shared'],
    config: {
      ...config,
      plugins: [react(), lazySchemas()],
      build: { ...config.build, sourcemap: false },
    },
  };
}

/** @type {readonly BuildTarget[]} */
export const buildTargets = [
  nodeTarget('main', 'src/main/electron/main.ts', 'out/main/main.cjs', 'cjs'),
  nodeTarget('core-start', 'src/main/electron/core-start.ts', 'out/main/core-start.cjs', 'cjs'),
  nodeTarget(
    'core-process',
    'src/main/electron/core-process.ts',
    'out/main/core-process.cjs',
    'cjs',
  ),
  nodeTarget(
    'store-worker',
    'src/main/core/store/store-worker.ts',
    'out/main/store-worker.cjs',
    'cjs',
  ),
  // As deep as its source, since it finds the pages and its version from where it lies.
  nodeTarget('browser-host', 'src/main/node/browser-host.ts', BROWSER_HOST, 'es'),
  reportTarget(),
  nodeTarget('preload', 'src/main/preload/preload.ts', 'out/preload/preload.cjs', 'cjs'),
  screenTarget('desk', DESK_TARGET),
  screenTarget('anchor', SCREEN_TARGET),
  screenTarget('overlay', SCREEN_TARGET),
  screenTarget('assistant', SCREEN_TARGET),
];

/** The browser host and what it serves. One file starts several times faster than the sources do. */
export const BROWSER_TARGETS = [
  'browser-host',
  'store-worker',
  'desk',
  'anchor',
  'overlay',
  'assistant',
];
