import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

const FOLDER = fileURLToPath(new URL('../fixtures/payloads/', import.meta.url));

/** One line of a fixture; `times` repeats the text, so that long ones stay readable. */
const Line = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(1),
  times: z.int().min(2).optional(),
});

export type Payload = {
  /** `group/id`, unique. */
  readonly id: string;
  readonly group: string;
  readonly text: string;
};

/** Every hostile text of tests/fixtures/payloads, in the order of its files and lines. */
export function readPayloads(): readonly Payload[] {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.jsonl'))
    .sort()
    .flatMap((file) =>
      readFileSync(join(FOLDER, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => toPayload(basename(file, '.jsonl'), Line.parse(JSON.parse(line)))),
    );
}

function toPayload(group: string, { id, text, times }: z.infer<typeof Line>): Payload {
  return { id: `${group}/${id}`, group, text: text.repeat(times ?? 1) };
}
