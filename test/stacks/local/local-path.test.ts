import { describe, expect, it } from 'vitest';
import { localPath } from '../../../src/stacks/local/local-path.ts';

describe('localPath', () => {
  it.each([
    ['data/orders.csv', 'data/orders.csv'],
    ['/data/a%20b.csv', '/data/a%20b.csv'],
    ['file:///data/a%20b.csv', '/data/a b.csv'],
    ['file://localhost/data/orders.csv', '/data/orders.csv'],
  ])('of %s is %s', (given, path) => {
    expect(localPath(given)).toBe(path);
  });

  it.each(['s3://bucket/orders.csv', 'https://example.com/orders.csv'])('refuses %s as of another place', (given) => {
    expect(() => localPath(given)).toThrow(expect.objectContaining({ code: 'data.file-elsewhere' }));
  });

  it.each(['file://server/share/orders.csv', 'file:///data%2Forders.csv', 'file://[/orders.csv'])(
    'refuses %s',
    (given) => {
      expect(() => localPath(given)).toThrow(
        expect.objectContaining({
          code: 'data.bad-file-uri',
          facts: expect.objectContaining({ seen: given }),
        }),
      );
    },
  );
});
