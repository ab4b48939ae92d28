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

/** A service that answers so, each time the next; the requests that it was sent, and the pauses between them. */
function service(...answers: readonly (() => Response)[]) {
  const [requests, pausesMs]: [Request[], number[]] = [[], []];
  const fetch = async (request: unknown) => {
    requests.push(request as Request);
    return (answers[requests.length - 1] ?? answers.at(-1)!)();
  };
  const sleep = async (delayMs: number) => void pausesMs.push(delayMs);
  return { requests, pausesMs, read: deployedVariableReader(environment, fetch as typeof globalThis.fetch, sleep) };
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
    [400, 'ThrottlingException'],
    [503, 'ServiceUnavailable'],
  ])('asks again in place after %d %s, a little later each time', async (status, type) => {
    const busy = refusal(status, type);
    const { requests, pausesMs, read } = service(busy, busy, () => Response.json({ Parameter: { Value: 'hunter22' } }));

    expect(await read('SHOP_KEY')).toBe('hunter22');

    expect(requests).toHaveLength(3);
    expect(pausesMs.map((pauseMs, before) => pauseMs >= 0 && pauseMs < 200 * 2 ** before)).toEqual([true, true]);
  });

  it('asks five times at most, and once what will not change', async () => {
    const [busy, denied] = [service(refusal(400, 'TooManyRequests')), service(refusal(400, 'AccessDeniedException'))];

    await expect(busy.read('SHOP_KEY')).rejects.toMatchObject({ code: 'variable.unreadable' });
    await expect(denied.read('SHOP_KEY')).rejects.toMatchObject({ code: 'variable.unreadable' });

    expect([busy.requests.length, denied.requests.length]).toEqual([5, 1]);
  });

  it('asks in China under the host of that partition', async () => {
    const requests: Request[] = [];
    const fetch = async (request: unknown) => {
      requests.push(request as Request);
      return Response.json({ SecretString: 'anna' });
    };

    await deployedVariableReader(
      { ...environment, AWS_REGION: 'cn-north-1' },
      fetch as typeof globalThis.fetch,
    )('SHOP_USER');

    expect(requests[0]!.url).toBe('https://secretsmanager.cn-north-1.amazonaws.com.cn/');
  });

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
