import { COMMANDS, type CommandWord } from './vocabulary.ts'

/** A chat line taken apart: the command it begins with, and what follows, as typed. */
export interface ChatLine {
  command: CommandWord | undefined
  rest: string
}

const WORDS = Object.entries(COMMANDS)
  .flatMap(([command, words]) => words.map((word) => ({ command: command as CommandWord, word })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** Full-width signs that stand for a half-width one; Chinese punctuation inside sentences is left alone. */
const HALF: Readonly<Record<string, string>> = {
  '／': '/',
  '：': ':',
  '；': ';',
  '　': ' ',
  '？': '?',
}

/** Spaces, slashes, colons and semicolons as a keyboard in either mode gives them. */
const halfWidth = (text: string): string =>
  text.replace(/[／：；　？]/g, (sign) => HALF[sign] ?? sign)

/** Reads the command of a message, with or without the slash. A word counts only when something ends it: 查无此事 is not 查. */
export function readChat(text: string): ChatLine {
  const line = halfWidth(text)
    .trim()
    .replace(/^\/\s*/, '')
  const hit = WORDS.find(({ word }) => startsWithWord(line, word))
  if (!hit) return { command: undefined, rest: line }
  return { command: hit.command, rest: line.slice(hit.word.length).replace(/^[\s:]+/, '') }
}

function startsWithWord(line: string, word: string): boolean {
  if (!line.toLowerCase().startsWith(word)) return false
  const after = line.slice(word.length)
  return after === '' || /^[\s:;,，。/]/.test(after) || word.length > 1
}
