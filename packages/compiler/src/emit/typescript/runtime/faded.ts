/** Points times millionths, exactly, rounded half away from zero. */
export function faded(points: number, millionths: number): number {
  const size = Math.abs(points);
  const whole = Math.floor(millionths / 1_000_000);
  const rest = millionths - whole * 1_000_000;
  const rounded = size * whole + Math.floor((size * rest + 500_000) / 1_000_000);
  return points < 0 ? -rounded : rounded;
}
