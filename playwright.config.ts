import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

// A browser of the system first: Playwright's own downloads do not work everywhere.
const systemChromium = process.env['CUEDESK_CHROMIUM'] ?? '/usr/bin/chromium';

const chromium = {
  browserName: 'chromium',
  launchOptions: {
    ...(existsSync(systemChromium) ? { executablePath: systemChromium } : {}),
    args: [
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-gpu',
      '--disable-sync',
      '--no-first-run',
    ],
  },
} as const;

// Its pictures alone are a quarter of the work; where nobody can open a recording there is none.
const trace = process.env['CI']
  ? 'off'
  : ({ mode: 'retain-on-failure', screenshots: false } as const);

export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results/e2e',
  fullyParallel: false,
  retries: 0,
  // Long enough for two slow cores that are busy with something else; nothing waits for it.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: { timezoneId: 'UTC', trace },
  // Each test starts its own host on its own folder; npm test gives each project its workers.
  workers: 1,
  projects: [
    {
      name: 'chromium',
      testMatch: '*.spec.ts',
      testIgnore: ['*.electron.spec.ts', 'own-pace/**'],
      use: chromium,
    },
    { name: 'electron', testMatch: '*.electron.spec.ts', testIgnore: 'own-pace/**' },
    // These wait for recorded lines far more than they work.
    { name: 'own-pace', testMatch: 'own-pace/*.spec.ts', fullyParallel: true, use: chromium },
  ],
});
