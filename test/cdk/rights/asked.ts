import type { Item } from '../../../src/stacks/aws/records/item.ts';

/** An action that one request asks for, on these partitions of the table or keys of the bucket. */
export interface Asked {
  readonly action: string;
  readonly on: readonly string[];
}

interface Client {
  send(command: unknown, ...others: never[]): unknown;
}

/** The client, that tells what each request of it asks for. */
export function listening<C extends Client>(client: C, tell: (asked: Asked) => void): C {
  return new Proxy(client, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== 'send') return value;
      return (command: Command) => {
        askedBy(command).forEach(tell);
        return target.send(command);
      };
    },
  });
}

interface Command {
  readonly input: object;
}

/** What a command needs the rights for (IAM: actions of DynamoDB and of S3). */
function askedBy(command: Command): Asked[] {
  const name = command.constructor.name.replace(/Command$/, '');
  const ask = ASKS[name];
  if (!ask) throw new TypeError(`nobody has said which rights ${name} needs`);
  const asked = ask(command.input as never); // each knows the input of its own command
  return asked.filter(({ on }) => on.length > 0);
}

const partitions = (items: readonly Item[]): string[] => items.map(({ pk }) => pk!.S!);

const ASKS: Readonly<Record<string, (input: never) => Asked[]>> = {
  GetItem: ({ Key }: { Key: Item }) => [{ action: 'GetItem', on: partitions([Key]) }],
  PutItem: ({ Item: item }: { Item: Item }) => [{ action: 'PutItem', on: partitions([item]) }],
  UpdateItem: ({ Key }: { Key: Item }) => [{ action: 'UpdateItem', on: partitions([Key]) }],
  Query: (input: { ExpressionAttributeValues: Item }) => [
    { action: 'Query', on: [input.ExpressionAttributeValues[':partition']!.S!] },
  ],
  BatchGetItem: ({ RequestItems }: { RequestItems: Record<string, { Keys: Item[] }> }) => [
    { action: 'BatchGetItem', on: partitions(Object.values(RequestItems).flatMap(({ Keys }) => Keys)) },
  ],
  BatchWriteItem: ({ RequestItems }: { RequestItems: Record<string, { PutRequest: { Item: Item } }[]> }) => [
    {
      action: 'BatchWriteItem',
      on: partitions(
        Object.values(RequestItems)
          .flat()
          .map(({ PutRequest }) => PutRequest.Item),
      ),
    },
  ],
  TransactWriteItems: ({
    TransactItems: actions,
  }: {
    TransactItems: { Put?: { Item: Item }; ConditionCheck?: { Key: Item } }[];
  }) => [
    { action: 'PutItem', on: partitions(actions.flatMap(({ Put }) => (Put ? [Put.Item] : []))) },
    {
      action: 'ConditionCheckItem',
      on: partitions(actions.flatMap(({ ConditionCheck }) => (ConditionCheck ? [ConditionCheck.Key] : []))),
    },
  ],
  GetObject: ({ Key }: { Key: string }) => [{ action: 'GetObject', on: [Key] }],
  HeadObject: ({ Key }: { Key: string }) => [{ action: 'GetObject', on: [Key] }],
  PutObject: ({ Key }: { Key: string }) => [{ action: 'PutObject', on: [Key] }],
};
