/*
 * Watches what Tasklist sends, to say in plain words what came of it. Tasklist has no plugin point for this: the
 * request itself stays untouched.
 */
import { inOurWords } from './api.js';

const sendsForm = /\/task\/([^/]+)\/submit-form$/;

/** Events on the window: sc:sent with {taskId}, sc:refused with {taskId, message, fields}. */
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

const open = XMLHttpRequest.prototype.open;
XMLHttpRequest.prototype.open = function watched(method, address, ...rest) {
  const found = method.toUpperCase() === 'POST' && sendsForm.exec(String(address).split('?')[0]);
  if (found) {
    const taskId = decodeURIComponent(found[1]);
    this.addEventListener('load', () => {
      if (this.status >= 200 && this.status < 300) {
        tell('sc:sent', { taskId });
      } else {
        const answer = answerOf(this);
        const ours = inOurWords(answer);
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
  return open.call(this, method, address, ...rest);
};

// Tasklist keeps what was typed in the browser when somebody is logged out: a child's story on a family computer.
const keep = Storage.prototype.setItem;
Storage.prototype.setItem = function forgetful(key, value) {
  if (!/^cam(unda-f|F)orm:/.test(key)) {
    keep.call(this, key, value);
  }
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
