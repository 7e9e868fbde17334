/*
 * A tick at danger, or at "I'm not sure", counts the moment it is made: it is sent by itself, and the form stays open
 * with every word. The server takes the same tick twice as one.
 */
import { send } from './api.js';
import { caseOf } from './case.js';
import { componentsOf } from './form.js';
import { make, openTask, ring } from './page.js';
import { known as house } from '../../../../safe-contact/house.js';

const again = 5000;
const told = new Set();

async function say(field, ...words) {
  const { dutyTelephone } = await house;
  field.querySelector('.sc-danger')?.remove();
  const duty = dutyTelephone ? [' Duty: ', ring(dutyTelephone), '.'] : [];
  field.append(make('div', { class: 'sc-danger', role: 'alert' }, ...words, ' In danger: ', ring('999'), '.', ...duty));
}

async function tell(field, taskId, answer, question) {
  const { reference } = await caseOf(taskId);
  const once = `${reference} ${question}`;
  if (told.has(once)) {
    return;
  }
  try {
    await send(`reports/${encodeURIComponent(reference)}/danger`, { answer, question });
    told.add(once);
    await say(field, 'Thank you. We know, and somebody is being told now. Tell us the rest when you can.');
  } catch {
    await say(field, 'This has not reached us yet. We try again by ourselves: please ring.');
    setTimeout(() => stillTicked(field) && openTask() === taskId && tell(field, taskId, answer, question), again);
  }
}

const stillTicked = (field) => field.isConnected && field.querySelector('input:checked');

document.addEventListener('change', async (event) => {
  const box = event.target;
  const field = box.closest?.('.fjs-container .fjs-form-field-checklist');
  const taskId = openTask();
  if (!field || !taskId || !box.checked) {
    return;
  }
  const components = await componentsOf(taskId).catch(() => new Map());
  const danger = components.get('danger');
  const at = danger && box.id.match(new RegExp(`-${danger.id}-(\\d+)$`));
  const option = at && danger.values[Number(at[1])]?.value;
  if (option && option !== 'none') {
    tell(field, taskId, option === 'unsure' ? 'unsure' : 'yes', option).catch(() => {});
  }
});
