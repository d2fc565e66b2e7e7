import { isRecord, recordOf, recordsOf, stringOf, textOf } from '../state/read-json.ts'
import { CardIcon } from './card-icon.tsx'
import { cssColor, tagColors } from './colors.ts'
import { TextObject } from './text-object.tsx'

const TAGS_SHOWN = 3

export const Header = ({ header }: { header: unknown }) => {
  if (!isRecord(header)) return null
  const template = stringOf(header['template'], 'default')
  const banded = template !== 'default' && cssColor(template) !== undefined
  const translated = recordOf(header['i18n_text_tag_list'])
  const tags = recordsOf(translated['zh_cn'] ?? header['text_tag_list']).slice(0, TAGS_SHOWN)
  const subtitle = textOf(header['subtitle'])
  const style = banded
    ? { background: cssColor(`${template}-200`) ?? '', color: cssColor(`${template}-800`) ?? '' }
    : {}
  return (
    <header
      class={banded ? 'card-header is-banded' : 'card-header'}
      style={style}
      data-template={template}
    >
      <CardIcon icon={header['icon']} size={22} />
      <div class="card-heading">
        <div class="card-title-row">
          <span class="card-title" role="heading" aria-level={3}>
            <TextObject text={header['title']} />
          </span>
          {tags.map((tag, i) => (
            <span
              key={i}
              class="text-tag"
              style={{ ...tagColors(stringOf(tag['color'], 'neutral')) }}
            >
              {textOf(tag['text'])}
            </span>
          ))}
        </div>
        {subtitle && <div class="card-subtitle">{subtitle}</div>}
      </div>
    </header>
  )
}
