/* Building blocks of every screen of ours: text is always text, never markup. */

/** An element with attributes and children; strings become text. */
export function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'onclick' || key === 'onsubmit') {
      element.addEventListener(key.slice(2), value);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

/** A link that rings a number. */
export const ring = (number) => make('a', { href: `tel:${number.replace(/[^+\d]/g, '')}` }, number);

/** The number and what to say, before any question and on every refusal, in the words of every form (contract, 5.4). */
export const dangerNow = () => [
  'Danger now: ',
  ring('999'),
  ', say ',
  make('em', {}, 'a child in foster care is in danger'),
  ', your name, the address. ',
];

const telephone = /\b(999|0\d{2,4} ?\d{3,4} ?\d{3,4})\b/;

/** Words in which every number that one reads can be pressed. */
export const withRings = (words) => words.split(telephone).map((part, at) => (at % 2 ? ring(part) : part));

/** A calm line that is read out by a screen reader. */
export const line = (text, kind = 'note') =>
  make('p', { class: `sc-line sc-${kind}`, role: kind === 'refused' ? 'alert' : 'status' }, withRings(text));
