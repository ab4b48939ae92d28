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

type Fields = Readonly<Record<string, unknown>>;

const NAMES = ['parameters', 'useCache', 'trigger', 'event'];

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
  for (const name of Object.keys(input)) if (!NAMES.includes(name) && !FOREIGN.has(name)) throw unknownField(name);
  const { parameters = {}, useCache = true, trigger, event } = input;
  if (typeof useCache !== 'boolean') throw badInput('useCache', useCache, 'true or false');
  if (event !== undefined && !isText(event)) throw badInput('event', event, 'a text that names the event');
  return {
    parameters: readParameters(parameters),
    useCache,
    ...(trigger === undefined ? {} : { trigger: readTrigger(trigger) }),
    ...(event === undefined ? {} : { event }),
  };
}

function isEventBridgeEvent(input: Fields): input is Fields & { readonly id: string; readonly source: string } {
  return isText(input['detail-type']) && isText(input['source']) && isText(input['id']);
}

function fromEventBridge({ id, source }: { readonly id: string; readonly source: string }): RunInput {
  return { parameters: {}, useCache: true, trigger: { kind: 'event', source }, event: id };
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

function unknownField(name: string): SluiceError {
  const near = nearest(name, NAMES);
  return new SluiceError({
    code: 'run.bad-input',
    message: 'a run was asked for with an input that has a field nobody reads',
    seen: name,
    allowed: NAMES.join(', '),
    mend: near === undefined ? 'put the parameters of the pipeline under "parameters"' : `did you mean ${near}?`,
  });
}
