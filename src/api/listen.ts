import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { SluiceError } from '../errors/sluice-error.ts';

export const HOSTNAME = '127.0.0.1';

/** Listens on this machine alone and answers the port. Throws `serve.port-in-use`, `serve.port-refused`. */
export async function listen(server: Server, port: number): Promise<number> {
  try {
    server.listen(port, HOSTNAME);
    await once(server, 'listening');
  } catch (error) {
    throw listenFault(port, error);
  }
  return (server.address() as AddressInfo).port; // a server that listens on TCP has an address with a port
}

function listenFault(port: number, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'EADDRINUSE') return portInUse(port, cause);
  if (code === 'EACCES') return portRefused(port, cause);
  return cause;
}

function portInUse(port: number, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'serve.port-in-use',
    message: 'another program listens on this port',
    seen: `${HOSTNAME}:${port}`,
    allowed: 'a free port, or 0 for any',
    mend: 'end the other program, or serve on another port with `--port N`',
    cause,
  });
}

function portRefused(port: number, cause: unknown): SluiceError {
  return new SluiceError({
    code: 'serve.port-refused',
    message: 'the system does not let this program listen on the port',
    seen: `${HOSTNAME}:${port}`,
    allowed: 'ports from 1024 on, for most users',
    mend: 'serve on a higher port with `--port N`',
    cause,
  });
}
