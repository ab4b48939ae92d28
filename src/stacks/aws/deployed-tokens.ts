import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import type { TokenStore } from '../../tracking/record-store.ts';
import { type Environment, variable } from './environment.ts';
import { BEFORE_PREDICTING } from './patience.ts';
import { readToken } from './records/read-token.ts';
import { jitteredPause } from './records/table.ts';

/** The tokens of a deployed service, to read; no more of the records, to be small. Throws `deployed.variable-missing`. */
export function openDeployedTokens(environment: Environment): Pick<TokenStore, 'get'> {
  const client = new DynamoDBClient(BEFORE_PREDICTING);
  const table = { client, name: variable(environment, 'SLUICE_TABLE'), pause: jitteredPause };
  return { get: (id) => readToken(table, id) };
}
