import type { Lineage, LineageStep } from '../../runs/lineage/lineage.ts';
import { formatColumns } from './format-columns.ts';

/** Lineage for people: what it was made from, and what was made of it. */
export function formatLineage({ artifact, from, parameters, files, usedBy, versions }: Lineage): string {
  const read = [
    ...Object.entries(files).map(([name, { uri, sha256 }]) => ['file', name, `${uri} ${sha256.slice(0, 12)}`]),
    ...Object.entries(parameters).map(([name, value]) => ['parameter', name, String(value)]),
  ];
  const sections = [
    `${artifact.type} ${artifact.key}`,
    `made from, nearest first:\n${steps(from)}`,
    read.length > 0 && `depends on:\n${formatColumns(['', 'name', 'value'], read)}`,
    usedBy.length > 0 && `used by:\n${steps(usedBy)}`,
    versions.length > 0 && `model versions:\n${versions.map((one) => `  ${one.model}@${one.version}\n`).join('')}`,
  ];
  return `${sections.filter(Boolean).join('\n')}`;
}

function steps(all: readonly LineageStep[]): string {
  const rows = all.map(({ run, step, status, code, outputs }) => [
    run.slice(0, 12),
    step,
    status,
    code === null ? '' : code.slice(0, 12),
    Object.entries(outputs)
      .map(([name, { sha256 }]) => `${name} ${sha256.slice(0, 12)}`)
      .join(', '),
  ]);
  return formatColumns(['run', 'step', 'status', 'code', 'outputs'], rows);
}
