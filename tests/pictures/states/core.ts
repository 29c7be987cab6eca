import type { Studio } from '../studio.ts';

/** The core does not answer, is lost, and is back. */
export async function coreStates(studio: Studio): Promise<void> {
  const open = await studio.openDesk();
  const { desk } = open;
  try {
    await open.playDemo();
    await studio.step('core-silent', async () => {
      // Its supervisor would end a core that hangs.
      desk.process.kill('SIGSTOP');
      process.kill(desk.announced.pid, 'SIGSTOP');
      try {
        await open.shown(/没有响应|has not answered/);
        await studio.takeBoth(open, 'core-silent', 0);
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
        await open.shown(/与后台断开|connection to the core/i);
        await studio.takeBoth(open, 'core-lost');
      } finally {
        desk.process.kill('SIGCONT');
      }
    });
    await studio.step('core-restarted', async () => {
      await open.shown(/后台进程已重启|The core was restarted/);
      await studio.takeBoth(open, 'core-restarted', 300);
    });
  } finally {
    await open.close();
  }
}
