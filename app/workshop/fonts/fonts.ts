import fs from 'node:fs';
import path from 'node:path';
import { ownFamilies } from '@/core/report/pdf/families';
import { lastResortFont } from './last-resort';
import { unpackedWoff } from './woff';

let fonts: Buffer[] | undefined;

/**
 * The fonts that a PDF is set in, as OpenType files: ours (OFL) and, for what none has, the last resort. Read when first asked
 * for, from the installed packages under the folder that the process runs in. Throws when one is missing.
 */
export function typesettingFonts(): Buffer[] {
  fonts ??= [...ownFamilies.flatMap(files), lastResortFont()];
  return fonts;
}

function files({ family, packaged, script, faces }: (typeof ownFamilies)[number]): Buffer[] {
  const folder = path.join(process.cwd(), 'node_modules', '@fontsource', packaged, 'files');
  return faces.map((face) => {
    const file = path.join(folder, `${packaged}-${script}-${face}.woff`);
    return unpackedWoff(fs.readFileSync(file), family);
  });
}
