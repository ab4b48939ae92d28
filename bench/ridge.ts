/**
 * A ridge of twenty features on an Arrow file, beside scikit-learn with its load, each in processes of its own and in
 * turns: `node bench/ridge.ts [ROWS] [ROUNDS]`, 10,000,000 rows (1.7 GB) and 3 rounds unless told.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { median } from './median.ts';
import { pythonWith } from './peers/python-with.ts';
import { numbersFile } from './ridge/numbers-file.ts';

interface Measured {
  readonly seconds: number;
  readonly residentMb: number;
  readonly coefficients: readonly number[];
}

const [rows = 10_000_000, rounds = 3] = process.argv.slice(2).map(Number);
const python = await pythonWith('scikit-learn');
const path = await numbersFile(rows);

const ours = 'sluice, batch by batch';
const candidates: Readonly<Record<string, () => Promise<Measured>>> = {
  'scikit-learn Ridge': () => measure(python, ['bench/peers/fit_ridge.py', path, 'Ridge']),
  'scikit-learn LinearRegression': () => measure(python, ['bench/peers/fit_ridge.py', path, 'LinearRegression']),
  [ours]: () => measure(process.execPath, ['bench/ridge/fit-stream.ts', path]),
};

const measured = new Map<string, Measured[]>(Object.keys(candidates).map((candidate) => [candidate, []]));
for (let round = 0; round < rounds; round++) {
  for (const [candidate, run] of Object.entries(candidates)) measured.get(candidate)!.push(await run());
}
report();

async function measure(command: string, words: readonly string[]): Promise<Measured> {
  const { stdout } = await promisify(execFile)(command, words);
  return JSON.parse(stdout) as Measured;
}

function report(): void {
  console.log(`${rows} rows × 20, medians of ${rounds}, with the load`);
  const mine = secondsOf(ours);
  for (const [candidate, runs] of measured) {
    const seconds = secondsOf(candidate);
    const resident = Math.round(Math.max(...runs.map(({ residentMb }) => residentMb)));
    const ratio = (seconds / mine).toFixed(2);
    console.log(`${candidate.padEnd(32)}${seconds.toFixed(2)} s  ${ratio} × sluice  ${resident} MB resident`);
  }
  console.log(`coefficients apart from Ridge's by ${apart(ours, 'scikit-learn Ridge').toExponential(1)} at most`);
}

function secondsOf(candidate: string): number {
  return median(measured.get(candidate)!.map(({ seconds }) => seconds));
}

/** The greatest difference of coefficients, as a share of the greatest of them. */
function apart(one: string, other: string): number {
  const [left, right] = [one, other].map((name) => measured.get(name)![0]!.coefficients) as [number[], number[]];
  const greatest = Math.max(...right.map(Math.abs));
  return Math.max(...left.map((value, j) => Math.abs(value - right[j]!))) / greatest;
}
