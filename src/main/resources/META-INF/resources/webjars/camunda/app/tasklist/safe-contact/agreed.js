/* What is agreed about each child, from every screen of Tasklist. */
import { ours } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';

export default {
  id: 'sc-agreed',
  pluginPoint: 'tasklist.navbar.action',
  priority: 200,
  render(node) {
    node.append(make('a', { class: 'sc-quiet-button', href: ours('a'), target: '_blank', rel: 'noopener' }, 'What is agreed'));
  },
};
