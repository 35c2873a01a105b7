import { Problem } from '@/core/problem';

/** In what way the parts of a file of Stet's do not fit together: the choices of the sentence `report-inconsistent`. */
export type Misfit =
  | 'steps'
  | 'order'
  | 'text'
  | 'fingerprint'
  | 'place'
  | 'claim'
  | 'verdict'
  | 'citation'
  | 'comment'
  | 'check'
  | 'twice'
  | 'person'
  | 'history'
  | 'version'
  | 'anchor'
  | 'notice'
  | 'look'
  | 'character'
  | 'depth';

/** The refusal of a file; `id` names what does not fit, where it has a name. */
export function misfit(what: Misfit, id: string | number = ''): Problem {
  return new Problem('report-inconsistent', { what, id });
}
