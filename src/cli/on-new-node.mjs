// Plain JavaScript that every Node since 20 can parse: the rest of the source needs one that strips types.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

const NEEDED_MAJOR = 24;
/** In a clone, or beside the package where that is installed. */
const PINNED = ['../../node_modules/.bin/node', '../../../.bin/node'];
const pinned = PINNED.map((path) => fileURLToPath(new URL(path, import.meta.url))).find((path) => existsSync(path));

/**
 * Loads a program on a Node that can: on this one, else by starting the entry again on the pinned one.
 * @param {string} entry URL of the module that this process was started with
 * @param {() => Promise<unknown>} load
 */
export async function onNewNode(entry, load) {
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) await loadFast(load);
  else if (pinned && process.env.SLUICE_PINNED === undefined) startAgain(pinned, fileURLToPath(entry));
  else refuse();
}

/**
 * Stripping types and compiling is two thirds of a start; Node keeps what came of it.
 * @param {() => Promise<unknown>} load
 */
async function loadFast(load) {
  module.enableCompileCache();
  await load();
}

/**
 * @param {string} node
 * @param {string} path
 */
function startAgain(node, path) {
  const words = [path, ...process.argv.slice(2)];
  const child = spawn(node, words, { stdio: 'inherit', env: { ...process.env, SLUICE_PINNED: '1' } });
  process.on('SIGINT', () => undefined); // a terminal sends Ctrl-C to both: the child ends, this one waits for it
  for (const signal of /** @type {const} */ (['SIGTERM', 'SIGHUP'])) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + constants.signals[signal]; // as a shell tells of an end by a signal
  });
}

function refuse() {
  console.error(`error: this Node is too old  [cli.node-too-old]
  seen:    ${process.version}
  allowed: Node ${NEEDED_MAJOR} or newer
  mend:    run \`npm ci\`, which brings the pinned Node, or install Node ${NEEDED_MAJOR}
  more:    docs/errors.md#clinode-too-old`);
  process.exitCode = 1;
}
