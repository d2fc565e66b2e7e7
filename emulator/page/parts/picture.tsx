import { useState } from 'preact/hooks'
import { resourceUrl } from '../state/api.ts'
import { Icon } from './icon.tsx'
import { Modal } from './modal.tsx'

interface PictureProps {
  imageKey: string
  alt: string
  class?: string
  preview?: boolean
  style?: Record<string, string>
}

/** An uploaded image; a click shows it large. */
export const Picture = ({
  imageKey,
  alt,
  class: cls = '',
  preview = true,
  style = {},
}: PictureProps) => {
  const [large, setLarge] = useState(false)
  const [broken, setBroken] = useState(false)
  if (broken) {
    return (
      <span class={`picture is-broken ${cls}`} style={style} title={imageKey}>
        <Icon name="image" /> 图片无法显示
      </span>
    )
  }
  const image = (
    <img src={resourceUrl(imageKey)} alt={alt} loading="lazy" onError={() => setBroken(true)} />
  )
  if (!preview) {
    return (
      <span class={`picture ${cls}`} style={style}>
        {image}
      </span>
    )
  }
  return (
    <>
      <button
        type="button"
        class={`picture ${cls}`}
        style={style}
        aria-label={`查看大图 ${alt}`}
        onClick={() => setLarge(true)}
      >
        {image}
      </button>
      {large && (
        <Modal label={alt || '图片'} class="lightbox" onClose={() => setLarge(false)}>
          <button
            type="button"
            class="lightbox-image"
            aria-label="关闭"
            onClick={() => setLarge(false)}
          >
            <img src={resourceUrl(imageKey)} alt={alt} />
          </button>
        </Modal>
      )}
    </>
  )
}
