/**
 * Preloaded into a process: its clock is ahead by `SLUICE_TEST_AHEAD_MS`, behind when that is negative, from the look at
 * it on whose number is `SLUICE_TEST_AHEAD_AT_LOOK`, the first unless said.
 */
const RealDate = Date;
const { SLUICE_TEST_AHEAD_MS = '0', SLUICE_TEST_AHEAD_AT_LOOK = '1' } = process.env;
let looks = 0;

function now(): number {
  looks++;
  return RealDate.now() + (looks < Number(SLUICE_TEST_AHEAD_AT_LOOK) ? 0 : Number(SLUICE_TEST_AHEAD_MS));
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, newTarget) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
