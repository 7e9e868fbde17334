/* What Safe Contact adds to Tasklist, all through its plugin points. */
import './watch.js';
import './refusals.js';
import './thank-you.js';
import './danger.js';
import './logins.js';
import './unsent.js';
import card from './card.js';
import { order } from './layout.js';
import onThisCase from './on-this-case.js';
import record from './record.js';
import report from './report.js';

export default [report, record, onThisCase, card, order];
