import { encodeCounter } from '../../../tracking/keys/counter.ts';

/** Where an item lies. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

/** Where an item stands in the index. */
export interface IndexKey {
  readonly gpk: string;
  readonly gsk: string;
}

/** Index partitions. */
export const allExperiments = 'EXPERIMENTS';
export const allModels = 'MODELS';
export const allTokens = 'TOKENS';
export const runsByStart = (experimentId: string): string => `X#${experimentId}#S`;

/** Sort key prefixes of what shares a partition. */
export const prefix = { metric: 'M#', parameter: 'P#', step: 'S#', tag: 'T#' } as const;

/** Partitions that are read in order. */
export const runPartition = (run: string): string => `R#${run}`;
export const historyPartition = (run: string, metric: string): string => `H#${run}#${metric}`;
export const modelPartition = (model: string): string => `V#${model}`;
export const changesPartition = (model: string): string => `L#${model}`;

export const experimentKey = (id: string): Key => ({ pk: `E#${id}`, sk: 'EXP' });
export const experimentNameKey = (name: string): Key => ({ pk: `N#${name}`, sk: 'NAME' });

/** What the keys of an experiment and of a run are made of. */
export const experimentOf = ({ pk }: Pick<Key, 'pk'>): string => pk.slice('E#'.length);
export const runOf = ({ pk }: Pick<Key, 'pk'>): string => pk.slice('R#'.length);

export const runKey = (run: string): Key => ({ pk: runPartition(run), sk: 'RUN' });
export const stepKey = (run: string, step: string): Key => ({ pk: runPartition(run), sk: prefix.step + step });
export const metricKey = (run: string, name: string): Key => ({ pk: runPartition(run), sk: prefix.metric + name });
export const parameterKey = (run: string, name: string): Key => ({
  pk: runPartition(run),
  sk: prefix.parameter + name,
});
export const tagKey = (run: string, name: string): Key => ({ pk: runPartition(run), sk: prefix.tag + name });
export const pointKey = (run: string, metric: string, position: string): Key => ({
  pk: historyPartition(run, metric),
  sk: position,
});

export const cacheEntryKey = (cacheKey: string): Key => ({ pk: `C#${cacheKey}`, sk: 'HIT' });

export const modelKey = (model: string): Key => ({ pk: modelPartition(model), sk: 'MODEL' });
export const versionSortKey = (version: number): string => `V#${encodeCounter(version)}`;
export const versionKey = (model: string, version: number): Key => ({
  pk: modelPartition(model),
  sk: versionSortKey(version),
});
/** What the step of a run registered: it has one version of a model. */
export const registeredKey = (model: string, run: string, step: string): Key => ({
  pk: modelPartition(model),
  sk: `I#${run}#${step}`,
});
export const aliasKey = (model: string, alias: string): Key => ({ pk: modelPartition(model), sk: `A#${alias}` });

export const releaseKey = (model: string): Key => ({ pk: `G#${model}`, sk: 'RELEASE' });
export const changeKey = (model: string, sequence: number): Key => ({
  pk: changesPartition(model),
  sk: encodeCounter(sequence),
});

export const queueKey = (pipeline: string): Key => ({ pk: `Q#${pipeline}`, sk: 'QUEUE' });

export const tokenKey = (id: string): Key => ({ pk: `TOKEN#${id}`, sk: 'TOKEN' });

export const claimKey = (trigger: string): Key => ({ pk: `TR#${trigger}`, sk: 'CLAIM' });
