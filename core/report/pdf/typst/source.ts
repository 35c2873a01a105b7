import { article } from './article';
import { claims } from './claims';
import { corrections } from './corrections';
import { findings } from './findings';
import { head } from './head';
import { look } from './look';
import { method } from './method';
import { runs } from './runs';

/**
 * The Typst source of every report: definitions first, then the document in its order. It holds no word that a person reads; those
 * and the report itself are in `sys.inputs.data`.
 */
export const typstSource = [look, runs, head, findings, article, claims, corrections, method].join('\n');
