'use client';

import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { directionOf } from '@/core/article/language';
import { ArticleEditor, type Shown, type Told } from './article-editor';
import type { ArticleHandle } from './article-handle';
import type { ActiveMark, ClaimMark, Extent } from './claim-mark';
import type { ToldText } from './told';
import './editor.css';
import './editor-marks.css';

export type { ArticleHandle } from './article-handle';
export type { ClaimMark } from './claim-mark';

export interface ArticleViewProps {
  /** The server's text. */
  text: ToldText;
  /** Whether the person changes the words, rather than only reading and marking them. */
  editing: boolean;
  language: string;
  /** What the article is called, for the text's own name. */
  title?: string;
  /** Every place of every claim; a new array whenever one changes. */
  marks: readonly ClaimMark[];
  active: ActiveMark | null;
  /** The id of the claim under the pointer, here or elsewhere on the desk. */
  hovered: string | null;
  /** Sentences worth checking that have no claim, in reading order. */
  worthChecking: readonly Extent[];
  onActivate(claimId: string, anchorId: string): void;
  onHover(claimId: string | null): void;
  /** The words selected, trimmed, once the person has let go of them; null when no words are. */
  onSelect(selection: Extent | null): void;
  /** Lines may stand elsewhere: what was measured through the handle is to be measured anew. */
  onLayout?(): void;
  ref?: Ref<ArticleHandle>;
}

/**
 * The article's text with its claims marked: wholly selectable, its words read-only while they are checked. It stands in the page's flow, as wide as
 * its column and as high as its text, with a gutter at its start; whatever scrolls around it is found by itself.
 *
 * What changes while a person is selecting is shown when they let go. The handle is there from the first layout effect on.
 */
export function ArticleView(props: ArticleViewProps) {
  const { text, editing, language, title, marks, active, hovered, worthChecking, ref } = props;
  const words = useTranslations('editor');
  const mount = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const editor = useRef<ArticleEditor>(null);
  const label = editing ? words('text-editing') : title ? words('text-titled', { title }) : words('text');
  const shown: Shown = { text, editing, language, label, marks, active, hovered, worthChecking };
  const latest = useRef({ props, shown, words });
  useLayoutEffect(() => {
    latest.current = { props, shown, words };
  });

  useLayoutEffect(() => {
    const { words, shown } = latest.current;
    const told: Told = {
      onActivate: (claimId, anchorId) => latest.current.props.onActivate(claimId, anchorId),
      onHover: (claimId) => latest.current.props.onHover(claimId),
      onSelect: (selection) => latest.current.props.onSelect(selection),
      onLayout: () => latest.current.props.onLayout?.(),
    };
    const made = new ArticleEditor(mount.current!, layer.current!, shown, told, {
      worthChecking: words('worth-checking'),
      repeats: (number) => words('repeats', { number }),
      repeatsGo: (number) => words('repeats-go', { number }),
      openLink: (host) => words('open-link', { host }),
      picture: words('picture'),
    });
    editor.current = made;
    return () => {
      editor.current = null;
      made.destroy();
    };
  }, []);

  useLayoutEffect(() => {
    editor.current?.show({ text, editing, language, label, marks, active, hovered, worthChecking });
  }, [text, editing, language, label, marks, active, hovered, worthChecking]);

  useImperativeHandle(ref, () => editor.current!.handle, []);

  return (
    <div className="article" dir={directionOf(language)} data-article="">
      <div ref={mount} />
      <div ref={layer} className="article__beside" aria-hidden="true" />
    </div>
  );
}
