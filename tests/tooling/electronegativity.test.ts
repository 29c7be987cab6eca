import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { obtainScanner, scanFolder } from '../../scripts/lib/electronegativity.mjs';
import { EXPLAINED_FINDINGS } from './explained-findings.ts';
import { repoRoot } from './planted-project.ts';

const INSTALL_LIMIT_MS = 300_000;
const SCAN_LIMIT_MS = 330_000;

const labelOf = ({ id, file }: { readonly id: string; readonly file: string }): string =>
  `${id} in ${file}`;

beforeAll(() => obtainScanner(), INSTALL_LIMIT_MS);

describe('the shipped code', () => {
  test(
    'has no finding that is not explained, and no explanation is stale',
    { timeout: SCAN_LIMIT_MS },
    async () => {
      expect(existsSync(join(repoRoot, 'out/main/main.cjs')), 'npm run build').toBe(true);
      const { checks, issues } = await scanFolder(join(repoRoot, 'out'));
      expect(checks).toBeGreaterThanOrEqual(40);
      const found = issues.map((issue) => labelOf(issue)).sort();
      expect(found).toEqual(EXPLAINED_FINDINGS.map((explained) => labelOf(explained)).sort());
    },
  );

  test('every explanation says why', () => {
    expect(EXPLAINED_FINDINGS.every(({ why }) => why.length > 40)).toBe(true);
  });
});

describe('a planted fault', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cuedesk-planted-scan-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test(
    'is seen, also behind syntax that the scanner cannot read',
    { timeout: SCAN_LIMIT_MS },
    async () => {
      mkdirSync(join(folder, 'main'));
      writeFileSync(
        join(folder, 'main/main.cjs'),
        `const { app, BrowserWindow } = require('electron');
      class Windows { #open = []; add() { this.#open.push(make()); } }
      function make() {
        return new BrowserWindow({ webPreferences: { sandbox: false, webSecurity: false, contextIsolation: false, nodeIntegration: true } });
      }
      app.on('certificate-error', (event, contents, url, error, certificate, answer) => answer(true));
      new Windows().add();`,
      );
      const { issues } = await scanFolder(folder);
      expect(issues.map(({ id }) => id)).toEqual(
        expect.arrayContaining([
          'SANDBOX_JS_CHECK',
          'WEB_SECURITY_JS_CHECK',
          'CONTEXT_ISOLATION_JS_CHECK',
          'CERTIFICATE_ERROR_EVENT_JS_CHECK',
        ]),
      );
    },
  );

  test('in a file that is no code at all, the scan fails instead of passing', async () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'main.js'), 'const = ;');
    await expect(scanFolder(broken)).rejects.toThrow('main.js');
  });

  test('nothing to scan is a failure', async () => {
    const empty = join(folder, 'empty');
    mkdirSync(empty);
    await expect(scanFolder(empty)).rejects.toThrow('nothing to scan');
  });
});
