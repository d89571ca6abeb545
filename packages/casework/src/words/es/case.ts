export { caseWords } from '../en/case.ts';
