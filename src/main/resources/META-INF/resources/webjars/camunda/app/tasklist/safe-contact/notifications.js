/* Tasklist's own messages: without the engine's signs, said once, and gone again by themselves. */
import { whenScreenChanges } from './screen.js';

const shownFor = 12000;
let quietUntil = 0;
const signs = /^(<|&lt;)[^&>]*(>|&gt;)\s*(<|&lt;)-\s*/;

function inWords(part) {
  const text = part?.firstChild;
  if (text?.nodeType === Node.TEXT_NODE && signs.test(text.data)) {
    text.data = text.data.replace(signs, '');
  }
  return part?.textContent.trim() ?? '';
}

/** What Tasklist says in the next moments is left out, because it is said better elsewhere on the screen. */
export function hush(milliseconds) {
  quietUntil = Date.now() + milliseconds;
}

whenScreenChanges(() => {
  document.querySelectorAll('.page-notifications .alert').forEach((alert) => {
    if (Date.now() < quietUntil) {
      alert.hidden = true;
    }
    const message = alert.querySelector('.message');
    const twice = inWords(alert.querySelector('.status')) === inWords(message);
    if (message && message.hidden !== twice) {
      message.hidden = twice;
    }
    if (!alert.dataset.scSeen) {
      alert.dataset.scSeen = 'yes';
      setTimeout(() => alert.querySelector('[ng-click^="removeNotification"]')?.click(), shownFor);
    }
  });
});
