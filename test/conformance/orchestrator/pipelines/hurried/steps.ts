export { linger } from '../../steps/linger.ts';
