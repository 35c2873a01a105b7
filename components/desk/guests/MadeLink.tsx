'use client';
import { useTranslations } from 'use-intl';
import { CopyOnce } from '@/components/newsroom/CopyOnce';
import { Icon } from '@/components/ui/Icon';
import { Time } from '@/components/ui/Time';
import type { MadeGuest } from '@/core/newsroom/guest';
import { useDesk } from '../state/use-desk';

/** A new link, shown this once, and the ways to hand it over. */
export function MadeLink({ made, replaced }: { made: MadeGuest; replaced: boolean }) {
  const words = useTranslations('desk.guests');
  const title = useDesk((desk) => desk.article.title);
  const letter = new URLSearchParams({
    subject: words('subject', { title }),
    body: `${words('letter', { title })}\n\n${made.url}\n`,
  });
  return (
    <div className="guests__form">
      <CopyOnce
        label={words('link')}
        value={made.url}
        help={words.rich('link-help', { when: () => <Time at={made.expiresAt} show="moment" /> })}
      />
      {made.email && (
        <p>
          {/* Mail programs take a plus sign for what it is. */}
          <a
            className="button"
            data-kind="plain"
            href={`mailto:${encodeURIComponent(made.email)}?${letter.toString().replaceAll('+', '%20')}`}
          >
            <Icon name="mail" />
            {words('write')}
          </a>
        </p>
      )}
      {replaced && <p>{words('replaced')}</p>}
      <p>{words('then', { name: made.name })}</p>
    </div>
  );
}
