import type { NotReused } from '../../tracking/step-record.ts';
import type { Change, Explanation } from '../../runs/why/explanation.ts';

const REASONS: Readonly<Record<NotReused, string>> = {
  'nothing-known': 'it ran because no earlier run had the same code, parameters and inputs',
  'artifact-gone': 'it ran because an artifact that an earlier run made was removed',
  'champion-changed': 'it ran because another champion serves than when it last ran, or its model is gone',
  'off-for-step': 'it ran because this step is never reused (its policy says cache: false)',
  'off-for-run': 'it ran because the run was asked not to reuse anything (--no-cache)',
};

/** Why a step ran, in sentences. */
export function formatExplanation(explanation: Explanation): string {
  const { step, run, status, comparedWith, changes } = explanation;
  const lines = [`${step} in run ${shortId(run)}: ${status}; ${reason(explanation)}.`];
  if (comparedWith !== null && explanation.notReused === 'nothing-known') {
    lines.push(
      changes.length === 0 ? unchanged(comparedWith) : `Since run ${shortId(comparedWith)}:`,
      ...changes.map(formatChange),
    );
  }
  return `${lines.join('\n')}\n`;
}

function reason({ notReused, reusedFrom, status }: Explanation): string {
  if (reusedFrom !== null)
    return `its code, parameters and inputs are those of run ${shortId(reusedFrom)}, whose outputs it reused`;
  if (notReused !== null) return REASONS[notReused];
  if (status === 'completed') return 'it ran, and the Sluice that ran it did not yet record why';
  return status === 'running' ? 'it is not known yet what it gives' : 'it ended before it gave anything';
}

function unchanged(run: string): string {
  return `Nothing changed since run ${shortId(run)}, which did not finish this step.`;
}

function formatChange({ part, name, before, after }: Change): string {
  if (part === 'code') return `  the code of ${name} changed (${short(before)} → ${short(after)})`;
  return `  ${part} ${name}: ${short(before)} → ${short(after)}`;
}

/** As tables name a run; enough to find it by. */
function shortId(run: string): string {
  return run.slice(0, 12);
}

/** A hash by its first digits, anything else as it is. */
function short(text: string | null): string {
  if (text === null) return 'not there';
  return /^[0-9a-f]{64}$/.test(text) ? text.slice(0, 12) : text;
}
