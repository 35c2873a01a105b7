import fs from 'node:fs/promises';
import path from 'node:path';
import type { ReportFonts } from '@/core/report/html/style';

const folder = path.join(process.cwd(), 'node_modules', '@fontsource-variable');
let fonts: Promise<ReportFonts> | undefined;

/** The fonts that every exported report carries inside, read once. They are OFL-licensed, which allows it. */
export function reportFonts(): Promise<ReportFonts> {
  fonts ??= read();
  return fonts;
}

async function read(): Promise<ReportFonts> {
  const base64 = (file: string) => fs.readFile(path.join(folder, file), 'base64');
  const [text, textItalic, ui] = await Promise.all([
    base64('newsreader/files/newsreader-latin-opsz-normal.woff2'),
    base64('newsreader/files/newsreader-latin-opsz-italic.woff2'),
    base64('inter/files/inter-latin-opsz-normal.woff2'),
  ]);
  return { text, textItalic, interface: ui };
}
