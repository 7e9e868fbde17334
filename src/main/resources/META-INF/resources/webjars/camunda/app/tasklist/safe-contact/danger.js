/*
 * A tick at danger, or at "I'm not sure", counts the moment it is made: it is sent by itself, and the report, or what is
 * told of an agreed contact, stays open with every word. The server takes the same tick twice as one.
 */
import { put, send } from '../../../../safe-contact/api.js';
import { dangerNow, make, ring } from '../../../../safe-contact/build.js';
import { known as house } from '../../../../safe-contact/house.js';
import { caseOf } from './case.js';
import { offerRang, placeRang } from './rang-999.js';
import { isContact } from './contact.js';
import { say as sayHere } from './done.js';
import { whenAnswersChange, whenFormOpens } from './form.js';
import { goTo, openTask } from './screen.js';
import { notTaken, settled, unreached } from './unreached.js';
import { person } from './watch.js';

/** The question in the two forms where a tick waits for nothing; known without asking anybody. */
const firstTick = '.fjs-container :is([id$="-report-contact-danger-0"], [id$="-record-contact-danger-0"])';
const telling = 'Telling them now…';
const known = 'Thank you. We know, and somebody is being told now. Tell us the rest when you can.';
const knownBefore = 'Thank you. We know of this. Tell us the rest when you can.';
const loginEnded = 'This has not reached us yet: your login has ended. Please ring. Once you have logged in again, it is sent by itself.';
const told = new Set();
const underWay = new Set();
/** Reports that were closed meanwhile, and the form of the one in which it goes on. */
const wentOn = new Map();
/** Ticked, and not unticked again. */
const wanted = new Set();
let ticked = {};

/** Directly under what was ticked, where the eyes are. Said once: somebody may be typing elsewhere by now, and the page moves only at the tap. */
async function say(taskId, words, atTheTap = false) {
  const field = document.querySelector(firstTick)?.closest('.fjs-form-field');
  const { dutyTelephone } = await house;
  if (!field || openTask() !== taskId) {
    return;
  }
  const old = field.querySelector('.sc-danger');
  if (old?.dataset.says === words) {
    return;
  }
  old?.remove();
  const duty = dutyTelephone ? [' Duty: ', ring(dutyTelephone), '.'] : [];
  const said = make('div', { class: 'sc-danger', role: 'alert', 'data-says': words }, dangerNow(), words, ...duty, toTheNewOne(taskId));
  [...field.querySelectorAll('label:has(input:checked)')].at(-1)?.after(said);
  placeRang(taskId);
  if (atTheTap) {
    said.scrollIntoView({ block: 'nearest' });
  }
}

/** The report was closed while it stood open here: what is typed goes along to the one in which it goes on. */
function toTheNewOne(taskId) {
  const next = wentOn.get(taskId);
  const goOn = async () => {
    await put(`tasks/${encodeURIComponent(next)}/draft`, { by: person(), answers: ticked }).catch(() => {});
    goTo(next);
  };
  return next ? make('p', {}, make('button', { type: 'button', class: 'btn btn-default', onclick: goOn }, 'Go on in the new report')) : '';
}

async function tell(taskId, question, stoodThere) {
  const once = `${taskId} ${question}`;
  if (told.has(once)) {
    await say(taskId, knownBefore, !stoodThere);
    return;
  }
  if (underWay.has(once)) {
    return;
  }
  // 999 shows at the tap: a slow line must not keep it back.
  say(taskId, telling, !stoodThere).catch(() => {});
  await hand(taskId, question, ticked.child ?? ticked.childFromList ?? null, stoodThere, Date.now());
}

async function hand(taskId, question, child, stoodThere, at) {
  const once = `${taskId} ${question}`;
  if (underWay.has(once)) {
    return;
  }
  underWay.add(once);
  wanted.add(once);
  const stands = () => openTask() === taskId && Boolean(document.querySelector(firstTick));
  try {
    const { reference, report } = await caseOf(taskId);
    if (!report && !isContact(reference)) {
      settled(once);
      return;
    }
    const answer = question === 'unsure' ? 'unsure' : 'yes';
    const where = isContact(reference) ? 'contacts' : 'reports';
    // Where it had come in already and only the answer was lost, it is no second alarm.
    const secondsAgo = Math.ceil((Date.now() - at) / 1000);
    const taken = await send(`${where}/${encodeURIComponent(reference)}/danger`, { answer, question, child, stoodThere, secondsAgo });
    told.add(once);
    settled(once);
    if (taken.message) {
      wentOn.set(taskId, taken.taskId);
      if (!stands()) {
        sayHere(taken.message);
      }
    }
    window.dispatchEvent(new CustomEvent('sc:danger-told', { detail: { taskId } }));
    offerRang(taskId, taken.reference ?? reference);
    await say(taskId, taken.message ?? (stoodThere ? knownBefore : known));
  } catch (refused) {
    // Behind one's own long line it is as on a dead one: it goes on trying.
    if (refused.status >= 400 && refused.status < 500 && ![401, 429].includes(refused.status)) {
      notTaken(once, { words: `The danger that you ticked was not taken: ${refused.message}`, stands });
      await say(taskId, refused.message);
      return;
    }
    if (!wanted.has(once)) {
      return;
    }
    unreached(once, {
      words: 'The danger that you ticked has not reached us yet.',
      stands,
      send: () => hand(taskId, question, child, stoodThere, at),
    });
    await say(taskId, refused.status === 401 ? loginEnded : 'This has not reached us yet. We try again by ourselves: please ring.');
  } finally {
    underWay.delete(once);
  }
}

function look(taskId, answers, stoodThere = false) {
  const before = ticked.danger ?? [];
  // A copy: the form goes on with its own. Other forms ask for danger too, with one answer.
  const now = Array.isArray(answers.danger) ? [...answers.danger] : [];
  ticked = { ...answers, danger: now };
  const dangers = now.filter((each) => each !== 'none');
  // Ticked again, it is said again: meanwhile somebody may have settled or lowered what came of it.
  before
    .filter((each) => !dangers.includes(each))
    .map((question) => `${taskId} ${question}`)
    .forEach((once) => {
      told.delete(once);
      wanted.delete(once);
      settled(once);
    });
  if (dangers.join() !== before.join() && document.querySelector(firstTick)) {
    dangers.forEach((question) => tell(taskId, question, stoodThere));
  }
}

whenAnswersChange((taskId, answers) => look(taskId, answers));
// What was ticked before the form was left stands in it again: it may not have reached us then.
whenFormOpens((taskId, answers) => {
  ticked = {};
  look(taskId, answers, true);
});
