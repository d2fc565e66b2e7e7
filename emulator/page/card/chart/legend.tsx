export const Legend = ({ items }: { items: readonly { name: string; color: string }[] }) => (
  <div class="chart-legend">
    {items.map(({ name, color }) => (
      <span key={name}>
        <i style={{ background: color }} />
        {name}
      </span>
    ))}
  </div>
)
