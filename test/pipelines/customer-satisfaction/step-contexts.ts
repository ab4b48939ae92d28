import type { StepContext } from '../../../src/pipeline/step-context.ts';
import { recordLog } from '../../../src/runs/step-log.ts';

/** A context whose log nobody reads. */
export function quietContext(): StepContext {
  return loggingContext().context;
}

/** A context, and what was logged through it. */
export function loggingContext() {
  const { logger, log } = recordLog();
  const context: StepContext = { log: logger, signal: new AbortController().signal, progress: () => undefined };
  return { context, log };
}
