import { directionOf } from '@/core/article/language';

/**
 * A text box that cannot be changed while it is checked, rather than a document: screen readers then give the desk's single keys to the page and
 * follow the caret, while headings, lists, quotes and marks inside stay what they are. Nothing helpful may touch the words:
 * spelling marks, writing assistants and page translation are turned away.
 */
export function attributesOf({
  language,
  label,
  editing,
}: {
  language: string;
  label: string;
  editing: boolean;
}): Record<string, string> {
  return {
    class: editing ? 'article__text is-editing' : 'article__text',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-readonly': String(!editing),
    'aria-label': label,
    tabindex: '0',
    lang: language,
    dir: directionOf(language),
    inputmode: editing ? 'text' : 'none',
    enterkeyhint: 'enter',
    spellcheck: String(editing),
    autocorrect: 'off',
    autocapitalize: 'off',
    translate: 'no',
    writingsuggestions: 'false',
    'data-gramm': 'false',
    'data-enable-grammarly': 'false',
    'data-lt-active': 'false',
  };
}
