import { createServer } from 'node:http'
import { listenFor } from './answer-parent.ts'

/** Reads the body and says `{}`: what the load generator and the wire cost by themselves. */
listenFor(
  createServer((request, response) => {
    request.resume()
    request.on('end', () => response.end('{}'))
  }),
)
