import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Days and hours must not depend on the machine's zone.
process.env.TZ = 'UTC';

const common = {
  env: { TZ: 'UTC' },
  retry: 0,
  testTimeout: 45_000,
  hookTimeout: 45_000,
  restoreMocks: true,
};

/** Files that take longest; begun last they would keep one core busy while the other has none. */
const LONGEST = ['tests/faults/faults.test.ts', 'tests/core/feeds/sources.test.ts'];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      LONGEST.some((file) => moduleId.endsWith(file));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/** They start processes, break stores, speak to platforms or weigh what is held: each file has a worker of its own. */
const OF_THEIR_OWN = [
  'tests/{bench,faults,node,soak,tooling}/**',
  'tests/core/{database,feeds,room,shelf,store}/**',
];

/**
 * A worker keeps the modules it has read from file to file, where tests leave nothing in them: reading
 * them anew is half the work of pages and rules. What puts other modules in their place, or needs the
 * page's own frames, is `*.alone.test.ts(x)`.
 */
export default defineConfig({
  plugins: [react()],
  test: {
    sequence: { sequencer: LongestFirst },
    // Much of the work waits for a process or a disk: one worker less than cores would idle.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          ...common,
          name: 'node',
          environment: 'node',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', '**/*.alone.test.ts', ...OF_THEIR_OWN],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'process',
          environment: 'node',
          include: [
            'tests/**/*.alone.test.ts',
            ...OF_THEIR_OWN.map((files) => `${files}/*.test.ts`),
          ],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'jsdom',
          environment: 'jsdom',
          isolate: false,
          setupFiles: ['tests/support/tidy-page.ts'],
          include: ['tests/renderer/**/*.test.tsx'],
          exclude: ['**/*.alone.test.tsx'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'alone',
          environment: 'jsdom',
          setupFiles: ['tests/support/tidy-page.ts'],
          include: ['tests/renderer/**/*.alone.test.tsx'],
        },
      },
    ],
  },
});
