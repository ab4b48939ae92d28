export { broken } from '../../steps/broken.ts';
export { decide } from '../../steps/decide.ts';
export { seed } from '../../steps/seed.ts';
