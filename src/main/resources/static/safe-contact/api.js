/* Calls to the product's own endpoints, with the session and its token; for Tasklist and for our own pages. */

/** Address of something of ours. */
export const ours = (path) => new URL(path, import.meta.url).href;

/** What the server would not take: a sentence for the person, and sentences by field. Status 0: nobody answered. */
export class Refused extends Error {
  constructor(message, fields = {}, status = 0) {
    super(message);
    this.fields = fields;
    this.status = status;
  }
}

let dutyTelephone = '';

/** Known once this screen has heard it; every refusal says it from then on. */
export function sayDuty(number) {
  dutyTelephone = number ?? '';
}

export const ringDuty = () => `Urgent: ring duty${dutyTelephone && `, ${dutyTelephone}`}`;

/** Where no server of ours can say it: the number, what to say, and duty (contract, 5.4). */
export const ifInDanger = () => `Danger now: 999, say "a child in foster care is in danger", your name, the address. ${ringDuty()}.`;

const cannotReach = () => `Not sent yet: we cannot reach the office computer just now. ${ifInDanger()}`;
const didNotWork = () => `That did not work, and nothing was changed. Please try again. ${ifInDanger()}`;

/** Of what is sent again by itself. */
export const sentAgain = () =>
  `Not sent yet: we cannot reach the office computer. What you wrote is still here, and we try again by ourselves. ${ifInDanger()}`;

/** What a person reads of whatever went wrong: our own sentence, never a program's. */
export const wordsOf = (error) => (error instanceof Refused ? error.message : didNotWork());

/** Whether nobody of ours answered, but a server in front of us that cannot reach us just now. */
export const isUnreached = (status) => [502, 503, 504].includes(status);

/** Whether a refusal is one of ours, written for people; the engine's own name an exception. */
export const inOurWords = (content) => Boolean(content?.message && content.type && !/Exception$/.test(content.type));

/** The token of the session: Tasklist has it in a cookie, our pages in their head. */
export const token = () =>
  document.querySelector('meta[name=csrf-token]')?.content ?? document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? '';

/**
 * Sends a request and gives back the answer when it was taken.
 * @throws Refused otherwise
 */
export async function ask(address, options = {}) {
  const changes = options.method && options.method !== 'GET';
  let answer;
  try {
    answer = await fetch(address, {
      credentials: 'same-origin',
      ...options,
      headers: { Accept: 'application/json', ...(changes ? { 'X-XSRF-TOKEN': token() } : {}), ...options.headers },
    });
  } catch {
    throw new Refused(cannotReach());
  }
  if (isUnreached(answer.status)) {
    throw new Refused(cannotReach());
  }
  if (!answer.ok) {
    const content = await answer.json().catch(() => null);
    const known = inOurWords(content);
    throw new Refused(known ? content.message : didNotWork(), known ? (content.fields ?? {}) : {}, answer.status);
  }
  return answer;
}

let shownTo = () => null;

/** Where somebody else can log in beside an open screen, everything that is sent says for whom that screen is. */
export function sayShownTo(who) {
  shownTo = who;
}

const asJson = (method, body, more) => ({
  method,
  body: JSON.stringify(body),
  headers: { 'Content-Type': 'application/json' },
  ...more,
});

const content = (answer) => answer.json().catch(() => null);

/** In milliseconds: longer than that on a line that hangs, and the next try may find a better way. */
export const patience = 15000;

export const read = async (path) => content(await ask(ours(`api/${path}`), { signal: AbortSignal.timeout(patience) }));
export async function send(path, body = {}) {
  const request = asJson('POST', body, { signal: AbortSignal.timeout(patience) });
  if (shownTo()) {
    request.headers['X-Shown-To'] = encodeURIComponent(shownTo());
  }
  return content(await ask(ours(`api/${path}`), request));
}

/** Puts something in the place of what was there; sent to the end even when the page is left meanwhile. */
export const put = async (path, body) =>
  content(await ask(ours(`api/${path}`), asJson('PUT', body, { keepalive: true, signal: AbortSignal.timeout(patience) })));

/** A page of ours as it is for whoever is logged in now. */
export async function page(address) {
  const answer = await ask(address, { headers: { Accept: 'text/html' } });
  return new DOMParser().parseFromString(await answer.text(), 'text/html');
}
