'use client';
import { type KeyboardEvent, Suspense, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { later } from '@/components/ui/later';
import type { Claim } from '@/core/claim/claim';
import { normaliseAddress } from '@/core/source/address';
import type { CreateSource, ListedSource, Source } from '@/core/source/source';
import { isWebAddress } from '@/core/web-address';
import { useDeskActions } from '../actions';
import { useDeskCommands } from '../state/use-desk';
import { kindIcons, originOf } from './source-words';
import { useSourceSearch } from './use-source-search';

const SourceForm = later(() => import('./SourceForm'));

/** The most sources that the list offers. */
const OFFERED = 7;

/**
 * Adds a source to a claim: an address pasted is a source at once, unless the newsroom has that page already, which is offered
 * instead; words find sources used before; and what has no address is filled in by hand. The new row opens for what it says.
 */
export function AddSource({ claim, onDone }: { claim: Claim; onDone: () => void }) {
  const words = useTranslations('desk.sources');
  const { addCitation } = useDeskCommands();
  const actions = useDeskActions();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const [byHand, setByHand] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const address = isWebAddress(query.trim()) ? query.trim() : null;
  const { found, state, now } = useSourceSearch(query);
  useEffect(() => {
    const field = input.current;
    const scroll = field?.closest('.card__scroll');
    // The list opens under the field: it needs the card's room.
    if (field && scroll)
      scroll.scrollTop += field.getBoundingClientRect().top - scroll.getBoundingClientRect().top - 48;
    field?.focus({ preventScroll: true });
  }, []);

  const used = found.filter((one) => !claim.citations.some((citation) => citation.sourceId === one.id));
  const options: Option[] = used.slice(0, OFFERED).map((source) => ({ kind: 'used', source }));
  if (address) options.push({ kind: 'new', url: address });
  const chosen = Math.min(at, options.length - 1);

  const cite = (body: { sourceId: string } | { source: CreateSource }, shown?: Source) => {
    const { citationId } = addCitation(claim.id, { ...body, stance: 'context' }, shown);
    onDone();
    actions.open(claim.id, { anchorId: undefined, focus: 'citation', citationId });
  };
  const take = (option: Option | undefined) => {
    if (option?.kind === 'used') cite({ sourceId: option.source.id }, option.source);
    else if (option?.kind === 'new') cite({ source: { kind: 'web', url: option.url } });
    else if (query.trim()) setByHand(true);
  };
  /** A pasted address is taken at once, if the newsroom does not have the page yet. */
  const paste = async (text: string) => {
    const url = text.trim();
    if (!isWebAddress(url)) return;
    const here = normaliseAddress(url);
    const before = await now(url);
    if (before.some((one) => one.url && normaliseAddress(one.url) === here)) return;
    if (input.current?.value.trim() === url) cite({ source: { kind: 'web', url } });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const by = event.key === 'ArrowDown' ? 1 : -1;
      if (options.length > 0) setAt((chosen + by + options.length) % options.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      event.stopPropagation();
      take(options[chosen]);
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
      actions.open(claim.id, { focus: 'card' });
    }
  };
  return (
    <div className="add-source">
      <div className="add-source__line">
        <input
          ref={input}
          className="input"
          role="combobox"
          aria-label={words('add-label')}
          aria-expanded={options.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={options.length > 0 ? `${id}-${chosen}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          placeholder={words('add-hint')}
          value={query}
          onChange={({ target }) => {
            setQuery(target.value);
            setAt(0);
          }}
          onPaste={(event) => void paste(event.clipboardData.getData('text'))}
          onKeyDown={onKey}
        />
        <Button size="small" onClick={() => setByHand(true)}>
          {words('by-hand')}
        </Button>
        <Button kind="quiet" size="small" icon="close" label={words('stop-adding')} onClick={onDone} />
      </div>
      <div id={`${id}-list`} className="add-source__list" role="listbox" aria-label={words('found')}>
        {options.map((option, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the text field, as a combobox does
          <div
            key={option.kind === 'new' ? 'new' : option.source.id}
            id={`${id}-${index}`}
            className="add-source__one"
            role="option"
            tabIndex={-1}
            aria-selected={index === chosen}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => take(option)}
          >
            <Icon name={option.kind === 'new' ? 'plus' : kindIcons[option.source.kind]} size={14} />
            {option.kind === 'new' ? (
              <span className="add-source__words">{words('add-address', { address: option.url })}</span>
            ) : (
              <Found source={option.source} same={address !== null} />
            )}
          </div>
        ))}
      </div>
      <p className="help" role="status">
        {state === 'none' && !address && words('nothing-found')}
        {state === 'unreachable' && words('unreachable')}
      </p>
      {byHand && (
        <Suspense>
          <SourceForm
            start={address ? { url: address } : { title: query.trim() }}
            onClose={() => setByHand(false)}
            onAdd={(source) => {
              setByHand(false);
              cite({ source });
            }}
          />
        </Suspense>
      )}
    </div>
  );
}

type Option = { kind: 'used'; source: ListedSource } | { kind: 'new'; url: string };

function Found({ source, same }: { source: ListedSource; same: boolean }) {
  const words = useTranslations('desk.sources');
  return (
    <span className="add-source__words">
      <b dir="auto">{source.title}</b>
      <small>
        {[same ? words('same-page') : originOf(source), words('claims', { count: source.claims })]
          .filter(Boolean)
          .join(' · ')}
      </small>
    </span>
  );
}
