const ANSWER_MS = 5_000;

/** An emulator that answers. */
export interface Identity {
  readonly name: 'LocalStack' | 'MiniStack';
  readonly version: string;
}

/** Where each emulator tells its version, and no other answers. */
const PATHS: Readonly<Record<Identity['name'], string>> = {
  LocalStack: '/_localstack/info',
  MiniStack: '/_ministack/health',
};

/** Which emulator answers at an endpoint; undefined for one that is neither of those that are known. */
export async function identify(endpoint: string): Promise<Identity | undefined> {
  for (const name of Object.keys(PATHS) as Identity['name'][]) {
    const response = await fetch(new URL(PATHS[name], endpoint), { signal: AbortSignal.timeout(ANSWER_MS) });
    if (response.ok) return { name, version: versionOf(await response.json()) };
  }
  return undefined;
}

function versionOf(document: unknown): string {
  return String((document as { version?: unknown } | null)?.version ?? 'of no known version');
}
