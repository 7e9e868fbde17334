/* Below Send of the open to-do: the policies that belong to it. They open beside it, so nothing that was typed is lost. */
import { ours, read } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';
import { openTask, whenScreenChanges, whenTaskChanges } from './screen.js';

/** Of which to-do, and which; none until the server has said. */
let known = { task: null, policies: [] };

const link = ({ title, page }) => make('a', { href: ours(page), target: '_blank', rel: 'noopener' }, title);

function place() {
  const form = document.querySelector('.task-card .fjs-container') && document.querySelector('.task-card .form-actions');
  const shown = document.querySelector('.sc-policies');
  if (!form || known.task !== openTask() || known.policies.length === 0) {
    shown?.remove();
  } else if (shown?.dataset.of !== known.task) {
    shown?.remove();
    const links = known.policies.flatMap((policy, at) => [at ? ' · ' : '', link(policy)]);
    form.after(make('p', { class: 'sc-policies', 'data-of': known.task }, 'Our policy: ', ...links));
  }
}

whenTaskChanges(async (task) => {
  const policies = task ? await read(`tasks/${encodeURIComponent(task)}/policies`).catch(() => []) : [];
  if (openTask() === task) {
    known = { task, policies };
    place();
  }
});
whenScreenChanges(place);
