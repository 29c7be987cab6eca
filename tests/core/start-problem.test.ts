import { expect, test } from 'vitest';

import { describeStartProblem } from '#core/start-problem.ts';
import { ERROR_CODES, fail } from '#shared/contract/app-error.ts';
import { readPayloads } from '#tests/support/payloads.ts';

test('what it quotes cannot steer the terminal it is printed on', () => {
  const names = ['option', 'value', 'port', 'address', 'reason', 'folder'];
  for (const { id, text } of readPayloads()) {
    const params = Object.fromEntries(names.map((name) => [name, text]));
    for (const code of ERROR_CODES) {
      const said = describeStartProblem(fail(code, params).error);
      expect(said, `${code} ${id}`).not.toMatch(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/u);
    }
  }
});
