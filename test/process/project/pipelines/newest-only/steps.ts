export { occupy } from '../../steps/occupy.ts';
