/** What travels between a platform and Likeness? HTTP shapes, error codes, webhook payloads: data only. */
export * from './decisions.ts';
export * from './problem-body.ts';
export * from './problems.ts';
export * from './requests.ts';
export * from './screening.ts';
export * from './written.ts';
