/** What does the server need of the console's pages? Pages as functions of view models, their addresses, their forms' fields. */
export { bankPage } from './bank.tsx';
export type * from './bank-model.ts';
export { banksPage } from './banks.tsx';
export type * from './complaint-model.ts';
export { complaintPage, complaintsPage } from './complaints.tsx';
export { firstRunPage, passwordPage, signInPage } from './entry-pages.tsx';
export * from './fields.ts';
export { messagePage } from './message.tsx';
export type * from './model.ts';
export { isConsolePage, paths, reportPath, signInTo } from './paths.ts';
export { findingText, placeholderSvg } from './preview.tsx';
export { queuePage } from './queue.tsx';
export { referConfirmPage, referralPage, referralsPage } from './referral.tsx';
export type * from './referral-model.ts';
export { type ReportModel, reportPage } from './report.tsx';
export { requestPage } from './request.tsx';
export { type ReviewPageModel, reviewPage } from './review.tsx';
export { confirmPage, setupPage } from './setup.tsx';
