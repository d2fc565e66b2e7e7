import { Modal } from './modal.tsx'

interface ConfirmProps {
  title: string
  text: string
  yes?: string
  danger?: boolean
  onYes: () => void
  onNo: () => void
}

export const Confirm = ({ title, text, yes = '确定', danger, onYes, onNo }: ConfirmProps) => (
  <Modal label={title} class="confirm" onClose={onNo}>
    <h2 class="confirm-title">{title}</h2>
    <p class="confirm-text">{text}</p>
    <div class="confirm-buttons">
      <button type="button" class="plain-button" onClick={onNo}>
        取消
      </button>
      <button
        type="button"
        class={danger ? 'filled-button is-danger' : 'filled-button'}
        onClick={onYes}
        autofocus
      >
        {yes}
      </button>
    </div>
  </Modal>
)
