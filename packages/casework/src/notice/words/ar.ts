export { english as arabic } from './en.ts';
