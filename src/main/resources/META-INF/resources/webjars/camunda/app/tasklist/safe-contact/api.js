/* Calls to the product's own endpoints, with the session and the CSRF token of Tasklist. */
const root = document.querySelector('base').getAttribute('app-root');

/** Address of something of ours, beside the application root of the web applications. */
export const ours = (path) => `${root}/../safe-contact/${path}`;

/** What the server would not take: a sentence for the person, and sentences by field. */
export class Refused extends Error {
  constructor(message, fields = {}, status = 0) {
    super(message);
    this.fields = fields;
    this.status = status;
  }
}

const cannotReach = 'We cannot reach the office computer just now. Nothing was sent. If it is urgent, ring duty; in danger, 999.';
const didNotWork = 'That did not work, and nothing was changed. Please try again. If it is urgent, ring duty; in danger, 999.';

/** Whether a refusal is one of ours, written for people; the engine's own name an exception. */
export const inOurWords = (content) => Boolean(content?.message && content.type && !/Exception$/.test(content.type));

function token() {
  return document.cookie.match(/(?:^|;\s*)XSRF-TOKEN=([^;]*)/)?.[1] ?? '';
}

async function call(method, path, body) {
  let answer;
  try {
    answer = await fetch(ours(`api/${path}`), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...(body === undefined ? {} : { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch {
    throw new Refused(cannotReach);
  }
  const content = await answer.json().catch(() => null);
  if (!answer.ok) {
    const known = inOurWords(content);
    throw new Refused(known ? content.message : didNotWork, known ? (content.fields ?? {}) : {}, answer.status);
  }
  return content;
}

export const read = (path) => call('GET', path);
export const send = (path, body = {}) => call('POST', path, body);
