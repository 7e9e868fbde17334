/* Once somebody has confirmed that the police were told, their reference may follow: on the thanks, and on the case for as long as it is open. */
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { policeReference } from './on-this-case.js';
import { caseOf } from './case.js';
import { alsoAsk } from './thank-you.js';

const key = 'policeReference';
let answered = {};

whenFormOpens((_taskId, answers) => {
  answered = answers;
});
whenAnswersChange((_taskId, answers) => {
  answered = { ...answers };
});

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
