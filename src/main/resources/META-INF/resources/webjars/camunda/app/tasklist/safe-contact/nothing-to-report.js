/*
 * Whoever began a report and finds that there is nothing to report closes it with one tap; that it was begun stays on
 * record. Once something is written in it, the tap is asked about: nothing goes by a slip of the finger.
 */
import { send, wordsOf } from '../../../../safe-contact/api.js';
import { line, make } from '../../../../safe-contact/build.js';
import { caseOf } from './case.js';
import { say } from './done.js';
import { whenAnswersChange, whenFormOpens } from './form.js';
import { forgetOpenTask, openTask, whenScreenChanges } from './screen.js';

const words = 'Nothing to report: close this';
let opened = '';
let written = false;
/** Danger, or not sure of it, is ticked: people are being told, and there is something to report. */
let danger = false;

async function close(button, reference) {
  if (written && !button.dataset.asked) {
    button.dataset.asked = 'yes';
    button.textContent = 'Close it, with what is written? Tap once more';
    return;
  }
  button.disabled = true;
  try {
    await send(`reports/${encodeURIComponent(reference)}/nothing-to-report`);
  } catch (refused) {
    button.disabled = false;
    button.after(line(wordsOf(refused), 'refused'));
    return;
  }
  forgetOpenTask();
  say('Closed. You can report again at any time.');
  window.dispatchEvent(new CustomEvent('sc:changed'));
}

const takeAway = () => document.querySelector('.sc-nothing-to-report')?.remove();

async function place() {
  if (danger) {
    takeAway();
    return;
  }
  const taskId = openTask();
  const { reference, actions } = (taskId && (await caseOf(taskId).catch(() => null))) || {};
  const form = document.querySelector('.task-card .form-actions');
  if (form && actions?.includes('closeUnsent') && openTask() === taskId && !danger && !form.querySelector('.sc-nothing-to-report')) {
    const button = make('button', { type: 'button', class: 'sc-nothing-to-report' }, words);
    button.addEventListener('click', () => close(button, reference));
    form.append(button);
  }
}

const isDanger = (answers) => [answers.danger ?? []].flat().some((each) => each !== 'none');

whenFormOpens((_taskId, answers) => {
  danger = isDanger(answers);
  opened = JSON.stringify(answers);
  written = Boolean(answers.draftKeptAt);
  place();
});
whenAnswersChange((_taskId, answers) => {
  written ||= JSON.stringify(answers) !== opened;
  danger = isDanger(answers);
  const button = document.querySelector('.sc-nothing-to-report');
  if (button?.dataset.asked) {
    delete button.dataset.asked;
    button.textContent = words;
  }
  place();
});
// What was told counts on, though the tick is taken away again.
window.addEventListener('sc:danger-told', async ({ detail }) => {
  await caseOf(detail.taskId, true).catch(() => {});
  takeAway();
  place();
});
whenScreenChanges(place);
