import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { addSluice } from './add-sluice.ts';
import { readContext } from './context.ts';
import { refusalText } from './refusal-text.ts';

const root = join(import.meta.dirname, '..');

try {
  const app = new App();
  await addSluice(app, { root, ...readContext(app.node) });
  app.synth();
} catch (error) {
  const text = refusalText(error);
  if (text === undefined) throw error;
  console.error(text);
  process.exitCode = 1;
}
