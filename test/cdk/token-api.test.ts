import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { newSecret, newTokenId, formatToken } from '../../src/tracking/tokens/token-text.ts';
import { deployedService } from './deployed.ts';
import { namesOf } from './names-of.ts';

const template = Template.fromStack(deployedService({ tokenApi: true }).service);
const without = Template.fromStack(deployedService().service);

/** The one resource of a type with these properties; what it has is read as what this project gives it. */
function only<Properties>(type: string, properties: object = {}): Properties {
  const found = Object.values(template.findResources(type, { Properties: properties }));
  expect(found).toHaveLength(1);
  return found[0]!['Properties'] as Properties;
}

interface Authorizer {
  readonly Type: string;
  readonly IdentitySource: string;
  readonly IdentityValidationExpression: string;
  readonly AuthorizerResultTtlInSeconds: number;
}

interface GatewayResponse {
  readonly StatusCode: string;
  readonly ResponseParameters: object;
  readonly ResponseTemplates: Readonly<Record<string, string>>;
}

const gatewayResponse = (ResponseType: string) =>
  only<GatewayResponse>('AWS::ApiGateway::GatewayResponse', { ResponseType });

const countWithout = (type: string) => Object.keys(without.findResources(type)).length;

describe('the API for bearers of tokens', () => {
  it('is there only when it is asked for', () => {
    expect(['RestApi', 'Authorizer'].map((type) => countWithout(`AWS::ApiGateway::${type}`))).toEqual([1, 0]);
    expect(countWithout('AWS::Lambda::Function')).toBe(2);
  });

  it('keeps the names of its resources, and changes none that are there without it', () => {
    const before = namesOf(without);
    const added = Object.entries(namesOf(template)).filter(([name]) => !(name in before));
    expect(namesOf(template)).toMatchObject(before);
    expect(Object.fromEntries(added)).toMatchSnapshot();
  });

  it('asks for a token at each of its addresses, and the other for a signature', () => {
    const methods = Object.values(template.findResources('AWS::ApiGateway::Method'));
    const types = methods.map(({ Properties: { RestApiId, AuthorizationType } }) => [
      RestApiId.Ref.startsWith('TokenApi') ? 'TokenApi' : 'Api',
      AuthorizationType,
    ]);
    expect(types.toSorted()).toEqual([
      ['Api', 'AWS_IAM'],
      ['Api', 'AWS_IAM'],
      ['TokenApi', 'CUSTOM'],
      ['TokenApi', 'CUSTOM'],
    ]);
  });

  it('refuses a revoked token within 30 s: as long as an answer takes, and is used again', () => {
    const [authorize] = Object.values(
      template.findResources('AWS::Lambda::Function', {
        Properties: { Description: Match.stringLikeRegexp('what a token allows') },
      }),
    );
    const { AuthorizerResultTtlInSeconds: reusedSeconds } = only<Authorizer>('AWS::ApiGateway::Authorizer');
    const longestSeconds: number = authorize!['Properties'].Timeout;
    expect(reusedSeconds).toBeGreaterThan(0);
    expect(reusedSeconds + longestSeconds).toBeLessThanOrEqual(30);
  });

  it('looks up what looks like a token, by its header, and nothing else', () => {
    const { Type, IdentitySource, IdentityValidationExpression } = only<Authorizer>('AWS::ApiGateway::Authorizer');
    expect([Type, IdentitySource]).toEqual(['TOKEN', 'method.request.header.Authorization']);
    const looksSo = (header: string) => new RegExp(IdentityValidationExpression).test(header);
    const token = formatToken({ id: newTokenId(), secret: newSecret() });
    expect([`Bearer ${token}`, `bearer ${token}`].map(looksSo)).toEqual([true, true]);
    expect([token, `Bearer ${token}0`, `Bearer x${token}`, `Basic ${token}`].map(looksSo)).not.toContain(true);
  });

  it('tells who is refused how to be let in', () => {
    const { StatusCode, ResponseParameters, ResponseTemplates } = gatewayResponse('UNAUTHORIZED');
    expect(StatusCode).toBe('401');
    expect(ResponseParameters).toEqual({ 'gatewayresponse.header.WWW-Authenticate': `'Bearer realm="sluice"'` });
    expect(JSON.parse(ResponseTemplates['application/json']!)).toMatchObject({ error_code: 'api.token-refused' });
  });

  it('calls it no fault of the caller when the records of tokens cannot be read', () => {
    const { StatusCode, ResponseTemplates } = gatewayResponse('AUTHORIZER_FAILURE');
    expect(StatusCode).toBe('500');
    expect(JSON.parse(ResponseTemplates['application/json']!)).toMatchObject({ error_code: 'api.unexpected' });
  });

  it('says so in words that a template does not take for its own', () => {
    const responses = template.findResources('AWS::ApiGateway::GatewayResponse');
    const bodies = Object.values(responses).map(({ Properties }) => Properties.ResponseTemplates['application/json']);
    expect(bodies).toHaveLength(2);
    expect(bodies.join('')).not.toMatch(/[$#]/);
  });

  it('is throttled, and says that it is for tokens, so that the function lets nobody in whom no authoriser knew', () => {
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      Variables: { authorization: 'tokens' },
      TracingEnabled: true,
      MethodSettings: [
        {
          HttpMethod: '*',
          ResourcePath: '/*',
          DataTraceEnabled: false,
          ThrottlingRateLimit: 100,
          ThrottlingBurstLimit: 200,
        },
      ],
    });
  });

  it('takes as many requests as it is told', () => {
    const { service } = deployedService({ tokenApi: true, tokenApiRequestsPerSecond: 7 });
    const [stage] = Object.values(
      Template.fromStack(service).findResources('AWS::ApiGateway::Stage', {
        Properties: { Variables: Match.anyValue() },
      }),
    );
    expect(stage!['Properties'].MethodSettings).toEqual([
      expect.objectContaining({ ThrottlingRateLimit: 7, ThrottlingBurstLimit: 14 }),
    ]);
  });

  it('tells its URL, and has alarms and graphs of its own', () => {
    template.hasOutput('TokenApiUrl', {});
    template.hasOutput('TokenApiId', {});
    const alarms = Object.keys(template.findResources('AWS::CloudWatch::Alarm'));
    expect(alarms.filter((name) => name.startsWith('TokenApi'))).toHaveLength(2);
    expect(JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'))).toContain('TokenApi: latency');
  });
});
