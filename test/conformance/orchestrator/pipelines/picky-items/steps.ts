export { seed } from '../../steps/seed.ts';
export { picky } from '../../steps/picky.ts';
