import type { Manifest } from '../../pipeline/manifest.ts';
import { addCalls, type StoreCalls } from './store-calls.ts';

/** Of the door in and the first state: claim the trigger, record the run, look it up again. */
const STARTED: StoreCalls = { 'triggers.claim': 1, 'runs.get': 2, 'experiments.ensure': 1, 'runs.create': 1 };

/** Of a run that has to queue, and finds nobody ahead. */
const ADMITTED: StoreCalls = { 'queues.get': 1, 'queues.replace': 1, 'runs.admit': 1 };

/** Of the door out: look at the run and, twice, at its steps, then end it. */
const FINISHED: StoreCalls = { 'runs.get': 1, 'steps.list': 2, 'runs.finish': 1 };

/** The calls of a deployed run around its steps, of a pipeline that has run before; files are read for their hash. */
export function runCalls({ parameters, concurrency }: Pick<Manifest, 'parameters' | 'concurrency'>): StoreCalls {
  const files = Object.values(parameters).filter(({ kind }) => kind === 'file').length;
  return addCalls(STARTED, concurrency === 'parallel' ? {} : ADMITTED, { 'file.read': files }, FINISHED);
}
