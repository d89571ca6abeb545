/** What do people see? Plain HTML, no script; everything that somebody typed is escaped. */
import { canComplain, holds, type Measure } from './accounts.ts';
import type { AccountStatement, FiledRequest } from './likeness.ts';
import type { Hidden, Post } from './posts.ts';

class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** Escapes every part that is not Html itself. */
function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.map((string, at) => (at === 0 ? '' : rendered(parts[at - 1] ?? '')) + string).join(''));
}

function rendered(part: Part): string {
  if (part instanceof Html) return part.text;
  if (typeof part === 'object') return part.map(({ text }) => text).join('\n');
  return String(part).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const none = html``;

function page(title: string, body: Html, likenessUrl: string): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Harbour Pictures</title>
<link rel="stylesheet" href="/forum.css">
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header><div><a class="name" href="/">Harbour Pictures</a> <span>An example site. Its pictures are gone when it stops.</span></div></header>
<main id="main">
${body}
</main>
<footer><div>
<h2>Is there an intimate picture of you here, shared without your consent?</h2>
<p>Real or made by a computer, we must remove it within 48 hours of your request,
and look for the same picture elsewhere on this site.
Choose “Report this picture” below it. You need no account, and you can ask for somebody else if they let you.</p>
<p>To ask without finding the picture first, <a href="${likenessUrl}/">make its fingerprints on your own device</a>. The picture itself stays with you.</p>
</div></footer>
</body>
</html>`.text;
}

/** `notSeen`: whose page it is shared these, and others do not see them as they were shared. `isAccountTold`: something was decided about the account of whose page it is. */
export function homePage(posts: readonly Post[], notSeen: readonly Post[], isAccountTold: boolean, likenessUrl: string): string {
  const list = html`<ul class="posts">${posts.map(
    (post) => html`<li class="card">
<a href="/posts/${post.id}" class="picture"><img src="/pictures/${post.id}" alt="${altOf(post)}" loading="lazy"></a>
<p>${post.caption || 'Untitled'}</p>
<p class="quiet"><a href="/report/${post.id}" aria-label="Report this picture: ${altOf(post)}">Report this picture</a></p>
</li>`,
  )}</ul>`;
  const body = html`<h1>Pictures from around the harbour</h1>
${isAccountTold ? html`<p class="notice"><a href="/account">Read what was decided about your account</a></p>` : none}
<section class="card" aria-labelledby="share">
<h2 id="share">Share a picture</h2>
<form method="post" action="/posts" enctype="multipart/form-data" class="row">
<p><label for="file">Picture <span class="quiet">JPEG, PNG, WebP, GIF or AVIF, up to 20 MB</span></label>
<input id="file" name="file" type="file" accept="image/jpeg,image/png,image/webp,image/gif,image/avif" required></p>
<p><label for="caption">A few words about it <span class="quiet">If you like</span></label>
<input id="caption" name="caption" type="text" maxlength="200"></p>
<button>Share it</button>
</form>
</section>
${notSeen.length === 0 ? none : yours(notSeen)}
${posts.length === 0 ? html`<p class="empty">${notSeen.length === 0 ? 'Nobody has shared a picture yet. Be the first.' : 'There is no other picture to see here yet.'}</p>` : list}`;
  return page('Pictures', body, likenessUrl);
}

/** Nobody is mailed here: so that whoever shared something learns what was decided, it stands on the first page that they open. */
function yours(posts: readonly Post[]): Html {
  const items = posts.map(
    (post) => html`<li><a href="/posts/${post.id}">${post.caption || post.hiddenCaption || 'A picture without a title'}</a></li>`,
  );
  return html`<section class="card" aria-labelledby="yours">
<h2 id="yours">Yours, and not seen by others as you shared it</h2>
<ul>${items}</ul>
</section>`;
}

/** Only its uploader sees a post that is not public, and never learns why: what is on a list is nobody's to find out. */
export function postPage(post: Post, isMine: boolean, likenessUrl: string): string {
  const states: Record<Post['state'], Html> = {
    published: html`<p class="picture whole"><img src="/pictures/${post.id}" alt="${altOf(post)}"></p>
<p class="quiet">Shared <time datetime="${post.postedAt.toISOString()}">${moment(post.postedAt)}</time> · <a href="/report/${post.id}">Report this picture</a></p>`,
    waiting: notice('It could not be posted yet.', 'We have your picture and keep trying. You do not have to send it again.'),
    held: hiddenWords[post.hidden],
    unreadable: notice('It could not be posted.', post.sentence),
    removed: notice('It is no longer here.', 'The picture was deleted.'),
  };
  const isThere = isMine && post.picture !== null && post.state !== 'removed';
  const remove = html`<form method="post" action="/posts/${post.id}/delete"><button class="second">Delete my picture</button></form>`;
  const body = html`<h1>${post.caption || 'A picture'}</h1>
${states[post.state]}
${isMine ? decided(post) : none}
${isThere ? remove : none}
<p><a href="/">All pictures</a></p>`;
  return page(post.caption || 'A picture', body, likenessUrl);
}

const hiddenWords: Readonly<Record<Hidden, Html>> = {
  'before-it-was-shown': notice('It is not shown yet.', 'A person looks at your picture first. You do not have to send it again.'),
  'until-decided': notice('Nobody else sees it for now.', 'A person looks at your picture and decides.'),
  'by-decision': notice(
    'Nobody else sees it.',
    'It was decided that fewer people may see your picture. We cannot show it to those alone, so nobody sees it.',
  ),
};

/** What was decided about the picture and its words, for whoever shared it and for nobody else, with the way to the reasons. */
function decided(post: Post): Html {
  return html`${[
    ...(post.isUnlisted ? [notice('It is not in the list of pictures.', 'Who has its address still sees it.')] : []),
    ...(post.statementUrl === '' ? [] : [reasons(post.statementUrl, 'Why, and what you can do')]),
    ...(post.answer === '' ? [] : [notice('It is shown again.', post.answer)]),
    ...(post.wordsStatementUrl === ''
      ? []
      : [notice('Its words are not shown.', ''), reasons(post.wordsStatementUrl, 'Why the words went, and what you can do')]),
  ]}`;
}

const reasons = (url: string, words: string): Html => html`<p><a href="${url}" rel="noreferrer">${words}</a></p>`;

/** What whoever shared it reads after a decision removed it, or took that back when the bytes were gone. */
export function removedPage(post: Post, likenessUrl: string): string {
  const body = html`<h1>${post.caption || 'A picture'}</h1>
${
  post.isClearedTooLate
    ? html`${notice('That it was removed was taken back.', post.answer)}
<p>We had deleted it by then: you can share it again.</p>`
    : post.isOpenAgainTooLate
      ? html`${notice('That it was removed was taken back.', 'A person decides again. We had deleted it by then, so it is not here.')}`
      : html`${notice('It is no longer here.', 'Your picture had to be removed.')}
${reasons(post.statementUrl, 'Why it was removed, and what you can do')}`
}
<p><a href="/">All pictures</a></p>`;
  return page(post.caption || 'A picture', body, likenessUrl);
}

/** What whoever may share nothing for now reads. */
export function suspendedPage(statementUrl: string, likenessUrl: string): string {
  const body = html`<h1>You cannot share pictures now</h1>
<p>Your account is suspended until a person here has looked at it. What you shared before stays as it was decided.</p>
${statementUrl === '' ? none : reasons(statementUrl, 'Why, and what you can do')}
<p><a href="/">All pictures</a></p>`;
  return page('You cannot share pictures now', body, likenessUrl);
}

/** What an account reads that is suspended for misuse, when it tries to share something. */
export function suspendedUntilPage({ until }: Measure, likenessUrl: string): string {
  const body = html`<h1>You cannot share pictures now</h1>
<p>Your account is suspended${until === null ? none : html` until <time datetime="${until.toISOString()}">${moment(until)}</time>`}. What you shared before stays.</p>
<p><a href="/account">Why, and what you can do</a></p>
<p><a href="/">All pictures</a></p>`;
  return page('You cannot share pictures now', body, likenessUrl);
}

/** What was decided about an account, in the words that came, and where its owner says that it was wrong. `typed`: a complaint that was not taken. */
export function accountPage(
  measures: readonly Measure[],
  now: Date,
  typed: { readonly id: string; readonly words: string; readonly problem: string } | null,
  likenessUrl: string,
): string {
  const sections = measures.flatMap((measure, at) =>
    measure.statement === null ? [] : [measureSection(measure, measure.statement, at + 1, now, typed?.id === measure.id ? typed : null)],
  );
  return page('About your account', html`<h1>About your account</h1>${sections}<p><a href="/">All pictures</a></p>`, likenessUrl);
}

function measureSection(
  measure: Measure,
  { facts, automation, ground, reference, complaintUntil, complaint, outOfCourt, court }: AccountStatement,
  number: number,
  now: Date,
  typed: { readonly words: string; readonly problem: string } | null,
): Html {
  const { id, isSuspension, until, hasComplained, answer } = measure;
  const form = html`<form method="post" action="/account/${id}/complaint">
<p><label for="words-${number}">If you think that this is wrong: why?</label> <span class="quiet" id="words-${number}-hint">If you like. Only the people who look at it read it.</span>
<textarea id="words-${number}" name="words" rows="3" maxlength="5000" aria-describedby="words-${number}-hint">
${typed?.words ?? ''}</textarea></p>
<button>Complain about this</button></form>`;
  return html`<section class="card" aria-labelledby="measure-${number}">
<h2 id="measure-${number}">${isSuspension ? 'Your account is suspended' : 'A warning'}${holds(measure, now) ? '' : ': it is over'}</h2>
${typed === null ? none : notice('Your complaint was not sent.', typed.problem)}
${answer === '' ? none : notice('News about this:', answer)}
${until === null ? none : html`<p>Until <time datetime="${until.toISOString()}">${moment(until)}</time>.</p>`}
<p>${facts} ${automation}</p>
<p>${ground}</p>
<p class="quiet">${reference}</p>
<p>${complaint}${complaintUntil === null ? none : html` Until <time datetime="${complaintUntil.toISOString()}">${moment(complaintUntil)}</time>.`}</p>
<p>${outOfCourt}</p>
<p>${court}</p>
${canComplain(measure, now) ? form : hasComplained ? html`<p><strong>You have complained about this.</strong></p>` : none}
</section>`;
}

export function messagePage(title: string, sentence: string, likenessUrl: string): string {
  return page(title, html`<h1>${title}</h1><p>${sentence}</p><p><a href="/">All pictures</a></p>`, likenessUrl);
}

/** What she typed, by field name. */
export type Typed = Readonly<Record<string, string>>;

/** A form without a required field: the law's clock starts with what she can give now, and what is missing is asked for at once. */
export function reportPage(post: Post, typed: Typed, problem: string, likenessUrl: string): string {
  const field = (name: string, label: string, hint: string, type: string, autocomplete: string): Html => html`<p>
<label for="${name}">${label}</label> <span class="quiet" id="${name}-hint">${hint}</span>
<input id="${name}" name="${name}" type="${type}" autocomplete="${autocomplete}" maxlength="200" aria-describedby="${name}-hint" value="${typed[name] ?? ''}"></p>`;
  const choice = (type: string, name: string, value: string, label: string, isChosen: boolean): Html =>
    html`<p class="choice"><input type="${type}" id="${name}-${value}" name="${name}" value="${value}"${isChosen ? html` checked` : none}>
<label for="${name}-${value}">${label}</label></p>`;
  const body = html`<h1>Ask us to remove this picture</h1>
${problem === '' ? none : notice('Your request was not sent yet.', problem)}
<p class="lead">This form is for an intimate picture that was shared without the consent of the person in it. It asks for what three laws ask for: the TAKE IT DOWN Act
of the United States, Article 16 of the European Union’s Digital Services Act, and the Online Safety Act of the United Kingdom. The page after this one says by when we answer, even when something is still missing.</p>
<p>A person will look at your request. We do not tell the person who posted the picture who asked.</p>
<p>Was the person in it under 18 when it was made? <a href="${likenessUrl}/who-can-help">These people can help best</a>, and you can use this form, too.</p>
<form method="post" action="/report/${post.id}" class="card">
<input type="hidden" name="formKey" value="${typed['formKey'] ?? ''}">
<p><strong>The picture:</strong> “${altOf(post)}”, shared <time datetime="${post.postedAt.toISOString()}">${moment(post.postedAt)}</time>.</p>
<fieldset><legend>Who is in the picture?</legend>
${choice('radio', 'onBehalfOf', 'self', 'I am', typed['onBehalfOf'] === 'self')}
${choice('radio', 'onBehalfOf', 'agent', 'Somebody I act for', typed['onBehalfOf'] === 'agent')}
${field('agentAuthority', 'If you act for somebody: why may you?', 'One line is enough, such as “I am her lawyer” or “He asked me to”.', 'text', 'off')}</fieldset>
<fieldset><legend>What you state</legend>
${choice('checkbox', 'notConsensual', 'yes', 'The picture was shared without the consent of the person in it.', typed['notConsensual'] === 'yes')}
${choice('checkbox', 'goodFaith', 'yes', 'I say this in good faith.', typed['goodFaith'] === 'yes')}
${choice('checkbox', 'accurate', 'yes', 'I believe in good faith that what I say here is right and complete. European law asks for this.', typed['accurate'] === 'yes')}
<p class="quiet">The law of the United Kingdom asks for these three:</p>
${choice('checkbox', 'intimate', 'yes', 'It is an intimate picture. It was shared without a yes of the person in it.', typed['intimate'] === 'yes')}
${choice('checkbox', 'subject', 'yes', 'I am the person in it, or I act for that person.', typed['subject'] === 'yes')}
${choice('checkbox', 'true', 'yes', 'I say this in good faith. To the best of my knowledge and belief, it is true.', typed['true'] === 'yes')}
<p><label for="details">Anything else that helps us</label> <span class="quiet" id="details-hint">You do not have to tell your story.</span>
<textarea id="details" name="details" rows="3" maxlength="4000" aria-describedby="details-hint">
${typed['details'] ?? ''}</textarea></p></fieldset>
<fieldset><legend>How we can reach you</legend>
<p class="quiet">One of the two is enough in the United States. European law asks for your e-mail. Only the people who deal with your request see it.</p>
${field('email', 'E-mail', 'Any address that you read.', 'email', 'email')}
${field('phone', 'Phone', 'With the country code if you can.', 'tel', 'tel')}</fieldset>
<fieldset><legend>Your signature</legend>
${field('signature', 'Your name', 'Typing your name counts as signing.', 'text', 'name')}</fieldset>
<button>Send my request</button>
</form>
<p>You can also <a href="${likenessUrl}/">make fingerprints of the picture on your own device</a>. They help us find the same picture again, and the picture stays with you.</p>`;
  return page('Ask us to remove this picture', body, likenessUrl);
}

/** Shows the private link once, on a page that no cache keeps. */
export function reportedPage(filed: FiledRequest, likenessUrl: string): string {
  const missing = html`<section class="notice" aria-labelledby="missing"><h2 id="missing">Still missing</h2>
<ul>${filed.missing.map((sentence) => html`<li>${sentence}</li>`)}</ul>
<p>Your request counts from now all the same. Please add this under the link below.</p></section>`;
  const body = html`<h1>We have your request</h1>
<dl><div><dt>Your number</dt><dd class="number">${filed.trackingNumber}</dd></div>
<div><dt>We answer by</dt><dd><time datetime="${filed.dueAt.toISOString()}">${moment(filed.dueAt)}</time></dd></div></dl>
${filed.missing.length === 0 ? html`<p>Nothing is missing. A person will look at it now.</p>` : missing}
<p><a class="button" href="${filed.followUrl}" rel="noreferrer">Follow your request privately</a></p>
<p class="quiet">Open this link now: we show it only once. There you make your own code to come back with. We never see that code.</p>
<p><a href="/">All pictures</a></p>`;
  return page('We have your request', body, likenessUrl);
}

function notice(title: string, sentence: string): Html {
  return html`<div class="notice" role="status"><p><strong>${title}</strong> ${sentence}</p></div>`;
}

function altOf(post: Post): string {
  return post.caption || 'A picture without a title';
}

const clock = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

function moment(at: Date): string {
  return `${clock.format(at)} UTC`;
}
