export { decide } from '../../steps/decide.ts';
export { seed } from '../../steps/seed.ts';
