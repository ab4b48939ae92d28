const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** `AWS_ENDPOINT_URL`; refuses any that is not on this machine, so that a test never writes to a real account. */
export function emulatorEndpoint(): string {
  const url = process.env['AWS_ENDPOINT_URL'];
  if (url === undefined) throw new Error('AWS_ENDPOINT_URL names no emulator, as http://127.0.0.1:4566');
  if (!loopback.has(new URL(url).hostname)) throw new Error(`AWS_ENDPOINT_URL is not on this machine: ${url}`);
  return url;
}
