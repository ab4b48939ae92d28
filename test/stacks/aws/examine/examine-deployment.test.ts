import { describe, expect, it } from 'vitest';
import { examineDeployment } from '../../../../src/stacks/aws/examine/examine-deployment.ts';

const deployed = {
  name: 'sluice',
  id: 'arn:aws:cloudformation:eu-west-1:123456789012:stack/sluice/1',
  status: 'UPDATE_COMPLETE',
  outputs: { Version: '1.2.3' },
};

describe('examineDeployment', () => {
  it('says whose account and which region it is', () => {
    expect(examineDeployment(deployed, '1.2.3')).toEqual([
      { part: 'credentials', state: 'good', says: 'AWS takes them: account 123456789012 in eu-west-1' },
      { part: 'deployment', state: 'good', says: 'the stack of the service is UPDATE_COMPLETE' },
      { part: 'version', state: 'good', says: '1.2.3, as here' },
    ]);
  });

  it.each([
    ['CREATE_COMPLETE', 'good'],
    ['UPDATE_IN_PROGRESS', 'warning'],
    ['UPDATE_ROLLBACK_COMPLETE', 'warning'],
    ['ROLLBACK_COMPLETE', 'wrong'],
    ['UPDATE_ROLLBACK_FAILED', 'wrong'],
    ['DELETE_COMPLETE', 'wrong'],
  ])('takes %s as %s', (status, state) => {
    expect(examineDeployment({ ...deployed, status }, '1.2.3')[1]).toMatchObject({ part: 'deployment', state });
  });

  it.each([
    [{ Version: '1.2.2' }, '1.2.2 is deployed, 1.2.3 is here'],
    [{}, 'one that does not tell its version is deployed, 1.2.3 is here'],
  ])('warns when another version is deployed', (outputs, says) => {
    expect(examineDeployment({ ...deployed, outputs }, '1.2.3')[2]).toMatchObject({
      part: 'version',
      state: 'warning',
      says,
      mend: expect.stringContaining('npx cdk deploy --all'),
    });
  });
});
