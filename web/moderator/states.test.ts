/** Does each state of a case show what can be done in it, and nothing else? */
import { expect, test } from 'vitest';
import { examplePages } from './examples.ts';

const page = (name: string): string => {
  const render = examplePages[name];
  if (render === undefined) throw new Error(`there is no example ${name}`);
  return render().replace(/\s+/g, ' ');
};
const offersPicture = (html: string): boolean => html.includes('data-preview=""') || html.includes('Show the picture');

test('a picture can be asked for while there is something to decide, and of what stays visible', () => {
  for (const name of ['request', 'review', 'request-kept', 'request-ordered-for-another', 'request-found'])
    expect([name, offersPicture(page(name))]).toEqual([name, true]);
});

test('of what was ordered away on this page, or is gone, no picture is offered, and the page says why', () => {
  for (const [name, why] of [
    ['request-removal-ordered', 'its picture is not asked for any more'],
    ['request-removed', 'The service confirmed the removal: there is no picture to show.'],
    ['request-decided', 'The service confirmed the removal: there is no picture to show.'],
  ] as const) {
    expect([name, offersPicture(page(name))]).toEqual([name, false]);
    expect(page(name)).toContain(why);
  }
});

test('of a request that says that it may show somebody under 18 no picture is offered, and the page says why', () => {
  expect(offersPicture(page('request-perhaps-under-18'))).toBe(false);
  expect(page('request-perhaps-under-18')).toContain('It may show somebody under 18: its picture is not shown.');
});

test('beside the last of a flood that stands in the queue, it says what came together and where the others are', () => {
  expect(page('queue')).toMatch(
    /The first three of <a href="[^"]+">412 requests that came together<\/a>: from one source within a day, or about one place and from people who only saw it\./,
  );
});

test('the list of complaints says how several stand in it, and nothing of one', () => {
  expect(page('complaints')).toContain('Those that no longer wait for the other side come first, from the one that has waited longest.');
  expect(page('complaints-perhaps-under-18')).toContain('1 complaint is open.<');
});

test('where another request says that it may show somebody under 18, what is taken then is offered and nothing else, and the page says why', () => {
  const offered = (html: string) => ['remove', 'restrict', 'keep', 'refer'].filter((decision) => html.includes(`value="${decision}:`));
  expect(offered(page('request-perhaps-under-18-by-another'))).toEqual(['refer']);
  expect(offered(page('review-perhaps-under-18'))).toEqual(['refer']);
  expect(offered(page('request-perhaps-under-18-by-another-who-ended-it'))).toEqual(['keep', 'refer']);
  for (const name of ['request-perhaps-under-18-by-another', 'review-perhaps-under-18'])
    expect(page(name)).toContain('Nothing but a referral is taken here until that request is decided');
  expect(page('complaint-perhaps-under-18')).toContain('decide that request first');
  expect(page('complaints-perhaps-under-18')).toContain('is decided first');
  expect(page('complaints-perhaps-under-18')).not.toContain('To judge');
  expect(page('complaint-perhaps-under-18')).not.toContain('Answer the complaint');
});

test('about an account that was acted on beside a picture nobody is asked, and the page does not say that no request led to it', () => {
  const html = page('complaint-about-an-account-whose-picture-was-referred');
  expect(html).toContain('whoever asked for the removal has no say in what was done beside the picture');
  expect(html).not.toContain('no request led to this');
  expect(html).toContain('judge this without it');
});

test('of a request that was taken back no picture is offered', () => {
  expect(offersPicture(page('request-withdrawn-lately'))).toBe(false);
  expect(page('request-withdrawn-lately')).toContain('The request was withdrawn, so its picture is not asked for.');
});

test('of what the service has deleted the page says that nobody is told to remove it, and that copies are held', () => {
  expect(page('request-deleted')).toContain('The service has deleted this upload by itself and is not told to.');
});

test('the way to the decision is there while one is to be made; afterwards it leads to what was decided', () => {
  for (const [name, href, words] of [
    ['request', '#decide', 'To the decision'],
    ['review', '#decide', 'To the decision'],
    ['request-decided', '#decision', 'What was decided'],
    ['request-kept', '#decision', 'What was decided'],
    ['review-decided', '#decision', 'What was decided'],
  ] as const)
    expect(page(name)).toContain(`<a class="to-decide" href="${href}" data-key="d">${words}</a>`);
  for (const name of ['request-withdrawn', 'review-closed']) expect(page(name)).not.toContain('to-decide');
});

test('advice on how to decide stands only where there is something to decide', () => {
  const advice = /[Dd]ecide by fingerprint|[Rr]emoving (this upload|it there)|tick beside the decision/;
  for (const name of ['request', 'review', 'request-found']) expect(page(name)).toMatch(advice);
  for (const name of Object.keys(examplePages).filter((name) => /decided|removal-ordered|removed|kept|withdrawn|closed/.test(name)))
    expect([name, advice.exec(page(name))?.[0]]).toEqual([name, undefined]);
});

test('the page of a match says under which law the picture was removed that it meets, where Restrict is no choice because of that', () => {
  expect(page('review-law-wants-more')).toMatch(
    /Restrict is not offered: a picture that it meets was removed under US TAKE IT DOWN Act, which wants it gone/,
  );
  expect(page('review')).not.toContain('Restrict is not offered');
});

test('a limit is among the answers that end the time of a law that knows one, and is called one where it is waited for', () => {
  expect(page('request-to-restrict')).toContain('Removed or limited, and confirmed; or refused.');
  expect(page('request')).toContain('Removed and confirmed, or refused.');
  expect(page('request-limit-ordered')).toContain('The service confirms the limit.');
});

test('of two questions one of which is answered the page says which, and the queue that a part came', () => {
  const asked = page('request-asked-answered-in-part');
  expect(asked).toMatch(/The requester was asked,.*how they may act for the person. No answer so far/);
  expect(asked).toMatch(/Answered meanwhile,.*which of the pictures there it is/);
  expect(page('queue')).toContain('Asked, answered in part');
});

test('where Restrict is no choice the page says why, where it would stand', () => {
  const held = page('request-held-and-not-restricted');
  expect(held).toMatch(
    /Remove, because.*Restrict is not offered\. A match with somebody else’s picture holds an upload of it\..*Keep, because/,
  );
  expect(held).not.toContain('Restrict, because');
  for (const name of ['request', 'request-to-restrict']) expect(page(name)).not.toContain('Restrict is not offered');
});

test('what Restrict leads to is said of a request as of what stays up, and of a match as of what may be held', () => {
  expect(page('request-to-restrict')).toContain('It stays up, and fewer people see it. The service is told how.');
  const match = page('review-to-restrict');
  expect(match).toContain('Fewer people see this upload, also where it was held');
  expect(match).not.toContain('stays up');
  expect(page('review-hidden-for-a-request')).toContain('Restrict is not offered. A request keeps it from being seen');
  expect(page('review-hidden-for-a-request')).not.toContain('Another request');
});

test('of a match with a picture that the service has replaced nothing says that it is held', () => {
  expect(page('review')).toContain('>Held<');
  expect(page('review-replaced')).toContain('has replaced this upload since');
  expect(page('review-replaced')).toContain('of something else that this upload showed before');
  expect(page('review-replaced')).not.toContain('>Held<');
  expect(page('review-replaced')).not.toContain('is held until you decide');
});

test('a match by what is inside the borders says so', () => {
  expect(page('review-trimmed')).toContain('with one of the two seen without its borders');
});

test('of a match that was closed without a decision nothing says that it was decided', () => {
  expect(page('review-closed')).toContain('the upload was held until this was closed.');
  expect(page('review-closed')).not.toContain('until it was decided');
});

test('of a request that was erased nothing says what was looked for', () => {
  expect(page('request-withdrawn')).toContain('No upload is linked to this request any more.');
  expect(page('request-withdrawn')).not.toContain('has the ids or addresses');
});

test('what is kept from being seen meanwhile is still to be removed, and lists her fingerprint', () => {
  expect(page('request-asked')).toContain('The service is told to remove 1 upload');
  expect(page('request-asked')).not.toContain('told already');
});

test('removing what another request had removed says that it is not ordered again', () => {
  expect(page('request-ordered-for-another')).toContain('told already to remove this upload, and is not told again');
});

test('what was only limited is not spoken of as down, nor whoever posted it as never told', () => {
  expect(page('review-of-what-is-restricted')).not.toMatch(/stay down|It is the listed picture/);
  expect(page('review-of-what-is-restricted')).toContain('that are listed to ask only');
  expect(page('review')).toContain('to stay down');
  expect(page('complaint-of-the-requester-about-a-limit')).toContain('was told of the restriction where a law asks for that');
  expect(page('complaint-of-the-requester-about-a-limit')).not.toContain('never told');
});

test('a complaint says that the other side complains about the same decision, with a link, and nothing where nobody does', () => {
  const both = page('complaint-of-both');
  expect(both).toMatch(
    /Whoever asked for the removal complains about the same decision, too: <a href="\/console\/complaints\/[^"]+">their complaint<\/a>\. Read both/,
  );
  expect(page('complaint-of-the-requester-and-several-others')).toMatch(
    />complaint 1 of 2<\/a>, <a href="[^"]+">complaint 2 of 2<\/a>\. Read them all/,
  );
  expect(page('complaint')).not.toContain('the same decision');
});

test('nothing that is said of the complaint of somebody who has ended her case opens anything, and nothing speaks of a limit where there is none', () => {
  for (const name of Object.keys(examplePages).filter((name) => name.includes('ended-her-case')))
    expect([name, /open(s|ed)? again/.exec(page(name))?.[0]]).toEqual([name, undefined]);
  expect(page('complaint-of-the-requester-who-ended-her-case')).toContain('what was restricted stays so');
  expect(page('complaint-of-the-requester-who-was-refused-and-ended-her-case')).not.toContain('what was restricted');
  expect(page('complaint-of-the-requester-about-a-limit')).toContain('it is opened again');
});

test('that she says the link is right stands among what was added later, with who and when', () => {
  expect(page('request')).toMatch(/by the requester: said that the link is right/);
});

test('the button opens what is due first, of those to be referred and of all others, and that list stands first', () => {
  const opens = (name: string) => /class="button[^"]*" href="([^"]+)"/.exec(page(name).split('Open the most urgent')[0] ?? '')?.[1];
  const order = (name: string) => [...page(name).matchAll(/<h2[^>]*>(To be referred|Requests)/g)].map(([, heading]) => heading);
  expect([opens('queue'), order('queue')]).toEqual(['/console/requests/LK-7Q2M-9XKA-0RT1-5', ['Requests', 'To be referred']]);
  expect([opens('queue-referral-due-first'), order('queue-referral-due-first')]).toEqual([
    '/console/requests/LK-7Q2M-9XKA-0RT5-5',
    ['To be referred', 'Requests'],
  ]);
});

test('where only a turned or mirrored copy is as near, the page says so', () => {
  expect(page('queue')).toContain('14 of 256 bits differ with one of the two mirrored top to bottom');
  expect(page('request-nearness-turned')).toContain('the same fingerprint (0 of 256 bits differ with one of the two turned or mirrored)');
  expect(page('request')).toContain('(8 of 256 bits differ)');
});

test('what was referred is confirmed to be out of view, not removed', () => {
  expect(page('request-referred-confirmed')).toContain('The service confirmed that it is out of view.');
  expect(page('request-referred-confirmed')).not.toContain('The service confirmed the removal.');
  expect(page('request-removed')).toContain('The service confirmed the removal.');
});

test('nobody is offered to agree to what waits for another request, and the page says why', () => {
  const agrees = (name: string) => /> ?Agree ?</.test(page(name));
  expect(agrees('request-second-look')).toBe(true);
  for (const [name, why] of [
    ['request-second-look-perhaps-under-18-by-another', 'Nobody can agree to it now'],
    ['request-second-look-perhaps-under-18-by-another-who-ended-it', 'its person ended the case'],
  ] as const) {
    expect([name, agrees(name)]).toEqual([name, false]);
    expect(page(name)).toContain(why);
  }
});

test('where a decision cannot be taken back although there is time, the page says why', () => {
  expect(page('request-to-undo')).toContain('Take the decision back');
  for (const [name, why] of [
    ['request-not-to-undo-perhaps-under-18', 'another request says that the person may have been under 18, and is decided first'],
    ['request-not-to-undo-referred-since', 'all that it was about was referred since'],
  ] as const) {
    expect(page(name)).not.toContain('Take the decision back');
    expect(page(name)).toContain(why);
  }
});
