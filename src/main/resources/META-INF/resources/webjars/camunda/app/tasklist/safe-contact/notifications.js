/* Tasklist's own messages: without the engine's signs and a program's words, said once, and gone again by themselves. */
import { whenScreenChanges } from './screen.js';

const shownFor = 12000;
let quietUntil = 0;
/** What a lost request says of itself, about origins and headers. */
const ofTheProgram = /^Request has been terminated/;
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
    const words = inWords(message);
    const says = words !== inWords(alert.querySelector('.status')) && !ofTheProgram.test(words);
    if (message && message.hidden === says) {
      message.hidden = !says;
    }
    if (!alert.dataset.scSeen) {
      alert.dataset.scSeen = 'yes';
      setTimeout(() => alert.querySelector('[ng-click^="removeNotification"]')?.click(), shownFor);
    }
  });
});
