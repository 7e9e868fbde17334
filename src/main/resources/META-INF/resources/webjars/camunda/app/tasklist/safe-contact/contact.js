/* Agreed contact, for carers: telling of one and the last ones, from every screen of Tasklist. */
import { ours } from '../../../../safe-contact/api.js';
import { make } from '../../../../safe-contact/build.js';

export default {
  id: 'sc-contact',
  pluginPoint: 'tasklist.navbar.action',
  priority: 210,
  render(node) {
    node.append(make('a', { class: 'sc-quiet-button sc-agreed-contact', href: ours('t') }, 'Agreed contact'));
  },
};

/** Whether a reference is an agreed contact's, which may still become a report. */
export const isContact = (reference) => Boolean(reference?.startsWith('CON-'));
