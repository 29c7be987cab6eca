import type { CoreProblem } from '#electron/core-supervisor.ts';
import { problemPage } from '#electron/problem-page.ts';
import { PROBLEM_STYLE } from '#electron/problem-style.ts';
import { fail } from '#shared/contract/app-error.ts';

import { OWN_THEME } from '../camera.ts';
import type { Studio } from '../studio.ts';

const DATA_FOLDER = '/home/studio/.config/Cuedesk';
const ORIGIN = 'http://problem.invalid';

const PROBLEMS: Readonly<Record<string, CoreProblem>> = {
  'in-use': refused(fail('store_in_use', { folder: DATA_FOLDER }).error),
  newer: refused(fail('store_newer', { storeVersion: 14, programVersion: 11 }).error),
  'died-often': { kind: 'died_too_often' },
  'window-died': { kind: 'window_died' },
};

function refused(error: Extract<CoreProblem, { kind: 'refused' }>['error']): CoreProblem {
  return { kind: 'refused', error, message: '' };
}

/** The desktop app's window when there is no core: its own page with its own style. */
export async function problemStates(studio: Studio): Promise<void> {
  const language = studio.language === 'en' ? 'en' : 'zh';
  const theme = OWN_THEME[studio.language];
  for (const [name, problem] of Object.entries(PROBLEMS)) {
    await studio.step(`problem-${name}`, async () => {
      const page = await studio.page({ viewport: { width: 1280, height: 720 } });
      const place = { dataFolder: DATA_FOLDER, version: '0.1.0', isCopied: false };
      await page.route(`${ORIGIN}/**`, (route) =>
        route.request().url().endsWith('.css')
          ? route.fulfill({ body: PROBLEM_STYLE, contentType: 'text/css' })
          : route.fulfill({
              body: problemPage(problem, { ...place, language, theme }),
              contentType: 'text/html',
            }),
      );
      await page.goto(`${ORIGIN}/problem/`);
      await page.getByRole('heading').waitFor();
      await studio.take(page, `problem-${name}`, 'screen', 200);
      await page.context().close();
    });
  }
}
