'use client';
import { type RefObject, useLayoutEffect } from 'react';

/** From this width on there is room beside the text; `guest.css` says the same. */
const WIDE = '(min-width: 1081px)';
/** Between two that would touch, in pixels. */
const GAP = 16;

/**
 * Puts what is asked beside the line of the text that it is asked of, each below the one before, so that the text is read without
 * gaps. Until then, and on a narrow screen, each stands after its block.
 */
export function usePlacedBeside(room: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = room.current;
    if (!element) return;
    const wide = matchMedia(WIDE);
    const place = () => {
      element.toggleAttribute('data-placed', wide.matches);
      let bottom = 0;
      for (const beside of element.querySelectorAll<HTMLElement>('.guest__beside')) {
        const of = beside.previousElementSibling as HTMLElement | null;
        const top = Math.max(bottom, of?.offsetTop ?? 0);
        beside.style.top = wide.matches ? `${top}px` : '';
        bottom = top + beside.offsetHeight + GAP;
      }
      element.style.minHeight = wide.matches ? `${bottom}px` : '';
    };
    const sized = new ResizeObserver(place);
    sized.observe(element);
    for (const beside of element.querySelectorAll('.guest__beside')) sized.observe(beside);
    wide.addEventListener('change', place);
    place();
    return () => {
      sized.disconnect();
      wide.removeEventListener('change', place);
    };
  });
}
