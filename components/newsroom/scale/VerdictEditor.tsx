'use client';

import { useTranslations } from 'use-intl';
import { Button } from '@/components/ui/Button';
import { SelectField, TextField } from '@/components/ui/Field';
import { Glyph } from '@/components/ui/Glyph';
import { Icon } from '@/components/ui/Icon';
import { VerdictChip } from '@/components/ui/VerdictChip';
import { MarkPicker } from './MarkPicker';
import type { Palette } from './palette';
import { numberOf, type VerdictDraft } from './verdict-key';

/** One verdict of a scale: its words, its mark as it will look in a line of text, its number and its place in the order. */
export function VerdictEditor({
  draft,
  palette,
  place,
  inUse,
  asked,
  sameAs,
  onChange,
  onMove,
  onRemove,
}: {
  draft: VerdictDraft;
  palette: Palette;
  place: { first: boolean; last: boolean };
  inUse: boolean;
  /** Whether saving was asked for: from then on what is missing is said. */
  asked: boolean;
  /** The label of an earlier verdict with the same glyph and underline, or null. */
  sameAs: string | null;
  onChange: (draft: VerdictDraft) => void;
  onMove: (by: 1 | -1) => void;
  onRemove: () => void;
}) {
  const words = useTranslations('newsroom.scale');
  const label = draft.label.trim() || words('unnamed');
  return (
    <li className="verdict" data-colour={draft.colour}>
      <div className="verdict__head">
        <VerdictChip verdict={{ ...draft, label }} />
        <p className="verdict__line" title={words('preview')}>
          {words('preview-before')}
          <span className="mark" data-colour={draft.colour} data-pattern={draft.pattern}>
            {words('preview-words')}
          </span>
          {words('preview-after')}
        </p>
        <span className="verdict__moves">
          <Button
            kind="quiet"
            size="small"
            icon="up"
            label={words('up', { label })}
            disabled={place.first}
            onClick={() => onMove(-1)}
          />
          <Button
            kind="quiet"
            size="small"
            icon="down"
            label={words('down', { label })}
            disabled={place.last}
            onClick={() => onMove(1)}
          />
          <Button
            kind="quiet"
            size="small"
            icon="bin"
            label={words('remove', { label })}
            disabled={inUse}
            onClick={onRemove}
          />
        </span>
      </div>
      <div className="verdict__words">
        <TextField
          label={words('label')}
          value={draft.label}
          maxLength={60}
          dir="auto"
          error={asked && !draft.label.trim() ? words('label-missing') : undefined}
          onChange={(event) => onChange({ ...draft, label: event.target.value })}
        />
        <TextField
          label={words('definition')}
          value={draft.definition}
          maxLength={500}
          dir="auto"
          onChange={(event) => onChange({ ...draft, definition: event.target.value })}
        />
        <TextField
          label={words('value')}
          inputMode="decimal"
          value={draft.value}
          error={numberOf(draft.value) === undefined ? words('value-bad') : undefined}
          onChange={(event) => onChange({ ...draft, value: event.target.value })}
        />
      </div>
      <div className="verdict__mark">
        <MarkPicker
          legend={words('glyph')}
          options={palette.glyphs}
          value={draft.glyph}
          nameOf={(glyph) => words(`glyphs.${glyph}`)}
          show={(glyph) => <Glyph name={glyph} colour={draft.colour} size={16} />}
          onPick={(glyph) => onChange({ ...draft, glyph })}
        />
        <MarkPicker
          legend={words('colour')}
          options={palette.colours}
          value={draft.colour}
          nameOf={(colour) => words(`colours.${colour}`)}
          show={(colour) => <span className="swatch" data-colour={colour} />}
          onPick={(colour) => onChange({ ...draft, colour })}
        />
        <SelectField
          label={words('pattern')}
          value={draft.pattern}
          options={palette.patterns.map((pattern) => ({ value: pattern, label: words(`patterns.${pattern}`) }))}
          onChange={(event) => {
            const pattern = palette.patterns.find((one) => one === event.target.value);
            if (pattern) onChange({ ...draft, pattern });
          }}
        />
      </div>
      {inUse && <p className="help">{words('in-use')}</p>}
      {sameAs !== null && (
        <p className="help help--bad" role="alert">
          <Icon name="warning" size={14} />
          <span>{words('same-mark', { other: sameAs })}</span>
        </p>
      )}
    </li>
  );
}
