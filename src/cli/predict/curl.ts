/** A command for a POSIX shell that sends a JSON body to a model served at a URL. */
export function curl(url: string, model: string, body: string): string {
  const quoted = `'${body.replaceAll("'", String.raw`'\''`)}'`;
  return `curl -s ${url}/models/${encodeURIComponent(model)}/invocations -H 'content-type: application/json' -d ${quoted}`;
}
