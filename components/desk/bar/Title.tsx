'use client';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { may } from '@/core/newsroom/rights';
import { SaveMark } from '../card/SaveMark';
import { useDesk, useDeskCommands } from '../state/use-desk';

/** The article's title; an editor presses it to change it. An empty title is never sent: the old one comes back. */
export function Title() {
  const words = useTranslations('desk.bar');
  const article = useDesk((desk) => desk.article);
  const editable = useDesk((desk) => may(desk.me.role, 'article.change'));
  const { changeArticle, flush } = useDeskCommands();
  const [draft, setDraft] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const editing = draft !== null;

  useEffect(() => {
    if (editing) input.current?.select();
  }, [editing]);

  const goBack = useRef(false);
  useLayoutEffect(() => {
    if (!editing && goBack.current) button.current?.focus();
    goBack.current = false;
  }, [editing]);

  if (!editable)
    return (
      <h1 className="title" dir="auto" title={article.title}>
        {article.title}
      </h1>
    );

  const leave = (back: boolean) => {
    flush(article.id, 'title');
    setDraft(null);
    goBack.current = back;
  };
  return (
    <div className="title">
      <h1 className="title__words" dir="auto" hidden={editing}>
        <button
          ref={button}
          type="button"
          className="title__button"
          title={words('change-title')}
          onClick={() => setDraft(article.title)}
        >
          {article.title}
        </button>
      </h1>
      {editing && (
        <input
          ref={input}
          className="title__input"
          dir="auto"
          maxLength={500}
          aria-label={words('title')}
          value={draft}
          onChange={({ target }) => {
            setDraft(target.value);
            if (target.value.trim()) changeArticle({ title: target.value.trim() });
          }}
          onBlur={() => leave(false)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            event.preventDefault();
            event.stopPropagation();
            leave(true);
          }}
        />
      )}
      <SaveMark recordId={article.id} field="title" />
    </div>
  );
}
