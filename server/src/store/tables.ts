/** What is in each table? The row types that Kysely checks queries against; the migrations are the truth. */
import type {
  AccountStatement,
  ComplaintBy,
  ComplaintOutcome,
  Filer,
  FoundAnswer,
  Intention,
  Measure,
  MisuseFacts,
  MisuseKind,
  ReversedBecause,
  StatementOfReasons,
  TransparencyEntry,
} from '@likeness/casework';
import type { ColumnType, Generated, GeneratedAlways, JSONColumnType } from 'kysely';

type Json<T extends object> = JSONColumnType<T, string, string>;
type Bytes = ColumnType<Buffer, Uint8Array, Uint8Array>;
type MaybeBytes = ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;

/** Why an item only asks until a person has looked: what it met when it was listed, or what it met since. */
export type Suspicion = 'known-harmless' | 'often-seen' | 'many-uploaders' | 'older-content' | 'one-account';

export interface Database {
  key_check: { key_id: string; purpose: string; check_value: Bytes; noted_at: Date };
  platform: {
    id: string;
    name: string;
    preview_url: string | null;
    salt: Bytes;
    created_at: Date;
    /** `ServiceFacts`: what it is in the eyes of the laws. */
    law: ColumnType<unknown, string | undefined, string>;
    /** `InterimRule`; null: nothing is restricted before somebody decides. */
    interim: ColumnType<unknown, string | null | undefined, string | null>;
    /** Decisions that a second person has to agree to: outcomes, or outcomes with a ground. */
    second_look: Generated<string[]>;
    /** What beside a picture it can act on: `AlsoKind`s. */
    acts_on: Generated<string[]>;
    /** How it can restrict who sees a picture that stays: `Visibility`s. */
    restricts: Generated<string[]>;
    /** Identical copies that are removed in an hour at most, with nobody looking; null: none. */
    copies_an_hour: ColumnType<number | null, number | null | undefined, number | null>;
    /** There were more: people are asked until it is switched on anew. */
    copies_stopped_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  api_key: { id: string; platform_id: string; scopes: string[]; label: string; key_hash: Bytes; created_at: Date; revoked_at: Date | null };
  endpoint: { id: string; platform_id: string; url: string; secret_sealed: Bytes; created_at: Date; disabled_at: Date | null };
  moderator: {
    id: string;
    name: string;
    password_hash: string;
    role: string;
    created_at: Date;
    left_at: Date | null;
    /** `DeskPreferences`, as far as they were set. */
    preferences: ColumnType<unknown, string | undefined, string>;
    /** Different pictures that are enough for her; null: the operator's numbers hold. */
    most_an_hour: ColumnType<number | null, number | null | undefined, number | null>;
    most_a_day: ColumnType<number | null, number | null | undefined, number | null>;
  };
  /** Who of the console an account at the identity provider is. */
  identity: { issuer: string; subject: string; moderator_id: string; bound_at: Date };
  /** Public keys of passkeys: with one nobody can come in. */
  passkey: {
    /** As the authenticator names it. */
    id: Bytes;
    /** Names it to its owner; opens nothing. */
    handle: Generated<string>;
    moderator_id: string;
    name: string;
    public_key: Bytes;
    counter: number;
    made_at: Date;
    used_at: Date | null;
  };
  /** What was asked of a passkey and not answered yet. */
  passkey_challenge: { mac: Bytes; begun_at: Date };
  /** Sign-ins under way at the identity provider; with an invitation when one was brought: whose, and what stood in the password's place. */
  provider_visit: { id_mac: Bytes; begun_at: Date; next: string | null; moderator_id: string | null; standing: string | null };
  /** Each time a picture was shown clearly to somebody. */
  reveal: { moderator_id: string; ref: string; at: Date };
  /** Tracking numbers and ids of reviews that somebody left to colleagues. */
  passed_over: { moderator_id: string; subject: string; at: Date };
  first_run: { token_mac: Bytes; made_at: Date; used_at: Date | null };
  session: {
    id_mac: Bytes;
    kind: 'person' | 'moderator' | 'form';
    subject_id: string;
    started_at: Date;
    seen_at: Date;
    /** Names it to its owner; opens nothing. */
    handle: Generated<string>;
    way: Generated<string>;
    /** Where it was sent after it did something, with the news to be said there once. */
    said: ColumnType<string | null, string | null | undefined, string | null>;
  };
  attempt: { subject_mac: Bytes; at: Date };
  idempotency: { key_mac: Bytes; body_hash: Bytes; status: number | null; answer_sealed: MaybeBytes; at: Date };
  bank: {
    id: string;
    name: string;
    platform_id: string | null;
    on_match: 'observe' | 'review' | 'hold';
    radius: number | null;
    enabled: boolean;
    created_at: Date;
    /** A list of `NarrowedRadius`. */
    radii: ColumnType<unknown, string | undefined, string>;
    ratio: ColumnType<number | null, number | null | undefined, number | null>;
    is_harmless: Generated<boolean>;
  };
  item: {
    id: string;
    bank_id: string;
    state: 'pending' | 'active' | 'suspended' | 'disputed' | 'expired';
    source: string;
    added_at: Date;
    /** What a list calls it. */
    label: ColumnType<string | null, string | null | undefined, string | null>;
    /** What a person of this installation said of it; null: nothing. */
    confirmed: ColumnType<boolean | null, boolean | null | undefined, boolean | null>;
    /** Why it only asks; null: it follows its bank's policy. */
    suspended_for: ColumnType<Suspicion | null, Suspicion | null | undefined, Suspicion | null>;
    suspended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** When a person let it follow the policy again: what the flood guard counts begins there. */
    resumed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Since when it is known to show what was referred: it leaves in no list. */
    referred_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  code: { id: GeneratedAlways<number>; kind: string; value: Bytes };
  item_code: {
    item_id: string;
    code_id: number;
    variant: string;
    quality: number | null;
    provenance: 'confirmed' | 'claimant';
    /** Of a video's frame: its place in the video; null where nobody told. */
    at_ms: ColumnType<number | null, number | null | undefined, number | null>;
  };
  bank_change: { seq: number; subject: 'bank' | 'item'; subject_id: string; at: Date };
  content: {
    platform_id: string;
    content_id: string;
    ref: string;
    url: string | null;
    uploader_ref: string | null;
    links: string[];
    source: 'bytes' | 'fingerprints';
    verdict: 'allow' | 'review' | 'hold';
    screened_at: Date;
    screened_at_seq: number;
    deleted_at: Date | null;
    /** Since when the service said that it is gone: not what was only erased here. */
    gone_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Of the plain form of `url` (`address.ts`); null without one. */
    address_hash: MaybeBytes;
    /** The group of screenings in whose pages its codes stand (`content-pages.ts`). */
    page_group: ColumnType<number | null, number | null | undefined, number | null>;
  };
  content_page: {
    kind: string;
    id: GeneratedAlways<number>;
    first_group: number;
    last_group: number;
    is_loose: boolean;
    refs: Bytes;
    counts: Bytes;
    codes: Bytes;
  };
  /** Title and words of an upload, as far as the platform told them (`content-text.ts`). */
  content_text: { ref: string; sealed: Bytes };
  /** Screenings that the job of the wide radius is still to come to. */
  far_waiting: { screened_at: Date; ref: string };
  content_code: { ref: string; kind: string; variant: string; value: Bytes; quality: number | null; at_ms: number | null };
  /** Beside the fingerprints: packed views (`content-parts.ts`) for the job, and of what a person looked at, for the item that may come of it. */
  content_part: { ref: string; parts: MaybeBytes; crops: MaybeBytes };
  match: {
    id: GeneratedAlways<number>;
    ref: string;
    item_id: string;
    bank_id: string;
    kind: string;
    variant: string;
    distance: number;
    effect: string;
    /** What a person decided about this pair; null while open. */
    settled: 'keep' | 'remove' | 'restrict' | 'refer' | null;
    found_by: 'screen' | 'sweep' | 'far';
    /** Of a video: a `VideoMet`. */
    video: ColumnType<unknown, string | null | undefined, string | null>;
    /** It met a picture that stood under the upload's id before. */
    of_earlier: Generated<boolean>;
    at: Date;
  };
  review: {
    id: string;
    platform_id: string;
    ref: string;
    effect: 'review' | 'hold';
    opened_at: Date;
    closed_at: Date | null;
    decision_id: string | null;
    /** The first listed item that the upload met as the same picture: by it, open matches of one picture find each other. */
    cluster: ColumnType<string | null, string | null | undefined, string | null>;
  };
  case_file: {
    id: string;
    code_mac: MaybeBytes;
    follow_mac: MaybeBytes;
    pin_hash: string | null;
    created_at: Date;
    withdraw_asked_at: Date | null;
    withdraw_due_at: Date | null;
    withdrawn_at: Date | null;
  };
  request: {
    tracking_number: string;
    platform_id: string;
    case_id: string;
    basis: string;
    filed_via: 'page' | 'api';
    answers_sealed: MaybeBytes;
    commitment_salt: MaybeBytes;
    received_at: Date;
    complete_at: Date | null;
    closed_at: Date | null;
    outcome: 'remove' | 'restrict' | 'keep' | 'refer' | 'withdrawn' | null;
    /** Until which screening its fingerprints were compared with the platform's uploads; null: not yet. */
    looked_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** One filing under several laws is several requests. */
    filing_id: string;
    filer: ColumnType<Filer, Filer | undefined, Filer>;
    is_young: Generated<boolean>;
    /** What its clock says, for the order of the queue; computed from its events and written with them. */
    due_at: Date;
    /** When its clock is to be looked at next; null when nothing is to come. */
    look_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Where it came from, as a MAC; destroyed within 24 hours. */
    source_mac: MaybeBytes;
    /** Filings from one source, or about one place by people who only saw it, lie on one pile. */
    pile_id: string;
    /** The service's own word for the account that files; never of the person in the picture. */
    filer_ref: ColumnType<string | null, string | null | undefined, string | null>;
    /** The suspension for which it is put aside. */
    suspended_by: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Requests of different people about the same place: to the first one that is open. */
  request_link: { tracking_number: string; linked_to: string };
  /** Who works on a filing. */
  desk_hold: {
    filing_id: string;
    moderator_id: string;
    taken_at: Date;
    touched_at: Date;
    /** When whoever had it was found to be quiet: anybody may take it. */
    left_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Who had it before and went quiet. */
    taken_from: ColumnType<string | null, string | null | undefined, string | null>;
  };
  request_content: { tracking_number: string; ref: string };
  /** Files that a request said may show somebody under 18, and in whose place another was screened since (`same-file.ts`). */
  said_young_file: { tracking_number: string; ref: string; sha256: Bytes };
  /** Addresses and ids that an undecided request names, as hashes (`places.ts`). */
  request_gone: { tracking_number: string; content_id: string; address_hash: Bytes | null; gone_at: Date };
  request_place: { tracking_number: string; place_hash: Bytes };
  /** One request, picture or link that she takes out of her case, until it takes effect; `key` is an item, the hash of a link in hex, or empty. */
  taking_out: {
    id: string;
    case_id: string;
    filing_id: string;
    part: 'request' | 'picture' | 'link';
    key: string;
    asked_at: Date;
    due_at: Date;
  };
  /** That the person of a filing was certainly no minor, found after whoever had said otherwise ended the case. */
  adult_finding: {
    id: string;
    filing_id: string;
    moderator_id: string;
    found_at: Date;
    note_sealed: MaybeBytes;
    taken_back_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    taken_back_by: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** An upload that looks like a picture of the request, and what was answered of it as it was screened then (`candidates.ts`). */
  request_candidate: {
    tracking_number: string;
    ref: string;
    answer: ColumnType<FoundAnswer | null, FoundAnswer | null | undefined, FoundAnswer | null>;
    answered_by: ColumnType<string | null, string | null | undefined, string | null>;
    answered_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    answered_of: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  /** `number`: which of the files of a request it is, counted from 1. It stays, whatever becomes of the items. */
  request_file: { tracking_number: string; number: number; kind: 'picture' | 'video' | 'other' };
  /** `file`: of which of its files it holds fingerprints. */
  request_item: { tracking_number: string; item_id: string; place: Generated<number>; file: number };
  case_event: {
    id: GeneratedAlways<number>;
    case_id: string;
    tracking_number: string | null;
    kind: string;
    at: Date;
    facts: Json<Record<string, unknown>>;
    once: string | null;
  };
  decision: {
    id: string;
    platform_id: string;
    tracking_number: string | null;
    review_id: string | null;
    outcome: 'remove' | 'restrict' | 'keep' | 'refer';
    ground: string;
    note_sealed: MaybeBytes;
    /** What was found of the content under its law (`workflows/findings.ts`). */
    findings_sealed: MaybeBytes;
    /** Its request says that the person may have been under 18, and whoever decided says that they certainly were not. */
    is_adult: Generated<boolean>;
    /** Who agreed, where a second person had to. */
    seconded_by: ColumnType<string | null, string | null | undefined, string | null>;
    /** Null: the rule for identical copies, with nobody looking. */
    moderator_id: string | null;
    decided_at: Date;
    /** Taken back: then it is as though it had not been made, and stays in every history. */
    reversed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    reversed_by: ColumnType<string | null, string | null | undefined, string | null>;
    reversed_because: ColumnType<ReversedBecause | null, ReversedBecause | null | undefined, ReversedBecause | null>;
  };
  /** A decision that waits for a second person: it changes nothing until she agrees. */
  proposal: {
    id: string;
    platform_id: string;
    tracking_number: string | null;
    review_id: string | null;
    outcome: 'remove' | 'restrict' | 'keep';
    ground: string;
    /** Note, places and findings. */
    said_sealed: Bytes;
    moderator_id: string;
    proposed_at: Date;
  };
  /** A reporting task, about something that shows somebody under 18 or perhaps so. */
  referral: {
    id: string;
    platform_id: string;
    decision_id: string;
    /** The time of knowledge. */
    known_at: Date;
    facts_sealed: MaybeBytes;
    reported_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    reported_by: ColumnType<string | null, string | null | undefined, string | null>;
    route: ColumnType<string | null, string | null | undefined, string | null>;
    reference_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    closed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    closed_by: ColumnType<string | null, string | null | undefined, string | null>;
    reason_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    /** Null while it is open. */
    hold_until: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  referral_content: { referral_id: string; ref: string };
  /** Files that this platform itself referred, while that is held. */
  referred_file: { sha256: Bytes; platform_id: string; referral_id: string };
  /** One service that looks out for the pictures of a case before they are anywhere, until a day. */
  look_out: {
    id: string;
    case_id: string;
    platform_id: string;
    filer: 'self' | 'agent';
    started_at: Date;
    expires_at: Date;
    ended_at: Date | null;
  };
  /** What she wrote to a service elsewhere and sends herself. */
  letter: {
    id: string;
    case_id: string;
    asked_sealed: Bytes;
    made_at: Date;
    sent_at: Date | null;
    outcome: 'gone' | 'refused' | null;
    /** When she last wrote or noted something about it. */
    noted_at: Date;
  };
  /** What she filled in to send later. Of a form that was sent nothing but that it was. */
  draft: {
    case_id: string;
    /** The form's own, made with its page. */
    id: string;
    said_sealed: Bytes | null;
    kept_at: Date;
    until: Date;
    sent_at: Date | null;
  };
  /** What she and a helper write to each other: one in a case. */
  talk: {
    id: string;
    case_id: string;
    opened_at: Date;
    changed_at: Date;
    /** When she last looked. */
    person_read_at: Date | null;
    /** Her first message that has no answer yet. */
    waits_since: Date | null;
  };
  talk_message: { id: string; talk_id: string; by_helper: boolean; moderator_id: string | null; text_sealed: Bytes; at: Date };
  look_out_item: { look_out_id: string; item_id: string };
  claim: {
    id: string;
    item_id: string;
    kind: 'case' | 'decision' | 'list';
    case_id: string | null;
    decision_id: string | null;
    made_at: Date;
    ended_at: Date | null;
    /** Of a list: who vouches, and what the list says about it. */
    source: ColumnType<string | null, string | null | undefined, string | null>;
    note: ColumnType<string | null, string | null | undefined, string | null>;
    expires_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  /** Which claim brought which code of its item: a code goes with the last claim that brought it. A list's claim without rows brings all of them. */
  claim_code: {
    claim_id: string;
    code_id: number;
    variant: string;
    /** Whether whoever decided had the very file of it shown clearly. */
    was_seen: Generated<boolean>;
  };
  bank_import: {
    id: string;
    bank_id: string;
    started_at: Date;
    ended_at: Date | null;
    /** The last line that is in. */
    line: number;
    /** SHA-256 of so many first bytes of the file, the line's among them. */
    bytes: number;
    digest: Bytes;
    imported: number;
    /** Of those, the lines whose fingerprint the bank had not. */
    added: number | null;
    rejected: number;
  };
  bank_import_error: { import_id: string; line: number; message: string };
  /** What was screened before is to be compared with all that is listed up to this change. */
  /** How many active items and codes a bank had at some change. */
  bank_size: { bank_id: string; seq: number; items: number; codes: number };
  look_back: { subject_id: string; seq: number; due_at: Date; after_seq: Generated<number> };
  action: {
    id: string;
    platform_id: string;
    /** Null for what is restricted until somebody decides. */
    decision_id: string | null;
    /** Of such a restriction: the request it is for. */
    tracking_number: ColumnType<string | null, string | null | undefined, string | null>;
    kind: string;
    content_id: string;
    ref: string | null;
    opened_at: Date;
    /** The order in which acts were written: of two of one moment the later one counts. */
    place: GeneratedAlways<number>;
    completed_at: Date | null;
    completed: ColumnType<Record<string, unknown> | null, string | null, string | null>;
    note_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    /** Of a link its address, of an account the platform's reference; null for anything else. */
    target: ColumnType<string | null, string | null | undefined, string | null>;
    /** Why, where it has a reason of its own (`alsoGrounds`). */
    ground: ColumnType<string | null, string | null | undefined, string | null>;
    /** Its decision was taken back, and nothing else wants it: nobody waits for it any more. */
    taken_back_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Of what was restricted before a decision: who chose it. Null: the rule. */
    restricted_by: ColumnType<string | null, string | null | undefined, string | null>;
    /** Of a restriction that was decided: how it is still seen (`Visibility`). Null: out of view, or no restriction. */
    visibility: ColumnType<string | null, string | null | undefined, string | null>;
    /** Of such a one: since when the upload shows another picture than was decided about. */
    other_picture_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Since when the service has deleted the upload: what comes again under its id is not restricted by this. */
    gone_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Of a restriction that was decided: the decision that took its place. Taken back, that one puts it back. */
    lifted_by: ColumnType<string | null, string | null | undefined, string | null>;
    /** It gives the upload back as an earlier decision restricts it: the decision that gave it back. */
    given_back_by: ColumnType<string | null, string | null | undefined, string | null>;
  };
  /** Why something was removed, or restricted before a decision, for whoever uploaded it. */
  statement: {
    id: string;
    platform_id: string;
    /** Null: restricted before anybody had decided. */
    decision_id: string | null;
    action_id: string;
    /** A `StatementOfReasons`. */
    facts: JSONColumnType<StatementOfReasons, string, string>;
    made_at: Date;
  };
  /** What the DSA Transparency Database is told about a statement. */
  submission: {
    /** Its id there, drawn by chance. */
    puid: string;
    platform_id: string;
    statement_id: string;
    entry: JSONColumnType<TransparencyEntry, string, string>;
    /** `withdrawn`: what it is about was taken back, or referred, before it was sent. */
    state: 'waiting' | 'sent' | 'refused' | 'withdrawn';
    due_at: Date;
    /** How often it failed while it was sent alone. */
    failures: Generated<number>;
    settled_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Names of the fields that the database refused. */
    refused_fields: Generated<string[]>;
    /** What was sent or kept back before it was composed anew: each entry, its time and its fields. */
    refused_before: ColumnType<readonly object[], string | undefined, string>;
  };
  /** How sending stands, by platform. */
  submission_account: {
    platform_id: string;
    /** SHA-256 of the token that was refused: nothing is sent with it again. */
    refused_token: MaybeBytes;
    refused_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** Failed calls since the last one that was answered. */
    failures: Generated<number>;
    not_before: ColumnType<Date | null, Date | null | undefined, Date | null>;
    last_failure: ColumnType<string | null, string | null | undefined, string | null>;
    last_failed_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
  };
  complaint: {
    id: string;
    platform_id: string;
    /** Null: it is against a restriction, before anybody has decided. */
    decision_id: string | null;
    complainant: ComplaintBy;
    /** By an uploader: the removal or restriction that it is against. */
    action_id: string | null;
    /** The request that was decided. */
    tracking_number: string | null;
    reason: string;
    text_sealed: MaybeBytes;
    filed_via: 'page' | 'api' | 'case';
    filed_at: Date;
    /** When the person who asked for the removal was asked; null: there is nobody to ask. */
    asked_at: Date | null;
    decidable_at: Date;
    answered_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    answer: ColumnType<string | null, string | null | undefined, string | null>;
    answer_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    decided_by: ColumnType<string | null, string | null | undefined, string | null>;
    outcome: ColumnType<ComplaintOutcome | null, ComplaintOutcome | null | undefined, ComplaintOutcome | null>;
    ground: ColumnType<string | null, string | null | undefined, string | null>;
    note_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
  };
  /** A warning or a suspension of an account (DSA Article 23). */
  misuse_measure: {
    id: string;
    platform_id: string;
    kind: MisuseKind;
    /** The service's own word for the account; null once it is erased. */
    account: string | null;
    measure: Measure;
    reason: string;
    intention: Intention;
    /** What was counted when it was decided. */
    facts: JSONColumnType<MisuseFacts, string, string>;
    statement: JSONColumnType<AccountStatement, string, string>;
    decided_by: string;
    decided_at: Date;
    ends_at: Date | null;
    ended_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    /** `time`: it ended by itself. `lifted`: somebody took it back. */
    ended_because: ColumnType<
      'time' | 'lifted' | 'complaint' | null,
      'time' | 'lifted' | 'complaint' | null | undefined,
      'time' | 'lifted' | 'complaint' | null
    >;
    ended_by: ColumnType<string | null, string | null | undefined, string | null>;
    complained_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    complaint_sealed: ColumnType<Buffer | null, Uint8Array | null | undefined, Uint8Array | null>;
    complaint_decided_at: ColumnType<Date | null, Date | null | undefined, Date | null>;
    complaint_decided_by: ColumnType<string | null, string | null | undefined, string | null>;
    complaint_outcome: ColumnType<ComplaintOutcome | null, ComplaintOutcome | null | undefined, ComplaintOutcome | null>;
  };
  feed: { platform_id: string; seq: number; id: string; type: string; data: Json<Record<string, unknown>>; at: Date };
  delivery: {
    feed_id: string;
    endpoint_id: string;
    attempts: number;
    last_status: number | null;
    last_error: string | null;
    last_at: Date | null;
    delivered_at: Date | null;
  };
  ledger: {
    seq: number;
    at: Date;
    act: string;
    subjects: Json<Record<string, string | number>>;
    commitment: MaybeBytes;
    prev_hash: Bytes;
    hash: Bytes;
  };
  checkpoint: { seq: number; hash: Bytes; at: Date; key_id: string; signature: Bytes };
}
