/** Node's codes of a connection that failed. */
const network = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOTFOUND', 'EAI_AGAIN', 'EPIPE', 'ETIMEDOUT']);

/** Whether a fault of AWS may be gone in a while: one of these names, of the network, or the service's own. */
export function isPassingFault(error: Error, names: ReadonlySet<string>): boolean {
  if (names.has(error.name)) return true;
  if ('code' in error && typeof error.code === 'string' && network.has(error.code)) return true;
  return (statusOf(error) ?? 0) >= 500;
}

/** The HTTP status that AWS answered with, if it did. */
export function statusOf(error: Error): number | undefined {
  const { $metadata: metadata } = error as { readonly $metadata?: { readonly httpStatusCode?: number } };
  return metadata?.httpStatusCode;
}
