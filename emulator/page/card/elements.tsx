import { listOf } from '../state/read-json.ts'
import { useScope } from './scope.ts'

/** The children of a container, each with its place in the card. */
export const Elements = ({ nodes, path }: { nodes: unknown; path: string }) => {
  const { element } = useScope()
  return <>{listOf(nodes).map((node, i) => element(node, `${path}.${i}`))}</>
}
