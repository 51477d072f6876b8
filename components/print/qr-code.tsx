import { type Bitmap2D, generate, mode } from "lean-qr";

/** Squares of white around the code, without which readers do not find it. */
const quietZone = 4;
/** Side of one square on paper, mm: what a phone's camera can resolve at arm's length on an office printer. */
const square = 0.42;
const smallest = 20;

/**
 * A QR code as one SVG path, sharp at any size. The more the address holds the more squares there are, and the code
 * grows with them; a sentence replaces it where the address is longer than a QR code can be.
 * `text` is the address of a case; `label` says where it leads.
 */
export function QrCode({ text, label }: { text: string; label: string }) {
  const code = encode(text);
  if (!code)
    return <p className="max-w-60">The address of this case is too long for a QR code. Copy the link instead.</p>;
  const squares: string[] = [];
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) if (code.get(x, y)) squares.push(`M${x} ${y}h1v1h-1z`);
  }
  const side = code.size + 2 * quietZone;
  const millimetres = Math.max(smallest, side * square);
  // Black on white in dark mode and in forced colours too.
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`${-quietZone} ${-quietZone} ${side} ${side}`}
      style={{ width: `${millimetres}mm`, height: `${millimetres}mm` }}
      className="max-w-full shrink-0 self-start forced-color-adjust-none"
    >
      <rect x={-quietZone} y={-quietZone} width={side} height={side} fill="#fff" />
      <path d={squares.join("")} fill="#000" shapeRendering="crispEdges" />
    </svg>
  );
}

/** lean-qr's code of the error "Too much data" */
const tooMuchData = 4;

/**
 * How letters may be written. Left out is Shift JIS, which no address needs: to see whether it would be shorter, lean-qr
 * decodes all of its eight thousand signs, which takes longer than the code itself.
 */
const modes = [mode.numeric, mode.alphaNumeric, mode.ascii, mode.iso8859_1, mode.utf8];

/** The squares of the code for a text, or null where the largest QR code cannot hold it. */
function encode(text: string): Bitmap2D | null {
  try {
    return generate(text, { modes });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === tooMuchData) return null;
    throw error;
  }
}
