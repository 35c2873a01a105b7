'use client';

import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { evidence } from '@/components/interface/operations';
import { useSending } from '@/components/interface/use-sending';
import { Button } from '@/components/ui/Button';
import { useToast } from '@/components/ui/Toast';
import type { Me } from '@/core/newsroom/person';
import { may } from '@/core/newsroom/rights';
import type { EvidenceFile, Source } from '@/core/source/source';
import { isWebAddress } from '@/core/web-address';
import { FileRow } from './FileRow';
import { UploadRow } from './UploadRow';
import { dropUpload, putFiles, useUploads } from './uploads';
import './evidence.css';

/**
 * The evidence of a source, or of one citation of it: its files and copies of its page, each to be looked at, saved and removed, and
 * the ways to put more there.
 */
export function EvidenceFiles({
  me,
  source,
  citation = null,
  nameOf,
  onChange = () => undefined,
}: {
  me: Me;
  source: Pick<Source, 'id' | 'url' | 'files'>;
  /** Where only what concerns one citation is shown; a new file is put on it. */
  citation?: { id: string; locator: string | null } | null;
  nameOf: (personId: string) => string;
  /** The files are other ones now. */
  onChange?: () => void;
}) {
  const words = useTranslations('evidence');
  const toast = useToast();
  const chooser = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState<readonly EvidenceFile[]>([]);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const copying = useSending();
  const editable = may(me.role, 'source.change');
  const place = { sourceId: source.id, citationId: citation?.id ?? null };
  const uploads = useUploads().filter(
    (one) => one.place.sourceId === place.sourceId && one.place.citationId === place.citationId,
  );
  const kept = uploads.flatMap(({ state }) => (state.at === 'kept' ? [state.record] : []));
  const { files } = source;
  const arrived = kept.map(({ id }) => id).join();
  // What was put there here is shown at once; from when the source itself has it, the source alone says what there is.
  // biome-ignore lint/correctness/useExhaustiveDependencies: who asks gives a new function each time
  useEffect(() => {
    if (arrived !== '' && !arrived.split(',').every((id) => files.some((file) => file.id === id))) onChange();
    for (const id of arrived.split(',')) if (files.some((file) => file.id === id)) dropUpload(id);
    setOwn((own) => unless(own, ({ id }) => files.some((file) => file.id === id)));
    setGone((gone) => {
      const still = new Set([...gone].filter((id) => files.some((file) => file.id === id)));
      return still.size === gone.size ? gone : still;
    });
  }, [files, arrived]);
  const known = new Map([...source.files, ...kept, ...own].map((file) => [file.id, file]));
  const shown = [...known.values()].filter(
    ({ id, citationId }) => !gone.has(id) && (!citation || citationId === null || citationId === citation.id),
  );

  const remove = async (file: EvidenceFile) => {
    setGone((ids) => new Set(ids).add(file.id));
    const back = () => setGone((ids) => new Set([...ids].filter((id) => id !== file.id)));
    try {
      await evidence.remove(file.id);
      setOwn((files) => files.filter(({ id }) => id !== file.id));
      onChange();
      toast(words('removed', { name: file.name }), {
        undo: () =>
          void evidence.restore(file.id).then(
            (restored) => {
              setOwn((files) => [...files, restored]);
              back();
              onChange();
            },
            () => toast(words('not-restored', { name: file.name }), { kind: 'error' }),
          ),
      });
    } catch {
      back();
      toast(words('not-removed', { name: file.name }), { kind: 'error' });
    }
  };
  const copy = async () => {
    const made = await copying.send(() => evidence.copyPage(source.id, citation?.id));
    if (!made) return;
    setOwn((files) => [...files, made]);
    onChange();
  };
  return (
    <div className="evidence">
      {(shown.length > 0 || uploads.length > kept.length) && (
        <ul className="evidence__files" aria-label={words('files')}>
          {shown.map((file) => (
            <FileRow
              key={file.id}
              file={file}
              me={me}
              locator={citation?.locator ?? null}
              who={nameOf(file.createdBy)}
              onRemove={() => {
                dropUpload(file.id);
                void remove(file);
              }}
            />
          ))}
          {uploads
            // Other desks are told before the sender is answered: this one may know the file already.
            .filter(({ id, state }) => state.at !== 'kept' && !known.has(id))
            .map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
        </ul>
      )}
      {editable && (
        <div className="evidence__add">
          <input
            ref={chooser}
            type="file"
            multiple
            hidden
            onChange={({ target }) => {
              putFiles(place, [...(target.files ?? [])]);
              target.value = '';
            }}
          />
          <Button kind="quiet" size="small" icon="upload" data-next="" onClick={() => chooser.current?.click()}>
            {words('add')}
          </Button>
          {source.url && isWebAddress(source.url) && (
            <Button kind="quiet" size="small" icon="archive" disabled={copying.sending} data-next="" onClick={copy}>
              {words(copying.sending ? 'copying' : 'copy')}
            </Button>
          )}
          <span className="evidence__hint">{words('hint')}</span>
        </div>
      )}
      {copying.refused && (
        <p className="evidence__refused" role="alert">
          {copying.refused}
        </p>
      )}
    </div>
  );
}

/** The same array where nothing goes. */
function unless<T>(all: readonly T[], goes: (one: T) => boolean): readonly T[] {
  return all.some(goes) ? all.filter((one) => !goes(one)) : all;
}
