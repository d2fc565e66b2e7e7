import { expect, test } from 'vitest'
import { play, type Scene } from './story.ts'

/** Plays every row of a table and compares what it says with what the core does. */
export function scenes(rows: readonly Scene[]): void {
  test.each(rows)('$情景', (scene) => {
    const ending = play(scene)
    expect(ending.不符).toEqual([])
    expect(ending).toMatchObject(scene.期望)
  })
}
