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

/** A calm line that is read out by a screen reader. */
export const line = (text, kind = 'note') =>
  make('p', { class: `sc-line sc-${kind}`, role: kind === 'refused' ? 'alert' : 'status' }, text);

/** A link that rings a number. */
export const ring = (number) => make('a', { href: `tel:${number.replace(/[^+\d]/g, '')}` }, number);
