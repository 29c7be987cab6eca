import { expect, test } from '@playwright/test';

import { DeskProgram } from '#tests/support/desk-program.ts';
import { startDesk } from '#tests/support/running-desk.ts';
import { askRunningHost } from '#node/running-host.ts';

test.use({ locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
test.setTimeout(180_000);

const SHOWS = 12;
/** A show that is over is one row more of the list of past shows, 23 nodes; a desk that is held is thousands. */
const NODES_A_SHOW = 40;

test('a desk lets go of the shows that are over', async ({ page }) => {
  const running = await startDesk();
  try {
    const operator = await DeskProgram.connect(running.announced.url);
    const link = await askRunningHost(running.dataFolder, 5_000);
    await page.goto(link?.url ?? '');
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable');
    const nodesAfterShow = async (seed: number): Promise<number> => {
      await operator.must('demo.start', {
        seed,
        language: 'zh-CN',
        speed: 20,
        eventsPerSecond: null,
      });
      await page.locator('[data-row-key]').nth(5).waitFor();
      await operator.must('show.leave', {});
      await page.getByRole('button', { name: '开始示例' }).waitFor();
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      return metrics.find(({ name }) => name === 'Nodes')?.value ?? Number.NaN;
    };
    const first = await nodesAfterShow(0);
    let last = first;
    for (let seed = 1; seed < SHOWS; seed += 1) last = await nodesAfterShow(seed);
    expect(last - first).toBeLessThan(SHOWS * NODES_A_SHOW);
    operator.close();
  } finally {
    await running.remove();
  }
});
