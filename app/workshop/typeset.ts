import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { TypstSource } from '@/core/report/pdf/report-typst';
import { typesettingFonts } from './fonts/fonts';

/**
 * Sets a report as a tagged PDF (1.7, PDF/UA-1) with every font embedded. Equal sources give equal bytes on one machine; on
 * another too, unless the report has characters that none of our fonts has: those take a font of the machine's own, if any.
 * Throws what the typesetter has to say when it cannot.
 */
export function typeset({ main, data }: TypstSource): Uint8Array {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: typesettingFonts() }] });
  try {
    const set = compiler.compile({ mainFileContent: main, inputs: { data } });
    if (!set.result) throw new Error(`The report could not be set. ${said(set.takeDiagnostics()?.shortDiagnostics)}`);
    return compiler.pdf(set.result, { pdfStandard: 'ua-1' });
  } finally {
    // What is remembered of a long report is hundreds of megabytes, and the next report is another; whoever waits for this one
    // need not wait for the forgetting.
    setImmediate(() => compiler.evictCache(0));
  }
}

function said(diagnostics: readonly unknown[] = []): string {
  return diagnostics.map((one) => JSON.stringify(one)).join(' ');
}
