import type { ReleasedVersion } from '../../tracking/step-record.ts';
import type { Verdict } from '../../tracking/verdict.ts';
import { formatDuration } from './format-duration.ts';
import { formatMetrics } from './format-metrics.ts';
import { formatNumber } from './format-number.ts';
import type { ReadReport } from './read-report.ts';
import type { RunReport } from './run-report.ts';

/** A run's results for people: metrics beside the baseline, verdict rule by rule, release. */
export function formatReport({ report, verdict }: ReadReport): string {
  const { run, metrics, release } = report;
  const duration = run.durationMs === null ? '' : ` in ${formatDuration(run.durationMs)}`;
  const parts = [
    `run ${run.id} of ${run.pipeline} on ${run.stack}: ${run.status}${duration}`,
    formatMetrics(metrics),
    verdict && formatVerdict(verdict),
    release ? formatRelease(release) : unreleased(report),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

/** A line a step: what it did and how long. */
export function formatSteps({ steps }: RunReport): string {
  const width = Math.max(...steps.map(({ name }) => name.length));
  const lines = steps.map(
    ({ name, status, durationMs, attempts }) =>
      `  ${name.padEnd(width)}  ${status.padEnd(9)}  ${(isEnded(status) ? formatDuration(durationMs) : '').padStart(8)}`.trimEnd() +
      (attempts > 1 ? `  ${attempts} attempts` : ''),
  );
  return `${lines.join('\n')}\n`;
}

/** How long a step under way takes is not known, nor how long one that waits for it. */
function isEnded(status: RunReport['steps'][number]['status']): boolean {
  return status !== 'running' && status !== 'waiting';
}

function formatVerdict({ passed, rules }: Verdict): string {
  const lines = rules.map(
    ({ rule, value, limit, passed: rulePassed, reason }) =>
      `  ${rulePassed ? '✓' : '✗'} ${rule}  (${formatSides(value, limit)}${reason ? `; ${reason}` : ''})`,
  );
  return [`verdict: ${passed ? 'passed' : 'refused'}`, ...lines].join('\n');
}

/** A verdict read from JSON holds null for what is not a number. */
function formatSides(value: number | null, limit: number | null): string {
  const seen = value === null ? 'not a number' : formatNumber(value);
  return limit === null ? seen : `${seen} against ${formatNumber(limit)}`;
}

function formatRelease({ model, version, alias, unchanged }: ReleasedVersion): string {
  return unchanged
    ? `${model} version ${version} is this model, and stays ${alias}`
    : `released ${model} version ${version} as ${alias}`;
}

function unreleased({ verdict, run }: RunReport): string | undefined {
  if (verdict === null || run.status !== 'completed') return undefined;
  return verdict.passed ? 'nothing was released' : 'not released: the gate refused the model';
}
