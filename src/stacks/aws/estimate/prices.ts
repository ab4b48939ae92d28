/** List prices in US dollars, without free tiers; they change, and differ by region. */
export interface Prices {
  readonly region: string;
  /** When they were looked up: year and month. */
  readonly asOf: string;
  readonly sources: readonly string[];
  readonly perTransition: number;
  readonly perInvocation: number;
  /** Of functions on arm64; a GB is 1,024 MB. */
  readonly perGbSecond: number;
  readonly perReadUnit: number;
  readonly perWriteUnit: number;
  readonly perObjectRead: number;
  readonly perObjectWrite: number;
}

export const PRICES: Prices = {
  region: 'us-east-1',
  asOf: '2026-11',
  sources: [
    'https://aws.amazon.com/step-functions/pricing/ (Standard workflows)',
    'https://aws.amazon.com/lambda/pricing/ (Arm, first tier)',
    'https://aws.amazon.com/dynamodb/pricing/on-demand/ (Standard table class)',
    'https://aws.amazon.com/s3/pricing/ (S3 Standard)',
  ],
  perTransition: 0.025 / 1e3,
  perInvocation: 0.2 / 1e6,
  perGbSecond: 0.000_013_333_4,
  perReadUnit: 0.125 / 1e6,
  perWriteUnit: 0.625 / 1e6,
  perObjectRead: 0.000_4 / 1e3,
  perObjectWrite: 0.005 / 1e3,
};
