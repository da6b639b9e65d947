import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { AstroIntegration } from 'astro';
import { englishOf, faceOf, fonts } from './fonts.ts';

/** Makes the fonts that every page asks for, and the style sheet that names them, before pages are built. */
export const lightFonts = (): AstroIntegration => ({
  name: 'light-fonts',
  hooks: {
    'astro:config:setup': async ({ config }) => {
      const made = new URL('generated/fonts/', config.root);
      mkdirSync(made, { recursive: true });
      for (const font of fonts) {
        const whole = readFileSync(new URL(font.file));
        writeFileSync(new URL(`${font.name}.woff2`, made), await englishOf(whole, font));
      }
      writeFileSync(new URL('fonts.css', made), fonts.map(faceOf).join('\n'));
    },
  },
});
