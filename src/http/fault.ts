const FRAMES_MAX = 6

/**
 * What a log may hold of an error: names, codes and where it happened. Not the message: a failed query's
 * carries its parameters, and with them what people wrote.
 */
export function faultOf(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { fault: 'not an Error' }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    fault: error.name,
    ...codeOf(error),
    ...(error.cause instanceof Error && { causedBy: error.cause.name, ...codeOf(error.cause) }),
    at: frames.slice(0, FRAMES_MAX).map((line) => line.trim()),
  }
}

function codeOf(error: Error): { code?: string } {
  return 'code' in error && typeof error.code === 'string' ? { code: error.code } : {}
}
