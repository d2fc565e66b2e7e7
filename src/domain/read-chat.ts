import { COMMANDS, type CommandWord } from './vocabulary.ts'

/** A chat line taken apart: the command it begins with, and what follows, as typed. */
export interface ChatLine {
  command: CommandWord | undefined
  rest: string
}

const WORDS = Object.entries(COMMANDS)
  .flatMap(([command, words]) => words.map((word) => ({ command: command as CommandWord, word })))
  .toSorted((a, b) => b.word.length - a.word.length)

/** Full-width signs a keyboard in Chinese mode gives for a half-width one; each stands for exactly one. */
const HALF: Readonly<Record<string, string>> = {
  '／': '/',
  '：': ':',
  '；': ';',
  '　': ' ',
  '？': '?',
}

const halfWidth = (text: string): string =>
  text.replace(/[／：；　？]/g, (sign) => HALF[sign] ?? sign)

/** The annex's own title in place of a command: 能源集团服务督查落实单（蓝单）. */
const TITLE = /^\S*服务督查落实单\s*[（(]\s*([绿蓝橙])单\s*[）)]/
const BY_COLOUR: Readonly<Record<string, CommandWord>> = { 绿: 'green', 蓝: 'blue', 橙: 'orange' }

/**
 * Reads the command of a message, with or without the slash. A word counts only when something ends it: 查无此事 is not 查.
 * What follows is kept as it was typed: it may end up on an official slip.
 */
export function readChat(text: string): ChatLine {
  const typed = text.trim().replace(/^[/／]\s*/, '')
  const [title, colour = ''] = TITLE.exec(typed) ?? []
  if (title) return { command: BY_COLOUR[colour], rest: typed.slice(title.length).trim() }
  const line = halfWidth(typed)
  const hit = WORDS.find(({ word }) => startsWithWord(line, word))
  if (!hit) return { command: formWithoutTitle(typed), rest: typed }
  return { command: hit.command, rest: typed.slice(hit.word.length).replace(/^[\s:：]+/, '') }
}

/** The annex's cells pasted without a title: what stands in them tells the colour, and the draft card shows it. */
function formWithoutTitle(text: string): CommandWord | undefined {
  if (!/^\s*责任单位[^\n]*[:：]/.test(text)) return undefined
  return /服务创新及亮点\s*[:：]/.test(text) ? 'green' : 'blue'
}

function startsWithWord(line: string, word: string): boolean {
  if (!line.toLowerCase().startsWith(word)) return false
  const after = line.slice(word.length)
  return after === '' || /^[\s:;,，。/]/.test(after) || word.length > 1
}
