/** At which addresses does the console live? One list for pages, handlers and tests. No address ever carries a name, a contact or an address of content. */

const under = (...parts: readonly string[]): string => ['/console', ...parts.map(encodeURIComponent)].join('/');

export const paths = {
  queue: '/console',
  /** The filings of one flood. */
  pile: (pileId: string) => `/console?pile=${encodeURIComponent(pileId)}`,
  firstRun: '/console/first-run',
  password: '/console/password',
  signIn: '/console/sign-in',
  /** GET, on the way to the page in `?next=` that somebody signed in for; answers 303 to it, or the sign-in page where the browser kept no cookie. */
  signedIn: '/console/signed-in',
  signOut: '/console/sign-out',
  /** Where the identity provider sends the browser back to. */
  provider: '/console/oidc',
  toProvider: '/console/oidc/begin',
  toProviderInvited: '/console/oidc/invited',
  /** Asks for a passkey; and takes its answer. */
  toPasskey: '/console/passkey/begin',
  passkey: '/console/passkey',
  /** Where somebody is led who has to come in by one. */
  passkeyFirst: '/console/account/passkey-first',
  banks: '/console/banks',
  bank: (bankId: string) => under('banks', bankId),
  /** The part of its items that begins after one of them. */
  bankPart: (bankId: string, after: string) => `${under('banks', bankId)}?after=${encodeURIComponent(after)}`,
  bankPolicy: (bankId: string) => under('banks', bankId, 'policy'),
  switchBank: (bankId: string, to: 'on' | 'off') => under('banks', bankId, to),
  judgeItem: (itemId: string, judgement: 'resume' | 'confirm' | 'doubt') => under('items', itemId, judgement),
  report: '/console/report',
  reportCsv: '/console/report/csv',
  reportJson: '/console/report/json',
  account: '/console/account',
  preferences: '/console/account/preferences',
  ownLimits: '/console/account/limits',
  endSession: (handle: string) => under('account', 'sessions', handle, 'end'),
  newPasskey: '/console/account/passkeys/begin',
  passkeys: '/console/account/passkeys',
  removePasskey: (handle: string) => under('account', 'passkeys', handle, 'remove'),
  signOutEverywhere: '/console/account/sign-out-everywhere',
  keyboard: '/console/keyboard',
  search: '/console/search',
  decided: '/console/decided',
  people: '/console/people',
  person: (personId: string) => under('people', personId),
  changeRole: (personId: string) => under('people', personId, 'role'),
  newLink: (personId: string) => under('people', personId, 'link'),
  endAccess: (personId: string) => under('people', personId, 'end'),
  statements: '/console/statements',
  resendStatements: '/console/statements/again',
  data: '/console/data',
  /** What is kept about an uploader. Only ever posted to: the service's word for an account may be a name. */
  uploaderData: '/console/data/uploader',
  exportUploader: '/console/data/uploader/export',
  askToEraseUploader: '/console/data/uploader/erase',
  eraseUploader: '/console/data/uploader/erase/confirmed',
  personData: (personId: string) => under('data', 'people', personId),
  exportPerson: (personId: string) => under('data', 'people', personId, 'export'),
  erasePerson: (personId: string) => under('data', 'people', personId, 'erase'),
  setup: '/console/setup',
  setupOf: (platformId: string) => `/console/setup?service=${encodeURIComponent(platformId)}`,
  setupName: '/console/setup/name',
  setupPreview: '/console/setup/preview',
  setupKeys: '/console/setup/keys',
  setupEndpoints: '/console/setup/endpoints',
  request: (trackingNumber: string) => under('requests', trackingNumber),
  /** A part of its uploads; the first has the plain address. */
  requestPart: (trackingNumber: string, part: number) => `${under('requests', trackingNumber)}${part === 1 ? '' : `?part=${part}`}`,
  leaveRequest: (trackingNumber: string) => under('requests', trackingNumber, 'leave'),
  askRequest: (trackingNumber: string) => under('requests', trackingNumber, 'ask'),
  decideRequest: (trackingNumber: string) => under('requests', trackingNumber, 'decide'),
  /** What a withdrawn request said of somebody under 18 is judged there, and that it was found adult taken back. */
  judgeSaidYoung: (trackingNumber: string) => under('requests', trackingNumber, 'said-young'),
  takeBackAdult: (trackingNumber: string) => under('requests', trackingNumber, 'said-young', 'take-back'),
  review: (reviewId: string) => under('reviews', reviewId),
  /** Without the copies of its upload. */
  reviewAlone: (reviewId: string) => `${under('reviews', reviewId)}?alone=yes`,
  leaveReview: (reviewId: string) => under('reviews', reviewId, 'leave'),
  decideReview: (reviewId: string) => under('reviews', reviewId, 'decide'),
  undo: (decisionId: string) => under('decisions', decisionId, 'undo'),
  setAside: (decisionId: string) => under('decisions', decisionId, 'set-aside'),
  talks: '/console/talks',
  talk: (talkId: string) => under('talks', talkId),
  answerTalk: (talkId: string) => under('talks', talkId, 'answer'),
  complaints: '/console/complaints',
  complaint: (complaintId: string) => under('complaints', complaintId),
  decideComplaint: (complaintId: string) => under('complaints', complaintId, 'decide'),
  misuse: '/console/misuse',
  misuseAccount: (accountKey: string) => under('misuse', accountKey),
  /** Where on the page of its account a measure stands, with the complaint about it. */
  misuseMeasure: (accountKey: string, measureId: string) => `${under('misuse', accountKey)}#measure-${measureId}`,
  takeMeasure: (accountKey: string) => under('misuse', accountKey, 'decide'),
  liftMeasure: (measureId: string) => under('misuse', 'measures', measureId, 'lift'),
  judgeMeasure: (measureId: string) => under('misuse', 'measures', measureId, 'judge'),
  referrals: '/console/referrals',
  referral: (referralId: string) => under('referrals', referralId),
  reportReferral: (referralId: string) => under('referrals', referralId, 'report'),
  closeReferral: (referralId: string) => under('referrals', referralId, 'close'),
  preview: (ref: string, view: 'blurred' | 'clear') => `${under('preview', ref)}?view=${view}`,
  /** What became of the last attempt to fetch it, in one sentence. */
  previewFinding: (ref: string) => under('preview', ref, 'finding'),
  revokeKey: (keyId: string) => under('setup', 'keys', keyId, 'revoke'),
  disableEndpoint: (endpointId: string) => under('setup', 'endpoints', endpointId, 'disable'),
} as const;

/** The report of a service and a period, as a page or as a file to keep. */
export function reportPath(form: 'report' | 'reportCsv' | 'reportJson', platformId: string, period: string): string {
  return `${paths[form]}?${new URLSearchParams({ service: platformId, period })}`;
}

/** A part of the list of decisions. */
export function decidedPath({ isMine, after }: { readonly isMine: boolean; readonly after: string | null }): string {
  const query = new URLSearchParams({ ...(isMine ? { whose: 'mine' } : {}), ...(after === null ? {} : { after }) });
  return query.size === 0 ? paths.decided : `${paths.decided}?${query}`;
}

/** The sign-in page that leads back to where somebody wanted to go. */
export function signInTo(path: string): string {
  return path === paths.queue ? paths.signIn : `${paths.signIn}?next=${encodeURIComponent(path)}`;
}

/** By way of `signedIn` to where somebody signed in for, since only the next request shows whether the browser kept the cookie. */
export function signedInTo(path: string): string {
  return `${paths.signedIn}?next=${encodeURIComponent(path)}`;
}

/** To the identity provider, and afterwards to where somebody wanted to go. */
export function providerTo(path: string | null): string {
  return path === null ? paths.toProvider : `${paths.toProvider}?next=${encodeURIComponent(path)}`;
}

/** Whether a path may be gone to after signing in: a page of the console, never another site. */
export function isConsolePage(path: string): boolean {
  return /^\/console(\/[A-Za-z0-9-]{1,64}){0,4}$/.test(path);
}
