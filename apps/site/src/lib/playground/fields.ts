/** A moment that the form asks for, though the vocabulary has no field of it. */
export const momentField = (id: string, label: string) =>
  ({ id, label, type: 'moment', unit: null, options: [], required: true }) as const;
