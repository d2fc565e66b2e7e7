/** Feishu wants field names unique in a card: where a card holds several forms, the second `reason` is called `reason_return`. */
export const fieldIn = (form: string | undefined, field: string): string =>
  form ? `${field}_${form}` : field

/** A submitted form under the plain names of its fields, whichever form of the card it was. */
export const plainFields = <T>(form: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(
    Object.entries(form).map(([field, value]) => [field.split('_', 1)[0] ?? field, value]),
  )
