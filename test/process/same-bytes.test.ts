import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findPipeline, pipelineNames } from '../../src/pipeline/find-pipeline.ts';
import type { RunReport } from '../../src/cli/report/run-report.ts';
import { clockAhead } from './clock/clock-ahead.ts';
import { reportOf } from './disturbed/disturbed-run.ts';
import { sluice } from './sluice-process.ts';

const root = join(import.meta.dirname, '../..');
const YEAR_MS = 31_557_600_000;
const SAMPLE = { rows: 4_000, seed: 3 };
/** Some rows of the samples that are always whole. */
const PARTS: Readonly<Record<string, string>> = {
  'flight-delay': join(root, 'test/pipelines/flight-delay/fixtures/flights.parquet'),
};
const HERE = { TZ: 'UTC', LC_ALL: 'C' };
const BACK = clockAhead(-7 * YEAR_MS);
const ELSEWHERE = { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', ...clockAhead(7 * YEAR_MS) };

describe.each(await pipelineNames(join(root, 'pipelines')))('the pipeline %s', (name) => {
  let folder: string;
  let first: RunReport;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sluice-'));
    first = await run('here', HERE);
  });
  afterAll(() => rm(folder, { recursive: true }));

  const homeOf = (place: string) => join(folder, place, 'home');
  async function run(place: string, environment: Record<string, string>): Promise<RunReport> {
    const given = await writeSources(name, join(folder, place));
    const words = given.flatMap((parameter) => ['--param', parameter]);
    return reportOf(await sluice(homeOf(place), ['run', name, ...words, '--json'], environment));
  }

  it('makes the same bytes in another process, folder, year, time zone and language', async () => {
    const second = await run('elsewhere', ELSEWHERE);

    expect(second.run.id).not.toBe(first.run.id);
    expect(artifactsOf(first).length).toBeGreaterThan(first.steps.length);
    expect(artifactsOf(second)).toEqual(artifactsOf(first));
  });

  it('is replayed with every artifact equal, before and after a champion, with the clock set back by years', async () => {
    const later = await run('here', HERE);

    for (const { id, count } of [first, later].map((made) => ({ id: made.run.id, count: artifactsOf(made).length }))) {
      const { artifacts, equal } = JSON.parse((await sluice(homeOf('here'), ['replay', id, '--json'], BACK)).stdout);
      expect(artifacts.filter(({ outcome }: { outcome: string }) => outcome !== 'equal')).toEqual([]);
      expect(artifacts).toHaveLength(count);
      expect(equal).toBe(true);
    }
  });
});

/** Answers the parameters that name the files. */
async function writeSources(name: string, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const { samples } = await findPipeline(join(root, 'pipelines'), name);
  const parameters = Object.entries(samples).map(async ([parameter, { fileName, generate }]) => {
    const path = join(folder, fileName);
    if (PARTS[name]) await copyFile(PARTS[name], path);
    else await writeFile(path, Buffer.concat([...generate(SAMPLE)]));
    return `${parameter}=${path}`;
  });
  return Promise.all(parameters);
}

/** Every artifact of a run, by its step and output. */
function artifactsOf({ steps }: RunReport): (readonly [string, string])[] {
  return steps.flatMap((step) =>
    Object.entries(step.outputs).map(([output, { sha256 }]) => [`${step.name}.${output}`, sha256] as const),
  );
}
