import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { generateOrders } from '../../../pipelines/customer-satisfaction/sample/generate-orders.ts';
import type { RunReport } from '../../../src/cli/report/run-report.ts';
import { sluice, startSluice } from '../sluice-process.ts';

/** What comes after these depends on the model that serves as well, so not on the run's parameters alone. */
const REPEATABLE_STEPS = new Set(['ingest', 'clean', 'train', 'evaluate']);

/** The words of the run that is disturbed. */
export function runWords(source: string): string[] {
  return ['run', 'customer-satisfaction', '--param', `source=${source}`, '--json'];
}

/** The environment of a process that meets a fault: see faults.ts. */
export function faultAt(fault: string, at: number | string): Record<string, string> {
  return {
    SLUICE_TEST_FAULT: `${fault}@${at}`,
    NODE_OPTIONS: `--import ${new URL('faults.ts', import.meta.url).href}`,
  };
}

/** The environment of a process that two modules are preloaded into. */
export function both(one: Record<string, string>, other: Record<string, string>): Record<string, string> {
  return { ...one, ...other, NODE_OPTIONS: `${one['NODE_OPTIONS']} ${other['NODE_OPTIONS']}` };
}

/** How an undisturbed run went. */
export interface Undisturbed {
  readonly hashes: Readonly<Record<string, readonly string[]>>;
  readonly durationMs: number;
  /** Of those that faults can be put into. */
  readonly operationCount: number;
}

/** Runs to the end, and counts. */
export async function runUndisturbed(home: string, source: string): Promise<Undisturbed> {
  const counted = `${source}.operations`;
  const report = reportOf(await sluice(home, runWords(source), faultAt('count', counted)));
  const operationCount = Number(await readFile(counted, 'utf8'));
  return { hashes: hashesOf(report), durationMs: report.run.durationMs!, operationCount };
}

/** Kills a run so long after it has said that it began. */
export async function killAfter(home: string, source: string, delayMs: number): Promise<void> {
  const child = startSluice(home, runWords(source));
  const exited = once(child, 'exit');
  child.stdout.resume();
  await Promise.race([once(child.stderr, 'data'), exited]);
  await Promise.race([sleep(delayMs), exited]);
  child.kill('SIGKILL');
  await exited;
}

/** The report of a run that ended well. */
export function reportOf({ code, stdout, stderr }: { code: number | null; stdout: string; stderr: string }): RunReport {
  if (code !== 0) throw new Error(`a run ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as RunReport;
}

/** Of the artifacts that every run with these parameters makes, by step. */
export function hashesOf({ steps }: RunReport): Record<string, string[]> {
  const repeatable = steps.filter(({ name }) => REPEATABLE_STEPS.has(name));
  return Object.fromEntries(
    repeatable.map(({ name, outputs }) => [name, Object.values(outputs).map(({ sha256 }) => sha256)]),
  );
}

/** Orders that make other artifacts than those of another seed. */
export async function writeSource(folder: string, seed: number): Promise<string> {
  const path = join(folder, `orders-${seed}.csv`);
  await writeFile(path, Buffer.concat([...generateOrders({ rows: 5_000, seed })]));
  return path;
}
