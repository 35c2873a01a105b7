import { useTranslations } from 'use-intl';
import { Glyph } from '@/components/ui/Glyph';
import type { Verdict } from '@/core/claim/scale';

/** A claim's verdict as its glyph, with its label for who cannot see it; an empty ring before anybody has judged. */
export function VerdictGlyph({ verdict, size = 14 }: { verdict: Verdict | null; size?: number }) {
  const words = useTranslations('desk');
  return verdict ? (
    <span className="verdict-glyph" data-colour={verdict.colour}>
      <Glyph name={verdict.glyph} size={size} />
      <span className="sr">{verdict.label}</span>
    </span>
  ) : (
    <span className="verdict-glyph">
      <span className="unjudged" data-size={size} aria-hidden="true" />
      <span className="sr">{words('no-verdict')}</span>
    </span>
  );
}
