'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl';

/** How a picture is shown: `whole` as large as it is, since there is room; `reduced` to the room there is; `full`, to be scrolled. */
export type PictureSize = 'whole' | 'reduced' | 'full';

/** Taller than this many times its width is a picture of a long page, which can be read only at its full width. */
const TALL = 1.6;

/** A picture that is evidence: what is written in it has to be read, so that a long one is scrolled and any can be seen in full size. */
export function Picture({
  src,
  name,
  size,
  onSize,
  onError,
}: {
  src: string;
  name: string;
  size: PictureSize;
  onSize: (size: PictureSize) => void;
  onError: () => void;
}) {
  const words = useTranslations('evidence');
  const [tall, setTall] = useState(false);
  return (
    <section
      className="look__picture"
      data-size={size}
      data-tall={tall ? '' : undefined}
      aria-label={words('picture', { name })}
      tabIndex={size === 'full' ? 0 : undefined}
    >
      {/* biome-ignore lint/performance/noImgElement: a stranger's picture goes through no optimiser */}
      <img
        src={src}
        alt={words('picture', { name })}
        onError={onError}
        onLoad={({ currentTarget: { naturalWidth, naturalHeight, parentElement, clientWidth } }) => {
          const long = naturalHeight > TALL * naturalWidth;
          setTall(long);
          const shown = long ? (parentElement?.clientWidth ?? clientWidth) : clientWidth;
          onSize(shown < naturalWidth ? 'reduced' : 'whole');
        }}
      />
    </section>
  );
}
