const width = 120;
const height = 6;

/**
 * A share of patients as a bar, drawn and not painted as a background, which printers leave out. The bar of a comparison
 * group is empty inside. The words beside it say the same.
 */
export function CountBar({ events, total, isHollow = false }: { events: number; total: number; isHollow?: boolean }) {
  const line = { stroke: "currentColor", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <svg
      aria-hidden="true"
      viewBox={`-1 -1 ${width + 2} ${height + 2}`}
      preserveAspectRatio="none"
      className="my-[0.15em] block h-[0.7em] w-full max-w-44"
    >
      <line x1={0} x2={width} y1={height} y2={height} {...line} />
      <line x1={width} x2={width} y1={0} y2={height} {...line} />
      <rect
        width={(width * events) / total}
        height={height}
        fill={isHollow ? "none" : "currentColor"}
        strokeWidth={1.5}
        {...line}
      />
    </svg>
  );
}
