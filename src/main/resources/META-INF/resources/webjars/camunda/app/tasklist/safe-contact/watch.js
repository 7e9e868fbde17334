/*
 * Watches what Tasklist sends, to say in plain words what came of it. Tasklist has no plugin point for this: the
 * request itself stays untouched.
 */
import { inOurWords, isUnreached, patience, sayShownTo, token } from '../../../../safe-contact/api.js';
import { keepList } from './kept-list.js';

const sendsForm = /\/task\/([^/]+)\/submit-form$/;
const starts = /\/process-definition\/[^/]+\/submit-form$/;
const takes = /\/task\/([^/]+)\/claim$/;
const logsIn = /\/login\/tasklist$/;
const saysWhose = /\/user\/([^/]+)\/profile$/;
const saysWho = /\/auth\/user\/[^/]+(\/login\/[^/]+)?$/;
const logsOut = /\/logout$/;
const lists = /\/filter\/[^/]+\/list$/;

/**
 * Events on the window: sc:sending, sc:sent with {taskId, at: the server's time}, sc:refused with {taskId, message, fields, status, sendAgain}, sc:taking and
 * sc:taken when this person takes a to-do, sc:too-late when somebody else was faster, sc:started when this person began something by Start process,
 * sc:login with {status}; of danger.js sc:danger-told with {taskId}; of draft.js sc:kept with {taskId, moment: the server's}.
 */
function tell(name, detail) {
  window.dispatchEvent(new CustomEvent(name, { detail }));
}

function answerOf(request) {
  try {
    return JSON.parse(request.responseText);
  } catch {
    return {};
  }
}

let lastPerson = null;

/** Who is logged in on this screen, by id. */
export const person = () => lastPerson;
sayShownTo(person);

/** What came of a form that was sent, and how it is sent again where nobody of ours answered. */
function tellOutcome(taskId, status, answer, date, again) {
  const at = new Date(date ?? Date.now());
  if (status >= 200 && status < 300) {
    tell('sc:sent', { taskId, at });
    return;
  }
  if (answer.type === 'AlreadySent') {
    tell('sc:sent', { taskId, at, before: true });
    return;
  }
  if (answer.type === 'Taken') {
    tell('sc:too-late');
  }
  if (status === 0 || isUnreached(status)) {
    tell('sc:refused', { taskId, message: null, fields: {}, status: 0, sendAgain: again });
    return;
  }
  const ours = inOurWords(answer);
  tell('sc:refused', { taskId, message: ours ? answer.message : null, fields: ours ? (answer.fields ?? {}) : {}, status });
}

/** The same once more: when the answer got lost on its way, Tasklist finds the to-do gone and sends nothing any more. */
async function sendAgain(taskId, address, body) {
  const again = () => sendAgain(taskId, address, body);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(patience),
      headers: { Accept: 'application/json', 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
    });
    tellOutcome(taskId, answer.status, await answer.json().catch(() => ({})), answer.headers.get('Date'), again);
  } catch {
    tellOutcome(taskId, 0, {}, null, again);
  }
}

const { send } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.send = function remembering(body) {
  this.sent = body;
  return send.call(this, body);
};

const { open } = XMLHttpRequest.prototype;
XMLHttpRequest.prototype.open = function watched(method, address, ...rest) {
  const found = method.toUpperCase() === 'POST' && sendsForm.exec(String(address).split('?')[0]);
  if (found) {
    const taskId = decodeURIComponent(found[1]);
    tell('sc:sending');
    const again = () => sendAgain(taskId, address, this.sent);
    this.addEventListener('load', () => tellOutcome(taskId, this.status, answerOf(this), this.getResponseHeader('Date'), again));
    ['error', 'timeout'].forEach((name) => this.addEventListener(name, () => tellOutcome(taskId, 0, {}, null, again)));
  }
  if (lists.test(String(address).split('?')[0])) {
    keepList(this, String(address));
  }
  // Nothing that one person saw or typed stays on the screen for the next.
  if (logsOut.test(String(address).split('?')[0])) {
    window.dispatchEvent(new CustomEvent('sc:leaving', { detail: { waitFor: () => {} } }));
    this.addEventListener('load', () => location.reload());
  }
  if (starts.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => this.status < 400 && tell('sc:started'));
  }
  if (takes.test(String(address).split('?')[0])) {
    tell('sc:taking');
    this.addEventListener('load', () => tell(this.status >= 400 ? 'sc:too-late' : 'sc:taken'));
  }
  if (logsIn.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => tell('sc:login', { status: this.status }));
  }
  const profile = saysWhose.exec(String(address).split('?')[0]);
  if (profile) {
    lastPerson ??= decodeURIComponent(profile[1]);
  }
  if (saysWho.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => {
      const now = answerOf(this).userId ?? lastPerson;
      if (lastPerson && now !== lastPerson) {
        location.reload();
      }
      lastPerson = now;
    });
  }
  open.call(this, method, address, ...rest);
  if (found) {
    this.timeout = patience;
  }
};

/*
 * Tasklist writes what was typed into the browser's storage when a session ends: a child's story on a family computer.
 * It stays in this page's memory instead, for the same person who logs in again, and nowhere else.
 */
const isTyped = (key) => /^cam(unda-f|F)orm:/.test(key);
const typed = new Map();
let unkept = () => ({});

/** @param of what was typed into the form of a to-do and has not reached the server: (to-do) => answers by key. It stands in it however it is drawn. */
export function sayUnkept(of) {
  unkept = of;
}

const { setItem, getItem, removeItem } = Storage.prototype;
Storage.prototype.setItem = function forgetful(key, value) {
  if (isTyped(key)) {
    typed.set(key, { value, by: lastPerson });
  } else {
    setItem.call(this, key, value);
  }
};
Storage.prototype.getItem = function remembering(key) {
  if (!isTyped(key)) {
    return getItem.call(this, key);
  }
  const kept = typed.get(key);
  typed.delete(key);
  const answers = kept && kept.by && kept.by === lastPerson ? JSON.parse(kept.value) : {};
  const all = { ...answers, ...unkept(key.slice(key.indexOf(':') + 1)) };
  return Object.keys(all).length > 0 ? JSON.stringify(all) : null;
};
Storage.prototype.removeItem = function forgetting(key) {
  typed.delete(key);
  removeItem.call(this, key);
};

// Tasklist keeps its wording by its own version number: without this, people would read yesterday's words after an update.
try {
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  Object.keys(kept)
    .filter((name) => name.includes('/locales/'))
    .forEach((name) => delete kept[name]);
  localStorage.setItem('camunda-web', JSON.stringify(kept));
} catch {
  try {
    localStorage.removeItem('camunda-web');
  } catch {
    // a browser that keeps nothing has none of it either
  }
}
