/** What we use of the library in the browser: https://pagefind.app/docs/api/. */
export interface Pagefind {
  readonly search: (
    words: string,
    options: SearchOptions,
  ) => Promise<{ readonly results: readonly Result[] }>;
}

export interface SearchOptions {
  readonly filters: Readonly<Record<string, string>>;
}

interface Result {
  readonly data: () => Promise<FoundPage>;
}

/** A page on which words were found. */
export interface FoundPage {
  readonly url: string;
  /** The text of the page, with `&lt;` and `&gt;`; words are counted in it. */
  readonly raw_content: string;
  readonly meta: Readonly<Record<string, string>>;
  /** Elements with an id, and at which word they begin. */
  readonly anchors: readonly { readonly id: string; readonly location: number }[];
  /** Which words were found. */
  readonly locations: readonly number[];
}

interface Library {
  readonly createInstance: (options: {
    readonly basePath: string;
    readonly baseUrl: string;
    readonly noWorker: boolean;
  }) => Pagefind & { readonly init: () => Promise<void> };
}

/** Loads the library, which was written beside the index when the site was built. */
export async function loadPagefind(folder: string, site: string): Promise<Pagefind> {
  const library = (await import(/* @vite-ignore */ `${folder}pagefind.js`)) as Library;
  const instance = library.createInstance({ basePath: folder, baseUrl: site, noWorker: true });
  await instance.init();
  return instance;
}
