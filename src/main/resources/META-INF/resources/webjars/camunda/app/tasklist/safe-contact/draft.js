/*
 * What is typed is kept on the server every few seconds, for its writer only, and stands in the form again after
 * another tab, a reload, a lost network, a lost session. Nothing of it stays in the browser.
 */
import { put } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { componentsOf, whenAnswersChange, whenFormOpens } from './form.js';
import { openTask, whenScreenChanges } from './screen.js';

const pause = 2000;
const again = 5000;
let waiting = null;
let timer = null;
let said = { taskId: null, text: '' };

function show(taskId, text) {
  said = { taskId, text };
  place();
}

function place() {
  const actions = document.querySelector('.task-card .form-actions');
  const old = document.querySelector('.sc-kept');
  if (!actions || openTask() !== said.taskId) {
    old?.remove();
    return;
  }
  if (old?.textContent !== said.text) {
    old?.remove();
    if (said.text) {
      actions.append(make('p', { class: 'sc-kept', role: 'status' }, said.text));
    }
  }
}

async function keep() {
  clearTimeout(timer);
  const { taskId, answers } = waiting ?? {};
  waiting = null;
  if (!taskId) {
    return;
  }
  try {
    const components = await componentsOf(taskId);
    const typed = Object.fromEntries(
      Object.entries(answers).filter(([key, answer]) => components.has(key) && answer !== null && answer !== ''),
    );
    const { at } = await put(`tasks/${encodeURIComponent(taskId)}/draft`, { answers: typed });
    show(taskId, `Kept for you, ${at}. Not sent yet.`);
  } catch (refused) {
    if (refused.status === 404) {
      return; // sent meanwhile, or not this person's any more
    }
    waiting ??= { taskId, answers };
    timer = setTimeout(keep, again);
    show(taskId, 'Not kept yet: we cannot reach the office computer. Leave this page open. Urgent: ring duty; in danger: 999.');
  }
}

/** What stands in the form when it opens is nothing that somebody has typed. */
let opened = '';
whenFormOpens((_taskId, answers) => {
  opened = JSON.stringify(answers);
});
whenAnswersChange((taskId, answers) => {
  const now = JSON.stringify(answers);
  if (now === opened || document.querySelector('.task-card .disabled-form')) {
    return;
  }
  opened = '';
  waiting = { taskId, answers };
  clearTimeout(timer);
  timer = setTimeout(keep, pause);
});
window.addEventListener('sc:sent', ({ detail }) => {
  if (waiting?.taskId === detail.taskId) {
    waiting = null;
  }
});
// Leaving the page or the to-do: the last words go at once.
document.addEventListener('visibilitychange', () => document.hidden && keep());
window.addEventListener('pagehide', keep);
window.addEventListener('hashchange', () => waiting && openTask() !== waiting.taskId && keep());
whenScreenChanges(place);
