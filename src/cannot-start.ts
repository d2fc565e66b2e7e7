/** The start cannot go on, for a reason the operator can mend: its message is printed alone. */
export class CannotStart extends Error {
  override name = 'CannotStart'
}

const SENTENCES: Readonly<Record<string, string>> = {
  ECONNREFUSED: '连不上数据库：请确认 DATABASE_URL 的地址和端口，以及 PostgreSQL 已经启动',
  ENOTFOUND: '连不上数据库：DATABASE_URL 里的主机名找不到',
  '28P01': '数据库拒绝登录：请检查 DATABASE_URL 里的用户名和密码',
  '3D000': '数据库不存在：请先建好 DATABASE_URL 里的数据库',
  EEXIST: 'DATA_DIR 不是一个文件夹，请换一个',
  ENOTDIR: 'DATA_DIR 不是一个文件夹，请换一个',
  EACCES: 'DATA_DIR 不能写入，请检查权限或换一个',
}

/** One sentence for what an operator meets, the error itself for what only an engineer can mend. */
export function sentenceFor(error: unknown): unknown {
  if (error instanceof CannotStart) return error.message
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return SENTENCES[code] ?? error
}
