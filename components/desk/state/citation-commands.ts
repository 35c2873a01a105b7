import type { Citation, CreateCitation } from '@/core/source/source';
import type { DeskCommands } from './commands';
import { changeFields, claimPath, type Desk, done, notDone } from './deed';
import type { Change, DeskState } from './desk-state';
import { type Making, provisionalCitation } from './provisional';

type CitationCommands = Pick<DeskCommands, 'addCitation' | 'changeCitation' | 'dropCitation'>;

const citationPath = (id: string) => `/api/citations/${encodeURIComponent(id)}`;

/** The commands about what ties a claim to its sources. */
export function citationCommandsOf(desk: Desk): CitationCommands {
  const commands: CitationCommands = {
    addCitation(claimId, citation, shown) {
      const making = desk.making();
      const body = {
        ...namedSource(citation, making),
        id: making.newId(),
        accessedAt: citation.accessedAt === undefined ? making.at : citation.accessedAt,
      };
      const about = { kind: 'citation.added', recordKind: 'citation', recordId: body.id, claimId, field: '*' } as const;
      const provisional = provisionalCitation(claimId, body, shown, making);
      const path = `${claimPath(claimId)}/citations`;
      desk.queue({ ...about, method: 'POST', path, body, value: body, shown: { citation: provisional } }, 'now');
      const change: Change = { ...about, before: null, after: provisional.source.title };
      const stands = (state: DeskState) => citationIn(state, body.id) !== undefined;
      return { ...done(desk, change, stands, () => removeCitation(body.id)), citationId: body.id };
    },

    changeCitation(citationId, patch) {
      const found = citationIn(desk.state(), citationId);
      const claimId = found?.claimId ?? null;
      const about = { kind: 'citation.changed', recordKind: 'citation', recordId: citationId, claimId } as const;
      const again = (back: object) => commands.changeCitation(citationId, back);
      const now = (state: DeskState) => citationIn(state, citationId);
      return changeFields(
        desk,
        { ...about, path: citationPath(citationId) },
        found ?? {},
        found ? patch : {},
        again,
        now,
      );
    },

    dropCitation(citationId) {
      const citation = citationIn(desk.state(), citationId);
      const claimId = citation?.claimId ?? null;
      const change: Change = {
        kind: 'citation.dropped',
        recordKind: 'citation',
        recordId: citationId,
        claimId,
        field: 'deletedAt',
        before: citation?.source.title ?? null,
        after: null,
      } as Change;
      if (!citation || claimId === null) return notDone(change);
      const putBack = removeCitation(citationId);
      return done(
        desk,
        change,
        (state) => state.claimById.has(claimId),
        () => {
          if (putBack) putBack();
          else commands.addCitation(claimId, citedAgain(citation), citation.source);
        },
      );
    },
  };

  /** Drops a citation, or withdraws it where the server refused to make it: then returns the way back. Else null: cite again. */
  function removeCitation(citationId: string): (() => void) | null {
    const claimId = citationIn(desk.state(), citationId)?.claimId ?? null;
    const putBack = desk.withdraw(citationId);
    if (putBack) return putBack;
    const about = { kind: 'citation.dropped', recordKind: 'citation', recordId: citationId, claimId } as const;
    desk.queue({ ...about, field: 'deletedAt', method: 'DELETE', path: citationPath(citationId) }, 'now');
    return null;
  }

  return commands;
}

function citationIn(state: DeskState, id: string): Citation | undefined {
  for (const claim of state.claims) {
    const found = claim.citations.find((citation) => citation.id === id);
    if (found) return found;
  }
  return undefined;
}

/** A new source gets its id here, so that the citation sent again does not make it twice. */
function namedSource(citation: Omit<CreateCitation, 'id'>, { newId }: Making): Omit<CreateCitation, 'id'> {
  return citation.source ? { ...citation, source: { id: newId(), ...citation.source } } : citation;
}

function citedAgain({ sourceId, stance, quote, locator, note, accessedAt }: Citation): Omit<CreateCitation, 'id'> {
  return { sourceId, stance, quote, locator, note, accessedAt };
}
