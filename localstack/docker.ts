import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Commands, Starter } from './starter.ts';
import { untilReady } from './until-ready.ts';

const COMPOSE = ['compose', '--file', join(import.meta.dirname, 'docker-compose.yml')];

/** LocalStack as `docker-compose.yml` pins it; the folder keeps that it was started. */
export function dockerStarter(folder: string, commands: Commands): Starter {
  const mark = join(folder, 'docker');
  return {
    name: 'LocalStack in Docker',
    obstacle: () => obstacle(commands),
    async start(endpoint) {
      // Before the command: one that is cut off leaves a container, too.
      mkdirSync(folder, { recursive: true });
      writeFileSync(mark, '');
      const environment = { SLUICE_EMULATOR_PORT: new URL(endpoint).port };
      await commands.run('docker', [...COMPOSE, 'up', '--detach'], environment);
      await untilReady({
        endpoint,
        log: `docker ${COMPOSE.join(' ')} logs`,
        hasEnded: () => false, // what the daemon runs is asked for by its answers alone
        sleep: (delayMs) => setTimeout(delayMs),
      });
    },
    async stop() {
      if (!existsSync(mark)) return false;
      await commands.run('docker', [...COMPOSE, 'down', '--volumes'], {});
      rmSync(mark);
      return true;
    },
  };
}

/** The command may be there without its daemon, and without what reads compose files. */
async function obstacle({ succeeds }: Commands): Promise<string | undefined> {
  if (!(await succeeds('docker', ['version', '--format', '{{.Server.Version}}']))) return 'no daemon of Docker answers';
  if (!(await succeeds('docker', ['compose', 'version']))) return 'Docker has no `docker compose`';
  return undefined;
}
