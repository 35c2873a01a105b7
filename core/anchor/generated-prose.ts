/** A sentence of a draft; `id` is null for what no anchor stands on, `how` what was done to it. */
export interface Sentence {
  readonly id: string | null;
  readonly text: string;
  readonly how: string;
}

/** Made-up prose: a vocabulary in which common nouns recur, boilerplate, and sentences of one template. */
export class Prose {
  private readonly nouns: string[];
  private readonly verbs: string[];
  private readonly names: string[];
  private readonly boilerplate: string[];
  private count = 0;

  constructor(readonly random: () => number) {
    const coined = (count: number, ending: string) => Array.from({ length: count }, () => this.coin() + ending);
    this.nouns = coined(1500, '');
    this.verbs = coined(300, 'ed');
    this.names = coined(200, '').map((name) => name[0]!.toUpperCase() + name.slice(1));
    this.boilerplate = Array.from({ length: 6 }, () => this.sentence());
  }

  paragraphs(words: number): Sentence[][] {
    const paragraphs: Sentence[][] = [];
    for (let length = 0; length < words; ) {
      const paragraph = Array.from({ length: 2 + this.below(5) }, () => this.made());
      length += paragraph.reduce((sum, { text }) => sum + text.split(' ').length, 0);
      paragraphs.push(paragraph);
    }
    return paragraphs;
  }

  /** Of a hundred sentences three are boilerplate, four of one template, two very short. */
  private made(): Sentence {
    const dice = this.random();
    const text =
      dice < 0.03
        ? this.pick(this.boilerplate)
        : dice < 0.07
          ? this.templated()
          : dice < 0.09
            ? this.short()
            : this.sentence();
    return { id: `s${this.count++}`, text, how: 'kept' };
  }

  /** Another sentence of the same make: of the template, as short, or of clauses. */
  likeness(text: string): string {
    if (text.startsWith('In ')) return this.templated();
    return text.endsWith(' it.') ? this.short() : this.sentence();
  }

  private short(): string {
    return `${this.name()} ${this.pick(this.verbs)} it.`;
  }

  templated(): string {
    return `In ${1950 + this.below(75)} the town of ${this.name()} counted ${this.number()} visitors and ${this.number()} ships.`;
  }

  sentence(): string {
    const clauses = Array.from({ length: 1 + this.below(3) }, () => this.clause());
    const words = clauses.join(this.pick([', and ', ', while ', '; ', ', although ']));
    const quoted = this.random() < 0.12 ? `“${words},” said ${this.name()}` : words;
    return `${quoted.replace(/^“?\p{L}/u, (first) => first.toUpperCase())}.`;
  }

  clause(): string {
    const tail = this.pick([
      () => `in ${1900 + this.below(125)}`,
      () => `by ${this.number()} ${this.noun()}s`,
      () => `with the ${this.noun()} of ${this.name()}`,
      () => `against a ${this.noun()}`,
      () => `for ${this.name()}’s ${this.noun()}`,
    ])();
    const subject =
      this.random() < 0.4 ? this.name() : `the ${this.noun()}${this.random() < 0.3 ? ` of ${this.noun()}` : ''}`;
    return `${subject} ${this.pick(this.verbs)} ${this.random() < 0.5 ? 'the' : 'a'} ${this.noun()} ${tail}`;
  }

  /** Common nouns are picked far more often than rare ones, as in any language. */
  noun(): string {
    return this.nouns[Math.floor(this.nouns.length * this.random() ** 2.2)]!;
  }

  number(): string {
    return (20 + this.below(90_000)).toLocaleString('en');
  }

  below(limit: number): number {
    return Math.floor(this.random() * limit);
  }

  pick<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }

  private name(): string {
    return this.pick(this.names);
  }

  private coin(): string {
    const syllables = [
      'ka',
      'lo',
      'mer',
      'tin',
      'sa',
      'vel',
      'or',
      'bi',
      'gan',
      'pu',
      'rel',
      'dro',
      'ne',
      'shi',
      'ful',
    ];
    return Array.from({ length: 2 + this.below(3) }, () => this.pick(syllables)).join('');
  }
}
