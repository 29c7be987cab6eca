import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// Days and hours must not depend on the machine's zone.
process.env.TZ = 'UTC';

const common = {
  env: { TZ: 'UTC' },
  retry: 0,
  testTimeout: 15_000,
  hookTimeout: 15_000,
  restoreMocks: true,
};

export default defineConfig({
  plugins: [react()],
  test: {
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
