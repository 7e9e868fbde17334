/*
 * What could not be sent because nobody answered is sent again by itself, for as long as its form stands there as it was: somebody may be in
 * danger. The server takes the same twice as one.
 */
import { sentAgain } from './api.js';
import { line } from './build.js';

const every = 5000;
/** Those that were sent by themselves last, and by nobody's hand since. */
const sentByItself = new WeakSet();
document.addEventListener('submit', (event) => !isByItself(event) && sentByItself.delete(event.target), true);

/** Nobody pressed anything: what is said already stands, and is not said anew. */
export const isByItself = (event) => !event.submitter;

/**
 * Says why under the form, and tries again until that line is gone: it was sent, pressed by hand, or changed.
 * @param left what to do where the form itself is gone, as when another tab is looked at
 */
export function tryAgain(form, left = () => {}) {
  const standing = form.querySelector('.sc-unreached');
  if (sentByItself.delete(form) && !standing) {
    return; // somebody went on writing meanwhile, and sends it themselves
  }
  const said = standing ?? line(sentAgain(), 'refused');
  if (!said.isConnected) {
    said.classList.add('sc-unreached', 'refused');
    form.append(said);
    form.addEventListener('input', () => said.remove(), { once: true });
  }
  setTimeout(() => {
    if (!form.isConnected) {
      left();
    } else if (said.isConnected) {
      sentByItself.add(form);
      form.requestSubmit();
    }
  }, every);
}
