'use client';

import { type ClipboardEvent, type DragEvent, useEffect, useRef, useState } from 'react';

/**
 * Makes an element take files that are dropped on it, or pasted while the focus is inside it. Words that are dragged or pasted are
 * left to whom they are meant for. Spread `handlers` on the element; `over` is true while files are held above it.
 */
export function useFileDrop(onFiles: ((files: File[]) => void) | null) {
  const [over, setOver] = useState(false);
  // Entering a child comes before leaving its parent.
  const depth = useRef(0);
  const holds = (event: DragEvent) => onFiles !== null && event.dataTransfer.types.includes('Files');
  const leave = () => {
    depth.current = 0;
    setOver(false);
  };
  useEffect(() => {
    // A browser opens a file that is dropped beside the place for it, and leaves the page for that.
    const guard = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'none';
    };
    addEventListener('dragover', guard);
    addEventListener('drop', guard);
    return () => {
      removeEventListener('dragover', guard);
      removeEventListener('drop', guard);
    };
  }, []);
  const handlers = {
    onDragEnter(event: DragEvent) {
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      depth.current++;
      setOver(true);
    },
    onDragOver(event: DragEvent) {
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer.dropEffect = 'copy';
    },
    onDragLeave(event: DragEvent) {
      if (holds(event) && --depth.current <= 0) leave();
    },
    onDrop(event: DragEvent) {
      if (!holds(event)) return;
      event.preventDefault();
      event.stopPropagation();
      leave();
      onFiles?.([...event.dataTransfer.files]);
    },
    onPaste(event: ClipboardEvent) {
      const files = [...event.clipboardData.files];
      // What a word processor copies is words, with a picture of them beside.
      if (files.length === 0 || onFiles === null || event.clipboardData.types.includes('text/plain')) return;
      event.preventDefault();
      event.stopPropagation();
      onFiles(files);
    },
  };
  return { over, handlers };
}
