import { Transform } from 'prosemirror-transform';
import { articleSchema } from '@/core/article/schema';
import { addCitation } from '@/db/changes/add-citation';
import { createArticle } from '@/db/changes/create-article';
import { createClaim } from '@/db/changes/create-claim';
import { createSource } from '@/db/changes/create-source';
import { editText } from '@/db/changes/edit-text';
import { readArticle } from '@/db/queries/articles';
import { callsOf, person, temporaryStore } from './temporary-store';

/** The text of the article on the desk; the first sentence stands in it twice. */
export const text = [
  'The bridge cost forty million euros. It opened in 1987.',
  'The mayor called it the longest bridge in the country.',
  'Once more: The bridge cost forty million euros.',
].join('\n\n');

/** A newsroom at work: a person of each role, an article with a claim that is judged and sourced. */
export async function desk() {
  const { store, folder, drop } = await temporaryStore();
  const call = callsOf();
  const ann = await person(store, 'Ann', 'admin');
  const ed = await person(store, 'Ed', 'editor');
  const cy = await person(store, 'Cy', 'checker');
  const vi = await person(store, 'Vi', 'viewer');
  const { record: article } = await createArticle(store, call(ed), { title: 'The bridge', text, language: 'en' });
  const { record: claim } = await createClaim(store, call(cy), article.id, {
    anchors: [{ exact: 'It opened in 1987.' }],
    verdict: 'true',
    rationale: 'The city archive says so.',
  });
  const { record: source } = await createSource(store, call(cy), {
    title: 'City archive',
    url: 'https://archive.example.org/bridge',
  });
  const { record: citation } = await addCitation(store, call(cy), claim.id, {
    sourceId: source.id,
    stance: 'supports',
    quote: 'opened on 4 May 1987',
    note: 'Asked twice.',
  });
  return { store, folder, drop, call, ann, ed, cy, vi, article, claim, source, citation };
}
export type Desk = Awaited<ReturnType<typeof desk>>;

/** Puts another year in the place of the one that the claim is of. */
export async function rewriteYear({ store, call, ed, article: { id } }: Desk, year: string): Promise<void> {
  const { doc, article } = await readArticle(store, call(ed), id);
  const found = /opened in (\d+)/.exec(doc.textBetween(0, doc.content.size, '\n\n'));
  if (!found) return;
  const from = found.index + 'opened in '.length + 1;
  const edit = new Transform(doc).replaceWith(from, from + found[1]!.length, articleSchema.text(year));
  const steps = edit.steps.map((step) => step.toJSON());
  if (steps.length > 0) await editText(store, call(ed), id, { version: article.version, clientId: 'a', steps });
}
