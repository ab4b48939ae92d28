export { sleepy } from '../../steps/sleepy.ts';
