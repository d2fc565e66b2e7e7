const OPENABLE = /^(https?:\/\/|tel:|mailto:|lark:\/\/|feishu:\/\/)/i

/** The address if a click may follow it; scripts, data and relative addresses may not. */
export const safeLink = (href: unknown): string | undefined =>
  typeof href === 'string' && OPENABLE.test(href.trim()) ? href.trim() : undefined
