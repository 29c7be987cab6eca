import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

// Days and hours must not depend on the machine's zone.
process.env.TZ = 'UTC';

const common = {
  env: { TZ: 'UTC' },
  retry: 0,
  testTimeout: 15_000,
  hookTimeout: 15_000,
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
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
        },
      },
      {
        extends: true,
        test: {
          ...common,
          name: 'jsdom',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.tsx'],
        },
      },
    ],
  },
});
