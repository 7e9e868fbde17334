/*
 * The Report contact button in the header: one press, and the first question is on the screen. Tasklist's own Start process begins the same,
 * and leads to it too.
 */
import { send, wordsOf } from '../../../../safe-contact/api.js';
import { make, withRings } from '../../../../safe-contact/build.js';
import { whenFormOpens } from './form.js';
import { helpFirst } from './help-first.js';
import { hush } from './notifications.js';
import { goTo, refresh } from './screen.js';

/** The report that was asked for by the button and does not stand there yet. */
let awaited = null;

/** Whoever uses keys or a screen reader is at the top of it, and hears what it is. */
whenFormOpens((taskId) => {
  const top = helpFirst() ?? document.querySelector('.task-card h2.task');
  if (taskId === awaited && top) {
    top.tabIndex = -1;
    top.focus({ preventScroll: true });
  }
  awaited = null;
});

export default {
  id: 'sc-report',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node, _data, scope) {
    const button = make('button', { type: 'button', class: 'sc-report-button' }, 'Report contact');
    const toTheReport = async () => {
      button.disabled = true;
      try {
        const { taskId } = await send('reports');
        awaited = taskId;
        goTo(taskId);
        window.dispatchEvent(new Event('sc:changed')); // the own to-do is no news
        refresh(scope);
      } catch (refused) {
        tell(wordsOf(refused));
      } finally {
        button.disabled = false;
      }
    };
    button.addEventListener('click', toTheReport);
    window.addEventListener('sc:started', () => {
      hush(3000); // the open report says it
      toTheReport();
    });
    node.append(button);
  },
};

function tell(message) {
  document.querySelector('.sc-header-line')?.remove();
  const said = make('p', { class: 'sc-header-line', role: 'alert' }, withRings(message));
  document.querySelector('.site-wrap').prepend(said);
  setTimeout(() => said.remove(), 20000);
}
