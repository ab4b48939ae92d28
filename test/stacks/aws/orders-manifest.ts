/** Of a pipeline without steps. */
export const manifest = {
  v: 1,
  pipeline: 'orders',
  timeoutMs: 1_000,
  concurrency: 'parallel',
  parameters: {},
  nodes: [],
  code: {},
} as const;
