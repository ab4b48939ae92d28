import { SluiceError } from '../../errors/sluice-error.ts';

/** Throws `stack.bad-endpoint` unless a text is the URL of a server. */
export function checkEndpoint(endpoint: string): void {
  const url = URL.parse(endpoint);
  const isServer = url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '';
  if (isServer && !endpoint.endsWith('/')) return;
  throw new SluiceError({
    code: 'stack.bad-endpoint',
    message: 'the endpoint of a stack is no URL of a server',
    seen: endpoint,
    allowed: 'http://HOST:PORT or https://HOST:PORT, with nothing after it',
    mend: 'give the URL that the emulator tells; for AWS itself leave --endpoint out and give --region',
  });
}
