import { usePeople } from '../parts/people.ts'
import { type Json, recordsOf, stringOf, textOf } from '../state/read-json.ts'
import { useScope } from './scope.ts'

export interface Option {
  value: string
  text: string
}

/** A person selector with no valid option offers the whole chat, as the platform does. */
export const useOptions = (node: Json): Option[] => {
  const people = usePeople()
  const { members } = useScope()
  const given = recordsOf(node['options']).map((option) => ({
    value: stringOf(option['value']),
    text: textOf(option['text']),
  }))
  if (!stringOf(node['tag']).includes('person')) return given
  const known = given.flatMap(({ value }) => people.find(value) ?? [])
  return (known.length > 0 ? known : members).map(({ openId, name }) => ({
    value: openId,
    text: name,
  }))
}
