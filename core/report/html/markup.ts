/** A piece of finished HTML. Only `html` and `trusted` make one, so a plain string can never become markup by accident. */
export class Markup {
  constructor(readonly source: string) {}
  toString(): string {
    return this.source;
  }
}

type Part = Markup | string | number | null | undefined | false | readonly Part[];

/** Template tag: every value is escaped unless it is Markup; arrays are joined; null, undefined and false are nothing. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.reduce((source, piece, index) => source + render(parts[index - 1]) + piece));
}

/** Marks a string that Stet itself wrote (a style sheet, a drawing) as finished. Never for anything a person typed. */
export function trusted(source: string): Markup {
  return new Markup(source);
}

function render(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Markup) return part.source;
  if (Array.isArray(part)) return part.map(render).join('');
  return escaped(String(part));
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
