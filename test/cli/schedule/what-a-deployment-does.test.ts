import { expect, it } from 'vitest';
import { whatADeploymentDoes } from '../../../src/cli/schedule/what-a-deployment-does.ts';

it.each([
  [true, 'it stays on until', '"enabled": true'],
  [false, 'it stays off until', '"enabled": false'],
])('says how long a schedule stays as it was turned, and how to keep it so', (enabled, until, kept) => {
  const said = whatADeploymentDoes({ pipeline: 'rents', expression: 'rate(1 day)', enabled });

  expect(said).toContain(until);
  expect(said).toContain(kept);
});
