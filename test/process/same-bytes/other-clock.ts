/** Preloaded into a process: its clock is ahead by `SLUICE_TEST_AHEAD_MS`, or behind when that is negative. */
const RealDate = Date;
const aheadMs = Number(process.env['SLUICE_TEST_AHEAD_MS']);
const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, values, newTarget) =>
    Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
