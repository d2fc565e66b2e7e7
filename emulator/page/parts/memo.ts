import { Component, type ComponentChildren, h } from 'preact'

/** Skips a render while every prop is the same object as before (`preact/compat` changes event names). */
export const memo = <P extends object>(view: (props: P) => ComponentChildren) =>
  class extends Component<P> {
    override shouldComponentUpdate(next: P): boolean {
      const before: object = this.props
      const keys = new Set([...Object.keys(before), ...Object.keys(next)])
      return [...keys].some((key) => Reflect.get(before, key) !== Reflect.get(next, key))
    }

    override render() {
      const { ref: _, ...props } = this.props
      return h(view, props as unknown as P)
    }
  }
