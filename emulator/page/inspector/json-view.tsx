import { useMemo } from 'preact/hooks'

const TOKEN = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

interface Piece {
  text: string
  kind: 'key' | 'string' | 'literal' | 'plain'
}

const piecesOf = (json: string): Piece[] => {
  const pieces: Piece[] = []
  let end = 0
  for (const match of json.matchAll(TOKEN)) {
    if (match.index > end) pieces.push({ text: json.slice(end, match.index), kind: 'plain' })
    const quoted = match[1] !== undefined
    const kind = !quoted ? 'literal' : match[2] === undefined ? 'string' : 'key'
    pieces.push({ text: match[1] ?? match[0], kind })
    if (match[2]) pieces.push({ text: match[2], kind: 'plain' })
    end = match.index + match[0].length
  }
  pieces.push({ text: json.slice(end), kind: 'plain' })
  return pieces
}

/** JSON as text to read and copy, keys and values coloured. */
export const JsonView = ({ value, label }: { value: unknown; label: string }) => {
  const pieces = useMemo(
    () =>
      piecesOf(typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '（空）')),
    [value],
  )
  return (
    <pre class="json" tabIndex={0} aria-label={label}>
      {pieces.map(({ text, kind }, i) =>
        kind === 'plain' ? (
          text
        ) : (
          <span key={i} class={`json-${kind}`}>
            {text}
          </span>
        ),
      )}
    </pre>
  )
}
