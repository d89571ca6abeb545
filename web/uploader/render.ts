/** What does the server need of the uploader's page? The page as a function of its model, its addresses, what its form says. */
export {
  type FailedPage,
  failedPage,
  fieldNames,
  isMeanwhile,
  isUploadersReason,
  paths,
  readStatementForm,
  type StatementFormProblem,
  type StatementModel,
  type StatementPage,
  statementPage,
  textAtMost,
} from './statement.tsx';
