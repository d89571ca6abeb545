export { decisionWords } from '../en/decision.ts';
