/**
 * Preloaded into a process with `SLUICE_TEST_FAULT=<fault>@<number>`: at that operation on the files of its home or on
 * its records the process is killed (`SIGKILL`), in the middle of a write too, or told of a fault of the disk (`EIO`
 * once, `ENOSPC` from then on). With `count@<path>` it writes there how many operations there were.
 */
import { writeFileSync } from 'node:fs';
import files, { type FileHandle } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { DatabaseSync, StatementSync } from 'node:sqlite';
import { isMainThread } from 'node:worker_threads';

/** Primary result codes, https://sqlite.org/rescode.html. */
const SQLITE_CODES: Readonly<Record<string, number>> = { EIO: 10, ENOSPC: 13 };

const { SLUICE_TEST_FAULT = '', SLUICE_HOME = '' } = process.env;
const [fault = '', at = ''] = SLUICE_TEST_FAULT.split('@');
let operationCount = 0;

type Call = (...values: unknown[]) => unknown;

function isDue(): boolean {
  operationCount++;
  return operationCount === Number(at) || (fault === 'ENOSPC' && operationCount > Number(at));
}

/** Before the operation, or after half of it. */
function fail(operation: string, path: string, half: () => void): void {
  if (!isDue()) return;
  if (fault === 'SIGKILL') {
    half();
    process.kill(process.pid, 'SIGKILL');
  }
  throw Object.assign(new Error(`${fault}: as the test asks, ${operation} '${path}'`), {
    code: fault,
    syscall: operation,
  });
}

function failStatement(): void {
  if (!isDue()) return;
  if (fault === 'SIGKILL') process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${fault}: as the test asks`), { errcode: SQLITE_CODES[fault] });
}

function disturbFiles(): void {
  const calls = files as unknown as Record<string, Call>; // to put others in their places
  const removing = ['SIGKILL', 'count'].includes(fault) ? ['rm'] : []; // a disk that fails lets go of files
  for (const name of ['copyFile', 'link', 'mkdir', 'open', 'rename', 'utimes', 'writeFile', ...removing]) {
    const call = calls[name]!;
    calls[name] = async (...values) => {
      const path = String(name === 'copyFile' ? values[1] : values[0]);
      if (!path.startsWith(SLUICE_HOME)) return call(...values);
      fail(name, path, () => writeHalf(name, path, values[1]));
      const result = await call(...values);
      if (name === 'open') disturbSync(result as FileHandle, path);
      return result;
    };
  }
  syncBuiltinESMExports();
}

function writeHalf(name: string, path: string, content: unknown): void {
  if (name === 'writeFile' && content instanceof Uint8Array)
    writeFileSync(path, content.subarray(0, content.length / 2));
}

function disturbSync(file: FileHandle, path: string): void {
  const sync = file.sync.bind(file);
  file.sync = async () => {
    fail('fsync', path, () => {});
    return sync();
  };
}

function disturbRecords(): void {
  const { run } = StatementSync.prototype;
  Object.assign(StatementSync.prototype, {
    run(this: StatementSync, ...values: unknown[]) {
      failStatement();
      return Reflect.apply(run, this, values);
    },
  });
  const { exec } = DatabaseSync.prototype;
  Object.assign(DatabaseSync.prototype, {
    exec(this: DatabaseSync, sql: string) {
      if (sql === 'COMMIT') failStatement();
      exec.call(this, sql);
    },
  });
}

if (SLUICE_TEST_FAULT !== '' && isMainThread) {
  disturbFiles();
  disturbRecords();
  if (fault === 'count') process.on('exit', () => writeFileSync(at, String(operationCount)));
}
