/* What Safe Contact adds to Tasklist, all through its plugin points; docs/adr/0020-tasklist.md says what it patches. */
import './watch.js';
import './role.js';
import './notifications.js';
import './refusals.js';
import './thank-you.js';
import './danger.js';
import './draft.js';
import '../../../../safe-contact/hint.js';
import './calendar.js';
import './options.js';
import './fold.js';
import './one-tap.js';
import './police-reference.js';
import './logins.js';
import './not-here.js';
import './nothing-to-report.js';
import './unsent.js';
import './whose.js';
import './layout.js';
import { news } from './lists.js';
import agreed from './agreed.js';
import guide from './guide.js';
import onThisCase from './on-this-case.js';
import record from './record.js';
import report from './report.js';
import todos from './todos.js';

export default [report, news, agreed, guide, record, onThisCase, todos];
