import { nearest } from '../errors/nearest.ts';
import { SluiceError } from '../errors/sluice-error.ts';
import type { Trigger } from '../tracking/run-record.ts';
import type { Scalar } from '../tracking/step-record.ts';

/** What an execution or the start function is asked for from outside. */
export interface RunInput {
  readonly parameters: Readonly<Record<string, Scalar>>;
  readonly useCache: boolean;
  /** As the input names it; undefined when it does not. */
  readonly trigger?: Trigger;
  /** What asks: the same, delivered twice, is one run. */
  readonly event?: string;
}

/** Detail type of an event that asks for a run, whoever sends it. */
export const RUN_REQUESTED = 'Sluice Run Requested';

type Fields = Readonly<Record<string, unknown>>;

const NAMES = ['parameters', 'useCache', 'trigger', 'event'];
const REQUEST_NAMES = ['pipeline', 'parameters', 'useCache', 'event'];
/** So that it has room in a key of the records, whatever its letters. */
const MAX_EVENT_LENGTH = 128;

/** What the console and Step Functions themselves put into an input. */
const FOREIGN = new Set(['Comment', 'AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID']);

/** The text that each kind of trigger has beside its name. */
const TRIGGERS: Readonly<Record<Trigger['kind'], string | undefined>> = {
  command: undefined,
  console: undefined,
  schedule: 'rule',
  'new-data': 'object',
  event: 'source',
};

/**
 * Reads `{ parameters?, useCache?, trigger?, event? }`, or an event of EventBridge as a rule hands it on.
 * Throws `run.bad-input`.
 */
export function readRunInput(input: unknown): RunInput {
  if (!isFields(input)) throw badInput('the input', input, 'an object, as {"parameters": {}}');
  if (isEventBridgeEvent(input)) return fromEventBridge(input);
  checkNames(input, NAMES);
  const { trigger } = input;
  return { ...readAsked(input), ...(trigger === undefined ? {} : { trigger: readTrigger(trigger) }) };
}

/** What every form of an input has. */
function readAsked({ parameters = {}, useCache = true, event }: Fields): Omit<RunInput, 'trigger'> {
  if (typeof useCache !== 'boolean') throw badInput('useCache', useCache, 'true or false');
  return {
    parameters: readParameters(parameters),
    useCache,
    ...(event === undefined ? {} : { event: readEvent(event) }),
  };
}

function readEvent(event: unknown): string {
  if (isText(event) && event.isWellFormed() && event.length <= MAX_EVENT_LENGTH) return event;
  throw badInput('event', event, `a text of at most ${MAX_EVENT_LENGTH} characters that names the event`);
}

interface EventBridgeEvent {
  readonly id: string;
  readonly source: string;
  readonly 'detail-type': string;
  readonly detail?: unknown;
}

function isEventBridgeEvent(input: Fields): input is Fields & EventBridgeEvent {
  return isText(input['detail-type']) && isText(input['source']) && isText(input['id']);
}

/** Of an event that asks for a run, the detail says which; any other stands for a run with nothing but defaults. */
function fromEventBridge({ id, source, detail, ...event }: EventBridgeEvent): RunInput {
  const trigger = { kind: 'event', source } as const;
  if (event['detail-type'] !== RUN_REQUESTED) return { parameters: {}, useCache: true, trigger, event: id };
  if (!isFields(detail)) throw badInput('detail', detail, 'an object, as {"pipeline": "rents", "parameters": {}}');
  checkNames(detail, REQUEST_NAMES);
  const asked = readAsked(detail);
  return { ...asked, trigger, event: asked.event === undefined ? id : `${source}/${asked.event}` };
}

function readParameters(parameters: unknown): Readonly<Record<string, Scalar>> {
  if (!isFields(parameters)) throw badInput('parameters', parameters, 'an object of values by name');
  for (const [name, value] of Object.entries(parameters)) {
    if (!['string', 'number', 'boolean'].includes(typeof value)) {
      throw badInput(`parameters.${name}`, value, 'a text, a number, true or false');
    }
  }
  return parameters as Readonly<Record<string, Scalar>>;
}

function readTrigger(trigger: unknown): Trigger {
  const allowed = Object.keys(TRIGGERS).join(', ');
  if (!isFields(trigger)) throw badInput('trigger', trigger, `an object with a kind: ${allowed}`);
  const { kind } = trigger;
  if (!isText(kind) || !Object.hasOwn(TRIGGERS, kind)) throw badInput('trigger.kind', kind, allowed);
  const field = TRIGGERS[kind as Trigger['kind']];
  if (field === undefined) return { kind } as Trigger;
  const value = trigger[field];
  if (!isText(value)) throw badInput(`trigger.${field}`, value, 'a text');
  return { kind, [field]: value } as unknown as Trigger; // the table above gives each kind its field
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

const MAX_SEEN = 200;

function badInput(what: string, value: unknown, allowed: string): SluiceError {
  return new SluiceError({
    code: 'run.bad-input',
    message: 'a run was asked for with an input that cannot be read',
    seen: `${what}: ${(JSON.stringify(value) ?? 'nothing').slice(0, MAX_SEEN)}`,
    allowed,
    mend: 'give {"parameters": {"name": value}, "useCache": true}; both may be left out',
  });
}

function checkNames(fields: Fields, names: readonly string[]): void {
  for (const name of Object.keys(fields))
    if (!names.includes(name) && !FOREIGN.has(name)) throw unknownField(name, names);
}

function unknownField(name: string, names: readonly string[]): SluiceError {
  const near = nearest(name, names);
  return new SluiceError({
    code: 'run.bad-input',
    message: 'a run was asked for with an input that has a field nobody reads',
    seen: name,
    allowed: names.join(', '),
    mend: near === undefined ? 'put the parameters of the pipeline under "parameters"' : `did you mean ${near}?`,
  });
}
