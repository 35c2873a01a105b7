import { DeskSkeleton } from '@/components/desk/DeskSkeleton';
import { wordsOf } from '@/core/words/words';
import '@/components/desk/desk.css';

/** Grey lines where the desk will stand, seen only when it takes longer than 300 ms. */
export default function Loading() {
  return <DeskSkeleton label={wordsOf('desk')('loading')} />;
}
