import { join } from 'node:path';
import { showIfDead } from '../runs/finish.ts';
import { readGitSource } from '../pipeline/code/git-source.ts';
import type { Components } from './components.ts';
import { type AwsStackDefinition, flavorsOf, type LocalStackDefinition } from './definitions/stack-definition.ts';
import type { NamedStack } from './definitions/stacks-document.ts';
import { placeOf } from './definitions/place-of.ts';
import { endDeadRuns } from './local/end-dead-runs.ts';
import { forwardClock } from './local/forward-clock.ts';
import { hostName } from './local/host-name.ts';
import { noteFolder } from './local/note-folder.ts';
import { isProcessAlive } from './local/is-process-alive.ts';
import type { ModelDeployer, Orchestrator, Stack } from './stack.ts';

/** Folders of a project. */
export interface StackPlace {
  /** Folder of the registered stacks, and of the records and artifacts of those on this machine. */
  readonly home: string;
  /** Folder of the project: its lock file and its `pipelines/`. */
  readonly root: string;
}

interface Assembled {
  readonly components: Components;
  readonly orchestrator: Orchestrator;
  readonly deployer: ModelDeployer;
}

/**
 * Opens a stack from its flavors: the one place where adapters are chosen, each loaded only when it is asked for.
 * Throws `home.unwritable`, `records.*`, `stack.not-deployed`, `aws.*`.
 */
export async function assembleStack({ name, definition }: NamedStack, place: StackPlace): Promise<Stack> {
  const { components, orchestrator, deployer } =
    definition.artifactStore === 'files'
      ? await onThisMachine(name, definition, place)
      : await onAws(name, definition, place);
  return {
    name,
    flavors: flavorsOf(definition),
    records: readable(components),
    artifacts: components.artifacts,
    printed: components.printed,
    orchestrator,
    deployer,
    ...(components.schedules ? { schedules: components.schedules } : {}),
    examine: components.examine,
    close: components.close,
  };
}

async function onThisMachine(name: string, { home }: LocalStackDefinition, place: StackPlace): Promise<Assembled> {
  const { openLocalComponents } = await import('./local/open-local-components.ts');
  const components = await openLocalComponents(home ?? place.home, codeNotesOf(place));
  return {
    components,
    orchestrator: await inProcess(name, components, place),
    deployer: await localModels(components),
  };
}

async function onAws(name: string, definition: AwsStackDefinition, place: StackPlace): Promise<Assembled> {
  const { openAwsComponents } = await import('./aws/open-aws-components.ts');
  const components = await openAwsComponents(placeOf(definition), definition.service);
  const isInProcess = definition.orchestrator === 'in-process';
  const isLocal = definition.modelDeployer === 'local';
  return {
    components,
    orchestrator: isInProcess ? await inProcess(name, components, place) : components.stepFunctions(name),
    deployer: isLocal ? await localModels(components) : await components.apiGateway(),
  };
}

async function inProcess(stack: string, components: Components, place: StackPlace): Promise<Orchestrator> {
  const { rememberedCode } = await import('./local/remembered-code.ts');
  const { inProcessOrchestrator } = await import('./local/in-process-orchestrator.ts');
  const { root } = place;
  return inProcessOrchestrator({
    ...components, // records as they are: a run under way is no judge of itself
    stack,
    root,
    pipelines: join(root, 'pipelines'),
    codeMemory: rememberedCode(noteFolder(codeNotesOf(place)), Date.now),
    process: { host: hostName(), pid: process.pid },
    readSource: () => readGitSource(root),
    readVariable: async (name) => process.env[name],
    now: forwardClock(Date.now),
    random: Math.random,
  });
}

/** Folder of the notes on a project's code. */
function codeNotesOf({ root }: StackPlace): string {
  return join(root, 'node_modules', '.cache', 'sluice');
}

async function localModels(components: Components): Promise<ModelDeployer> {
  const { localDeployer } = await import('./local/local-deployer.ts');
  return localDeployer(components);
}

function readable({ records, isReadOnly }: Components) {
  const surroundings = { now: Date.now, host: hostName(), isAlive: isProcessAlive };
  return endDeadRuns(records, surroundings, isReadOnly ? { settle: showIfDead } : {});
}
