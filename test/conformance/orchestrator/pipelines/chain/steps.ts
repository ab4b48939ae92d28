export { seed } from '../../steps/seed.ts';
export { double } from '../../steps/double.ts';
