/** Milliseconds on one scale for all processes of a bench, which a wall clock that is set meanwhile does not move. */
export const benchTime = (): number => performance.timeOrigin + performance.now()
