/* On a phone the open to-do has the screen for itself, and the list is one tap back. */
import { goTo, make, whenTaskChanges } from './page.js';

function wayBack() {
  const details = document.querySelector('.task-details');
  if (details && !details.querySelector('.sc-back')) {
    const back = make('button', { type: 'button', class: 'sc-back btn btn-link' }, '‹ Back to the list');
    back.addEventListener('click', () => {
      document.body.classList.remove('sc-thanking');
      goTo(null);
    });
    details.prepend(back);
  }
}

whenTaskChanges((taskId) => {
  document.body.classList.toggle('sc-task-open', Boolean(taskId));
  wayBack();
});
new MutationObserver(wayBack).observe(document.body, { childList: true, subtree: true });

const soonestFirst = JSON.stringify([
  { sortBy: 'dueDate', sortOrder: 'asc' },
  { sortBy: 'priority', sortOrder: 'desc' },
]);

/** Lists show what is due soonest, and of those the most urgent, first; Tasklist takes its order from the address. */
export const order = {
  id: 'sc-order',
  pluginPoint: 'tasklist.header',
  priority: 1,
  render() {
    const query = new URLSearchParams(location.hash.split('?')[1] ?? '');
    if (query.get('sorting') !== soonestFirst) {
      query.set('sorting', soonestFirst);
      location.replace(`#/?${query}`);
    }
  },
};
