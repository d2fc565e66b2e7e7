import { Component, type ComponentChildren } from 'preact'

interface BoundaryProps {
  /** What the person sees instead, before the reason. */
  instead: string
  /** A new value is a new attempt. */
  attempt: unknown
  children: ComponentChildren
}

interface BoundaryState {
  failure: string | undefined
  attempt: unknown
}

/** One broken card must not take the chat with it. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: undefined, attempt: this.props.attempt }

  static override getDerivedStateFromError(error: unknown): Partial<BoundaryState> {
    return { failure: error instanceof Error ? error.message : String(error) }
  }

  override componentDidUpdate(): void {
    const { attempt } = this.props
    if (attempt !== this.state.attempt) this.setState({ failure: undefined, attempt })
  }

  override render() {
    const { failure } = this.state
    if (failure === undefined) return this.props.children
    return (
      <div class="unknown">
        {this.props.instead}：{failure}
      </div>
    )
  }
}
