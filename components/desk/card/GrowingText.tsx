'use client';
import { type Ref, type TextareaHTMLAttributes, useImperativeHandle, useLayoutEffect, useRef } from 'react';

/** A text area as high as what is in it. Where the browser cannot do that by itself, its height is set after each change. */
export function GrowingText({
  ref,
  ...area
}: TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: Ref<HTMLTextAreaElement> }) {
  const element = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => element.current!, []);
  const { value } = area;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows the value, which the effect reads from the page
  useLayoutEffect(() => {
    const area = element.current;
    if (!area || CSS.supports('field-sizing', 'content')) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  }, [value]);
  return <textarea dir="auto" rows={2} {...area} ref={element} className="input input--grows" />;
}
