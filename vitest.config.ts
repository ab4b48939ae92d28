import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/conformance/emulator/**', 'test/process/**'],
          testTimeout: 20_000, // the first synthesis of a process takes seconds on a busy machine
        },
      },
      {
        test: { name: 'process', include: ['test/process/**/*.test.ts'], testTimeout: 60_000 },
      },
      {
        test: { name: 'emulator', include: ['test/conformance/emulator/**/*.test.ts'], testTimeout: 120_000 },
      },
      { test: { name: 'e2e', include: ['test/e2e/**/*.test.ts'], testTimeout: 120_000, fileParallelism: false } },
    ],
  },
});
