import { useEffect, useState } from 'preact/hooks'
import type { Store } from './store.ts'

export const useStore = <T>(store: Store<T>): T => {
  const [value, setValue] = useState<T>(() => store.get())
  useEffect(() => {
    const update = () => setValue(() => store.get())
    update()
    return store.subscribe(update)
  }, [store])
  return value
}
