/* How this works: the guide of one's own role, from every screen of Tasklist. */
import { ours } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';

export default {
  id: 'sc-guide',
  pluginPoint: 'tasklist.navbar.action',
  priority: 100,
  render(node) {
    node.append(make('a', { class: 'sc-quiet-button', href: ours('guide'), target: '_blank', rel: 'noopener' }, 'How this works'));
  },
};
