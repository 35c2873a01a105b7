import { Skeleton } from '@/components/ui/Skeleton';
import { Wordmark } from '@/components/ui/Wordmark';

/** The desk's outline while it is being read: nothing of it moves when the desk comes. */
export function DeskSkeleton({ label }: { label: string }) {
  return (
    <div className="desk">
      <header className="bar">
        <Wordmark />
      </header>
      <div className="desk__work">
        <div className="rail">
          <div className="rail__strip" />
          <div className="rail__body" />
        </div>
        <main className="canvas" id="main">
          <div className="canvas__in">
            <Skeleton label={label} lines={15} />
          </div>
        </main>
      </div>
    </div>
  );
}
