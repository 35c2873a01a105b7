import { directionOf } from '@/core/article/language';
import { correctionsOf } from '../corrections';
import { credits, finished, method, provenance, signOffFacts, titleAndVersion } from '../credits';
import type { Reading } from '../reading';
import { claimsTable } from './claims-table';
import { directionOfBlock } from './direction';
import type { Links } from './links';
import { ownBlock, paragraphXml } from './paragraph';
import { runsXml } from './runs';
import { signOf } from './verdict-sign';

/** What stands above the article and is none of its words: its title, whose report it is and of when, and how to use the document. */
export function headBlock(reading: Reading, hasCorrections: boolean): string {
  const { report, words } = reading;
  const { title, language } = report.article;
  const kicker = [
    words(finished(reading) ? 'kicker' : 'kickerDraft'),
    report.edition === 'internal' && words('internal'),
  ];
  const from = provenance(reading);
  const direction = directionOfBlock(title, directionOf(language));
  const blocks = [
    line('StetKicker', kicker.filter(Boolean).join(' · ')),
    paragraphXml({ style: 'Title', direction }, runsXml(title, {}, direction)),
    from && line('Subtitle', from),
    line('StetHead', credits(reading)),
    line('StetHead', words('docx_howTo', { corrections: hasCorrections ? 'some' : 'none' })),
    labelled('StetFingerprint', words('fingerprint'), report.sha256),
  ];
  return ownBlock('stet-head', blocks.filter(Boolean).join(''));
}

/** What follows the article on pages of its own: the table of claims, and how the report was made. */
export function reportBlock(reading: Reading, links: Links): string {
  const signed = signOffFacts(reading);
  const { report, words } = reading;
  const blocks = [
    paragraphXml({ style: 'StetHeading', pageBreakBefore: true }, runsXml(words('claims'), {})),
    claimsTable(reading, links),
    ...corrections(reading),
    line('StetHeading', words('method')),
    ...method(reading).map((sentence) => line('StetReportText', sentence)),
    line('StetReportText', credits(reading)),
    line('StetSubheading', words('scale', { name: report.scale.name })),
    ...report.scale.verdicts.map((verdict) => {
      const { character, colour } = signOf(verdict);
      const label = runsXml(`${character} ${verdict.label}`, { bold: true, colour });
      return paragraphXml({ style: 'StetReportText' }, `${label}${runsXml(`  ${verdict.definition}`, {})}`);
    }),
    labelled('StetReportText', words('document'), titleAndVersion(reading)),
    labelled('StetReportSmall', words('fingerprint'), report.sha256),
    ...(signed
      ? [
          labelled('StetReportText', signed.signed.label, signed.signed.value),
          labelled('StetReportSmall', signed.sha256.label, signed.sha256.value),
        ]
      : []),
  ];
  return ownBlock('stet-report', blocks.join(''));
}

/** What was put right since the article was published. */
function corrections(reading: Reading): string[] {
  const log = correctionsOf(reading);
  if (log.length === 0) return [];
  return [
    line('StetHeading', reading.words('corrections')),
    ...log.flatMap(({ when, body, words }) => [
      labelled('StetReportText', when, body),
      ...words.map(({ label, text }) => labelled('StetReportText', label, text)),
    ]),
  ];
}

function line(style: string, words: string): string {
  return paragraphXml({ style }, runsXml(words, {}));
}

function labelled(style: string, label: string, value: string): string {
  return paragraphXml({ style }, `${runsXml(`${label}: `, { bold: true })}${runsXml(value, {})}`);
}
