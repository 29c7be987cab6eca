import type { Studio } from '../studio.ts';

/** The core does not answer, is lost, and is back. */
export async function coreStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { desk, page } = open;
  try {
    await open.playDemo();
    await studio.step('core-silent', async () => {
      // Its supervisor would end a core that hangs.
      desk.process.kill('SIGSTOP');
      process.kill(desk.announced.pid, 'SIGSTOP');
      try {
        await open.shown(open.words('band.silent'));
        await studio.take(page, 'core-silent', 'trouble', 0);
      } finally {
        desk.process.kill('SIGCONT');
        process.kill(desk.announced.pid, 'SIGCONT');
      }
    });
    await studio.step('core-lost', async () => {
      // Its supervisor is kept from bringing it back.
      desk.process.kill('SIGSTOP');
      try {
        process.kill(desk.announced.pid, 'SIGKILL');
        await open.shown(open.words('band.reconnecting'));
        await studio.take(page, 'core-lost', 'trouble');
      } finally {
        desk.process.kill('SIGCONT');
      }
    });
    await studio.step('core-restarted', async () => {
      await open.shown(open.words('band.restarted'));
      await studio.take(page, 'core-restarted', 'trouble', 300);
    });
  } finally {
    await open.close();
  }
}
