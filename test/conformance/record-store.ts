import { describe } from 'vitest';
import { cacheCases } from './record-store/cache.ts';
import { experimentCases } from './record-store/experiments.ts';
import { logCases } from './record-store/logs.ts';
import { metricCases } from './record-store/metrics.ts';
import type { OpenRecords } from './record-store/opened.ts';
import { queueCases } from './record-store/queues.ts';
import { releaseCases } from './record-store/releases.ts';
import { runRemovalCases } from './record-store/run-removal.ts';
import { runCases } from './record-store/runs.ts';
import { stepCases } from './record-store/steps.ts';
import { tokenCases } from './record-store/tokens.ts';
import { triggerCases } from './record-store/triggers.ts';
import { versionCases } from './record-store/versions.ts';

/** Every promise of the record port, held by any adapter; the records opened may hold those of other tests. */
export function recordStoreSuite(name: string, open: OpenRecords): void {
  describe(`record store on ${name}`, () => {
    experimentCases(open);
    runCases(open);
    runRemovalCases(open);
    stepCases(open);
    logCases(open);
    metricCases(open);
    cacheCases(open);
    versionCases(open);
    releaseCases(open);
    triggerCases(open);
    queueCases(open);
    tokenCases(open);
  });
}
