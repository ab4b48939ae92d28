import { SluiceError } from '../errors/sluice-error.ts';

const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];
const HTTP_PORT = 80;

/**
 * Lets only requests through that a program on this machine meant for this port: a page of a foreign site reaches a
 * local server by a host name of its own (DNS rebinding) or with its own origin. Throws `api.host-refused`.
 */
export function loopbackGuard(port: number): (headers: Pick<Headers, 'get'>) => void {
  const hosts = loopbackHosts(port);
  return (headers) => {
    const host = headers.get('host') ?? '';
    const origin = headers.get('origin');
    if (!hosts.includes(host.toLowerCase())) throw refused(`Host: ${host}`, hosts);
    if (origin !== null && !isLoopback(origin)) throw refused(`Origin: ${origin}`, hosts);
  };
}

function loopbackHosts(port: number): readonly string[] {
  const hosts = LOOPBACK.map((name) => `${name}:${port}`);
  return port === HTTP_PORT ? [...hosts, ...LOOPBACK] : hosts;
}

function isLoopback(origin: string): boolean {
  return URL.canParse(origin) && LOOPBACK.includes(new URL(origin).hostname);
}

function refused(seen: string, hosts: readonly string[]): SluiceError {
  return new SluiceError({
    code: 'api.host-refused',
    message: 'the local server answers only to this machine',
    seen: seen.slice(0, 200),
    allowed: `Host: ${hosts.join(' or ')}, and an Origin of the same machine or none`,
    mend: `call http://${hosts[0]}`,
  });
}
