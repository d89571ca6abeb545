export { letterWords } from '../en/letter.ts';
