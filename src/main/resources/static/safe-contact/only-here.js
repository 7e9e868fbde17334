/*
 * A login that ends while a page of ours has words that nobody else has: the page stays, covered, so that nobody reads it. Once their writer has
 * logged in again, in another tab, the words are kept and the page is theirs again.
 */
import { ours, page, read } from './api.js';
import { cover, forgetTheEnd, goOn } from './attended.js';
import { make } from './build.js';
import { isUnkept } from './keeping.js';
import { keepNow } from './kept.js';
import { loadAnew } from './leave.js';

const every = 5000;
let covering = null;
let looking = false;

const named = (name, shown = document) => shown.querySelector(`meta[name=${name}]`);

/** Where the same person has logged in again, this page goes on with the token of that login. */
async function isBack() {
  await read('here');
  const now = await page(ours('guide')); // of which nobody asks who looked
  if (!named('reader', now) || named('reader', now).content !== named('reader').content) {
    return false;
  }
  const { content } = named('csrf-token', now);
  named('csrf-token').content = content;
  document.querySelectorAll('input[name=csrfToken]').forEach((hidden) => {
    hidden.value = content;
  });
  return true;
}

async function look() {
  if (!covering || looking) {
    return;
  }
  looking = true;
  if ((await isBack().catch(() => false)) && (await keepNow())) {
    covering.close(); // the cursor is where it was
    covering.remove();
    covering = null;
    goOn();
  }
  looking = false;
}

function stay() {
  forgetTheEnd();
  covering = cover(
    'Your login has ended',
    make('p', { role: 'status' }, 'What you wrote last is not kept yet. It still stands on this page, and is covered so that nobody else reads it.'),
    make('p', {}, 'Leave this page open, log in again, and come back to it: you go on where you were.'),
    make(
      'a',
      { class: 'sc-attended-stay btn btn-primary', href: ours('../camunda/app/tasklist/default/'), target: '_blank', rel: 'noopener', autofocus: true },
      'Log in again',
    ),
  );
}

/** Somebody has logged in beside this page: the same person goes on in it, nobody else sees it as it is. */
async function besideALogin() {
  const back = await isBack().catch(() => null); // nobody answered: the next touch asks again
  if (back) {
    goOn();
  } else if (back === false && isUnkept()) {
    stay();
  } else if (back === false) {
    loadAnew();
  }
}

window.addEventListener('sc:refused-here', () => covering || besideALogin());
window.addEventListener('sc:unattended', (over) => {
  if (isUnkept()) {
    over.preventDefault();
    stay();
  }
});
['focus', 'pageshow', 'online'].forEach((back) => window.addEventListener(back, look));
document.addEventListener('visibilitychange', () => !document.hidden && look());
setInterval(look, every);
