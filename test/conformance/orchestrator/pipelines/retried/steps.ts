export { flaky } from '../../steps/flaky.ts';
