import type { Finding } from '../../stacks/finding.ts';

const NEEDED_MAJOR = 24;

/** Whether a version of Node, as `v24.1.0`, runs the source as it is. */
export function examineNode(version: string): Finding {
  const major = Number(/^v(\d+)\./.exec(version)?.[1]);
  if (major >= NEEDED_MAJOR) return { part: 'node', state: 'good', says: version };
  const mend = `run \`npm ci\`, which brings the pinned Node, or install Node ${NEEDED_MAJOR}`;
  return { part: 'node', state: 'wrong', says: `${version} is too old`, mend };
}
