import { afterEach, beforeEach, expect, test } from 'vitest';

import { startRig, type CoreRig } from '#tests/support/core-rig.ts';
import { damage, DAMAGES, fillStore } from '#tests/support/damaged-store.ts';
import { temporaryFolder } from '#tests/support/test-store.ts';

let folder: ReturnType<typeof temporaryFolder>;
let rig: CoreRig | null = null;

beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(async () => {
  await rig?.close();
  rig = null;
  folder.clean();
});

// A small store, of which fifty pages are every tenth: each read of the start meets damage.
test.each(Object.keys(DAMAGES))(
  'a desk starts on a store with its %s, and says so',
  async (name) => {
    fillStore(folder.path, 3_000, 600, true);
    damage(folder.path, name);
    rig = await startRig(folder.path);
    const { report } = rig.screen('desk').slice('store').keeping;
    // Nothing of the start reads that page: the look through the whole file finds it.
    const isMet = !name.startsWith('one page of events');
    const said = [report?.kind, report?.backup?.shows];
    expect(said).toEqual(isMet ? ['recovered', 1] : [undefined, undefined]);
  },
);
