export interface Part {
  name: string
  filename?: string
  contentType?: string
  bytes: Uint8Array
}

/**
 * Splits a multipart body byte by byte. The SDK sends a Buffer without a filename, and every
 * FormData parser then decodes the picture as UTF-8 text.
 */
export function splitMultipart(contentType: string, body: Uint8Array): Part[] {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/.exec(contentType)
  const mark = boundary?.[1] ?? boundary?.[2]
  if (mark === undefined) return []
  const buffer = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  return [...chunks(buffer, `--${mark}`)].flatMap((chunk) => partOf(chunk) ?? [])
}

function* chunks(buffer: Buffer, delimiter: string): Generator<Buffer> {
  let start = buffer.indexOf(delimiter)
  while (start >= 0) {
    const from = start + delimiter.length
    const end = buffer.indexOf(`\r\n${delimiter}`, from)
    if (end < 0) return
    yield buffer.subarray(from + 2, end)
    start = end + 2
  }
}

function partOf(chunk: Buffer): Part | undefined {
  const split = chunk.indexOf('\r\n\r\n')
  if (split < 0) return undefined
  const head = chunk.subarray(0, split).toString('utf8')
  const name = /name="([^"]*)"/.exec(head)?.[1]
  if (name === undefined) return undefined
  const filename = /filename="([^"]*)"/.exec(head)?.[1]
  const contentType = /content-type:\s*([^\r\n]+)/i.exec(head)?.[1]
  return {
    name,
    ...(filename === undefined ? {} : { filename }),
    ...(contentType === undefined ? {} : { contentType }),
    bytes: chunk.subarray(split + 4),
  }
}
