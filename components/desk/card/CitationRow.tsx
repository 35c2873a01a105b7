'use client';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { EvidenceFiles } from '@/components/evidence/EvidenceFiles';
import { LinkSign } from '@/components/evidence/LinkSign';
import { putFiles } from '@/components/evidence/uploads';
import { useFileDrop } from '@/components/evidence/use-file-drop';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useToast } from '@/components/ui/Toast';
import type { Citation } from '@/core/source/source';
import { isWebAddress } from '@/core/web-address';
import { useDesk, useDeskCommands } from '../state/use-desk';
import { CitationForm } from './CitationForm';
import { SaveMark } from './SaveMark';
import { kindIcons, originOf, stanceIcons, usePublicationDate } from './source-words';
import { Troubles } from './Troubles';
import { useFocusRequest } from './use-focus-request';

/** A source as this claim cites it: what it is, what it says, where in it. Opens in place to be changed. */
export function CitationRow({ citation, editable }: { citation: Citation; editable: boolean }) {
  const words = useTranslations('desk.sources');
  const toast = useToast();
  const published = usePublicationDate();
  const { dropCitation } = useDeskCommands();
  const [open, setOpen] = useState(false);
  const edit = useRef<HTMLButtonElement>(null);
  useFocusRequest('citation', () => setOpen(true), citation.id);
  const { source, stance } = citation;
  const evidenceWords = useTranslations('evidence');
  const me = useDesk((desk) => desk.me);
  const people = useDesk((desk) => desk.personById);
  const place = { sourceId: source.id, citationId: citation.id };
  const { over, handlers } = useFileDrop(editable ? (files) => putFiles(place, files) : null);
  const about = [originOf(source), source.publishedAt ? published(source.publishedAt) : null, citation.locator].filter(
    Boolean,
  );
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !open) edit.current?.focus();
    wasOpen.current = open;
  }, [open]);
  return (
    <li className="cited" data-over={over ? '' : undefined} {...handlers}>
      <Icon name={kindIcons[source.kind]} />
      <span className="cited__title" dir="auto">
        {source.url && isWebAddress(source.url) ? (
          <a href={source.url} target="_blank" rel="noopener noreferrer nofollow" title={source.title}>
            {source.title}
          </a>
        ) : (
          <span title={source.title}>{source.title}</span>
        )}
      </span>
      <SaveMark recordId={citation.id} field="*" />
      <span className="stance" data-stance={stance}>
        <Icon name={stanceIcons[stance]} size={12} />
        {words(`stance.${stance}`)}
      </span>
      {editable && !open && (
        <Button
          ref={edit}
          kind="quiet"
          size="small"
          icon="pen"
          className="cited__edit"
          label={words('edit', { title: source.title })}
          data-next=""
          onClick={() => setOpen(true)}
        />
      )}
      <span className="cited__about">
        {about.join(' · ')}
        {source.archivedUrl && (
          <span className="cited__sign">
            <Icon name="archive" size={12} />
            {words('archived')}
          </span>
        )}
        <LinkSign source={source} />
        {citation.accessedAt === null && (
          <span className="cited__sign">
            <Icon name="clock" size={12} />
            {words('not-consulted')}
          </span>
        )}
        {source.confidential && (
          <span className="cited__sign">
            <Icon name="lock" size={12} />
            {words('confidential')}
          </span>
        )}
      </span>
      {source.standing !== 'sound' && (
        <p className="cited__fallen" data-standing={source.standing}>
          <Icon name="warning" size={12} />
          <b>{words(`standing.${source.standing}`)}</b> <span dir="auto">{source.standingReason}</span>
        </p>
      )}
      {open ? (
        <CitationForm
          citation={citation}
          onClose={() => setOpen(false)}
          onRemove={() => {
            const done = dropCitation(citation.id);
            toast(words('removed', { title: source.title }), { undo: done.undo });
          }}
        />
      ) : (
        <>
          {citation.quote && (
            <blockquote className="cited__quote" dir="auto">
              {citation.quote}
            </blockquote>
          )}
          {citation.note && (
            <p className="cited__note" dir="auto">
              {citation.note}
            </p>
          )}
        </>
      )}
      <EvidenceFiles
        me={me}
        source={source}
        citation={citation}
        nameOf={(id) => people.get(id)?.name ?? evidenceWords('someone')}
      />
      <Troubles recordId={citation.id} />
    </li>
  );
}
