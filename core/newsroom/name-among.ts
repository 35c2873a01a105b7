interface Named {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
}

/** What a person is called where one is chosen among others: the name, and the address where somebody else has the same name. */
export function nameAmong({ id, name, email }: Named, others: readonly Named[]): string {
  const same = others.some((one) => one.id !== id && one.name.trim().toLowerCase() === name.trim().toLowerCase());
  return same && email ? `${name} (${email})` : name;
}
