'use client';
import { type RefObject, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { type ArticleHandle, ArticleView } from '@/components/editor/ArticleView';
import { fetchSentences } from '@/components/editor/handle-of';
import { fetchLater, later } from '@/components/ui/later';
import { ArticleHead } from './ArticleHead';
import { useDeskActions } from './actions';
import { Bar } from './bar/Bar';
import { Margin } from './margin/Margin';
import { Rail } from './rail/Rail';
import { useDesk, useDeskStore } from './state/use-desk';
import { useAnalysis } from './use-analysis';
import { useDeskKeys } from './use-desk-keys';
import { useEditing } from './use-editing';
import { useHash } from './use-hash';
import { useMarks } from './use-marks';
import { useText } from './use-text';
import { useWarnBeforeLeaving } from './use-warn-before-leaving';
import { useDeskView, useView } from './view';

const Toolbar = later(() => import('./selection/Toolbar'));
const DeskNotices = later(() => import('./DeskNotices'));
const EditingStrip = later(() => import('./EditingStrip'));
const KeysDialog = later(() => import('./KeysDialog'));
const ExportDialog = later(() => import('./export/ExportDialog'));
const VersionsDialog = later(() => import('./versions/VersionsDialog'));
const GuestsDialog = later(() => import('./guests/GuestsDialog'));
const CorrectionsDialog = later(() => import('./corrections/CorrectionsDialog'));
const ArticlePeople = later(() => import('./people/ArticlePeople'));
const AssignDialog = later(() => import('./assign/AssignDialog'));

const noRanges: readonly { from: number; to: number }[] = [];

/** The whole screen: bar, rail, and the one scroller that the article and its margin share, so that neither drifts. */
export function DeskScreen({ article }: { article: RefObject<ArticleHandle | null> }) {
  const words = useTranslations('desk');
  const view = useDeskView();
  const store = useDeskStore();
  const actions = useDeskActions();
  const canvas = useRef<HTMLElement>(null);
  const record = useDesk((desk) => desk.article);
  const editable = actions.allowed('claim.change');
  const marks = useMarks();
  const active = useView((now) => now.active);
  const hovered = useView((now) => now.hovered);
  const selected = useView((now) => now.selection !== null);
  const dialog = useView((now) => now.dialog);
  const text = useText();
  const editing = useEditing(article);
  const analysis = useAnalysis(editing);
  const uncovered = analysis?.uncovered ?? noRanges;

  useDeskKeys(actions, view, article);
  // The article's effects came before this one: its claims are drawn, and the keys act. What the benchmark waits for.
  useEffect(() => {
    performance.mark('stet:usable');
    fetchLater();
    fetchSentences();
  }, []);
  useEffect(() => store.tellPlace(active?.claimId ?? null, editing), [store, active?.claimId, editing]);
  useHash(actions, view);
  useWarnBeforeLeaving();
  useEffect(() => view.set({ unmarked: uncovered }), [view, uncovered]);
  useEffect(() => {
    document.title = words('page-title', { title: record.title });
  }, [record.title, words]);

  const open = useDesk((desk) => (active ? desk.claimById.get(active.claimId) : undefined));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the claim's places may have changed with it
  useLayoutEffect(() => actions.followPlace(), [actions, open]);

  const closeDialog = () => view.set({ dialog: null });
  return (
    <div className="desk" data-card-open={active ? '' : undefined} data-editing={editing ? '' : undefined}>
      <Bar coverage={analysis?.coverage ?? null} />
      <Suspense>
        <DeskNotices />
      </Suspense>
      <div className="desk__work">
        <Rail
          article={article}
          marks={marks}
          uncovered={analysis ? uncovered.length : null}
          onNextUnmarked={actions.nextUnmarked}
        />
        <main className="canvas" id="main" ref={canvas} tabIndex={-1}>
          <div className="canvas__in">
            <div className="canvas__article">
              <ArticleHead />
              <ArticleView
                ref={article}
                text={text}
                editing={editing}
                language={record.language}
                title={record.title}
                marks={marks}
                active={active?.anchorId ? { claimId: active.claimId, anchorId: active.anchorId } : null}
                hovered={hovered}
                worthChecking={uncovered}
                onActivate={(claimId, anchorId) => actions.open(claimId, { anchorId })}
                onHover={(claimId) => view.set({ hovered: claimId })}
                onSelect={(selection) => view.set({ selection })}
                onLayout={() => view.set({ layout: view.get().layout + 1 })}
              />
            </div>
            {editable && selected && (
              <Suspense>
                <Toolbar article={article} />
              </Suspense>
            )}
            <Margin article={article} canvas={canvas} repeated={analysis?.repeated} />
          </div>
          {editing && (
            <Suspense>
              <EditingStrip />
            </Suspense>
          )}
        </main>
      </div>
      <LiveRegion />
      <Suspense>
        {dialog === 'keys' && <KeysDialog onClose={closeDialog} />}
        {dialog === 'export' && <ExportDialog onClose={closeDialog} />}
        {(dialog === 'versions' || dialog === 'draft') && <VersionsDialog onClose={closeDialog} start={dialog} />}
        {dialog === 'guests' && <GuestsDialog onClose={closeDialog} />}
        {dialog === 'corrections' && <CorrectionsDialog onClose={closeDialog} />}
        {dialog === 'people' && <ArticlePeople onClose={closeDialog} />}
        {dialog === 'assign' && <AssignDialog onClose={closeDialog} />}
      </Suspense>
    </div>
  );
}

/** The one place where the desk says what changed without moving the focus. */
function LiveRegion() {
  const said = useView((view) => view.said);
  // Saying the same words twice is heard twice only when the text differs: a no-break space makes it so.
  return (
    <p className="sr" role="status">
      {said.words}
      {said.turn % 2 === 1 ? ' ' : ''}
    </p>
  );
}
