import type { ErrorFacts } from '../errors/sluice-error.ts';
import type { RunStatus } from '../tracking/run-record.ts';

/** As every command ends: 0 done, 1 failed, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

const USAGE_AREAS = ['cli.', 'parameter.', 'schedule.'];
const USAGE_CODES: ReadonlySet<string> = new Set([
  'pipeline.unknown',
  'run.unknown',
  'run.ambiguous',
  'run.already-ended',
  'run.still-running',
  'run.cannot-detach',
  'step.not-run',
  'predict.nothing-released',
  'stack.unknown',
  'stack.active',
  'stack.bad-endpoint',
  'stack.bad-name',
  'stack.built-in',
  'stack.combination',
  'stack.flavor-unknown',
  'stack.name-taken',
  'stack.not-a-service',
  'stack.setting',
  'model.version-unknown',
  'artifact.unknown',
  'artifact.no-profile',
  'new.bad-name',
  'new.exists',
  'new.no-project',
  'release.nothing-before',
  'sample.fixed-rows',
  'sample.none',
  'token.bad-name',
  'token.expired',
  'token.revoked',
  'token.unknown',
]);

/** 2 for an error in what was asked, 1 for one in doing it. */
export function exitCodeOfError(code: ErrorFacts['code']): ExitCode {
  if (code === 'cli.unexpected') return 1;
  return USAGE_CODES.has(code) || USAGE_AREAS.some((area) => code.startsWith(area)) ? 2 : 1;
}

/** 0 for a run that completed, be its model released or refused. */
export function exitCodeOfRun(status: RunStatus): ExitCode {
  return status === 'completed' ? 0 : 1;
}

/** 0 for a run that was stopped, 1 for one that came to another end first. */
export function exitCodeOfStop(status: RunStatus): ExitCode {
  return status === 'stopped' ? 0 : 1;
}
