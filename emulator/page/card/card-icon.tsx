import { Icon, iconOfToken } from '../parts/icon.tsx'
import { resourceUrl } from '../state/api.ts'
import { isRecord, stringOf } from '../state/read-json.ts'
import { cssColor } from './colors.ts'

/** `standard_icon` drawn from our own sheet, `custom_icon` from the uploads. */
export const CardIcon = ({ icon, size = 16 }: { icon: unknown; size?: number }) => {
  if (!isRecord(icon)) return null
  if (icon['tag'] === 'custom_icon') {
    return (
      <img
        class="card-icon"
        src={resourceUrl(stringOf(icon['img_key']))}
        alt=""
        width={size}
        height={size}
      />
    )
  }
  const token = stringOf(icon['token'])
  const name = iconOfToken(token)
  return (
    <Icon
      class="card-icon"
      name={name}
      size={size}
      // A drawing says nothing the words beside it do not; only what is not drawn needs a name.
      {...(name === 'square' && { title: token })}
      color={cssColor(stringOf(icon['color']))}
    />
  )
}
