import Link from 'next/link';
import { Shell } from '@/components/newsroom/Shell';
import { Empty } from '@/components/ui/Empty';
import { wordsOf } from '@/core/words/words';
import { visit } from '../../visit';

/** No such article, or not this person's to see: which of the two is not said. */
export default async function NotFound() {
  const { me, newsroom } = await visit('/');
  const words = wordsOf('desk');
  return (
    <Shell me={me} newsroom={newsroom.name}>
      <div className="absent">
        <h1 className="sr">{words('absent.title')}</h1>
        <Empty
          level={2}
          title={words('absent.title')}
          actions={
            <Link className="button" data-kind="plain" data-size="small" href="/">
              {words('absent.back')}
            </Link>
          }
        >
          {words('absent.text')}
        </Empty>
      </div>
    </Shell>
  );
}
