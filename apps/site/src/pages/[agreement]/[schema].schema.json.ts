import type { APIRoute } from 'astro';

const schemas = import.meta.glob<object>('../../../../../packages/engine-*/generated/*.schema.json', {
  eager: true,
  import: 'default',
});

/** What an engine takes and gives, as it was published. */
export const getStaticPaths = () =>
  Object.entries(schemas).flatMap(([path, json]) => {
    const [, agreement, schema] = /engine-(\w+)\/generated\/(\w+)\.schema\.json$/u.exec(path) ?? [];
    return agreement && schema ? [{ params: { agreement, schema }, props: { json } }] : [];
  });

export const GET: APIRoute<{ json: object }> = ({ props: { json } }) => Response.json(json);
