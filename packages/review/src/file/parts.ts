import { z } from 'zod';

const most = { signs: 200_000, items: 20_000 };

export const text = z.string().max(most.signs);
export const list = <T extends z.ZodType>(item: T): z.ZodReadonly<z.ZodArray<T>> =>
  z.array(item).max(most.items).readonly();
export const party = z.enum(['marketing', 'sales']);
