import { expect, test } from 'vitest';

import { GLOBAL_KEYS } from '#electron/global-keys.rules.ts';

test('global keys are chords, each once, and none of the desk’s own', () => {
  const accelerators = GLOBAL_KEYS.map(({ accelerator }) => accelerator);
  expect(accelerators).toHaveLength(11);
  expect(new Set(accelerators).size).toBe(11);
  expect(accelerators.filter((each) => !/^Control\+Alt\+([0-9]|Enter)$/.test(each))).toEqual([]);
  expect(GLOBAL_KEYS.map(({ press }) => press)).toEqual([
    '0',
    '1',
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
    'go',
  ]);
});
