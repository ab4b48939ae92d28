import { SluiceError } from '../../errors/sluice-error.ts';
import type { Releaser } from '../../pipeline/step-context.ts';
import { everyItem } from '../../tracking/pages/every-item.ts';
import type { RegistryStore } from '../../tracking/record-store.ts';
import { loadChampion } from '../load-champion.ts';
import type { Worker } from '../worker.ts';

/**
 * The registry as it was when a step of an earlier run looked at it; nothing is registered or released by a replay.
 * `release` throws `replay.diverged` when the earlier step released nothing.
 */
export function replayedRegistry(worker: Worker, run: string, stepKey: string): Releaser {
  const { records } = worker;
  return {
    async champion(model) {
      const [step, record] = await Promise.all([records.steps.get(run, stepKey), records.runs.get(run)]);
      const atMs = step?.startedAtMs ?? record!.startedAtMs;
      const version = await championBefore(records.registry, model, { run, atMs });
      return version === undefined ? undefined : loadChampion(worker, model, version);
    },
    async release() {
      const released = (await records.steps.get(run, stepKey))?.released;
      if (released) return released;
      throw diverged(run, stepKey);
    },
  };
}

/** What the run released itself came after it looked, whatever the clock said. */
async function championBefore(
  registry: RegistryStore,
  model: string,
  { run, atMs }: { readonly run: string; readonly atMs: number },
): Promise<number | undefined> {
  for await (const change of everyItem((page) => registry.history(model, page))) {
    if (change.atMs <= atMs && change.by !== run) return change.champion;
  }
  return undefined;
}

function diverged(run: string, stepKey: string): SluiceError {
  return new SluiceError({
    code: 'replay.diverged',
    message: 'the replay releases a model where the run that it repeats released none',
    seen: `${stepKey} of run ${run}`,
    mend: '`sluice why RUN STEP` says what changed since: most likely the code of a step',
  });
}
