import { part } from '../browser/part.ts';
import { loadPagefind, type FoundPage, type Pagefind } from './pagefind.ts';
import { calledFirst, type FoundPlace, placesOf } from './places.ts';

const mostPages = 20;

const form = part('search', HTMLFormElement);
const words = part('search-words', HTMLInputElement);
const where = part('search-where', HTMLSelectElement);
const status = part('search-status', HTMLOutputElement);
const list = part('search-results', HTMLOListElement);

let loading: Promise<Pagefind> | undefined;
const pagefind = (): Promise<Pagefind> =>
  (loading ??= loadPagefind(form.dataset['index'] ?? '', form.dataset['site'] ?? '/'));

let latest = 0;

/** Searches for what the form says, and shows it, unless something else was asked for meanwhile. */
async function search(): Promise<void> {
  const turn = ++latest;
  const asked = words.value.trim();
  remember(asked);
  if (asked === '') {
    show([], '');
    return;
  }
  try {
    const { search: find } = await pagefind();
    const filters: Record<string, string> = where.value === '' ? {} : { agreement: where.value };
    const { results } = await find(asked, { filters });
    const pages = await Promise.all(results.slice(0, mostPages).map((result) => result.data()));
    if (turn === latest) show(pages, counted(pages.length, results.length, asked));
  } catch {
    loading = undefined;
    if (turn === latest) show([], 'The index could not be loaded. Try again in a moment.');
  }
}

function counted(shown: number, all: number, asked: string): string {
  if (all === 0) return `Nothing has “${asked}”. Other or fewer words may find it.`;
  const pages = all === 1 ? '1 page' : `${all} pages`;
  return shown < all ? `${pages}; the ${shown} that fit best are shown` : pages;
}

function show(pages: readonly FoundPage[], says: string): void {
  status.value = says;
  const found = pages.map((page) => ({ meta: page.meta, places: placesOf(page) }));
  list.replaceChildren(...calledFirst(found).map(pageItem));
}

interface Told {
  readonly meta: FoundPage['meta'];
  readonly places: readonly FoundPlace[];
}

function pageItem({ meta, places }: Told): HTMLLIElement {
  const item = document.createElement('li');
  const eyebrow = document.createElement('p');
  eyebrow.className = 'eyebrow';
  eyebrow.textContent = [meta['agreement'], meta['page']].filter(Boolean).join(' · ');
  const inside = document.createElement('ul');
  inside.append(...places.map(placeItem));
  item.append(eyebrow, inside);
  return item;
}

function placeItem({ href, title, excerpt }: FoundPlace): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = href;
  link.textContent = title;
  const text = document.createElement('p');
  for (const { text: word, found } of excerpt) {
    const mark = document.createElement('mark');
    mark.textContent = word;
    text.append(found ? mark : word, ' ');
  }
  item.append(link, text);
  return item;
}

/** The fragment holds what is searched for: browsers keep it to themselves, and the address can be shared. */
function remember(asked: string): void {
  const held = new URLSearchParams({ ...(asked && { q: asked }), ...(where.value && { in: where.value }) });
  history.replaceState(null, '', held.size > 0 ? `#${held}` : location.pathname);
}

function recall(): void {
  const held = new URLSearchParams(location.hash.slice(1));
  words.value = held.get('q') ?? '';
  where.value = held.get('in') ?? '';
  if (where.selectedIndex < 0) where.value = '';
}

let typing: ReturnType<typeof setTimeout> | undefined;
words.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(() => void search(), 120);
});
where.addEventListener('change', () => void search());
form.addEventListener('submit', (event) => {
  event.preventDefault();
  void search().then(() => list.querySelector('a')?.focus());
});
globalThis.addEventListener('hashchange', () => {
  recall();
  void search();
});

recall();
if (words.value !== '') void search();
words.focus({ preventScroll: true });
form.dataset['ready'] = '';
