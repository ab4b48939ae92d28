import { describe, expect, it } from 'vitest';
import { deployedVariableReader, referenceVariable } from '../../../../src/stacks/aws/variables/variable-reader.ts';

const environment = {
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'AKIA',
  AWS_SECRET_ACCESS_KEY: 'secret access key',
  AWS_SESSION_TOKEN: 'token',
  SLUICE_VARIABLE_SHOP_KEY: 'ssm:/sluice/shop/SHOP_KEY',
  SLUICE_VARIABLE_SHOP_USER: 'secretsmanager:shop/user',
};

/** A service that answers so, and the requests that it was sent. */
function service(answer: () => Response) {
  const requests: Request[] = [];
  const fetch = async (request: unknown) => {
    requests.push(request as Request);
    return answer();
  };
  return { requests, read: deployedVariableReader(environment, fetch as typeof globalThis.fetch) };
}
const refusal = (status: number, type: string) => () =>
  new Response(JSON.stringify({ __type: `com.amazonaws#${type}`, message: 'the value is hunter22' }), { status });

describe('deployedVariableReader', () => {
  it('asks SSM for a parameter, decrypted, as the role of the function', async () => {
    const { requests, read } = service(() => Response.json({ Parameter: { Value: 'hunter22' } }));

    expect(await read('SHOP_KEY')).toBe('hunter22');

    const [request] = requests;
    expect(request!.url).toBe('https://ssm.eu-west-1.amazonaws.com/');
    expect(await request!.json()).toEqual({ Name: '/sluice/shop/SHOP_KEY', WithDecryption: true });
    expect(request!.headers.get('x-amz-target')).toBe('AmazonSSM.GetParameter');
    expect(request!.headers.get('x-amz-security-token')).toBe('token');
    expect(request!.headers.get('authorization')).toMatch(/Credential=AKIA\/\d{8}\/eu-west-1\/ssm\/aws4_request/);
  });

  it('asks Secrets Manager for a secret', async () => {
    const { requests, read } = service(() => Response.json({ SecretString: 'anna' }));

    expect(await read('SHOP_USER')).toBe('anna');

    const [request] = requests;
    expect(request!.url).toBe('https://secretsmanager.eu-west-1.amazonaws.com/');
    expect(await request!.json()).toEqual({ SecretId: 'shop/user' });
    expect(request!.headers.get('x-amz-target')).toBe('secretsmanager.GetSecretValue');
  });

  it('asks the emulator where there is one', async () => {
    const requests: Request[] = [];
    const fetch = async (request: unknown) => {
      requests.push(request as Request);
      return Response.json({ SecretString: 'anna' });
    };
    const emulated = { ...environment, AWS_ENDPOINT_URL: 'http://localhost:4566' };

    await deployedVariableReader(emulated, fetch as typeof globalThis.fetch)('SHOP_USER');

    expect(requests[0]!.url).toBe('http://localhost:4566/');
  });

  it.each([
    [400, 'AccessDeniedException', false],
    [400, 'ThrottlingException', true],
    [500, 'InternalServerError', true],
  ])(
    'says of %d %s where the secret should be, and whether to try again; nothing of the answer’s text',
    async (status, type, transient) => {
      const reading = service(refusal(status, type)).read('SHOP_KEY');

      await expect(reading).rejects.toMatchObject({
        code: 'variable.unreadable',
        transient,
        facts: { seen: `ssm:/sluice/shop/SHOP_KEY: ${status} ${type}` },
      });
    },
  );

  it.each([
    ['SHOP_KEY', 'ParameterNotFound'],
    ['SHOP_USER', 'ResourceNotFoundException'],
  ])('finds none for %s where the service knows none: %s', async (name, type) => {
    expect(await service(refusal(400, type)).read(name)).toBeUndefined();
  });

  it('says that the deployment does not know the secret', async () => {
    await expect(service(() => new Response()).read('OTHER')).rejects.toMatchObject({
      code: 'deployed.variable-missing',
      facts: { seen: referenceVariable('OTHER') },
    });
  });

  it('tries again later when the service cannot be reached', async () => {
    const unreachable = (async () => {
      throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ECONNRESET' } });
    }) as typeof globalThis.fetch;

    await expect(deployedVariableReader(environment, unreachable)('SHOP_KEY')).rejects.toMatchObject({
      code: 'aws.unavailable',
    });
  });
});
