/** A fault as a client throws it when its retries were in vain. */
export function fault(name: string, httpStatusCode: number): Error {
  return Object.assign(new Error(`AWS said ${name}`), { name, $metadata: { httpStatusCode } });
}

/** A connection that failed, as Node tells it. */
export function networkFault(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}
