import type { LoggedFacts } from '../tracking/step-record.ts';

/** Facts under names that begin so. */
export function prefixed(prefix: string, { parameters, metrics, tags }: LoggedFacts): LoggedFacts {
  const renamed = (texts: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(texts).map(([key, value]) => [prefix + key, value]));
  return {
    parameters: renamed(parameters),
    metrics: metrics.map((point) => ({ ...point, key: prefix + point.key })),
    tags: renamed(tags),
  };
}

/** All that several logs tell; of two of the same name the later counts. */
export function together(logs: readonly LoggedFacts[]): LoggedFacts {
  return {
    parameters: Object.assign({}, ...logs.map(({ parameters }) => parameters)),
    metrics: logs.flatMap(({ metrics }) => metrics),
    tags: Object.assign({}, ...logs.map(({ tags }) => tags)),
  };
}
