/* A kind hint beside words that judge, before anything is sent; never a refusal (practice notes, section 5). */
import { make } from './build.js';

const judging =
  /\b(accused|abscond\w*|refus\w+ to disclose|attention[- ]seeking|manipulat\w+|promiscuous|lied|liar|streetwise)\b/i;
const written = ':is(.fjs-container, .sc-action-form, form[data-send]) :is(textarea, input:not([type]), input[type=text])';

const hints = new WeakMap();

document.addEventListener('input', ({ target }) => {
  if (!target.matches?.(written)) {
    return;
  }
  const word = judging.exec(target.value)?.[0];
  const old = hints.get(target);
  const text = word ? `“${word}” can sound like blame. What did you see or hear? Plain facts help most.` : '';
  if ((old?.textContent ?? '') !== text) {
    old?.remove();
    if (text) {
      hints.set(target, make('p', { class: 'sc-hint note', role: 'status' }, text));
      target.after(hints.get(target));
    } else {
      hints.delete(target);
    }
  }
});
