import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { writeWhole } from '../write.ts';
import { englishOf, faceOf, fonts } from './fonts.ts';

/** Makes the fonts that every page asks for, and the style sheet that names them, before pages are built. */
export const lightFonts = (): AstroIntegration => ({
  name: 'light-fonts',
  hooks: {
    'astro:config:setup': async ({ config }) => {
      const made = fileURLToPath(new URL('generated/fonts/', config.root));
      mkdirSync(made, { recursive: true });
      for (const font of fonts) {
        const whole = readFileSync(new URL(font.file));
        writeWhole(join(made, `${font.name}.woff2`), await englishOf(whole, font));
      }
      writeWhole(join(made, 'fonts.css'), fonts.map(faceOf).join('\n'));
    },
  },
});
