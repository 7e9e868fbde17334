/*
 * Watches what Tasklist sends, to say in plain words what came of it. Tasklist has no plugin point for this: the
 * request itself stays untouched.
 */
import { inOurWords } from '../../../../safe-contact/api.js';

const sendsForm = /\/task\/([^/]+)\/submit-form$/;
const takes = /\/task\/([^/]+)\/claim$/;
const logsIn = /\/login\/tasklist$/;
const saysWhose = /\/user\/([^/]+)\/profile$/;
const saysWho = /\/auth\/user\/[^/]+(\/login\/[^/]+)?$/;

/**
 * Events on the window: sc:sent with {taskId, at: the server's time}, sc:refused with {taskId, message, fields}, sc:taken when
 * this person took a to-do, sc:too-late when somebody else was faster, sc:login with {status}.
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

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function watched(method, address, ...rest) {
  const found = method.toUpperCase() === 'POST' && sendsForm.exec(String(address).split('?')[0]);
  if (found) {
    const taskId = decodeURIComponent(found[1]);
    this.addEventListener('load', () => {
      if (this.status >= 200 && this.status < 300) {
        tell('sc:sent', { taskId, at: new Date(this.getResponseHeader('Date') ?? Date.now()) });
      } else {
        const answer = answerOf(this);
        const ours = inOurWords(answer);
        if (answer.type === 'AlreadySent') {
          tell('sc:sent', { taskId, at: new Date(this.getResponseHeader('Date') ?? Date.now()), before: true });
          return;
        }
        if (answer.type === 'Taken') {
          tell('sc:too-late');
        }
        tell('sc:refused', {
          taskId,
          message: ours ? answer.message : null,
          fields: ours ? (answer.fields ?? {}) : {},
          status: this.status,
        });
      }
    });
    this.addEventListener('error', () => tell('sc:refused', { taskId, message: null, fields: {}, status: 0 }));
  }
  if (takes.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => tell(this.status >= 400 ? 'sc:too-late' : 'sc:taken'));
  }
  if (logsIn.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => tell('sc:login', { status: this.status }));
  }
  const profile = saysWhose.exec(String(address).split('?')[0]);
  if (profile) {
    lastPerson = decodeURIComponent(profile[1]);
  }
  if (saysWho.test(String(address).split('?')[0])) {
    this.addEventListener('load', () => {
      lastPerson = answerOf(this).userId ?? lastPerson;
    });
  }
  return open.call(this, method, address, ...rest);
};

/*
 * Tasklist writes what was typed into the browser's storage when a session ends: a child's story on a family computer.
 * It stays in this page's memory instead, for the same person who logs in again, and nowhere else.
 */
const isTyped = (key) => /^cam(unda-f|F)orm:/.test(key);
const typed = new Map();
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
  return kept && kept.by && kept.by === lastPerson ? kept.value : null;
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
  localStorage.removeItem('camunda-web');
}
