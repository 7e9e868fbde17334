/* The Report contact button in the header: one press, and the first question is on the screen. */
import { send, wordsOf } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { goTo, refresh } from './screen.js';

export default {
  id: 'sc-report',
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node, _data, scope) {
    const button = make('button', { type: 'button', class: 'sc-report-button' }, 'Report contact');
    button.addEventListener('click', async () => {
      button.disabled = true;
      try {
        const { taskId } = await send('reports');
        goTo(taskId);
        refresh(scope);
      } catch (refused) {
        tell(wordsOf(refused));
      } finally {
        button.disabled = false;
      }
    });
    node.append(button);
  },
};

function tell(message) {
  document.querySelector('.sc-header-line')?.remove();
  const said = make('p', { class: 'sc-header-line', role: 'alert' }, message);
  document.querySelector('.site-wrap').prepend(said);
  setTimeout(() => said.remove(), 20000);
}
