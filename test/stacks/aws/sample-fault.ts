/** A fault as a client throws it when its retries were in vain. */
export function fault(name: string, httpStatusCode = 400): Error {
  return Object.assign(new Error(`AWS said ${name}`), { name, $metadata: { httpStatusCode } });
}

/** A connection that failed, as Node tells it. */
export function networkFault(code: string): Error {
  return Object.assign(new Error(`connect ${code}`), { code });
}

/** What some work throws. */
export function thrownBy(work: () => never): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
