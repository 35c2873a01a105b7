import fs from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const components = path.join(import.meta.dirname, '..');

/** The classes that a stylesheet draws by their name alone, outside of what counts for some windows or for paper only. */
function drawnIn(css: string): Set<string> {
  const plain = css
    .replace(/\/\*.*?\*\/|\([^()]*\)/gs, '')
    .replace(/@(?:media|supports)[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}/g, '');
  const selectors = [...plain.matchAll(/(?:^|[};])\s*([^{};@]+)\{/g)].flatMap(([, list]) => list!.split(','));
  return new Set(selectors.flatMap((selector) => /^\s*\.([\w-]+)\s*$/.exec(selector)?.[1] ?? []));
}

it('draws each class in one stylesheet: those of one page stay when a person goes on to another', () => {
  const homes = new Map<string, string[]>();
  for (const file of fs.readdirSync(components, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.css')) continue;
    for (const name of drawnIn(fs.readFileSync(path.join(components, file), 'utf8')))
      homes.set(name, [...(homes.get(name) ?? []), file]);
  }
  expect(homes.size).toBeGreaterThan(300);
  expect([...homes].filter(([, files]) => files.length > 1)).toEqual([]);
});
