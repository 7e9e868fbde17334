/* Once somebody has confirmed that the police were told, their reference may follow: on the thanks, and on the case for as long as it is open. */
import { line } from '../../../../safe-contact/build.js';
import { keepWhatIsTyped } from '../../../../safe-contact/kept.js';
import { form } from './action-form.js';
import { actions } from './case-actions.js';
import { caseOf } from './case.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { alsoAsk } from './thank-you.js';
import { person } from './watch.js';

const key = 'policeReference';
let answered = {};

whenFormOpens((_taskId, answers) => {
  answered = answers;
});
whenAnswersChange((_taskId, answers) => {
  answered = { ...answers };
});

/** The same as on the case, away from its tab. */
function policeReference(reference) {
  const asked = form(actions.policeReference, { reference }, '', async (words, body) => {
    body.replaceChildren(line(words, 'done'));
    window.dispatchEvent(new CustomEvent('sc:changed'));
  });
  keepWhatIsTyped([asked], person());
  return asked;
}

window.addEventListener('sc:sent', async ({ detail: { taskId } }) => {
  const { police, [key]: given } = answered;
  const asks = (await componentsOf(taskId).catch(() => new Map())).has(key);
  if (asks && police && police !== 'notNeeded' && !given) {
    const { reference } = await caseOf(taskId).catch(() => ({}));
    if (reference) {
      alsoAsk(reference, policeReference(reference));
    }
  }
});
