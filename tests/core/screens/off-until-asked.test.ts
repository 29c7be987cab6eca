import { expect, test } from 'vitest';

import { DeskProgram } from '#tests/support/desk-program.ts';
import { startRig } from '#tests/support/core-rig.ts';
import { networkAddress } from '#tests/support/host-matrix.ts';
import { listeningAddresses } from '#tests/support/listening-sockets.ts';
import { startDesk } from '#tests/support/running-desk.ts';
import { newestScreens } from '#tests/support/desk-with-screens.ts';

test('the browser host listens on loopback alone until an address is opened, and again after it', async () => {
  const desk = await startDesk();
  try {
    const { pid, url } = desk.announced;
    expect(listeningAddresses(pid)).toEqual(['127.0.0.1']);
    const operator = await DeskProgram.connect(url);
    const address = networkAddress();
    await operator.must('screens.listen', { address });
    expect(listeningAddresses(pid)).toEqual(['127.0.0.1', address].toSorted());
    await operator.must('screens.close', {});
    expect(listeningAddresses(pid)).toEqual(['127.0.0.1']);
    await operator.until(() => newestScreens(operator)?.listen === null);
    operator.close();
  } finally {
    await desk.remove();
  }
}, 120_000);

test('without a browser as its desk, as in the app, nothing listens at all before that', async () => {
  const before = listeningAddresses(process.pid);
  const rig = await startRig(null);
  try {
    expect(listeningAddresses(process.pid)).toEqual(before);
    const desk = rig.screen('desk');
    await desk.must('screens.listen', { address: networkAddress() });
    expect(listeningAddresses(process.pid)).toHaveLength(before.length + 2);
    await desk.must('screens.close', {});
    expect(listeningAddresses(process.pid)).toEqual(before);
  } finally {
    await rig.close();
  }
});
