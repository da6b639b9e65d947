import { defineConfig } from 'astro/config';
import { lightFonts } from './src/lib/fonts/integration.ts';
import { searchIndex } from './src/lib/search/integration.ts';

// Static pages only. Workspace packages resolve to their sources, as everywhere else.
const source = ['@smarketing/source', 'module', 'development|production'];
const browser = { resolve: { conditions: [...source, 'browser'] } };
const server = { resolve: { conditions: [...source, 'node'] } };

export default defineConfig({
  output: 'static',
  trailingSlash: 'always',
  integrations: [lightFonts(), searchIndex()],
  devToolbar: { enabled: false },
  // The pages' content security policy allows files only: nothing inline, no data: addresses.
  build: { format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  vite: {
    build: { assetsInlineLimit: 0 },
    environments: { client: browser, ssr: server, prerender: server },
  },
});
