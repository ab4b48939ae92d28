import type { Endpoint } from '../../stacks/stack.ts';

/** A command for a POSIX shell that sends a JSON body to a model served at an endpoint. */
export function curl({ url, curlOptions }: Endpoint, model: string, body: string): string {
  const quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
  const options = ['-s', curlOptions].filter(Boolean).join(' ');
  return `curl ${options} ${url}/models/${encodeURIComponent(model)}/invocations -H 'content-type: application/json' -d ${quoted}`;
}
