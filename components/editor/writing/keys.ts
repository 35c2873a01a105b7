import {
  baseKeymap,
  chainCommands,
  createParagraphNear,
  exitCode,
  liftEmptyBlock,
  newlineInCode,
  splitBlock,
  toggleMark,
} from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { keydownHandler } from 'prosemirror-keymap';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { type Command, Plugin } from 'prosemirror-state';
import { articleSchema } from '@/core/article/schema';

const { nodes, marks } = articleSchema;

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
});

/** The keys of writing, as word processors have them. Tab is the page's: lists go in and out by Mod-] and Mod-[. */
const keys: Record<string, Command> = {
  ...baseKeymap,
  Enter: chainCommands(splitListItem(nodes.list_item), newlineInCode, createParagraphNear, liftEmptyBlock, splitBlock),
  'Shift-Enter': lineBreak,
  'Mod-Enter': lineBreak,
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
  'Mod-b': toggleMark(marks.strong),
  'Mod-i': toggleMark(marks.emphasis),
  'Mod-u': toggleMark(marks.underline),
  'Mod-]': sinkListItem(nodes.list_item),
  'Mod-[': liftListItem(nodes.list_item),
};

/** The keys act while the person is editing; Esc then ends it. */
export function writingKeys(isEditing: () => boolean, onLeave: () => void): Plugin {
  const handle = keydownHandler(keys);
  return new Plugin({
    props: {
      handleKeyDown(view, event) {
        if (!isEditing() || event.isComposing) return false;
        if (event.key === 'Escape') {
          onLeave();
          return true;
        }
        return handle(view, event);
      },
    },
  });
}
