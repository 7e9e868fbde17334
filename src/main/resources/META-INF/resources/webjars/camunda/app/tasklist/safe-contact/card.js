/* What a list shows of each to-do beside its name: which child, which case, how serious for those who read levels. */
import { read } from './api.js';
import { make } from './page.js';

const words = { HIGH: 'High', IMMEDIATE: 'Immediate', MEDIUM: 'Medium', LOW: 'Low' };

export default {
  id: 'sc-card',
  pluginPoint: 'tasklist.card',
  priority: 1000,
  async render(node, { taskId }) {
    const { reference, child, level } = await read(`tasks/${encodeURIComponent(taskId)}/card`).catch(() => ({}));
    if (reference) {
      node.append(
        make(
          'p',
          { class: 'sc-card' },
          level ? make('span', { class: `sc-level sc-level-${level}` }, words[level] ?? level) : null,
          child ? make('strong', {}, child) : null,
          make('span', {}, reference),
        ),
      );
    }
  },
};
