// node localstack/dynamodb-local/main.ts COMMAND…: runs a command with a DynamoDB Local of its own as AWS.
import { join } from 'node:path';
import { exitCodeOfError } from '../../src/cli/exit-code.ts';
import { formatError } from '../../src/errors/format-error.ts';
import { SluiceError } from '../../src/errors/sluice-error.ts';
import { runCommand } from '../run-command.ts';
import { withoutAccount } from '../without-account.ts';
import { withDynamoDbLocal } from './server.ts';

const folder = join(import.meta.dirname, '../.emulator/dynamodb-local');
const place = { AWS_REGION: 'us-east-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' };

try {
  const [command, ...parameters] = process.argv.slice(2);
  if (command === undefined) throw noCommand();
  await withDynamoDbLocal(folder, { run: runCommand }, (endpoint) =>
    runCommand(command, parameters, { ...withoutAccount(process.env), ...place, AWS_ENDPOINT_URL: endpoint }),
  );
} catch (error) {
  if (!SluiceError.is(error)) throw error;
  console.error(formatError(error.facts));
  process.exitCode = exitCodeOfError(error.code);
}

function noCommand(): SluiceError {
  return new SluiceError({
    code: 'cli.usage',
    message: 'DynamoDB Local is started for a command, and ends with it',
    seen: 'no command',
    mend: 'node localstack/dynamodb-local/main.ts npx vitest run --project emulator dynamodb-records',
  });
}
